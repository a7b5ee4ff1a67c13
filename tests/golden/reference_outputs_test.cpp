// Table A13: the six maturity stages against the outputs of an independent implementation, counted
// as docs/model.md says. Prints the comparison; docs/reference-outputs.md holds it.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "engine/crew.hpp"
#include "engine/run.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {
namespace {

constexpr std::size_t seeds = 10;  // churn and acquisition need ten
constexpr std::size_t first_window_month = 48, months = 60;
constexpr std::size_t join = 0, move = 4;  // journeys of the reference firm

enum Column {
  active,
  nps,
  nps_measured,
  churn,
  acquired,
  revenue,
  cost,
  touch,
  joins,
  moves,
  wom,
  stars,
  columns
};
using Row = std::array<double, columns>;

constexpr std::array<const char*, columns> titles = {
    "active",    "true NPS",   "measured NPS", "churn/mo", "acquired/mo", "revenue/cust",
    "cost/cust", "touch CSAT", "JOIN sat",     "MOVE sat", "PWOM:NWOM",   "stars"};

constexpr std::array<Row, 6> reference = {{
    {5736, -6.4, .7, .0212, 112, 31.0, 19.8, .868, .289, .500, 1.96, 3.31},
    {6308, .3, 7.9, .0196, 117, 31.0, 19.6, .889, .349, .556, 2.27, 3.43},
    {7166, 8.8, 16.5, .0174, 126, 30.8, 19.2, .913, .442, .631, 2.84, 3.56},
    {9091, 23.6, 30.6, .0134, 143, 30.5, 17.6, .951, .651, .797, 5.83, 3.94},
    {10660, 33.6, 39.8, .0112, 157, 30.5, 16.3, .979, .867, .937, 18.9, 4.28},
    {11670, 41.6, 47.7, .0098, 161, 30.5, 16.1, .987, .950, .971, 30.6, 4.39},
}};

double segment(const Tally& t, SegmentSum sum) { return t.segments.value(0, sum); }

double all_costs(const Tally& t) {
  double sum = 0;
  for (const SegmentSum part :
       {SegmentSum::cost_of_goods, SegmentSum::contact_cost, SegmentSum::recovery_cost,
        SegmentSum::care_cost, SegmentSum::acquisition_cost, SegmentSum::programme_cost})
    sum += segment(t, part);
  return sum;
}

double net_promoters(const Tally& t, SegmentSum promote, SegmentSum detract, SegmentSum all) {
  return 100 * (segment(t, promote) - segment(t, detract)) / segment(t, all);
}

double satisfied(const std::vector<Tally>& run, std::size_t journey) {
  double closed = 0, pleased = 0;
  for (std::size_t month = 3; month < months; ++month) {  // closes after day 90
    closed += run[month].journeys.value(journey, JourneySum::closed);
    pleased += run[month].journeys.value(journey, JourneySum::satisfied);
  }
  return pleased / closed;
}

Row count(const std::vector<Tally>& run) {
  Row row{};
  constexpr double window = months - first_window_month;
  row[active] = segment(run.back(), SegmentSum::active);
  for (std::size_t month = first_window_month; month < months; ++month) {
    const Tally& t = run[month];
    row[nps] +=
        net_promoters(t, SegmentSum::promoters, SegmentSum::detractors, SegmentSum::active) /
        window;
    row[nps_measured] += net_promoters(t, SegmentSum::nps_promoters, SegmentSum::nps_detractors,
                                       SegmentSum::nps_answers) /
                         window;
    row[churn] += segment(t, SegmentSum::churned) / segment(t, SegmentSum::active) / window;
    row[acquired] += segment(t, SegmentSum::acquired) / window;
    row[revenue] += segment(t, SegmentSum::revenue) / window / row[active];
    row[cost] += all_costs(t) / window / row[active];
  }
  double surveys = 0, pleased = 0, good = 0, bad = 0;
  for (const Tally& t : run) {
    for (std::size_t at = 0; at < t.touchpoints.rows(); ++at) {
      surveys += t.touchpoints.value(at, TouchpointSum::surveys);
      pleased += t.touchpoints.value(at, TouchpointSum::satisfied);
    }
    good += segment(t, SegmentSum::wom_positive);
    bad += segment(t, SegmentSum::wom_negative);
  }
  row[touch] = pleased / surveys;
  row[joins] = satisfied(run, join);
  row[moves] = satisfied(run, move);
  row[wom] = good / bad;
  row[stars] = 1 + 4 * run.back().company.value(0, CompanySum::reputation);
  return row;
}

Row mean_over_seeds(int stage) {
  const std::string folder = std::string(CXSIM_SOURCE_DIR) + "/scenarios/";
  const auto scenario =
      read_scenario(folder + "bases/broadband.toml",
                    {"company.maturity_stage=" + std::to_string(stage), "simulation.people=20000",
                     "simulation.days=1825", "simulation.burn_in=0", "simulation.seed=1"});
  EXPECT_TRUE(scenario);
  std::vector<Row> rows(seeds);
  share_out(seeds, [&](std::size_t seed) {
    rows[seed] = count(run(scenario->world, static_cast<std::uint32_t>(seed), {}).months);
  });
  Row mean{};
  for (const Row& row : rows)
    for (std::size_t c = 0; c < columns; ++c) mean[c] += row[c] / seeds;
  return mean;
}

// The pass mark of a column: 5%, 2 points of NPS, .01 of a share.
double tolerance(std::size_t column, double expected) {
  if (column == nps || column == nps_measured) return 2;
  if (column == touch || column == joins || column == moves) return .01;
  return .05 * std::abs(expected);
}

class ReferenceOutputs : public testing::TestWithParam<int> {};

TEST_P(ReferenceOutputs, HoldAtStage) {
  const int stage = GetParam();
  const Row ours = mean_over_seeds(stage);
  const Row& theirs = reference[static_cast<std::size_t>(stage - 1)];
  std::printf("| %d |", stage);
  for (std::size_t c = 0; c < columns; ++c) {
    const bool share = c == touch || c == joins || c == moves;
    const int decimals = c == churn                     ? 4
                         : share                        ? 3
                         : c == active || c == acquired ? 0
                         : c == wom || c == stars       ? 2
                                                        : 1;
    std::printf(" %.*f (%.*f) |", decimals, ours[c], decimals, theirs[c]);
    EXPECT_NEAR(ours[c], theirs[c], tolerance(c, theirs[c])) << titles[c] << " at stage " << stage;
  }
  std::printf("\n");
}

INSTANTIATE_TEST_SUITE_P(SixStages, ReferenceOutputs, testing::Range(1, 7));

}  // namespace
}  // namespace cxsim
