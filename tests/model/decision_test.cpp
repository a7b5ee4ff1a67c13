#include "model/decision.hpp"

#include <gtest/gtest.h>

#include <cstdint>

#include "base/random.hpp"

namespace cxsim {
namespace {

std::uint32_t word(Decision decision) { return static_cast<std::uint32_t>(decision); }

// Published runs rest on these numbers.
TEST(Decision, KeepsItsNumber) {
  EXPECT_EQ(word(Decision::loses_information), 7u);
  EXPECT_EQ(word(Decision::abandons), 8u);
  EXPECT_EQ(word(Decision::intent), 12u);
  EXPECT_EQ(word(Decision::voices), 16u);
  EXPECT_EQ(word(Decision::messages), 20u);
  EXPECT_EQ(word(Decision::looks), 24u);
  EXPECT_EQ(word(Decision::starts), 28u);
  EXPECT_EQ(word(Decision::brings_forward), 32u);
  EXPECT_EQ(word(Decision::recommend_noise), 36u);
  EXPECT_EQ(word(Decision::ces_noise), 40u);
  EXPECT_EQ(word(Decision::is_customer), 44u);
  EXPECT_EQ(word(Decision::aware_by_advertising), 48u);
  EXPECT_EQ(word(Decision::trait_a), 52u);
  EXPECT_EQ(word(Decision::encounters), 60u);
  EXPECT_EQ(word(Decision::listener), 1024u);
}

TEST(Decision, IsCachedUnlessItIsAListener) {
  EXPECT_LT(word(Decision::encounter_noise_angle) / 4, Luck::cached_blocks);
  EXPECT_GE(word(Decision::listener) / 4, Luck::cached_blocks);
}

TEST(Decision, GivesEveryListenerAWordOfTheirOwn) {
  EXPECT_EQ(word(listener(0)), 1024u);
  EXPECT_EQ(word(listener(249)), 1273u);
  EXPECT_LT(word(listener(249)) / 4, 1u << 24) << "a block number has 24 bits";
}

}  // namespace
}  // namespace cxsim
