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

// Philox4x32-10 (Salmon et al. 2011): four words of luck for a counter.
inline std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                           std::array<std::uint32_t, 2> key) {
  const philox4x32_ctr_t start{{counter[0], counter[1], counter[2], counter[3]}};
  const philox4x32_key_t secret{{key[0], key[1]}};
  const philox4x32_ctr_t words = philox4x32(start, secret);
  return {words.v[0], words.v[1], words.v[2], words.v[3]};
}

// The draws of one customer, or of one in each lane, on one day; `Decision` is an enum whose value
// names a word of a block. Four decisions share a block, drawn once when first needed.
template <class F>
class LuckOf {
 public:
  static constexpr std::uint32_t cached_blocks = 16;

  LuckOf(StreamKey key, Word<F> customer, std::int32_t day, std::uint32_t occasion = 0)
      : key_(key), customer_(customer), day_(day), occasion_(occasion) {}

  // The same customer and day, for a decision that comes up once more on that day.
  LuckOf again(std::uint32_t occasion) const { return LuckOf(key_, customer_, day_, occasion); }

  template <class Decision>
  Word<F> bits(Decision decision) {
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
  F uniform(Decision decision) {
    return upper_bits(bits(decision)) * 0x1p-24f;
  }

  // In (0, 1], a multiple of 2^-24: safe under a logarithm.
  template <class Decision>
  F uniform_above_zero(Decision decision) {
    return (upper_bits(bits(decision)) + 1.0f) * 0x1p-24f;
  }

  // True with the given probability.
  template <class Decision>
  Mask<F> happens(Decision decision, F probability) {
    return uniform(decision) < probability;
  }

  // Exponential with mean 1; at most 16.7.
  template <class Decision>
  F exponential(Decision decision) {
    return -log(uniform_above_zero(decision));
  }

  // Two standard normals that share two words.
  template <class Decision>
  NormalPair<F> normals(Decision radius, Decision angle) {
    return normal_pair(uniform_above_zero(radius), uniform(angle));
  }

 private:
  using Block = std::array<Word<F>, 4>;

  Block draw(std::uint32_t block) const {
    const Block counter{customer_, Word<F>(static_cast<std::uint32_t>(day_)),
                        Word<F>(key_.replication), Word<F>(block | occasion_ << 24)};
    return philox(counter, {static_cast<std::uint32_t>(key_.seed),
                            static_cast<std::uint32_t>(key_.seed >> 32)});
  }

  StreamKey key_;
  Word<F> customer_;
  std::int32_t day_;
  std::uint32_t occasion_;
  std::uint32_t known_ = 0;
  std::array<Block, cached_blocks> blocks_;
};

using Luck = LuckOf<float>;

}  // namespace cxsim
