// Chance in tests: fixed dice, and how far a sample may stray from theory (five standard errors).
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace cxsim {

inline constexpr double strays = 5;  // standard errors; once in two million by chance

// The same uniforms on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  float uniform() { return static_cast<float>(engine_() >> 40) * 0x1p-24f; }  // in [0, 1)
  bool happens(double probability) { return static_cast<double>(uniform()) < probability; }
  std::uint64_t below(std::uint64_t count) { return engine_() % count; }

 private:
  std::mt19937_64 engine_;
};

// Count, mean, variance of a sample.
class Sample {
 public:
  void add(double x) {
    ++count_;
    const double from = x - mean_;
    mean_ += from / static_cast<double>(count_);
    squares_ += from * (x - mean_);
  }
  std::size_t count() const { return count_; }
  double mean() const { return mean_; }
  double variance() const { return squares_ / static_cast<double>(count_ - 1); }

 private:
  std::size_t count_ = 0;
  double mean_ = 0, squares_ = 0;
};

inline void expect_count(double found, double trials, double probability) {
  const double error = std::sqrt(trials * probability * (1 - probability));
  EXPECT_NEAR(found, trials * probability, strays * error + 1e-9)
      << "of " << trials << " with probability " << probability;
}

inline void expect_mean(const Sample& sample, double mean, double sd) {
  ASSERT_GT(sample.count(), 1u);
  EXPECT_NEAR(sample.mean(), mean, strays * sd / std::sqrt(static_cast<double>(sample.count())));
}

// A sample variance, by the fourth central moment of the distribution.
inline void expect_variance(const Sample& sample, double variance, double fourth_moment) {
  const auto n = static_cast<double>(sample.count());
  const double error = std::sqrt((fourth_moment - variance * variance * (n - 3) / (n - 1)) / n);
  EXPECT_NEAR(sample.variance(), variance, strays * error);
}

inline double chi_square(const std::vector<double>& found, const std::vector<double>& expected) {
  double sum = 0;
  for (std::size_t k = 0; k < found.size(); ++k)
    sum += (found[k] - expected[k]) * (found[k] - expected[k]) / expected[k];
  return sum;
}

// The value that chi-square passes once in two million (Wilson and Hilferty 1931).
inline double chi_square_limit(std::size_t degrees_of_freedom) {
  const auto k = static_cast<double>(degrees_of_freedom);
  const double spread = 2 / (9 * k);
  return k * std::pow(1 - spread + strays * std::sqrt(spread), 3);
}

inline void expect_shares(const std::vector<double>& found,
                          const std::vector<double>& probability) {
  double trials = 0;
  for (const double count : found) trials += count;
  std::vector<double> expected;
  for (const double p : probability) expected.push_back(p * trials);
  EXPECT_LT(chi_square(found, expected), chi_square_limit(found.size() - 1));
}

}  // namespace cxsim
