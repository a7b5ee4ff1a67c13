#include "base/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <set>
#include <vector>

namespace cxsim {
namespace {

enum class Draw : std::uint32_t { first, second, third, fourth, fifth, cached_last = 63, far = 64 };

using Words = std::array<std::uint32_t, 4>;

Words philox(Words counter, std::array<std::uint32_t, 2> key) {
  const philox4x32_ctr_t count{{counter[0], counter[1], counter[2], counter[3]}};
  const philox4x32_key_t under{{key[0], key[1]}};
  const philox4x32_ctr_t found = philox4x32(count, under);
  return {found.v[0], found.v[1], found.v[2], found.v[3]};
}

// The four words of one block, as decisions ask for them.
Words block_of(Luck luck, std::uint32_t block) {
  Words words{};
  for (std::uint32_t k = 0; k < 4; ++k) words[k] = luck.bits(static_cast<Draw>(block * 4 + k));
  return words;
}

// Known answers of Philox4x32-10, published with Random123 (Salmon et al. 2011).
constexpr Words answer_to_zeros{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8};
constexpr Words answer_to_ones{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd};
constexpr Words answer_to_pi{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1};

TEST(Philox, GivesTheKnownAnswers) {
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), answer_to_zeros);
  EXPECT_EQ(philox({~0u, ~0u, ~0u, ~0u}, {~0u, ~0u}), answer_to_ones);
  EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            answer_to_pi);
}

TEST(Luck, GivesTheKnownAnswers) {
  EXPECT_EQ(block_of(Luck({0, 0}, 0, 0), 0), answer_to_zeros);
  EXPECT_EQ(block_of(Luck({~0ull, ~0u}, ~0u, -1, 0xff), 0xffffff), answer_to_ones);
  const auto day = static_cast<std::int32_t>(0x85a308d3);
  EXPECT_EQ(block_of(Luck({0x299f31d0a4093822, 0x13198a2e}, 0x243f6a88, day, 0x03), 0x707344),
            answer_to_pi);
}

TEST(Luck, IsKeyedByCustomerDayReplicationBlockAndOccasion) {
  const StreamKey key{0x123456789abcdef0, 7};
  for (const std::uint32_t block : {0u, 1u, 15u, 16u, 300u}) {
    for (const std::uint32_t occasion : {0u, 1u, 3u}) {
      const Words expected = philox({42, 99, 7, block | occasion << 24}, {0x9abcdef0, 0x12345678});
      EXPECT_EQ(block_of(Luck(key, 42, 99, occasion), block), expected);
      EXPECT_EQ(block_of(Luck(key, 42, 99).again(occasion), block), expected);
    }
  }
}

TEST(Luck, DoesNotDependOnWhatElseIsAskedNorInWhichOrder) {
  const StreamKey key{5, 0};
  Luck forward(key, 1, 2), backward(key, 1, 2);
  std::array<std::uint32_t, 80> there{}, back{};
  for (std::uint32_t k = 0; k < 80; ++k) there[k] = forward.bits(static_cast<Draw>(k));
  for (std::uint32_t k = 80; k-- > 0;) back[k] = backward.bits(static_cast<Draw>(k));
  EXPECT_EQ(there, back);
  Luck only_one(key, 1, 2);
  EXPECT_EQ(only_one.bits(Draw::fifth), there[4]);
  EXPECT_EQ(forward.bits(Draw::fifth), there[4]) << "a second asking";
}

TEST(Luck, DiffersByEverythingItBelongsTo) {
  std::set<Words> seen;
  const auto add = [&](StreamKey key, std::uint32_t customer, std::int32_t day,
                       std::uint32_t occasion, std::uint32_t block) {
    EXPECT_TRUE(seen.insert(block_of(Luck(key, customer, day, occasion), block)).second)
        << key.seed << ' ' << key.replication << ' ' << customer << ' ' << day << ' ' << occasion
        << ' ' << block;
  };
  for (const std::uint64_t seed : {1ull, 2ull, 1ull << 32})
    for (const std::uint32_t replication : {0u, 1u})
      for (const std::uint32_t customer : {0u, 1u, 2u})
        for (const std::int32_t day : {-1, 0, 1})
          for (const std::uint32_t occasion : {0u, 1u})
            for (const std::uint32_t block : {0u, 1u, 16u})
              add({seed, replication}, customer, day, occasion, block);
}

TEST(Luck, TurnsTheUpper24BitsIntoUniforms) {
  Luck luck({0, 0}, 0, 0);
  const auto word = static_cast<float>(answer_to_zeros[0] >> 8);
  EXPECT_EQ(luck.uniform(Draw::first), word * 0x1p-24f);
  EXPECT_EQ(luck.uniform_above_zero(Draw::first), (word + 1) * 0x1p-24f);
  EXPECT_EQ(luck.exponential(Draw::first), -log((word + 1) * 0x1p-24f));
}

TEST(Luck, HappensWithCertaintyOrNever) {
  for (std::uint32_t customer = 0; customer < 10000; ++customer) {
    Luck luck({3, 0}, customer, 0);
    EXPECT_TRUE(luck.happens(Draw::second, 1.0f));
    EXPECT_FALSE(luck.happens(Draw::second, 0.0f));
  }
}

// Moments of a sample, to be held against five standard errors.
class Moments {
 public:
  explicit Moments(std::vector<double> sample) : sample_(std::move(sample)) {}

