#include "base/functions.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace cxsim {
namespace {

// Every 251st number there is, of either sign, the infinities, and all that is next to the ends
// at which a function holds its argument.
template <class See>
void over_all_numbers(See see) {
  const auto bits_of = [](float x) { return std::bit_cast<std::uint32_t>(x); };
  constexpr float infinity = std::numeric_limits<float>::infinity();
  const auto both = [&](std::uint32_t bits) {
    see(std::bit_cast<float>(bits));
    see(-std::bit_cast<float>(bits));
  };
  for (std::uint32_t bits = 0; bits < bits_of(infinity); bits += 251) both(bits);
  for (std::uint32_t apart = 0; apart < 4096; ++apart) {
    both(apart);
    both(bits_of(infinity) - apart);
    for (const float end : {.5f, 1.0f, 44.0f, 87.0f, 88.0f, 126.0f, 127.0f})
      both(bits_of(end) + apart - 2048);
  }
}

struct Worst {
  long double error = 0;
  float at = 0;

  void see(float x, long double found) {
    if (std::isnan(error) || found <= error) return;  // what is no number stays
    error = found;
    at = x;
  }
};

// The greatest error of `ours` over all numbers, as `distance` measures it.
template <class Ours, class Exact, class Distance>
Worst worst(Ours ours, Exact exact, Distance distance) {
  Worst found;
  over_all_numbers([&](float x) {
    found.see(x, distance(static_cast<long double>(ours(x)), exact(static_cast<long double>(x))));
  });
  return found;
}

long double held(long double x, long double low, long double high) {
  return std::fmin(std::fmax(x, low), high);
}

long double relative(long double found, long double exact) {
  return std::fabs(found - exact) / std::fabs(exact);
}

long double absolute(long double found, long double exact) { return std::fabs(found - exact); }

TEST(Exp2, StaysWithinItsBound) {
  const Worst found = worst([](float x) { return exp2(x); },
                            [](long double x) { return std::exp2(held(x, -126, 127)); }, relative);
  EXPECT_LT(found.error, 4e-7L) << "at " << found.at;
}

TEST(Exp2, IsExactAtWholeNumbers) {
  for (int n = -126; n <= 127; ++n)
    EXPECT_EQ(exp2(static_cast<float>(n)), std::ldexp(1.0f, n)) << n;
}

TEST(Exp2, HoldsItsEnds) {
  EXPECT_EQ(exp2(-127.0f), exp2(-126.0f));
  EXPECT_EQ(exp2(-std::numeric_limits<float>::infinity()), 0x1p-126f);
  EXPECT_EQ(exp2(128.0f), 0x1p127f);
  EXPECT_EQ(exp2(std::numeric_limits<float>::infinity()), 0x1p127f);
}

TEST(Exp, StaysWithinItsBound) {
  const Worst found = worst([](float x) { return exp(x); },
                            [](long double x) { return std::exp(held(x, -87, 88)); }, relative);
  EXPECT_LT(found.error, 4e-7L) << "at " << found.at;
}

TEST(Exp, IsOneAtZeroAndHoldsItsEnds) {
  EXPECT_EQ(exp(0.0f), 1.0f);
  EXPECT_EQ(exp(-0.0f), 1.0f);
  EXPECT_EQ(exp(-1000.0f), exp(-87.0f));
  EXPECT_EQ(exp(-std::numeric_limits<float>::infinity()), exp(-87.0f));
  EXPECT_EQ(exp(1000.0f), exp(88.0f));
  EXPECT_TRUE(std::isnormal(exp(-87.0f)));
  EXPECT_TRUE(std::isnormal(exp(88.0f)));
}

TEST(Log, StaysWithinItsBound) {
  const auto bits_of = [](float x) { return std::bit_cast<std::uint32_t>(x); };
  const auto smallest = bits_of(std::numeric_limits<float>::min());
  const auto largest = bits_of(std::numeric_limits<float>::max());
  Worst found;
  const auto look = [&](std::uint32_t bits) {
    const auto x = std::bit_cast<float>(bits);
    const auto error =
        std::fabs(static_cast<long double>(log(x)) - std::log(static_cast<long double>(x)));
    // Relative, or absolute where the logarithm is small: 1 where the bound is reached.
    const auto allowed = std::fmax(2e-7L * std::fabs(std::log(static_cast<long double>(x))), 1e-7L);
    found.see(x, error / allowed);
  };
  for (std::uint64_t bits = smallest; bits <= largest; bits += 251)
    look(static_cast<std::uint32_t>(bits));
  for (std::uint32_t step = 0; step < 4096; ++step) {
    look(bits_of(1.0f) - step);
    look(bits_of(1.0f) + step);
    look(smallest + step);
    look(largest - step);
  }
  EXPECT_LT(found.error, 1.0L) << "at " << found.at;
}

TEST(Log, IsZeroAtOneAndUndoesExp) {
  EXPECT_EQ(log(1.0f), 0.0f);
  for (float x = -80; x <= 80; x += .37f) EXPECT_NEAR(log(exp(x)), x, 1e-5) << x;
}

TEST(Power, FollowsItsDefinition) {
  EXPECT_NEAR(power(2.0f, 10.0f), 1024.0, 1e-2);
  EXPECT_NEAR(power(.25f, .5f), .5, 1e-6);
  EXPECT_NEAR(power(.5f, -4.0f), 16.0, 1e-4);
  EXPECT_EQ(power(3.7f, 0.0f), 1.0f);
}

TEST(Logistic, StaysWithinItsBound) {
  const Worst found = worst([](float x) { return logistic(x); },
                            [](long double x) { return 1 / (1 + std::exp(-x)); }, absolute);
  EXPECT_LT(found.error, 2e-7L) << "at " << found.at;
}

TEST(Logistic, IsAProbabilityThatNeverFallsFromStepToStep) {
  EXPECT_EQ(logistic(0.0f), .5f);
  float before = 0;
  for (float x = -100; x <= 100; x += .01f) {
    const float now = logistic(x);
    EXPECT_GE(now, before - 1e-7f) << x;
    EXPECT_LE(now, 1.0f);
    before = now;
  }
}

TEST(Tanh, StaysWithinItsBound) {
  const Worst found =
      worst([](float x) { return tanh(x); }, [](long double x) { return std::tanh(x); }, absolute);
  EXPECT_LT(found.error, 3e-7L) << "at " << found.at;
}

TEST(Tanh, IsZeroAtZeroAndKeptWithinOne) {
  EXPECT_EQ(tanh(0.0f), 0.0f);
  for (const float x : {20.0f, 44.0f, 100.0f, 1e30f}) {
    EXPECT_LE(tanh(x), 1.0f);
    EXPECT_GE(tanh(-x), -1.0f);
  }
}

TEST(NormalPair, IsBoxAndMullersTurnOfACircle) {
  const long double tau = 2 * std::acos(-1.0L);
  Worst found;
  const auto look = [&](float u, float turn) {
    const long double radius = std::sqrt(-2 * std::log(static_cast<long double>(u)));
    const long double angle = tau * static_cast<long double>(turn);
    const auto pair = normal_pair(u, turn);
    found.see(turn, std::fabs(static_cast<long double>(pair.first) - radius * std::cos(angle)));
    found.see(turn, std::fabs(static_cast<long double>(pair.second) - radius * std::sin(angle)));
  };
  const auto uniform = [](int k) { return static_cast<float>(k) * 0x1p-24f; };
  for (int i = 0; i < 600; ++i)
    for (int k = 0; k < 600; ++k) look(uniform(i * 27962 + 1), uniform(k * 27962));
  // Every turn there is near the quarters and eighths, and many others, at the ends of the radius.
  for (const int u : {1, 2, 1000, 5000000, (1 << 24) - 1, 1 << 24}) {
    for (int k = 0; k < 1 << 24; k += 251) look(uniform(u), uniform(k));
    for (int eighth = 0; eighth <= 8; ++eighth)
      for (int k = -2000; k <= 2000; ++k)
        if (const int turn = (eighth << 21) + k; turn >= 0 && turn <= 1 << 24)
          look(uniform(u), uniform(turn));
  }
  for (int u = 1; u <= 1 << 24; u += u < 100000 ? 1 : 251) look(uniform(u), .0625f);
  EXPECT_LT(found.error, 4e-6L) << "at turn " << found.at;
}

TEST(NormalPair, KeepsItsRadiusAtTheEndsOfEveryQuarter) {
  const float radius = std::sqrt(-2 * std::log(.3f));
  for (int eighth = 0; eighth <= 8; ++eighth) {
    for (int step = -2; step <= 2; ++step) {
      const float turn = static_cast<float>(eighth) / 8 + static_cast<float>(step) * 0x1p-24f;
      if (turn < 0 || turn > 1) continue;
      const auto pair = normal_pair(.3f, turn);
      EXPECT_NEAR(std::hypot(pair.first, pair.second), radius, 2e-6) << turn;
      EXPECT_NEAR(pair.first, radius * std::cos(6.283185307 * static_cast<double>(turn)), 2e-6);
    }
  }
}

TEST(NormalPair, StaysWithinItsReach) {
  for (int k = 0; k <= 1 << 12; ++k) {
    const auto pair = normal_pair(0x1p-24f, static_cast<float>(k) * 0x1p-12f);
    EXPECT_LE(std::fabs(pair.first), 5.8f) << k;
    EXPECT_LE(std::fabs(pair.second), 5.8f) << k;
  }
}

TEST(NormalPair, HasItsExtremesAtTheSmallestUniform) {
  EXPECT_NEAR(normal_pair(0x1p-24f, 0.0f).first, 5.768, 1e-3);
  EXPECT_EQ(normal_pair(1.0f, .4f).first, 0.0f);
  EXPECT_EQ(normal_pair(1.0f, .4f).second, 0.0f);
}

// The count by the definition, and how far u is from where it changes.
struct ExactPoisson {
  int count = 0;
  long double margin = 0;
};

ExactPoisson exact_poisson(long double mean, long double u) {
  long double chance = std::exp(-mean);
  long double below = chance;
  ExactPoisson found{0, std::fabs(u - below)};
  while (u >= below && found.count < 1000) {
    chance *= mean / ++found.count;
    below += chance;
    found.margin = std::fmin(found.margin, std::fabs(u - below));
  }
  return found;
}

TEST(PoissonCount, InvertsTheCumulativeProbability) {
  for (const float mean : {0.0f, .004f, .05f, .3f, 1.0f, 2.5f, 7.0f, 20.0f, 55.0f, 80.0f}) {
    for (int k = 0; k < 4096; ++k) {
      const float u = (static_cast<float>(k) + .5f) / 4096;
      const ExactPoisson exact =
          exact_poisson(static_cast<long double>(mean), static_cast<long double>(u));
      const int found = poisson_count(mean, u);
      if (exact.margin > 3e-6L) {
        EXPECT_EQ(found, exact.count) << "mean " << mean << ", u " << u;
      } else {
        EXPECT_NEAR(found, exact.count, 1) << "mean " << mean << ", u " << u;
      }
    }
  }
}

TEST(PoissonCount, GrowsWithTheMeanAndWithLuck) {
  EXPECT_EQ(poisson_count(0.0f, .999f), 0);
  EXPECT_EQ(poisson_count(3.0f, 0.0f), 0);
  for (int k = 0; k < 100; ++k) {
    const float u = static_cast<float>(k) / 100;
    EXPECT_LE(poisson_count(2.0f, u), poisson_count(3.0f, u));
    EXPECT_LE(poisson_count(2.0f, u), poisson_count(2.0f, u + .009f));
  }
}

TEST(PoissonCount, HoldsTheMeanWithinItsRange) {
  EXPECT_EQ(poisson_count(-1.0f, .5f), poisson_count(0.0f, .5f));
  EXPECT_EQ(poisson_count(1000.0f, .5f), poisson_count(80.0f, .5f));
}

// Rounding can leave the sum of all chances short of the greatest uniform there is.
TEST(PoissonCount, HasNoOutliersAtTheGreatestUniforms) {
  for (int hundredth = 1; hundredth <= 8000; ++hundredth) {
    const float mean = static_cast<float>(hundredth) / 100;
    // Beyond every quantile that a uniform of 24 bits can reach.
    const float most = mean + 7 * std::sqrt(mean) + 6;
    for (int step = 1; step <= 8; ++step) {
      const float u = 1 - static_cast<float>(step) * 0x1p-24f;
      ASSERT_LE(poisson_count(mean, u), most) << "mean " << mean << ", u = 1 - 2^-24 * " << step;
    }
  }
}

TEST(FractionLeft, HalvesEveryHalfLife) {
  EXPECT_EQ(fraction_left(0.0f, 30.0f), 1.0f);
  EXPECT_NEAR(fraction_left(30.0f, 30.0f), .5, 1e-6);
  EXPECT_NEAR(fraction_left(90.0f, 30.0f), .125, 1e-6);
  EXPECT_LT(fraction_left(1e6f, .25f), 1e-30f);
}

// One number for the bits of all functions over a sample: any compiler and machine must give it.
TEST(Functions, GiveTheSameBitsEverywhere) {
  std::uint64_t hash = 14695981039346656037ull;
  const auto take = [&](float x) {
    hash = (hash ^ std::bit_cast<std::uint32_t>(x)) * 1099511628211ull;
  };
  for (int k = -40000; k <= 40000; ++k) {
    const float x = static_cast<float>(k) * 0x1.8p-9f;
    const float u = static_cast<float>(k + 40001) * 0x1.8p-17f;
    take(exp2(x));
    take(exp(x));
    take(log(u));
    take(logistic(x));
    take(tanh(x * .1f));
    take(normal_pair(u, u).first);
    take(normal_pair(u, 1 - u).second);
  }
  EXPECT_EQ(hash, 1948718331048985335ull);
}

}  // namespace
}  // namespace cxsim
