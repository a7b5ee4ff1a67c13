// What base/lanes.hpp can do, as functions over plain arrays: the same for one number at a time and
// for each kind of lanes, so that they can be held against each other bit for bit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/column_table.hpp"
#include "base/ids.hpp"

namespace cxsim {

// Where a result is no number, its bits are the processor's choice, unless it is only passed on.
enum class Nans { alike, bit_for_bit };

struct Operation {
  std::string_view name;
  Nans nans;
  // out[i] is what comes of a[i] and b[i], all as bits; for a `count` that fills all lanes.
  void (*apply)(std::size_t count, const std::uint32_t* a, const std::uint32_t* b,
                std::uint32_t* out);
};

template <std::size_t words>
struct ProbeRecord {
  std::array<std::uint32_t, words> word;
};

enum class ProbeKind : std::uint8_t { plain, fancy = 200 };

struct ProbeRow {
  float number;
  std::array<float, 3> columns;
  Id<struct ProbeTag> id, other_id;
  bool flag, other_flag;
  std::int32_t whole;
  ProbeKind kind;
  std::array<std::uint8_t, 3> nothing;
};

// What can be looked up in rows, and what in their columns too.
enum class Look {
  number,
  column_0,
  column_1,
  column_2,
  id,
  other_id,
  flag,
  other_flag,
  whole,
  kind
};
inline constexpr std::array looks_at_rows{
    Look::number,   Look::column_0, Look::column_1,   Look::column_2, Look::id,
    Look::other_id, Look::flag,     Look::other_flag, Look::whole,    Look::kind};
inline constexpr auto looks_at_tables = std::span(looks_at_rows).first<8>();

struct Probe {
  using Mask = const std::uint32_t*;  // a word for each lane: 0 for no
  using Places = const std::int32_t*;

  std::string_view name;
  std::size_t lanes;
  std::span<const Operation> operations;

  void (*first)(std::size_t count, std::uint32_t* mask);
  bool (*none)(Mask mask);
  std::size_t (*count)(Mask mask);
  std::size_t (*visit)(Mask mask, std::uint32_t* visited);  // by for_each, in its order

  // Word k of lane i is words[k * lanes + i].
  void (*load_4)(const ProbeRecord<4>* records, Places places, std::uint32_t* words);
  void (*load_32)(const ProbeRecord<32>* records, Places places, std::uint32_t* words);
  void (*store_4)(const std::uint32_t* words, ProbeRecord<4>* records, Places places,
                  std::size_t filled);
  void (*store_32)(const std::uint32_t* words, ProbeRecord<32>* records, Places places,
                   std::size_t filled);

  // Writes the values of the lanes for which the mask is true, and returns how many.
  std::size_t (*write_those)(Mask mask, const std::uint32_t* values, std::uint32_t* to);

  // The first `filled` places of a list.
  void (*load_places)(const std::uint32_t* list, std::size_t filled, std::uint32_t* places);

  // One of each lane: what stands at these places, as bits.
  void (*look_at_rows)(std::span<const ProbeRow> rows, Look what, Places places,
                       std::uint32_t* out);
  void (*look_at_table)(const ColumnTable<ProbeRow>& table, Look what, Places places,
                        std::uint32_t* out);
  void (*look_at_entry)(const ColumnTable<ProbeRow>& table, std::size_t entry, Places places,
                        std::uint32_t* out);
  void (*look_at_numbers)(std::span<const float> table, Places places, std::uint32_t* out);
  void (*look_at_words)(std::span<const std::uint32_t> table, Places places, std::uint32_t* out);

  // What amounts add to a FixedSum.
  std::int64_t (*total_units)(Mask mask, const float* amounts);
  void (*small_units)(const float* amounts, std::int32_t* units);
};

}  // namespace cxsim
