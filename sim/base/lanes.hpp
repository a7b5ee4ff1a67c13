// The number type of the engine's lanes: several customers side by side in one vector register,
// through Google Highway, with the same bits as `float`. Only files compiled for one kind of
// processor include this (cmake/Lanes.cmake).
#pragma once

#include <cstring>

#define HWY_COMPILE_ONLY_STATIC
#include <hwy/highway.h>

#include "base/column_table.hpp"
#include "base/fixed_sum.hpp"
#include "base/number.hpp"

HWY_BEFORE_NAMESPACE();
namespace cxsim {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using NumberTag = hn::ScalableTag<float>;
using WholeTag = hn::RebindToSigned<NumberTag>;
using WordTag = hn::RebindToUnsigned<NumberTag>;
using PairTag = hn::Repartition<std::uint64_t, NumberTag>;  // two lanes in one
inline constexpr std::size_t lanes = HWY_LANES(float);

struct LaneMask {
  hn::Mask<NumberTag> v;

  LaneMask() = default;
  HWY_INLINE explicit LaneMask(hn::Mask<NumberTag> mask) : v(mask) {}
  HWY_INLINE LaneMask(bool same) : v(hn::FirstN(NumberTag(), same ? lanes : 0)) {}

  HWY_INLINE friend LaneMask operator&&(LaneMask a, LaneMask b) {
    return LaneMask(hn::And(a.v, b.v));
  }
  HWY_INLINE friend LaneMask operator||(LaneMask a, LaneMask b) {
    return LaneMask(hn::Or(a.v, b.v));
  }
  HWY_INLINE friend LaneMask operator!(LaneMask a) { return LaneMask(hn::Not(a.v)); }
};

struct Lanes {
  hn::Vec<NumberTag> v;

  Lanes() = default;
  HWY_INLINE explicit Lanes(hn::Vec<NumberTag> vector) : v(vector) {}
  HWY_INLINE Lanes(float same) : v(hn::Set(NumberTag(), same)) {}

  HWY_INLINE friend Lanes operator+(Lanes a, Lanes b) { return Lanes(hn::Add(a.v, b.v)); }
  HWY_INLINE friend Lanes operator-(Lanes a, Lanes b) { return Lanes(hn::Sub(a.v, b.v)); }
  HWY_INLINE friend Lanes operator*(Lanes a, Lanes b) { return Lanes(hn::Mul(a.v, b.v)); }
  HWY_INLINE friend Lanes operator/(Lanes a, Lanes b) { return Lanes(hn::Div(a.v, b.v)); }
  HWY_INLINE friend Lanes operator-(Lanes a) { return Lanes(hn::Neg(a.v)); }
  HWY_INLINE friend LaneMask operator<(Lanes a, Lanes b) { return LaneMask(hn::Lt(a.v, b.v)); }
  HWY_INLINE friend LaneMask operator>(Lanes a, Lanes b) { return LaneMask(hn::Gt(a.v, b.v)); }
  HWY_INLINE friend LaneMask operator<=(Lanes a, Lanes b) { return LaneMask(hn::Le(a.v, b.v)); }
  HWY_INLINE friend LaneMask operator>=(Lanes a, Lanes b) { return LaneMask(hn::Ge(a.v, b.v)); }
  HWY_INLINE friend LaneMask operator==(Lanes a, Lanes b) { return LaneMask(hn::Eq(a.v, b.v)); }
  // Highway 1.0.3's own gives false for a NaN on AVX2 and AVX-512.
  HWY_INLINE friend LaneMask operator!=(Lanes a, Lanes b) { return !(a == b); }
};

// Bits, as unsigned numbers.
struct LaneWord {
  hn::Vec<WordTag> v;

  LaneWord() = default;
  HWY_INLINE explicit LaneWord(hn::Vec<WordTag> vector) : v(vector) {}
  HWY_INLINE LaneWord(std::uint32_t same) : v(hn::Set(WordTag(), same)) {}

  HWY_INLINE friend LaneWord operator&(LaneWord a, LaneWord b) {
    return LaneWord(hn::And(a.v, b.v));
  }
  HWY_INLINE friend LaneWord operator|(LaneWord a, LaneWord b) {
    return LaneWord(hn::Or(a.v, b.v));
  }
  HWY_INLINE friend LaneWord operator^(LaneWord a, LaneWord b) {
    return LaneWord(hn::Xor(a.v, b.v));
  }
  HWY_INLINE friend LaneWord operator+(LaneWord a, LaneWord b) {
    return LaneWord(hn::Add(a.v, b.v));
  }
  HWY_INLINE friend LaneWord operator>>(LaneWord a, int bits) {
    return LaneWord(hn::ShiftRightSame(a.v, bits));
  }
  HWY_INLINE friend LaneWord operator<<(LaneWord a, int bits) {
    return LaneWord(hn::ShiftLeftSame(a.v, bits));
  }
};

struct LaneWhole {
  hn::Vec<WholeTag> v;

