#include "base/fixed_sum.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace cxsim {
namespace {

FixedSum sum_of(const std::vector<double>& terms) {
  FixedSum sum;
  for (const double term : terms) sum.add(term);
  return sum;
}

TEST(FixedSum, DoesNotDependOnTheOrderOfItsTerms) {
  std::mt19937_64 random(1);
  std::vector<double> terms;
  for (int k = 0; k < 10000; ++k)
    terms.push_back(std::ldexp(static_cast<double>(random() >> 11) - 0x1p52, -50 + k % 40));
  const FixedSum first = sum_of(terms);
  for (int again = 0; again < 10; ++again) {
    std::shuffle(terms.begin(), terms.end(), random);
    EXPECT_EQ(sum_of(terms), first);
  }
}

TEST(FixedSum, DoesNotDependOnHowItIsDivided) {
  std::vector<double> terms;
  for (int k = 0; k < 999; ++k) terms.push_back(.1 * k - 7.3);
  FixedSum parts;
  for (std::size_t from = 0; from < terms.size(); from += 37) {
    const std::size_t to = std::min(from + 37, terms.size());
    parts.add(sum_of({terms.begin() + static_cast<std::ptrdiff_t>(from),
                      terms.begin() + static_cast<std::ptrdiff_t>(to)}));
  }
  EXPECT_EQ(parts, sum_of(terms));
}

TEST(FixedSum, RoundsEachTermToItsResolution) {
  FixedSum sum;
  sum.add(FixedSum::resolution * .49);
  EXPECT_EQ(sum.value(), 0);
  sum.add(FixedSum::resolution * .51);
  EXPECT_EQ(sum.value(), FixedSum::resolution);
  sum.add(-FixedSum::resolution);
  EXPECT_EQ(sum.value(), 0);
}

TEST(FixedSum, StaysWithinHalfAUnitATerm) {
  FixedSum sum;
  double exact = 0;
  for (int k = 0; k < 1000; ++k) {
    sum.add(1.0 / 3);
    exact += 1.0 / 3;
  }
  EXPECT_NEAR(sum.value(), exact, 1000 * FixedSum::resolution / 2);
}

TEST(FixedSum, CountsWholeNumbersExactly) {
  FixedSum sum;
  sum.count();
  sum.count(41);
  EXPECT_EQ(sum.value(), 42);
  sum.count(-42);
  EXPECT_EQ(sum, FixedSum());
  sum.count(8'000'000'000'000);
  EXPECT_EQ(sum.value(), 8e12);
}

TEST(FixedSum, ClearsToZero) {
  FixedSum sum;
  sum.add(3.5);
  sum.clear();
  EXPECT_EQ(sum.value(), 0);
}

}  // namespace
}  // namespace cxsim
