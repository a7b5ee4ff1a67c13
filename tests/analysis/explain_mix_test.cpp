#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

#include "analysis/explain/mix.hpp"
#include "analysis/statistics/interval.hpp"

namespace cxsim {
namespace {

double sum(const MixedChange& change) {
  return std::accumulate(change.own.begin(), change.own.end(), change.mix);
}

TEST(SplitMean, WeighsEachByTheMidpointOfTheOther) {
  const std::vector<Part> before{{30, .1}, {10, .5}}, after{{20, .2}, {20, .3}};
  const MixedChange change = split_mean(before, after);
  EXPECT_NEAR(change.before, .2, 1e-12);
  EXPECT_NEAR(change.after, .25, 1e-12);
  EXPECT_NEAR(change.own[0], .1 * (.75 + .5) / 2, 1e-12);
  EXPECT_NEAR(change.own[1], -.2 * (.25 + .5) / 2, 1e-12);
  EXPECT_NEAR(change.mix, -.25 * .15 + .25 * .4, 1e-12);
}

TEST(SplitMean, IsAllMixWhereNoPartChanges) {
  const MixedChange change =
      split_mean(std::vector<Part>{{1, .1}, {1, .5}}, std::vector<Part>{{3, .1}, {1, .5}});
  EXPECT_DOUBLE_EQ(change.own[0], 0);
  EXPECT_DOUBLE_EQ(change.own[1], 0);
  EXPECT_NEAR(change.mix, -.1, 1e-12);
}

TEST(SplitMean, TakesAPartThatIsNewForMix) {
  const MixedChange change =
      split_mean(std::vector<Part>{{4, .1}, {0, not_known}}, std::vector<Part>{{4, .1}, {4, .7}});
  EXPECT_DOUBLE_EQ(change.own[1], 0);
  EXPECT_NEAR(change.mix, .3, 1e-12);
}

TEST(SplitMean, KnowsNothingWhereNothingWeighs) {
  const MixedChange change =
      split_mean(std::vector<Part>{{0, not_known}}, std::vector<Part>{{1, .2}});
  EXPECT_TRUE(std::isnan(change.before));
}

RC_GTEST_PROP(SplitMean, AddsUpToTheChangeOfTheMean,
              (std::vector<std::array<std::int8_t, 4>> raw)) {
  std::vector<Part> before{{1, 0}}, after{{2, 1}};
  for (const auto& r : raw) {
    const auto part = [](int weight, int mean) {
      return Part{std::abs(weight) + 0.0, weight == 0 ? not_known : mean / 100.0};
    };
    before.push_back(part(r[0], r[1]));
    after.push_back(part(r[2], r[3]));
  }
  const MixedChange change = split_mean(before, after);
  RC_ASSERT(std::abs(sum(change) - (change.after - change.before)) < 1e-9);
}

TEST(SplitProduct, SharesTheCornerEvenly) {
  const Factors change = split_product({2, 10}, {3, 14});
  EXPECT_DOUBLE_EQ(change.first, 12);
  EXPECT_DOUBLE_EQ(change.second, 10);
  EXPECT_DOUBLE_EQ(change.first + change.second, 3 * 14 - 2 * 10);
}

TEST(SplitProduct, GivesAllToTheFirstWhereTheSecondIsUnknown) {
  const Factors change = split_product({0, not_known}, {3, 14});
  EXPECT_DOUBLE_EQ(change.first, 42);
  EXPECT_DOUBLE_EQ(change.second, 0);
  const Factors nothing = split_product({0, not_known}, {0, not_known});
  EXPECT_DOUBLE_EQ(nothing.first, 0);
  EXPECT_DOUBLE_EQ(nothing.second, 0);
}

}  // namespace
}  // namespace cxsim
