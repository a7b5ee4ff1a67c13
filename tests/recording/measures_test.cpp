#include "recording/measures.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <set>
#include <string>

#include "recording/output_format.hpp"
#include "recording/result_dimensions.hpp"
#include "result_sample.hpp"

namespace cxsim {
namespace {

using testing::HasSubstr;
using testing::StartsWith;
using S = SegmentSum;
using T = TouchpointSum;
using J = JourneySum;
using D = DepartmentSum;
using C = CompanySum;

constexpr SegmentId first_segment(0), second_segment(1);
constexpr TouchpointId web(0), call(1), visit(2);
constexpr JourneyId join_journey(0), fix(1);
constexpr DepartmentId service(0), field(1);

// Adds sums of one row of a month.
template <class Sum, class Row>
void fill(Tally& month, Row row, std::initializer_list<std::pair<Sum, double>> sums) {
  for (const auto& [sum, amount] : sums) month.of(row, sum).add(amount);
}

void fill_segments(Tally& month) {
  fill<S>(month, first_segment,
          {{S::active, 200},
           {S::unaware, 51},
           {S::aware, 52},
           {S::considering, 53},
           {S::former, 54},
           {S::cultivated, 55},
           {S::advocates, 56},
           {S::at_risk, 57},
           {S::value_adders, 58},
           {S::hostile, 59},
           {S::acquired, 31},
           {S::won_back, 32},
           {S::churned, 33},
           {S::promoters, 90},
           {S::passives, 80},
           {S::detractors, 30},
           {S::nps_answers, 40},
           {S::nps_promoters, 21},
           {S::nps_detractors, 11},
           {S::wom_positive, 61},
           {S::wom_negative, 62},
           {S::ces_points, 55},
           {S::ces_answers, 10},
           {S::valence, 20},
           {S::trust, 100},
           {S::commitment, 60},
           {S::satisfaction, -50},
           {S::net_preference, 150},
           {S::preferring, 120},
           {S::csat_points, 820},
           {S::revenue, 6000.5},
           {S::cost_of_goods, 2000},
           {S::contact_cost, 300},
           {S::recovery_cost, 70},
           {S::care_cost, 5},
           {S::acquisition_cost, 80},
           {S::programme_cost, 25},
           {S::missed_opportunity, 400},
           {S::inconsistency, 30},
           {S::inconsistency_people, 90},
           {S::looked, 34},
           {S::benefit_cost, 6},
           {S::preference_quality, 20},
           {S::preference_satisfaction, 40},
           {S::preference_implicit, 60},
           {S::preference_commitment, 80},
           {S::preference_trust, 100},
           {S::preference_equity, 120},
           {S::preference_price, 140},
           {S::preference_hostility, 160},
           {S::preference_rivals, 180}});
  fill<S>(month, second_segment,
          {{S::revenue, 1000},
           {S::cost_of_goods, 350},
           {S::contact_cost, 40},
           {S::recovery_cost, 30},
           {S::care_cost, 20},
           {S::acquisition_cost, 10},
           {S::programme_cost, 5},
           {S::missed_opportunity, 100},
           {S::inconsistency, 20},
           {S::inconsistency_people, 10}});
}

void fill_rest(Tally& month) {
  fill<T>(month, call,
          {{T::contacts, 80},
           {T::bot_contacts, 7},
           {T::failures, 9},
           {T::repeats, 13},
           {T::surveys, 20},
           {T::satisfied, 15},
           {T::survey_points, 78},
           {T::gap, -8},
           {T::gap_seen, -2},
           {T::gaps_seen, 10},
           {T::wait, 96},
           {T::waits, 64}});
  fill<J>(month, fix,
          {{J::closed, 50},
           {J::abandoned, 4},
           {J::satisfied, 30},
           {J::csat_points, 190},
           {J::experience, 10}});
  fill<D>(month, field,
          {{D::load, 24}, {D::morale, 15}, {D::wait, 90}, {D::minutes, 1234.5}, {D::days, 30}});
  month.of(C::complaints).count(71);
  month.of(C::recoveries).count(72);
  month.of(C::recoveries_succeeded).count(73);
  month.of(C::first_recoveries).count(8);
  month.of(C::first_recovery_gain).add(2);
  month.of(C::repeat_recoveries).count(4);
  month.of(C::repeat_recovery_gain).add(-.5);
  month.of(C::failed_recoveries).count(2);
  month.of(C::failed_recovery_gain).add(-1);
  month.of(C::people_reached).count(77);
  month.of(C::handoffs_lost).count(74);
  month.of(C::messages_sent).count(75);
  month.of(C::messages_heard).count(76);
  month.of(C::advertising_cost).add(50);
  month.of(C::intervention_cost).add(500);
  month.of(C::reputation).add(.625);
  month.of(C::stars_1).count(3);
  month.of(C::stars_4).count(8);
  month.upstream_touchpoints.count(visit, TouchpointId());
  month.upstream_touchpoints.count(visit, call);
  month.upstream_causes.count(web, RootCauseId(0));
}

class Measures : public testing::Test {
 protected:
  Measures() {
    fill_segments(month_);
    fill_rest(month_);
  }
  double value(const std::string& name, Cell cell = {}) const {
    const Measure* measure = find_measure(name);
    return measure == nullptr ? -1e9 : measure->value(month_, cell);
  }

