// Luck: every draw belongs to a customer, a day and a decision, never to a thread or a sequence.
#pragma once

#include <array>
#include <cstdint>

// The core is built without exceptions: leave out the wrapper types that throw, and end the program
// where an array index would have thrown. Philox uses neither.
#define R123_USE_SSE 0
#define R123_THROW(x) __builtin_trap()
#include <Random123/philox.h>

#include "base/functions.hpp"

namespace cxsim {

// What a whole run shares: the scenario's seed and the number of the replication.
struct StreamKey {
  std::uint64_t seed = 1;
  std::uint32_t replication = 0;
};

// The draws of one customer on one day; `Decision` is an enum whose value names a word of a block.
// Four decisions share a Philox4x32-10 block (Salmon et al. 2011), drawn once when first needed.
class Luck {
 public:
  static constexpr std::uint32_t cached_blocks = 16;

  Luck(StreamKey key, std::uint32_t customer, std::int32_t day, std::uint32_t occasion = 0)
      : key_(key), customer_(customer), day_(day), occasion_(occasion) {}

  // The same customer and day, for a decision that comes up once more on that day.
  Luck again(std::uint32_t occasion) const { return Luck(key_, customer_, day_, occasion); }

  template <class Decision>
  std::uint32_t bits(Decision decision) {
    const auto index = static_cast<std::uint32_t>(decision);
    const std::uint32_t block = index / 4;
    if (block >= cached_blocks) return draw(block)[index % 4];
    if ((known_ & (1u << block)) == 0) {
      blocks_[block] = draw(block);
      known_ |= 1u << block;
    }
    return blocks_[block][index % 4];
  }

  // In [0, 1), a multiple of 2^-24.
  template <class Decision>
  float uniform(Decision decision) {
    return static_cast<float>(bits(decision) >> 8) * 0x1p-24f;
  }

  // In (0, 1], a multiple of 2^-24: safe under a logarithm.
  template <class Decision>
  float uniform_above_zero(Decision decision) {
    return static_cast<float>((bits(decision) >> 8) + 1u) * 0x1p-24f;
  }

  // True with the given probability.
  template <class Decision>
  bool happens(Decision decision, float probability) {
    return uniform(decision) < probability;
  }

  // Exponential with mean 1; at most 16.7.
  template <class Decision>
  float exponential(Decision decision) {
    return -log(uniform_above_zero(decision));
  }

  // Two standard normals that share two words.
  template <class Decision>
  NormalPair<float> normals(Decision radius, Decision angle) {
    return normal_pair(uniform_above_zero(radius), uniform(angle));
  }

 private:
  using Block = std::array<std::uint32_t, 4>;

  Block draw(std::uint32_t block) const {
    const philox4x32_ctr_t counter{
        {customer_, static_cast<std::uint32_t>(day_), key_.replication, block | occasion_ << 24}};
    const philox4x32_key_t key{
        {static_cast<std::uint32_t>(key_.seed), static_cast<std::uint32_t>(key_.seed >> 32)}};
    const philox4x32_ctr_t words = philox4x32(counter, key);
    return {words.v[0], words.v[1], words.v[2], words.v[3]};
  }

  StreamKey key_;
  std::uint32_t customer_;
  std::int32_t day_;
  std::uint32_t occasion_;
  std::uint32_t known_ = 0;
  std::array<Block, cached_blocks> blocks_;
};

}  // namespace cxsim