  LaneWhole() = default;
  HWY_INLINE explicit LaneWhole(hn::Vec<WholeTag> vector) : v(vector) {}
  HWY_INLINE LaneWhole(std::int32_t same) : v(hn::Set(WholeTag(), same)) {}

  HWY_INLINE friend LaneWhole operator+(LaneWhole a, LaneWhole b) {
    return LaneWhole(hn::Add(a.v, b.v));
  }
  HWY_INLINE friend LaneWhole operator-(LaneWhole a, LaneWhole b) {
    return LaneWhole(hn::Sub(a.v, b.v));
  }
  HWY_INLINE friend LaneWhole operator*(LaneWhole a, LaneWhole b) {
    return LaneWhole(hn::Mul(a.v, b.v));
  }
  HWY_INLINE friend LaneWhole operator&(LaneWhole a, LaneWhole b) {
    return LaneWhole(hn::And(a.v, b.v));
  }
  HWY_INLINE friend LaneWhole operator|(LaneWhole a, LaneWhole b) {
    return LaneWhole(hn::Or(a.v, b.v));
  }
  HWY_INLINE friend LaneMask operator<(LaneWhole a, LaneWhole b) {
    return LaneMask(hn::RebindMask(NumberTag(), hn::Lt(a.v, b.v)));
  }
  HWY_INLINE friend LaneMask operator>(LaneWhole a, LaneWhole b) { return b < a; }
  HWY_INLINE friend LaneMask operator<=(LaneWhole a, LaneWhole b) { return !(b < a); }
  HWY_INLINE friend LaneMask operator>=(LaneWhole a, LaneWhole b) { return !(a < b); }
  HWY_INLINE friend LaneMask operator==(LaneWhole a, LaneWhole b) {
    return LaneMask(hn::RebindMask(NumberTag(), hn::Eq(a.v, b.v)));
  }
  HWY_INLINE friend LaneMask operator!=(LaneWhole a, LaneWhole b) { return !(a == b); }
};

HWY_INLINE Lanes select(LaneMask condition, Lanes yes, Lanes no) {
  return Lanes(hn::IfThenElse(condition.v, yes.v, no.v));
}
HWY_INLINE LaneWhole select(LaneMask condition, LaneWhole yes, LaneWhole no) {
  return LaneWhole(hn::IfThenElse(hn::RebindMask(WholeTag(), condition.v), yes.v, no.v));
}
HWY_INLINE LaneWord select(LaneMask condition, LaneWord yes, LaneWord no) {
  return LaneWord(hn::IfThenElse(hn::RebindMask(WordTag(), condition.v), yes.v, no.v));
}
HWY_INLINE bool none(LaneMask condition) { return hn::AllFalse(NumberTag(), condition.v); }

HWY_INLINE Lanes to_number(LaneWhole x) { return Lanes(hn::ConvertTo(NumberTag(), x.v)); }
HWY_INLINE LaneWhole to_whole(Lanes x) { return LaneWhole(hn::ConvertTo(WholeTag(), x.v)); }
HWY_INLINE Lanes as_number(LaneWord bits) { return Lanes(hn::BitCast(NumberTag(), bits.v)); }
HWY_INLINE LaneWhole as_whole(LaneWord bits) { return LaneWhole(hn::BitCast(WholeTag(), bits.v)); }
HWY_INLINE LaneWord as_word(Lanes x) { return LaneWord(hn::BitCast(WordTag(), x.v)); }
HWY_INLINE LaneWord as_word(LaneWhole x) { return LaneWord(hn::BitCast(WordTag(), x.v)); }
HWY_INLINE Lanes upper_bits(LaneWord bits) {
  return to_number(as_whole(LaneWord(hn::ShiftRight<8>(bits.v))));
}

// Which of two equals, zeros or NaNs they give is as for `float`: x86's minimum and maximum return
// their second operand then.
HWY_INLINE Lanes min_of(Lanes a, Lanes b) { return Lanes(hn::Min(b.v, a.v)); }
HWY_INLINE Lanes max_of(Lanes a, Lanes b) { return Lanes(hn::Max(b.v, a.v)); }
HWY_INLINE LaneWhole min_of(LaneWhole a, LaneWhole b) { return LaneWhole(hn::Min(a.v, b.v)); }
HWY_INLINE Lanes magnitude(Lanes x) { return select(x < Lanes(0.0f), -x, x); }
HWY_INLINE Lanes square_root(Lanes x) { return Lanes(hn::Sqrt(x.v)); }

HWY_INLINE Lanes round_to_whole(Lanes x) {
  const Lanes magic(12582912.0f);
  return (x + magic) - magic;
}
HWY_INLINE Lanes floor_of(Lanes x) {
  const Lanes whole = round_to_whole(x);
  return select(whole > x, whole - Lanes(1.0f), whole);
}
HWY_INLINE Lanes scale_by_power_of_two(Lanes x, Lanes n) {
  const auto biased = hn::Add(hn::ConvertTo(WholeTag(), n.v), hn::Set(WholeTag(), 127));
  return x * Lanes(hn::BitCast(NumberTag(), hn::ShiftLeft<23>(biased)));
}
HWY_INLINE Decomposed<Lanes> decompose(Lanes x) {
  const LaneWhole sqrt_half_bits(0x3f3504f3);
  const LaneWhole shifted = as_whole(as_word(x)) - sqrt_half_bits;
  const LaneWhole mantissa = (shifted & LaneWhole(0x007fffff)) + sqrt_half_bits;
  return {as_number(as_word(mantissa)), to_number(LaneWhole(hn::ShiftRight<23>(shifted.v)))};
}

// Customers outside a mask may stand at places that no table has: they get some row or other.
HWY_INLINE LaneWhole within(LaneWhole place, std::size_t rows) {
  const auto last = hn::Set(WordTag(), static_cast<std::uint32_t>(rows - 1));
  return as_whole(LaneWord(hn::Min(hn::BitCast(WordTag(), place.v), last)));
}
template <class Row>
HWY_INLINE LaneWhole words_to(LaneWhole place, std::span<const Row> rows) {
  static_assert(sizeof(Row) % 4 == 0);
  return within(place, rows.size()) * LaneWhole(static_cast<std::int32_t>(sizeof(Row) / 4));
}
template <class Row>
HWY_INLINE Lanes look_up(std::span<const Row> rows, float Row::*member, LaneWhole place) {
  return Lanes(hn::GatherIndex(NumberTag(), &(rows.data()->*member), words_to(place, rows).v));
}
template <class Row>
HWY_INLINE LaneWhole look_up(std::span<const Row> rows, std::int32_t Row::*member,
                             LaneWhole place) {
  return LaneWhole(hn::GatherIndex(WholeTag(), &(rows.data()->*member), words_to(place, rows).v));
}
template <class Row, class Columns>
HWY_INLINE Lanes look_up(std::span<const Row> rows, Columns Row::*member, LaneWhole column,
                         LaneWhole place) {
  const auto* first = reinterpret_cast<const float*>(&(rows.data()->*member));
  return Lanes(hn::GatherIndex(NumberTag(), first, (words_to(place, rows) + column).v));
}
// A byte of the rows, out of the word it lies in.
template <class Row>
HWY_INLINE LaneWhole look_up_byte(std::span<const Row> rows, const void* of_first,
                                  LaneWhole place) {
  const auto address = reinterpret_cast<std::uintptr_t>(of_first);
  const auto* word = reinterpret_cast<const std::int32_t*>(address & ~std::uintptr_t{3});
  const LaneWord found =
      as_word(LaneWhole(hn::GatherIndex(WholeTag(), word, words_to(place, rows).v)));
  return as_whole((found >> static_cast<int>((address & 3) * 8)) & LaneWord(255u));
}
template <class Row>
HWY_INLINE LaneMask look_up(std::span<const Row> rows, bool Row::*member, LaneWhole place) {
  return look_up_byte(rows, &(rows.data()->*member), place) != LaneWhole(0);
}
template <class Row, class Id>
HWY_INLINE LaneWhole look_up(std::span<const Row> rows, Id Row::*member, LaneWhole place) {
  static_assert(sizeof(Id) == 1);
  return look_up_byte(rows, &(rows.data()->*member), place);
}
HWY_INLINE Lanes look_up(std::span<const float> table, LaneWhole place) {
  return Lanes(hn::GatherIndex(NumberTag(), table.data(), within(place, table.size()).v));
}
HWY_INLINE LaneWhole look_up(std::span<const std::uint32_t> table, LaneWhole place) {
  return as_whole(
      LaneWord(hn::GatherIndex(WordTag(), table.data(), within(place, table.size()).v)));
}

// Words of a column, out of registers where it is short.
HWY_INLINE LaneWord look_up(const std::uint32_t* column, std::size_t rows, LaneWhole place) {
#if HWY_TARGET != HWY_SSE4
  const LaneWord inside = as_word(place) & LaneWord(static_cast<std::uint32_t>(lanes - 1));
  const auto indices = hn::IndicesFromVec(WordTag(), inside.v);
  const auto block = [&](std::size_t k) {
    return LaneWord(hn::TableLookupLanes(hn::LoadU(WordTag(), column + k * lanes), indices));
  };
  if (rows <= lanes) return block(0);
  if (rows <= 2 * lanes)
    return select(place < LaneWhole(static_cast<std::int32_t>(lanes)), block(0), block(1));
#endif
  return LaneWord(hn::GatherIndex(WordTag(), column, within(place, rows).v));
}
template <class Row>
HWY_INLINE Lanes look_up(const ColumnTable<Row>& table, float Row::*member, LaneWhole place) {
  const auto column = table.column(member);
  return as_number(look_up(column.words, column.rows, place));
}
template <class Row>
HWY_INLINE LaneWhole look_up_byte(typename ColumnTable<Row>::Column column, LaneWhole place) {
  const LaneWord word = look_up(column.words, column.rows, place);
  return as_whole((word >> (8 * column.byte)) & LaneWord(255u));
}
template <class Row>
HWY_INLINE LaneMask look_up(const ColumnTable<Row>& table, bool Row::*member, LaneWhole place) {
  return look_up_byte<Row>(table.column(member), place) != LaneWhole(0);
}
template <class Row, class Id>
HWY_INLINE LaneWhole look_up(const ColumnTable<Row>& table, Id Row::*member, LaneWhole place) {
  static_assert(sizeof(Id) == 1);
  return look_up_byte<Row>(table.column(member), place);
}
// The entry differs from lane to lane, of three or four.
template <class Row, class Columns>
HWY_INLINE Lanes look_up(const ColumnTable<Row>& table, Columns Row::*member, LaneWhole entry,
                         LaneWhole place) {
  const auto column = table.column(member);
  LaneWord found = look_up(column.words, column.rows, place);
  for (std::size_t k = 1; k < sizeof(Columns) / 4; ++k)
    found = select(entry == LaneWhole(static_cast<std::int32_t>(k)),
                   look_up(column.words + k * table.height(), column.rows, place), found);
  return as_number(found);
}
template <class Row, class Columns>
HWY_INLINE Lanes look_up(const ColumnTable<Row>& table, Columns Row::*member, std::size_t entry,
                         LaneWhole place) {
  const auto column = table.column(member);
  return as_number(look_up(column.words + entry * table.height(), column.rows, place));
}

HWY_INLINE std::uint32_t bits_of(LaneMask mask) {
  std::uint8_t bytes[8] = {};
  hn::StoreMaskBits(NumberTag(), mask.v, bytes);
  std::uint32_t bits;
  std::memcpy(&bits, bytes, sizeof bits);
  return bits;
}
template <class Each>
HWY_INLINE void for_each(LaneMask mask, Each each) {
  for (std::uint32_t bits = bits_of(mask); bits != 0; bits &= bits - 1)
    each(static_cast<std::size_t>(std::countr_zero(bits)));
}
HWY_INLINE std::size_t count_of(LaneMask mask) { return hn::CountTrue(NumberTag(), mask.v); }

template <class T>
struct alignas(64) Spread : std::array<T, lanes> {};
HWY_INLINE Spread<float> spread(Lanes x) {
  Spread<float> values;
  hn::Store(x.v, NumberTag(), values.data());
  return values;
}
HWY_INLINE Spread<std::int32_t> spread(LaneWhole x) {
  Spread<std::int32_t> values;
  hn::Store(x.v, WholeTag(), values.data());
  return values;
}
// Writes the values for which the mask is true, and returns how many; there must be room for all.
HWY_INLINE std::size_t write_those(LaneMask condition, LaneWhole values, std::uint32_t* to) {
#if HWY_TARGET == HWY_AVX3
  const auto mask = hn::RebindMask(WordTag(), condition.v);
  hn::StoreU(hn::Compress(as_word(values).v, mask), WordTag(), to);
  return count_of(condition);
#else
  const std::uint32_t bits = bits_of(condition);
  const auto each = spread(values);
  std::size_t written = 0;
  for (std::size_t k = 0; k < lanes; ++k) {
    to[written] = static_cast<std::uint32_t>(each[k]);
    written += bits >> k & 1u;
  }
  return written;
#endif
}

HWY_INLINE Lanes collect(const Spread<float>& values) {
  return Lanes(hn::Load(NumberTag(), values.data()));
}
HWY_INLINE LaneWhole collect(const Spread<std::int32_t>& values) {
  return LaneWhole(hn::Load(WholeTag(), values.data()));
}

// What the amounts of some lanes add to a FixedSum. The product is exact and is rounded as llrint
// rounds; amounts too large for whole lanes go one by one.
HWY_INLINE std::int64_t total_units(LaneMask here, Lanes amount) {
  const Lanes scaled = amount * Lanes(static_cast<float>(1.0 / FixedSum::resolution));
  const LaneMask large = !(magnitude(scaled) < Lanes(0x1p30f));
  std::int64_t units = 0;
  if (!none(here && large)) {
    const auto amounts = spread(amount);
    for_each(here, [&](std::size_t k) { units += units_of(amounts[k]); });
    return units;
  }
  const auto rounded = spread(select(here, LaneWhole(hn::NearestInt(scaled.v)), LaneWhole(0)));
  for (const std::int32_t one : rounded) units += one;
  return units;
}
// Each of them, for amounts below 1024.
HWY_INLINE Spread<std::int32_t> small_units(Lanes amount) {
  const Lanes scaled = amount * Lanes(static_cast<float>(1.0 / FixedSum::resolution));
  return spread(LaneWhole(hn::NearestInt(scaled.v)));
}

// Philox4x32-10 (Salmon et al. 2011) for every lane's counter, as base/random.hpp has it for one.
// The instructions multiply every other lane into pairs, so even and odd lanes go their own way;
// the upper halves of their pairs hold what nobody reads.
struct PhiloxHalf {
  hn::Vec<PairTag> a, b, c, d;