  Tally month_ = small_month();
};

struct Expected {
  std::size_t row;
  double value;
};

// One entry for each measure along one dimension or none.
const std::map<std::string, Expected> expected{
    {"active_customers", {0, 200}},
    {"unaware", {0, 51}},
    {"aware", {0, 52}},
    {"considering", {0, 53}},
    {"former", {0, 54}},
    {"cultivated", {0, 55}},
    {"advocates", {0, 56}},
    {"at_risk", {0, 57}},
    {"value_adders", {0, 58}},
    {"hostile_customers", {0, 59}},
    {"acquired", {0, 31}},
    {"won_back", {0, 32}},
    {"looked", {0, 34}},
    {"churned", {0, 33}},
    {"promoters", {0, 90}},
    {"passives", {0, 80}},
    {"detractors", {0, 30}},
    {"nps_true", {0, 30}},
    {"nps_measured", {0, 25}},
    {"nps_answers", {0, 40}},
    {"nps_promoters", {0, 21}},
    {"nps_detractors", {0, 11}},
    {"wom_positive", {0, 61}},
    {"wom_negative", {0, 62}},
    {"relationship_csat", {0, 4.1}},
    {"ces", {0, 5.5}},
    {"ces_answers", {0, 10}},
    {"mean_valence", {0, .1}},
    {"mean_trust", {0, .5}},
    {"mean_commitment", {0, .3}},
    {"mean_satisfaction", {0, -.25}},
    {"effective_net_preference", {0, .75}},
    {"net_preference_share", {0, .6}},
    {"preference_quality", {0, .1}},
    {"preference_satisfaction", {0, .2}},
    {"preference_implicit", {0, .3}},
    {"preference_commitment", {0, .4}},
    {"preference_trust", {0, .5}},
    {"preference_equity", {0, .6}},
    {"preference_price", {0, .7}},
    {"preference_hostility", {0, .8}},
    {"preference_rivals", {0, .9}},
    {"revenue", {0, 6000.5}},
    {"cost_of_goods", {0, 2000}},
    {"cost_to_serve", {0, 375}},
    {"contact_cost", {0, 300}},
    {"recovery_cost", {0, 70}},
    {"care_cost", {0, 5}},
    {"benefit_cost", {0, 6}},
    {"acquisition_cost", {0, 80}},
    {"touchpoint_contacts", {1, 80}},
    {"touchpoint_bot_contacts", {1, 7}},
    {"touchpoint_failures", {1, 9}},
    {"failure_demand", {1, 13}},
    {"touchpoint_surveys", {1, 20}},
    {"touchpoint_csat", {1, 3.9}},
    {"touchpoint_satisfied_share", {1, .75}},
    {"touchpoint_gap", {1, -.1}},
    {"touchpoint_gap_seen", {1, -.2}},
    {"touchpoint_gaps_seen", {1, 10}},
    {"touchpoint_wait", {1, 1.5}},
    {"touchpoint_waits", {1, 64}},
    {"journey_closed", {1, 50}},
    {"journey_abandoned", {1, 4}},
    {"journey_satisfied_share", {1, .6}},
    {"journey_csat", {1, 3.8}},
    {"journey_mean_experience", {1, .2}},
    {"department_load", {1, .8}},
    {"department_morale", {1, .5}},
    {"department_wait", {1, 3}},
    {"department_minutes", {1, 1234.5}},
    {"root_cause_level", {0, 1.25}},
    {"reviews", {3, 8}},
    {"programme_cost", {0, 30}},
    {"advertising_cost", {0, 50}},
    {"intervention_cost", {0, 500}},
    {"profit", {0, 7000.5 - 2350 - 465 - 90 - 30 - 6 - 50 - 500}},
    {"missed_opportunity", {0, 500}},
    {"complaints", {0, 71}},
    {"recoveries", {0, 72}},
    {"recoveries_succeeded", {0, 73}},
    {"recovery_first_gain", {0, .25}},
    {"recovery_repeat_gain", {0, -.125}},
    {"recovery_failed_gain", {0, -.5}},
    {"people_reached", {0, 77}},
    {"handoffs_lost", {0, 74}},
    {"messages_sent", {0, 75}},
    {"messages_heard", {0, 76}},
    {"review_stars", {0, 3.5}},
    {"inconsistency", {0, .5}},
};

TEST_F(Measures, FollowTheirFormulas) {
  for (const Measure& measure : measures()) {
    if (lengths_along(measure.axis, shape_of(small_world())).size() > 1) continue;
    const auto found = expected.find(std::string(measure.name));
    ASSERT_NE(found, expected.end()) << measure.name << " has no expectation here";
    EXPECT_NEAR(value(found->first, {found->second.row}), found->second.value, 1e-5)
        << measure.name;
  }
}

TEST_F(Measures, CountTheReasonsOfContactsWithNoneFirst) {
  EXPECT_EQ(value("contact_reasons", {2, 0}), 1);
  EXPECT_EQ(value("contact_reasons", {2, 2}), 1);
  EXPECT_EQ(value("contact_reasons", {2, 1}), 0);
  EXPECT_EQ(value("contact_causes", {0, 1}), 1);
  EXPECT_EQ(value("contact_causes", {0, 0}), 0);
}

TEST_F(Measures, KeepReviewsApartByTheirStars) {
  EXPECT_EQ(value("reviews", {0}), 3);
  EXPECT_EQ(value("reviews", {4}), 0);
}

TEST_F(Measures, AreUnknownWhereNobodyWasAsked) {
  for (const Measure& measure : measures()) {
    if (measure.axis != Axis::segment && measure.axis != Axis::touchpoint) continue;
    const double nobody = measure.value(small_month(), {});
    if (measure.type == NumberType::float32)
      EXPECT_TRUE(std::isnan(nobody)) << measure.name;
    else
      EXPECT_EQ(nobody, 0) << measure.name;
  }
}

TEST_F(Measures, LieInTheOrderMonthRowColumn) {
  const TallyShape shape = shape_of(small_world());
  const std::vector<Tally> months{small_month(), month_};
  const auto by_segment = values_of(*find_measure("active_customers"), months, shape);
  EXPECT_EQ(by_segment, (std::vector<double>{0, 0, 200, 0}));
  const auto reasons = values_of(*find_measure("contact_reasons"), months, shape);
  ASSERT_EQ(reasons.size(), 2 * 3 * 4);
  EXPECT_EQ(reasons[12 + 2 * 4 + 2], 1);
  EXPECT_EQ(values_of(*find_measure("complaints"), months, shape), (std::vector<double>{0, 71}));
}

enum class Kind : unsigned char { integer, floating };
using Contract = std::map<std::string, Kind>;
constexpr Kind i = Kind::integer, f = Kind::floating;

// The datasets that readers were promised.
const std::map<Axis, Contract> contract{
    {Axis::segment,
     {{"active_customers", i},
      {"acquired", i},
      {"churned", i},
      {"won_back", i},
      {"promoters", i},
      {"passives", i},
      {"detractors", i},
      {"nps_true", f},
      {"nps_measured", f},
      {"revenue", f},
      {"cost_to_serve", f},
      {"wom_positive", i},
      {"wom_negative", i},
      {"mean_valence", f},
      {"mean_trust", f},
      {"mean_commitment", f},
      {"mean_satisfaction", f},
      {"hostile_customers", i},
      {"effective_net_preference", f},
      {"net_preference_share", f},
      {"ces", f},
      {"cost_of_goods", f},
      {"acquisition_cost", f}}},
    {Axis::touchpoint,
     {{"touchpoint_contacts", i},
      {"touchpoint_csat", f},
      {"touchpoint_satisfied_share", f},
      {"touchpoint_gap", f},
      {"touchpoint_gap_seen", f},
      {"touchpoint_wait", f},
      {"touchpoint_failures", i},
      {"failure_demand", i}}},
    {Axis::touchpoint_by_upstream, {{"contact_reasons", i}}},
    {Axis::journey,
     {{"journey_closed", i}, {"journey_abandoned", i}, {"journey_satisfied_share", f}}},
    {Axis::department, {{"department_load", f}, {"department_morale", f}}},
    {Axis::company,
     {{"programme_cost", f},
      {"intervention_cost", f},
      {"profit", f},
      {"review_stars", f},
      {"complaints", i},
      {"recoveries", i},
      {"inconsistency", f},
      {"missed_opportunity", f}}},
};

TEST_F(Measures, KeepTheContract) {
  for (const auto& [axis, names] : contract)
    for (const auto& [name, kind] : names) {
      const Measure* measure = find_measure(name);
      ASSERT_NE(measure, nullptr) << name;
      EXPECT_EQ(measure->axis, axis) << name;
      EXPECT_EQ(is_floating(measure->type), kind == Kind::floating) << name;
    }
}

TEST_F(Measures, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const DimensionText& dimension : root_dimensions()) names.insert(dimension.name);
  for (const Measure& measure : measures())
    EXPECT_TRUE(names.insert(measure.name).second) << measure.name << " is taken";
}

TEST_F(Measures, SayWhatTheyAre) {
  const std::set<std::string_view> read_as_time_spans{"days", "hours", "minutes", "seconds"};
  for (const Measure& measure : measures()) {
    EXPECT_FALSE(measure.long_name.empty()) << measure.name;
    EXPECT_FALSE(measure.units.empty()) << measure.name;
    EXPECT_EQ(read_as_time_spans.count(measure.units), 0) << measure.name;
  }
}

TEST(OutputFormat, DescribesEveryMeasureOnce) {
  const std::string page = output_format_markdown();
  EXPECT_THAT(page, StartsWith("# "));
  for (const Measure& measure : measures()) {
    const std::string row = "| `" + std::string(measure.name) + "` | ";
    const auto first = page.find(row);
    ASSERT_NE(first, std::string::npos) << measure.name;
    EXPECT_EQ(page.find(row + (is_floating(measure.type) ? "float" : "int"), first), first);
  }
  for (const DimensionText& dimension : root_dimensions())
    EXPECT_THAT(page, HasSubstr("| `" + std::string(dimension.name) + "` | "));
}

}  // namespace
}  // namespace cxsim
