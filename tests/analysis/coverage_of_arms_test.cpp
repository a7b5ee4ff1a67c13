// Whether the intervals that are printed hold what they promise: small experiments on a small firm
// against the difference that thousands of replications find.
#include <gtest/gtest.h>

#include <span>
#include <vector>

#include "analysis/statistics/paired.hpp"
#include "engine/crew.hpp"
#include "engine/run.hpp"
#include "interventions/catalogue.hpp"
#include "interventions/programme.hpp"
#include "support/small_world.hpp"

namespace cxsim {
namespace {

constexpr std::size_t experiments = 200, pairs = 10, truth_pairs = 2000;

World little_firm() {
  World w = small_world(200, 180);
  w.simulation.burn_in = 60;
  w.segments[0].initial_share = .6f;
  return ready(w);
}

Programme better_touchpoints(const World& w) {
  Intervention one = usual(kinds::touchpoint_quality);
  one.changes[0] = {Operation::add, .08f};      // rational
  one.changes[4] = {Operation::multiply, .5f};  // p_fail
  return *Programme::of({one}, w.touchpoints, w.journeys);
}

struct Pairs {
  std::vector<double> satisfaction, revenue, churned;  // arm less baseline
  std::vector<double> arm_satisfaction, satisfaction_before;
};

double sum_over(const RunResult& run, SegmentSum sum) { return sum_of(run, sum); }

double mean_satisfaction(const RunResult& run) {
  return sum_over(run, SegmentSum::satisfaction) / sum_over(run, SegmentSum::active);
}

// Replications first, first + 1, …
Pairs run_pairs(std::size_t first, std::size_t count) {
  const World world = little_firm();
  const Programme nothing, better = better_touchpoints(world);
  const std::vector<const Programme*> arms{&nothing, &better};
  std::vector<std::vector<RunResult>> runs(count);
  share_out(count, [&](std::size_t k) {
    runs[k] = run_arms(world, arms, static_cast<std::uint32_t>(first + k), {});
  });
  Pairs all;
  for (const auto& run : runs) {
    const auto difference = [&](SegmentSum sum) {
      return sum_over(run[1], sum) - sum_over(run[0], sum);
    };
    all.satisfaction_before.push_back(mean_satisfaction(run[0]));
    all.arm_satisfaction.push_back(mean_satisfaction(run[1]));
    all.satisfaction.push_back(all.arm_satisfaction.back() - all.satisfaction_before.back());
    all.revenue.push_back(difference(SegmentSum::revenue));
    all.churned.push_back(difference(SegmentSum::churned));
  }
  return all;
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

// Share of experiments of ten pairs whose interval holds the truth.
template <class Which>
double coverage(const std::vector<double>& values, double truth, Which interval_of) {
  std::size_t held = 0;
  const std::vector<double> zero(pairs, 0.0);
  for (std::size_t e = 0; e < experiments; ++e) {
    const std::span<const double> some(values.data() + e * pairs, pairs);
    const Interval interval = interval_of(paired_difference(some, zero));
    held += interval.low <= truth && truth <= interval.high;
  }
  return static_cast<double>(held) / static_cast<double>(experiments);
}

class CoverageOfArms : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    truth_ = run_pairs(0, truth_pairs);
    small_ = run_pairs(truth_pairs, experiments * pairs);
  }
  static inline Pairs truth_, small_;
};

void expect_honest(const std::vector<double>& values, const std::vector<double>& truth) {
  const double covered =
      coverage(values, mean_of(truth), [](const PairedDifference& d) { return d.t; });
  EXPECT_GE(covered, .90);
  EXPECT_LE(covered, .99);
}

TEST_F(CoverageOfArms, HoldsForSatisfaction) {
  EXPECT_GT(mean_of(truth_.satisfaction), 0) << "there is something to find";
  expect_honest(small_.satisfaction, truth_.satisfaction);
}

TEST_F(CoverageOfArms, HoldsForRevenue) { expect_honest(small_.revenue, truth_.revenue); }

TEST_F(CoverageOfArms, HoldsForChurn) { expect_honest(small_.churned, truth_.churned); }

// Percentile intervals from ten pairs are known to be short; how short is told in docs/pairing.md.
TEST_F(CoverageOfArms, IsLowerForTheBootstrapOfTenPairs) {
  const double covered = coverage(small_.revenue, mean_of(truth_.revenue),
                                  [](const PairedDifference& d) { return d.bootstrap; });
  EXPECT_GE(covered, .84);
  EXPECT_LE(covered, .99);
}

TEST_F(CoverageOfArms, PairingNarrows) {
  const auto variance = [](const std::vector<double>& values) {
    const double mean = mean_of(values);
    double sum = 0;
    for (const double value : values) sum += (value - mean) * (value - mean);
    return sum / static_cast<double>(values.size() - 1);
  };
  const double unpaired = variance(truth_.arm_satisfaction) + variance(truth_.satisfaction_before);
  EXPECT_GT(unpaired, 2 * variance(truth_.satisfaction));
}

}  // namespace
}  // namespace cxsim
