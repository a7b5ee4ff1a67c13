#include "analysis/report/outcome.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/report/measure_outcome.hpp"
#include "sample_results.hpp"

namespace cxsim {
namespace {

using testing::Contains;
using testing::DoubleEq;
using testing::ElementsAre;

constexpr std::size_t first_arm = 0;

// Twenty months of two replications: a hundred customers in each of two segments, more in the
// second replication, and numbers that tell months apart.
SampleResults twenty_months() {
  SampleResults source({{"baseline", "baseline", -1}}, 2, 20);
  source.set("active_customers",
             [](const RunWindow& m, std::size_t) { return m.replication == 0 ? 100.0 : 200.0; });
  source.set("churned", [](const RunWindow& m, std::size_t) { return m.from < 8 ? 50.0 : 2.0; });
  source.set("profit", [](const RunWindow&, std::size_t) { return 1000.0; });
  source.set("revenue", [](const RunWindow&, std::size_t) { return 3000.0; });
  source.set("cost_to_serve", [](const RunWindow&, std::size_t) { return 50.0; });
  source.set("touchpoint_contacts", [](const RunWindow&, std::size_t) { return 40.0; });
  source.set("hostile_customers", [](const RunWindow&, std::size_t s) { return s == 0 ? 6.0 : 0; });
  source.set("effective_net_preference",
             [](const RunWindow&, std::size_t s) { return s == 0 ? .2 : .4; });
  source.set("journey_closed", [](const RunWindow&, std::size_t) { return 10.0; });
  source.set("journey_satisfied_share", [](const RunWindow& m, std::size_t j) {
    return j == 1 ? 1.0 : m.from < 10 ? .2 : .6;
  });
  return source;
}

std::vector<double> values(const SampleResults& source, const std::string& name) {
  return values_of(*find_outcome(source, name), MonthlyResults(source), first_arm);
}

std::vector<double> values(const SampleResults& source, const std::string& name, Months months) {
  return values_of(*find_outcome(source, name), MonthlyResults(source), first_arm, months);
}

TEST(Outcomes, LookAtTheirOwnWindows) {
  const SampleResults source = twenty_months();
  EXPECT_THAT(values(source, "active_customers"), ElementsAre(200, 400));
  EXPECT_THAT(values(source, "churn_rate"), ElementsAre(DoubleEq(.02), DoubleEq(.01)))
      << "the last twelve months";
  EXPECT_THAT(values(source, "profit"), ElementsAre(20'000, 20'000));
  EXPECT_THAT(values(source, "revenue"), ElementsAre(120'000, 120'000));
  EXPECT_THAT(values(source, "cost_to_serve"), ElementsAre(2000, 2000));
}

TEST(Outcomes, OfACustomerAndMonth) {
  const SampleResults source = twenty_months();
  EXPECT_DOUBLE_EQ(values(source, "revenue_per_customer")[0], 30);
  EXPECT_DOUBLE_EQ(values(source, "cost_per_customer")[0], 25);
  EXPECT_DOUBLE_EQ(values(source, "cost_to_serve_per_customer")[0], .5);
  EXPECT_DOUBLE_EQ(values(source, "contacts_per_customer")[0], .6);
  EXPECT_DOUBLE_EQ(values(source, "hostile_share")[0], .03);
  EXPECT_DOUBLE_EQ(values(source, "effective_net_preference")[0], .3);
}

TEST(Outcomes, CanLookAtAnyMonths) {
  const SampleResults source = twenty_months();
  EXPECT_DOUBLE_EQ(values(source, "churn_rate", {0, 8})[0], .5);
  EXPECT_DOUBLE_EQ(values(source, "churn_rate", {7, 9})[0], .26);
  EXPECT_DOUBLE_EQ(values(source, "journey_satisfied_share.join")[0], .4);
  EXPECT_DOUBLE_EQ(values(source, "journey_satisfied_share.join", {15, 20})[0], .6);
  EXPECT_DOUBLE_EQ(values(source, "journey_satisfied_share.fix")[0], 1);
}

TEST(Outcomes, AreUnknownWhereARunDidNotEnd) {
  SampleResults source = twenty_months();
  source.forget_runs_from(first_arm, 1);
  for (const OutcomeDefinition& outcome : outcomes_of(source)) {
    const auto found = values_of(outcome, MonthlyResults(source), first_arm);
    EXPECT_TRUE(std::isnan(found[1])) << outcome.name;
  }
  EXPECT_EQ(values(source, "profit")[0], 20'000);
}

TEST(Outcomes, AreUnknownWhereNothingWasMeasured) {
  EXPECT_TRUE(std::isnan(values(twenty_months(), "wom_ratio")[0]));
  EXPECT_TRUE(std::isnan(values(twenty_months(), "nps_measured")[0]));
}

TEST(Outcomes, HaveNamesOfTheirOwn) {
  const SampleResults source = twenty_months();
  std::set<std::string> names;
  for (const OutcomeDefinition& outcome : outcomes_of(source))
    EXPECT_TRUE(names.insert(outcome.name).second) << outcome.name;
  for (const char* name :
       {"npv", "npv_before_costs", "hostile_share", "journey_satisfied_share.fix"})
    EXPECT_EQ(names.count(name), 1u) << name;
  EXPECT_THAT(outcome_names(source), Contains("measure.touchpoint_csat"));
}

TEST(FindOutcome, KnowsNoOther) {
  const SampleResults source = twenty_months();
  for (const char* name :
       {"", "churn", "measure.", "measure.nothing", "measure.revenue.nobody",
        "measure.revenue.thrifty.web", "measure.profit.thrifty", "journey_satisfied_share.nothing"})
    EXPECT_FALSE(find_outcome(source, name).has_value()) << name;
}

TEST(MeasureOutcome, AddsUpCountsAndAmountsAndAveragesOverMonths) {
  const SampleResults source = twenty_months();
  EXPECT_EQ(values(source, "measure.revenue")[0], 6000);
  EXPECT_EQ(values(source, "measure.revenue.demanding")[0], 3000);
  EXPECT_EQ(values(source, "measure.churned.thrifty", {7, 9})[0], 26);
}

TEST(MeasureOutcome, WeighsMeansByWhatTheyAreMeansOf) {
  SampleResults source = twenty_months();
  source.set("touchpoint_surveys", [](const RunWindow&, std::size_t t) {
    return t == 0 ? 30.0 : t == 1 ? 10.0 : 0.0;
  });
  source.set("touchpoint_csat", [](const RunWindow&, std::size_t t) {
    return t == 0 ? 4.0 : t == 1 ? 2.0 : not_known;
  });
  EXPECT_DOUBLE_EQ(values(source, "measure.touchpoint_csat")[0], 3.5);
  EXPECT_DOUBLE_EQ(values(source, "measure.touchpoint_csat.call")[0], 2);
  EXPECT_TRUE(std::isnan(values(source, "measure.touchpoint_csat.visit")[0]));
}

TEST(MeasureOutcome, TakesTheFirmsLevelsAsTheyAre) {
  SampleResults source = twenty_months();
  source.set("review_stars",
             [](const RunWindow& m, std::size_t) { return m.from == 0 ? not_known : 3.0; });
  EXPECT_DOUBLE_EQ(values(source, "measure.review_stars")[0], 3);
}

TEST(MeasureOutcome, ReadsTwoDimensionsByOneLabelOrTwo) {
  SampleResults source = twenty_months();
  source.set("contact_reasons",
             [](const RunWindow&, std::size_t place) { return static_cast<double>(place); });
  EXPECT_EQ(values(source, "measure.contact_reasons.call")[0], 4 + 5 + 6 + 7);
  EXPECT_EQ(values(source, "measure.contact_reasons.call.web")[0], 5);
  EXPECT_EQ(values(source, "measure.contact_reasons")[0], 66);
}

TEST(MeasureOutcome, HasAWeightForEveryMeanOfPeopleContactsAndJourneys) {
  const std::set<Axis> weighted{Axis::segment, Axis::touchpoint, Axis::journey};
  for (const Measure& measure : measures()) {
    const std::string_view weight = weight_of(measure);
    if (measure.type == NumberType::float32 && weighted.count(measure.axis) > 0) {
      ASSERT_NE(find_measure(weight), nullptr) << measure.name;
      EXPECT_EQ(find_measure(weight)->axis, measure.axis) << measure.name;
      EXPECT_EQ(find_measure(weight)->type, NumberType::int64) << measure.name;
    } else {
      EXPECT_EQ(weight, "") << measure.name;
    }
  }
}

// What a mean is divided by stands at the end of its long name.
TEST(MeasureOutcome, WeighsByTheDivisorThatTheTableOfMeasuresNames) {
  for (const Measure& measure : measures()) {
    const std::string_view weight = weight_of(measure);
    const auto slash = measure.long_name.rfind(" / ");
    if (weight.empty() || slash == std::string_view::npos) continue;
    EXPECT_EQ(measure.long_name.substr(slash + 3), weight) << measure.name;
  }
}

TEST(MonthsOf, NeverReachBeforeTheFirst) {
  EXPECT_EQ(months_of(Window::last_year, 20).from, 8u);
  EXPECT_EQ(months_of(Window::last_year, 5).from, 0u);
  EXPECT_EQ(months_of(Window::last_month, 5).from, 4u);
  EXPECT_EQ(months_of(Window::last_month, 0).from, 0u);
  EXPECT_EQ(months_of(Window::whole_run, 5).from, 0u);
  EXPECT_EQ(months_of(Window::whole_run, 5).to, 5u);
}

}  // namespace
}  // namespace cxsim
