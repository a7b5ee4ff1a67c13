// A probe over any number type.
#pragma once

#include "base/fixed_sum.hpp"
#include "lanes_operations.hpp"

namespace cxsim {

template <class F>
Whole<F> places_from(const std::int32_t* from) {
  auto values = spread(Whole<F>(0));
  for (std::size_t k = 0; k < lane_count<F>; ++k) values[k] = from[k];
  return collect(values);
}

template <class F>
F amounts_from(const float* from) {
  auto values = spread(F(0.0f));
  for (std::size_t k = 0; k < lane_count<F>; ++k) values[k] = from[k];
  return collect(values);
}

template <class F, std::size_t count>
void load_each(const ProbeRecord<count>* records, const std::int32_t* places,
               std::uint32_t* words) {
  std::array<Word<F>, count> loaded;
  load_words(records, places, loaded);
  for (std::size_t k = 0; k < count; ++k) words_to<F>(loaded[k], words + k * lane_count<F>);
}

template <class F, std::size_t count>
void store_each(const std::uint32_t* words, ProbeRecord<count>* records, const std::int32_t* places,
                std::size_t filled) {
  std::array<Word<F>, count> kept;
  for (std::size_t k = 0; k < count; ++k) kept[k] = words_from<F>(words + k * lane_count<F>);
  store_words(kept, records, places, filled);
}

// Whichever way the rows are kept.
template <class F, class Rows>
Word<F> look(const Rows& rows, Look what, Whole<F> place) {
  const auto column = [&](std::int32_t k) {
    return as_word(look_up(rows, &ProbeRow::columns, Whole<F>(k), place));
  };
  switch (what) {
    case Look::number:
      return as_word(look_up(rows, &ProbeRow::number, place));
    case Look::column_0:
      return column(0);
    case Look::column_1:
      return column(1);
    case Look::column_2:
      return column(2);
    case Look::id:
      return as_word(look_up(rows, &ProbeRow::id, place));
    case Look::other_id:
      return as_word(look_up(rows, &ProbeRow::other_id, place));
    case Look::flag:
      return bits_of_mask<F>(look_up(rows, &ProbeRow::flag, place));
    case Look::other_flag:
      return bits_of_mask<F>(look_up(rows, &ProbeRow::other_flag, place));
    case Look::whole:
    case Look::kind:
      break;
  }
  if constexpr (std::is_same_v<Rows, std::span<const ProbeRow>>)
    return as_word(what == Look::whole ? look_up(rows, &ProbeRow::whole, place)
                                       : look_up(rows, &ProbeRow::kind, place));
  return Word<F>(0u);
}

template <class F>
Probe probe_over(std::string_view name) {
  return {
      name,
      lane_count<F>,
      every_operation<F>(),
      [](std::size_t count, std::uint32_t* mask) {
        words_to<F>(bits_of_mask<F>(NumberTraits<F>::first(count)), mask);
      },
      [](Probe::Mask mask) { return none(mask_from<F>(mask)); },
      [](Probe::Mask mask) { return count_of(mask_from<F>(mask)); },
      [](Probe::Mask mask, std::uint32_t* visited) {
        std::size_t count = 0;
        for_each(mask_from<F>(mask),
                 [&](std::size_t k) { visited[count++] = static_cast<std::uint32_t>(k); });
        return count;
      },
      load_each<F, 4>,
      load_each<F, 32>,
      store_each<F, 4>,
      store_each<F, 32>,
      [](Probe::Mask mask, const std::uint32_t* values, std::uint32_t* to) {
        return write_those(mask_from<F>(mask), as_whole(words_from<F>(values)), to);
      },
      [](const std::uint32_t* list, std::size_t filled, std::uint32_t* places) {
        words_to<F>(as_word(load_places<F>(list, filled)), places);
      },
      [](std::span<const ProbeRow> rows, Look what, Probe::Places places, std::uint32_t* out) {
        words_to<F>(look<F>(rows, what, places_from<F>(places)), out);
      },
      [](const ColumnTable<ProbeRow>& table, Look what, Probe::Places places, std::uint32_t* out) {
        words_to<F>(look<F>(table, what, places_from<F>(places)), out);
      },
      [](const ColumnTable<ProbeRow>& table, std::size_t entry, Probe::Places places,
         std::uint32_t* out) {
        const F found = look_up(table, &ProbeRow::columns, entry, places_from<F>(places));
        words_to<F>(as_word(found), out);
      },
      [](std::span<const float> table, Probe::Places places, std::uint32_t* out) {
        words_to<F>(as_word(look_up(table, places_from<F>(places))), out);
      },
      [](std::span<const std::uint32_t> table, Probe::Places places, std::uint32_t* out) {
        words_to<F>(as_word(look_up(table, places_from<F>(places))), out);
      },
      [](Probe::Mask mask, const float* amounts) {
        return total_units(mask_from<F>(mask), amounts_from<F>(amounts));
      },
      [](const float* amounts, std::int32_t* units) {
        const auto found = small_units(amounts_from<F>(amounts));
        std::copy_n(found.begin(), lane_count<F>, units);
      }};
}

}  // namespace cxsim