  HWY_INLINE void round(std::uint32_t key_0, std::uint32_t key_1) {
    const auto one = times(a, 0xD2511F53u), two = times(c, 0xCD9E8D57u);
    a = hn::Xor(hn::Xor(hn::ShiftRight<32>(two), b), hn::Set(PairTag(), key_0));
    b = two;
    c = hn::Xor(hn::Xor(hn::ShiftRight<32>(one), d), hn::Set(PairTag(), key_1));
    d = one;
  }
  static HWY_INLINE hn::Vec<PairTag> times(hn::Vec<PairTag> x, std::uint32_t factor) {
    return hn::MulEven(hn::BitCast(WordTag(), x), hn::Set(WordTag(), factor));
  }
};
HWY_INLINE LaneWord interleaved(hn::Vec<PairTag> even, hn::Vec<PairTag> odd) {
  return LaneWord(
      hn::OddEven(hn::BitCast(WordTag(), hn::ShiftLeft<32>(odd)), hn::BitCast(WordTag(), even)));
}
HWY_INLINE std::array<LaneWord, 4> philox(std::array<LaneWord, 4> counter,
                                          std::array<std::uint32_t, 2> key) {
  const auto pairs = [](LaneWord x) { return hn::BitCast(PairTag(), x.v); };
  const auto odd_of = [&](LaneWord x) { return hn::ShiftRight<32>(pairs(x)); };
  PhiloxHalf even{pairs(counter[0]), pairs(counter[1]), pairs(counter[2]), pairs(counter[3])};
  PhiloxHalf odd{odd_of(counter[0]), odd_of(counter[1]), odd_of(counter[2]), odd_of(counter[3])};
  for (int round = 0; round < 10; ++round) {
    even.round(key[0], key[1]);
    odd.round(key[0], key[1]);
    key[0] += 0x9E3779B9u;
    key[1] += 0xBB67AE85u;
  }
  return {interleaved(even.a, odd.a), interleaved(even.b, odd.b), interleaved(even.c, odd.c),
          interleaved(even.d, odd.d)};
}

// Four words of each of `lanes` records as four vectors, and back.
HWY_INLINE void transpose(std::array<LaneWord, 4>& v) {
  const WordTag d;
  const PairTag pairs;
  const auto lower_ab = hn::BitCast(pairs, hn::InterleaveLower(d, v[0].v, v[1].v));
  const auto lower_cd = hn::BitCast(pairs, hn::InterleaveLower(d, v[2].v, v[3].v));
  const auto upper_ab = hn::BitCast(pairs, hn::InterleaveUpper(d, v[0].v, v[1].v));
  const auto upper_cd = hn::BitCast(pairs, hn::InterleaveUpper(d, v[2].v, v[3].v));
  v[0] = LaneWord(hn::BitCast(d, hn::InterleaveLower(pairs, lower_ab, lower_cd)));
  v[1] = LaneWord(hn::BitCast(d, hn::InterleaveUpper(pairs, lower_ab, lower_cd)));
  v[2] = LaneWord(hn::BitCast(d, hn::InterleaveLower(pairs, upper_ab, upper_cd)));
  v[3] = LaneWord(hn::BitCast(d, hn::InterleaveUpper(pairs, upper_ab, upper_cd)));
}

// Four words from each address that lies `offset` words past every fourth pointer, side by side;
// and back.
template <class D>
HWY_INLINE hn::Vec<D> load_blocks(D d, const std::uint32_t* const* from, std::size_t offset) {
  if constexpr (hn::MaxLanes(D()) == 4) {
    return hn::LoadU(d, *from + offset);
  } else {
    const hn::Half<D> half;
    const auto low = load_blocks(half, from, offset);
    return hn::Combine(d, load_blocks(half, from + hn::MaxLanes(half), offset), low);
  }
}
template <class D>
HWY_INLINE void store_blocks(D d, hn::Vec<D> v, std::uint32_t* const* to, std::size_t offset) {
  if constexpr (hn::MaxLanes(D()) == 4) {
    hn::StoreU(v, d, *to + offset);
  } else {
    const hn::Half<D> half;
    store_blocks(half, hn::LowerHalf(half, v), to, offset);
    store_blocks(half, hn::UpperHalf(half, v), to + hn::MaxLanes(half), offset);
  }
}

// Records of `count` words (a multiple of 4), one for each lane, as one vector for each word.
template <std::size_t count, class Record>
HWY_INLINE void load_words(const Record* records, const std::int32_t* places,
                           std::array<LaneWord, count>& words) {
  static_assert(sizeof(Record) == 4 * count && count % 4 == 0);
  const std::uint32_t* from[lanes];
  for (std::size_t k = 0; k < lanes; ++k)
    from[k] = reinterpret_cast<const std::uint32_t*>(records + places[k]);
#pragma GCC unroll 8
  for (std::size_t b = 0; b < count; b += 4) {
    std::array<LaneWord, 4> four;
    for (std::size_t j = 0; j < 4; ++j) four[j] = LaneWord(load_blocks(WordTag(), from + j, b));
    transpose(four);
    for (std::size_t j = 0; j < 4; ++j) words[b + j] = four[j];
  }
}

// Writes the first `filled` lanes back.
template <std::size_t count, class Record>
HWY_INLINE void store_words(const std::array<LaneWord, count>& words, Record* records,
                            const std::int32_t* places, std::size_t filled) {
  std::uint32_t nowhere[count];
  std::uint32_t* to[lanes];
  for (std::size_t k = 0; k < lanes; ++k)
    to[k] = k < filled ? reinterpret_cast<std::uint32_t*>(records + places[k]) : nowhere;
#pragma GCC unroll 8
  for (std::size_t b = 0; b < count; b += 4) {
    std::array<LaneWord, 4> four;
    for (std::size_t j = 0; j < 4; ++j) four[j] = words[b + j];
    transpose(four);
    for (std::size_t j = 0; j < 4; ++j) store_blocks(WordTag(), four[j].v, to + j, b);
  }
}

}  // namespace HWY_NAMESPACE

template <>
struct NumberTraits<HWY_NAMESPACE::Lanes> {
  using Whole = HWY_NAMESPACE::LaneWhole;
  using Word = HWY_NAMESPACE::LaneWord;
  using Mask = HWY_NAMESPACE::LaneMask;
  static constexpr std::size_t width = HWY_NAMESPACE::lanes;
  static Mask first(std::size_t count) {
    return Mask(HWY_NAMESPACE::hn::FirstN(HWY_NAMESPACE::NumberTag(), count));
  }
  static Whole load(const std::uint32_t* places, std::size_t filled) {
    using namespace HWY_NAMESPACE;
    const Whole all = as_whole(Word(hn::LoadU(WordTag(), places)));
    return select(first(filled), all, Whole(static_cast<std::int32_t>(*places)));
  }
};

}  // namespace cxsim
HWY_AFTER_NAMESPACE();
