#include "analysis/statistics/sobol_indices.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "known_functions.hpp"

namespace cxsim {
namespace {

double worst_error(const KnownFunction& f, const std::vector<SobolIndex>& found) {
  double worst = 0;
  for (std::size_t j = 0; j < f.parameters; ++j)
    worst = std::max(
        {worst, std::fabs(found[j].first - f.first[j]), std::fabs(found[j].total - f.total[j])});
  return worst;
}

double worst_error_over_seeds(const KnownFunction& f, std::size_t n, std::uint64_t seeds) {
  double worst = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed)
    worst = std::max(worst, worst_error(f, sobol_indices(f.over(saltelli(n, f.parameters, seed)),
                                                         f.parameters)));
  return worst;
}

TEST(SobolIndices, AreAsTheirFormulasSay) {
  // One parameter: AB is B. Values A 1 B 3, A -1 B -3, A 0 B 0: V = (2 + 18) / 6; the mean is 0.
  const std::vector<double> values{1, 3, 3, -1, -3, -3, 0, 0, 0};
  // B AB = 9, 9, 0 and B A = 3, 3, 0: c = 3 is held at 1, so first = (6 + 6) / 3 / V.
  // Total = (4 + 4) / 6 / V.
  const SobolIndex found = sobol_indices(values, 1).front();
  EXPECT_NEAR(found.first, 4 / (20.0 / 6), 1e-12);
  EXPECT_NEAR(found.total, 8.0 / 6 / (20.0 / 6), 1e-12);
}

TEST(SobolIndices, OfIshigamiAreWithinTwoHundredthsAt2048) {
  EXPECT_LT(worst_error_over_seeds(ishigami(), 2048, 100), .02);
}

TEST(SobolIndices, OfSobolGAreWithinTwoHundredthsAt2048) {
  EXPECT_LT(worst_error_over_seeds(sobol_g(), 2048, 10), .02);
}

TEST(SobolIndices, OfAnIdleParameterAreZero) {
  const auto values = [](const UnitDesign& design) {
    std::vector<double> found;
    for (std::size_t point = 0; point < design.points(); ++point)
      found.push_back(design.point(point)[0]);
    return found;
  };
  const std::vector<SobolIndex> found = sobol_indices(values(saltelli(32, 2, 1)), 2);
  EXPECT_NEAR(found[0].first, 1, .05);
  EXPECT_NEAR(found[0].total, 1, .05);
  EXPECT_NEAR(found[1].first, 0, 1e-12);
  EXPECT_EQ(found[1].total, 0);
}

TEST(SobolIndices, DoNotMindWhereZeroIs) {
  const KnownFunction f = ishigami();
  std::vector<double> values = f.over(saltelli(64, 3, 1));
  const std::vector<SobolIndex> before = sobol_indices(values, 3);
  for (double& value : values) value = 16 * value + 1e5;
  const std::vector<SobolIndex> after = sobol_indices(values, 3);
  for (std::size_t j = 0; j < 3; ++j) {
    EXPECT_NEAR(after[j].first, before[j].first, 1e-8);
    EXPECT_NEAR(after[j].total_interval.high, before[j].total_interval.high, 1e-8);
  }
}

// With independent points the bootstrap's assumption holds.
TEST(SobolIndices, AreCoveredNineteenTimesInTwenty) {
  const KnownFunction f = ishigami();
  const int samples = 200;
  double first = 0, total = 0;
  for (std::uint64_t seed = 1; seed <= samples; ++seed) {
    const UnitDesign ab = random(512, 6, seed);
    std::vector<double> values;
    for (std::size_t block = 0; block < ab.points(); ++block) {
      const auto a = ab.point(block).first(3), b = ab.point(block).last(3);
      values.push_back(f.at(a));
      values.push_back(f.at(b));
      for (std::size_t j = 0; j < 3; ++j) {
        std::vector<double> mixed(a.begin(), a.end());
        mixed[j] = b[j];
        values.push_back(f.at(mixed));
      }
    }
    const std::vector<SobolIndex> found = sobol_indices(values, 3);
    for (std::size_t j = 0; j < 3; ++j) {
      first += covers(found[j].first_interval, f.first[j]) ? 1.0 / (3 * samples) : 0;
      total += covers(found[j].total_interval, f.total[j]) ? 1.0 / (3 * samples) : 0;
    }
  }
  EXPECT_NEAR(first, .95, .035);
  EXPECT_NEAR(total, .95, .035);
}

TEST(SobolIndices, LeaveOutBlocksThatAreNotKnown) {
  const KnownFunction f = ishigami();
  std::vector<double> values = f.over(saltelli(64, 3, 1));
  const std::vector<SobolIndex> before = sobol_indices(values, 3);
  const std::vector<double> broken{1, 2, not_known, 3, 4};
  values.insert(values.begin() + 50, broken.begin(), broken.end());
  const std::vector<SobolIndex> after = sobol_indices(values, 3);
  for (std::size_t j = 0; j < 3; ++j) {
    EXPECT_EQ(after[j].first, before[j].first);
    EXPECT_EQ(after[j].first_interval.low, before[j].first_interval.low);
  }
}

TEST(SobolIndices, AreUnknownOfConstantsAndOfTooFew) {
  for (const auto& values : {std::vector<double>(40, .1), {}, {1, 2, 3, 4}}) {
    const std::vector<SobolIndex> found = sobol_indices(values, 2);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_TRUE(std::isnan(found[0].first));
    EXPECT_TRUE(std::isnan(found[1].total));
    EXPECT_FALSE(is_known(found[1].total_interval));
  }
}

}  // namespace
}  // namespace cxsim
