// The number type rules are written over: one customer's `float` here, lanes of customers in
// base/lanes.hpp. A type with these functions and operators can run every rule in model/ and every
// step of a day in engine/, with the same bits.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace cxsim {

// The types that go with a number type.
template <class F>
struct NumberTraits;

template <>
struct NumberTraits<float> {
  using Whole = std::int32_t;                                 // counts, dates, places in tables
  using Word = std::uint32_t;                                 // bits
  using Mask = bool;                                          // yes or no
  static constexpr std::size_t width = 1;                     // customers it holds
  static bool first(std::size_t count) { return count > 0; }  // true for so many of them
  static std::int32_t load(const std::uint32_t* places, std::size_t) {
    return static_cast<std::int32_t>(*places);
  }
};

template <class F>
using Whole = typename NumberTraits<F>::Whole;
template <class F>
using Word = typename NumberTraits<F>::Word;
template <class F>
using Mask = typename NumberTraits<F>::Mask;
template <class F>
inline constexpr std::size_t lane_count = NumberTraits<F>::width;

inline float select(bool condition, float yes, float no) { return condition ? yes : no; }
inline std::int32_t select(bool condition, std::int32_t yes, std::int32_t no) {
  return condition ? yes : no;
}
inline std::uint32_t select(bool condition, std::uint32_t yes, std::uint32_t no) {
  return condition ? yes : no;
}
inline bool none(bool condition) { return !condition; }
inline float to_number(std::int32_t x) { return static_cast<float>(x); }
inline std::int32_t to_whole(float x) { return static_cast<std::int32_t>(x); }  // toward zero
inline float as_number(std::uint32_t bits) { return std::bit_cast<float>(bits); }
inline std::int32_t as_whole(std::uint32_t bits) { return static_cast<std::int32_t>(bits); }
inline std::uint32_t as_word(float x) { return std::bit_cast<std::uint32_t>(x); }
inline std::uint32_t as_word(std::int32_t x) { return static_cast<std::uint32_t>(x); }
// The upper 24 bits, which a float holds exactly.
inline float upper_bits(std::uint32_t bits) { return static_cast<float>(bits >> 8); }
inline std::int32_t min_of(std::int32_t a, std::int32_t b) { return b < a ? b : a; }
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

// A member of the row that `place` names; ids and enums come as numbers, flags as masks.
template <class Row>
float look_up(std::span<const Row> rows, float Row::*member, std::int32_t place) {
  return rows[static_cast<std::size_t>(place)].*member;
}
template <class Row>
std::int32_t look_up(std::span<const Row> rows, std::int32_t Row::*member, std::int32_t place) {
  return rows[static_cast<std::size_t>(place)].*member;
}
template <class Row>
bool look_up(std::span<const Row> rows, bool Row::*member, std::int32_t place) {
  return rows[static_cast<std::size_t>(place)].*member;
}
template <class Row, class Id>
std::int32_t look_up(std::span<const Row> rows, Id Row::*member, std::int32_t place) {
  const Id& id = rows[static_cast<std::size_t>(place)].*member;
  if constexpr (std::is_enum_v<Id>)
    return static_cast<std::int32_t>(id);
  else
    return static_cast<std::int32_t>(id.value);
}
// Entry `column` of a member that is a row of floats itself.
template <class Row, class Columns>
float look_up(std::span<const Row> rows, Columns Row::*member, std::int32_t column,
              std::int32_t place) {
  return reinterpret_cast<const float*>(&(rows[static_cast<std::size_t>(place)].*member))[column];
}
inline float look_up(std::span<const float> table, std::int32_t place) {
  return table[static_cast<std::size_t>(place)];
}
inline std::int32_t look_up(std::span<const std::uint32_t> table, std::int32_t place) {
  return static_cast<std::int32_t>(table[static_cast<std::size_t>(place)]);
}

// The customers one by one: `each(k)` for those whose mask is true, and their values.
template <class Each>
void for_each(bool condition, Each each) {
  if (condition) each(std::size_t{0});
}
inline std::size_t count_of(bool condition) { return condition ? 1 : 0; }
inline std::array<float, 1> spread(float x) { return {x}; }
inline std::array<std::int32_t, 1> spread(std::int32_t x) { return {x}; }
// The value of the first, where there is but one.
template <class T>
auto single(T x) {
  return spread(x)[0];
}
// Writes the values for which the mask is true, and returns how many; there must be room for all.
inline std::size_t write_those(bool condition, std::int32_t value, std::uint32_t* to) {
  *to = static_cast<std::uint32_t>(value);
  return static_cast<std::size_t>(condition);
}
inline float collect(const std::array<float, 1>& values) { return values[0]; }
inline std::int32_t collect(const std::array<std::int32_t, 1>& values) { return values[0]; }

// The first `filled` places of a list; spare lanes, which read on behind it, repeat the first.
template <class F>
Whole<F> load_places(const std::uint32_t* places, std::size_t filled) {
  return NumberTraits<F>::load(places, filled);
}

// A record of `count` words out of a table, as one word for each, and back into it.
template <std::size_t count, class Record>
void load_words(const Record* records, const std::int32_t* places,
                std::array<std::uint32_t, count>& words) {
  words = std::bit_cast<std::array<std::uint32_t, count>>(records[places[0]]);
}
template <std::size_t count, class Record>
void store_words(const std::array<std::uint32_t, count>& words, Record* records,
                 const std::int32_t* places, std::size_t) {
  records[places[0]] = std::bit_cast<Record>(words);
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
