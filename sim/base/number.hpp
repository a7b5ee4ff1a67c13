// The number type rules are written over: one customer's `float` here, lanes of customers later.
// A type with these functions and operators can run every rule in model/.
#pragma once

#include <bit>
#include <cstdint>
#include <type_traits>

namespace cxsim {

inline float select(bool condition, float yes, float no) { return condition ? yes : no; }
inline float min_of(float a, float b) { return b < a ? b : a; }
inline float max_of(float a, float b) { return a < b ? b : a; }
inline float magnitude(float x) { return x < 0 ? -x : x; }

// Nearest whole number, ties to even, for |x| < 2^22: the sum has no room for a fraction.
inline float round_to_whole(float x) {
  constexpr float magic = 12582912.0f;  // 1.5 * 2^23
  return (x + magic) - magic;
}

// Largest whole number not above x, for |x| < 2^22.
inline float floor_of(float x) {
  const float whole = round_to_whole(x);
  return select(whole > x, whole - 1.0f, whole);
}

// x * 2^n for a whole n that keeps the result a normal number.
inline float scale_by_power_of_two(float x, float n) {
  const auto biased = static_cast<std::uint32_t>(static_cast<std::int32_t>(n) + 127);
  return x * std::bit_cast<float>(biased << 23);
}

// A positive normal number as mantissa in [sqrt(1/2), sqrt(2)) and whole exponent.
template <class F>
struct Decomposed {
  F mantissa;
  F exponent;
};

inline Decomposed<float> decompose(float x) {
  constexpr std::uint32_t sqrt_half_bits = 0x3f3504f3u;
  const std::uint32_t bits = std::bit_cast<std::uint32_t>(x);
  const std::uint32_t shifted = bits - sqrt_half_bits;
  const auto exponent = static_cast<std::int32_t>(shifted) >> 23;
  const std::uint32_t mantissa = (shifted & 0x007fffffu) + sqrt_half_bits;
  return {std::bit_cast<float>(mantissa), static_cast<float>(exponent)};
}

// The second and third argument take any number that converts, so that rules can write literals.
template <class F>
F clamp(F x, std::type_identity_t<F> low, std::type_identity_t<F> high) {
  return min_of(max_of(x, low), high);
}

template <class F>
F positive_part(F x) {
  return max_of(x, F(0.0f));
}

// Into [0, 1].
template <class F>
F as_share(F x) {
  return clamp(x, 0.0f, 1.0f);
}

// Into [-1, 1].
template <class F>
F as_signed_unit(F x) {
  return clamp(x, -1.0f, 1.0f);
}

}  // namespace cxsim
