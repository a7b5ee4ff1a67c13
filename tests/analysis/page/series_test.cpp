#include "analysis/page/series.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <set>

#include "analysis/report/money.hpp"
#include "analysis/report/sample_results.hpp"
#include "analysis/statistics/student.hpp"

namespace cxsim {
namespace {

using testing::ElementsAre;

constexpr std::size_t trained = 1, thrifty = 0, demanding = 1;

std::vector<ArmFacts> two_arms() {
  return {{"baseline", "Baseline", -1}, {"trained", "Train the desk", 40}};
}

// 100 thrifty and 300 demanding customers; both lose more in later replications.
SampleResults churning() {
  SampleResults source(two_arms(), 3, 2);
  source.set("profit", [](const RunWindow&, std::size_t) { return 1.0; });
  source.set("active_customers",
             [](const RunWindow&, std::size_t place) { return place == thrifty ? 100.0 : 300.0; });
  source.set("churned", [](const RunWindow& m, std::size_t place) {
    return (place == thrifty ? 4.0 : 0.0) + 4 * static_cast<double>(m.replication);
  });
  source.set("nps_true",
             [](const RunWindow&, std::size_t place) { return place == thrifty ? -20.0 : 40.0; });
  return source;
}

SeriesDefinition named(const std::string& name, const MonthlySource& source) {
  for (SeriesDefinition& series : series_of(source))
    if (series.name == name) return std::move(series);
  ADD_FAILURE() << "no series " << name;
  return {};
}

std::vector<double> values(const std::string& name, const MonthlySource& source, std::size_t arm,
                           std::size_t replication, std::optional<std::size_t> segment = {}) {
  return values_of(named(name, source), MonthlyResults(source), arm, replication, segment);
}

TEST(SeriesTable, NamesEachOnceAndExplainsIt) {
  const SampleResults source(two_arms(), 1, 1);
  std::set<std::string> names;
  for (const SeriesDefinition& series : series_of(source)) {
    EXPECT_TRUE(names.insert(series.name).second) << series.name << " is there twice";
    EXPECT_FALSE(series.title.empty() || series.unit.empty()) << series.name;
    EXPECT_EQ(series.meaning.back(), '.') << series.name;
    EXPECT_EQ(series.unit.find('{'), std::string::npos) << series.unit;
    EXPECT_EQ(series.format.percent, series.unit.starts_with("%")) << series.name;
  }
  EXPECT_EQ(named("revenue", source).unit, "EUR a month");
}

// A measure that was misspelt or renamed would show here.
TEST(SeriesTable, FindsItsMeasures) {
  const SampleResults source(two_arms(), 1, 1);
  for (const SeriesDefinition& series : series_of(source))
    EXPECT_NO_THROW(values_of(series, MonthlyResults(source), 0, 0)) << series.name;
}

TEST(Series, AddsCountsAndDividesThem) {
  const SampleResults source = churning();
  EXPECT_THAT(values("churned", source, 0, 1), ElementsAre(12, 12));
  EXPECT_THAT(values("churn_rate", source, 0, 1), ElementsAre(.03, .03));
}

TEST(Series, WeighsMeansByWhatTheyAreMeansOf) {
  EXPECT_THAT(values("nps_true", churning(), 0, 0), ElementsAre(25, 25));
}

TEST(Series, LooksAtOneSegment) {
  const SampleResults source = churning();
  EXPECT_THAT(values("churn_rate", source, 0, 0, thrifty), ElementsAre(.04, .04));
  EXPECT_THAT(values("nps_true", source, 0, 0, demanding), ElementsAre(40, 40));
}

TEST(Series, TellsNothingOfWhatDidNotHappen) {
  SampleResults source = churning();
  source.set("active_customers", [](const RunWindow&, std::size_t) { return 0.0; });
  EXPECT_TRUE(std::isnan(values("churn_rate", source, 0, 0)[0])) << "no customers, no rate";
  EXPECT_TRUE(std::isnan(values("nps_true", source, 0, 0)[0]));
  source.forget_runs_from(trained, 1);
  EXPECT_TRUE(std::isnan(values("acquired", source, trained, 1)[0])) << "it did not run";
  EXPECT_THAT(values("acquired", source, trained, 0), ElementsAre(0, 0));
}

TEST(Series, CostIsAllThatIsNotProfit) {
  SampleResults source(two_arms(), 1, 1);
  source.set("revenue", [](const RunWindow&, std::size_t) { return 50.0; });
  source.set("profit", [](const RunWindow&, std::size_t) { return 30.0; });
  EXPECT_THAT(values("cost", source, 0, 0), ElementsAre(70)) << "two segments paid 50 each";
}

// Invests 500 in month 2 (day 40), and earns 200 a month from the third.
SampleResults investing() {
  SampleResults source(two_arms(), 2, 5);
  source.set("profit", [](const RunWindow& m, std::size_t) {
    if (m.arm != trained || m.from == 0) return 100.0;
    return m.from == 1 ? -400.0 : 300.0;
  });
  return source;
}

double worth(double gain, double end_of_month) {
  return gain * std::pow(1.1, -(end_of_month - 40) / 365);
}

TEST(CumulativeNpv, RunsUpTheDiscountedGainFromTheDecisionOn) {
  const std::vector<double> npv = values("cumulative_npv", investing(), trained, 0);
  ASSERT_EQ(npv.size(), 5u);
  EXPECT_TRUE(std::isnan(npv[0])) << "before the decision";
  EXPECT_NEAR(npv[1], worth(-500, 60), 1e-9);
  EXPECT_NEAR(npv[2], worth(-500, 60) + worth(200, 90), 1e-9);
  EXPECT_NEAR(npv[4], worth(-500, 60) + worth(200, 90) + worth(200, 120) + worth(200, 150), 1e-9);
}

TEST(CumulativeNpv, EndsAtTheNpvOfTheDecision) {
  const SampleResults source = investing();
  const MonthlyResults results(source);
  const double npv =
      net_present_value(results, {trained, 1, 0, 5}) - net_present_value(results, {0, 1, 0, 5});
  EXPECT_NEAR(values("cumulative_npv", source, trained, 1).back(), npv, 1e-9);
}

TEST(CumulativeNpv, IsZeroForTheBaseline) {
  const std::vector<double> npv = values("cumulative_npv", investing(), 0, 0);
  EXPECT_TRUE(std::isnan(npv[0]));
  EXPECT_THAT(std::vector<double>(npv.begin() + 1, npv.end()), ElementsAre(0, 0, 0, 0));
}

TEST(CumulativeNpv, NeedsBothRuns) {
  SampleResults source = investing();
  source.forget_runs_from(0, 1);
  EXPECT_TRUE(std::isnan(values("cumulative_npv", source, trained, 1).back()));
}

TEST(CumulativeNpv, IsLeftOutWhereAnArmIsAlone) {
  const SampleResults alone({{"baseline", "Baseline", -1}}, 1, 2);
  EXPECT_FALSE(series_json(MonthlyResults(alone)).contains("cumulative_npv"));
  EXPECT_TRUE(series_json(MonthlyResults(investing())).contains("cumulative_npv"));
}

// Churned in all segments over replications: 4, 12, 20.
TEST(SeriesJson, GivesMeanAndPercentilesAMonth) {
  const SampleResults source = churning();
  const Json churned = series_json(MonthlyResults(source))["churned"];
  EXPECT_EQ(churned["title"], "Customers lost");
  EXPECT_EQ(churned["format"], (Json{{"decimals", 0}, {"percent", false}}));
  ASSERT_EQ(churned["arms"].size(), 2u);
  EXPECT_EQ(churned["arms"][0]["mean"], (Json{12, 12}));
  EXPECT_EQ(churned["arms"][0]["low"], (Json{4.8, 4.8}));
  EXPECT_EQ(churned["arms"][0]["high"], (Json{19.2, 19.2}));
}

TEST(SeriesJson, PairsReplicationsInDifferences) {
  SampleResults source = churning();
  source.set("churned", [](const RunWindow& m, std::size_t place) {
    if (place != thrifty) return 0.0;
    const auto luck = static_cast<double>(m.replication);
    return 10 * luck + (m.arm == trained ? 1 + luck : 0);
  });
  const Json churned = series_json(MonthlyResults(source))["churned"];
  EXPECT_TRUE(churned["differences"][0].is_null());
  const Json& difference = churned["differences"][trained];
  EXPECT_EQ(difference["mean"][0], 2);
  const Interval interval = t_interval(2, 1, 3);
  EXPECT_NEAR(difference["low"][0].get<double>(), interval.low, 1e-5);
  EXPECT_NEAR(difference["high"][0].get<double>(), interval.high, 1e-5);
}

TEST(SeriesJson, HasNoIntervalOfOneReplication) {
  const SampleResults source(two_arms(), 1, 1);
  const Json difference = series_json(MonthlyResults(source))["revenue"]["differences"][trained];
  EXPECT_EQ(difference.dump(), R"({"mean":[0],"low":[null],"high":[null]})");
}

TEST(SegmentSeries, GoBySegmentArmAndMonth) {
  const SampleResults source = churning();
  const Json all = segment_series_json(MonthlyResults(source));
  for (const char* name : {"active_customers", "churn_rate", "nps_true", "nps_measured", "revenue",
                           "mean_trust", "hostile_customers"})
    EXPECT_TRUE(all.contains(name)) << name;
  EXPECT_EQ(all.size(), 7u);
  EXPECT_EQ(all["active_customers"]["segments"].dump(),
            "[[[100,100],[100,100]],[[300,300],[300,300]]]");
}

}  // namespace
}  // namespace cxsim