  double mean() const { return about(0, 1); }
  double about(double centre, int order) const {
    double sum = 0;
    for (const double x : sample_) sum += std::pow(x - centre, order);
    return sum / static_cast<double>(sample_.size());
  }
  double five_errors(double variance) const {
    return 5 * std::sqrt(variance / static_cast<double>(sample_.size()));
  }

 private:
  std::vector<double> sample_;
};

constexpr std::uint32_t many = 400000;

// One draw of each customer; the seed is fixed, so the outcome is too.
template <class Take>
Moments moments_of(Take take) {
  std::vector<double> sample;
  sample.reserve(many);
  for (std::uint32_t customer = 0; customer < many; ++customer) {
    Luck luck({11, 2}, customer, 17);
    sample.push_back(static_cast<double>(take(luck)));
  }
  return Moments(std::move(sample));
}

TEST(Luck, HasUniformMoments) {
  for (const Draw draw : {Draw::first, Draw::fourth, Draw::cached_last, Draw::far}) {
    const Moments m = moments_of([&](Luck& luck) { return luck.uniform(draw); });
    EXPECT_NEAR(m.mean(), .5, m.five_errors(1.0 / 12));
    EXPECT_NEAR(m.about(.5, 2), 1.0 / 12, m.five_errors(1.0 / 180));
  }
}

TEST(Luck, FillsTheUnitIntervalEvenly) {
  constexpr int bins = 256;
  std::array<int, bins> count{};
  for (std::uint32_t customer = 0; customer < many; ++customer) {
    Luck luck({12, 0}, customer, 3);
    ++count[static_cast<std::size_t>(luck.uniform(Draw::third) * bins)];
  }
  const double expected = static_cast<double>(many) / bins;
  double chi_squared = 0;
  for (const int found : count) chi_squared += std::pow(found - expected, 2) / expected;
  EXPECT_NEAR(chi_squared, bins - 1, 5 * std::sqrt(2.0 * (bins - 1)));
}

TEST(Luck, HasNormalMoments) {
  const auto second_draw = [](Luck& luck) {
    return luck.normals(Draw::first, Draw::second).second;
  };
  const auto first_draw = [](Luck& luck) { return luck.normals(Draw::first, Draw::second).first; };
  for (const Moments& m : {moments_of(first_draw), moments_of(second_draw)}) {
    EXPECT_NEAR(m.mean(), 0, m.five_errors(1));
    EXPECT_NEAR(m.about(0, 2), 1, m.five_errors(2));
    EXPECT_NEAR(m.about(0, 3), 0, m.five_errors(15));
    EXPECT_NEAR(m.about(0, 4), 3, m.five_errors(96));
  }
}

TEST(Luck, HasNormalsThatDoNotKnowEachOther) {
  const Moments product = moments_of([](Luck& luck) {
    const auto pair = luck.normals(Draw::first, Draw::second);
    return pair.first * pair.second;
  });
  EXPECT_NEAR(product.mean(), 0, product.five_errors(1));
  const Moments squares = moments_of([](Luck& luck) {
    const auto pair = luck.normals(Draw::first, Draw::second);
    return (pair.first * pair.first - 1) * (pair.second * pair.second - 1);
  });
  EXPECT_NEAR(squares.mean(), 0, squares.five_errors(4));
}

TEST(Luck, HasExponentialMoments) {
  const Moments m = moments_of([](Luck& luck) { return luck.exponential(Draw::third); });
  EXPECT_NEAR(m.mean(), 1, m.five_errors(1));
  EXPECT_NEAR(m.about(1, 2), 1, m.five_errors(8));
  EXPECT_LE(Luck({11, 2}, 0, 17).exponential(Draw::third), 16.7f);
}

// The covariance of two uniforms, in units of its standard error.
template <class One, class Other>
double covariance_in_errors(One one, Other other) {
  double sum = 0;
  for (std::uint32_t k = 0; k < many; ++k)
    sum += (static_cast<double>(one(k)) - .5) * (static_cast<double>(other(k)) - .5);
  return sum / many / (1.0 / 12 / std::sqrt(static_cast<double>(many)));
}

TEST(Luck, KeepsNeighboursApart) {
  const StreamKey key{21, 0};
  const auto own = [&](std::uint32_t k) { return Luck(key, k, 5).uniform(Draw::first); };
  const auto next_decision = [&](std::uint32_t k) { return Luck(key, k, 5).uniform(Draw::second); };
  const auto next_block = [&](std::uint32_t k) { return Luck(key, k, 5).uniform(Draw::fifth); };
  const auto next_day = [&](std::uint32_t k) { return Luck(key, k, 6).uniform(Draw::first); };
  const auto next_person = [&](std::uint32_t k) {
    return Luck(key, k + 1, 5).uniform(Draw::first);
  };
  const auto next_time = [&](std::uint32_t k) { return Luck(key, k, 5, 1).uniform(Draw::first); };
  const auto next_run = [&](std::uint32_t k) { return Luck({21, 1}, k, 5).uniform(Draw::first); };
  EXPECT_NEAR(covariance_in_errors(own, next_decision), 0, 5);
  EXPECT_NEAR(covariance_in_errors(own, next_block), 0, 5);
  EXPECT_NEAR(covariance_in_errors(own, next_day), 0, 5);
  EXPECT_NEAR(covariance_in_errors(own, next_person), 0, 5);
  EXPECT_NEAR(covariance_in_errors(own, next_time), 0, 5);
  EXPECT_NEAR(covariance_in_errors(own, next_run), 0, 5);
}

}  // namespace
}  // namespace cxsim
