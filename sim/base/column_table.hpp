// Rows of numbers kept column by column, so that lanes of customers can look up one member of
// different rows at once. Every member is of 1 or 4 bytes.
#pragma once

#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

#include "base/number.hpp"

namespace cxsim {

template <class Row>
class ColumnTable {
  static_assert(std::is_trivially_copyable_v<Row> && sizeof(Row) % 4 == 0);

 public:
  ColumnTable() = default;
  explicit ColumnTable(std::vector<Row> rows)
      : rows_(std::move(rows)), height_(padded(rows_.size())) {
    columns_.resize(words * height_);
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      std::array<std::uint32_t, words> row;
      std::memcpy(row.data(), &rows_[r], sizeof(Row));
      for (std::size_t w = 0; w < words; ++w) columns_[w * height_ + r] = row[w];
    }
  }

  std::size_t size() const { return rows_.size(); }
  const Row& operator[](std::size_t row) const { return rows_[row]; }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }

  // The column that holds a member, one word a row, with some words to spare at its end; and which
  // byte of the word it begins at.
  struct Column {
    const std::uint32_t* words;
    std::size_t rows;
    int byte;
  };
  template <class T>
  Column column(T Row::*member) const {
    const auto* row = reinterpret_cast<const char*>(rows_.data());
    const auto offset =
        static_cast<std::size_t>(reinterpret_cast<const char*>(&(rows_.data()->*member)) - row);
    return {columns_.data() + offset / 4 * height_, size(), static_cast<int>(offset % 4)};
  }
  std::size_t height() const { return height_; }

 private:
  static constexpr std::size_t words = sizeof(Row) / 4;
  static std::size_t padded(std::size_t rows) { return (rows + 63) / 64 * 64; }

  std::vector<Row> rows_;
  std::size_t height_ = 0;
  std::vector<std::uint32_t> columns_;
};

// A member of the row that `place` names; ids and flags come as numbers and masks.
template <class Row>
float look_up(const ColumnTable<Row>& table, float Row::*member, std::int32_t place) {
  return table[static_cast<std::size_t>(place)].*member;
}
template <class Row>
bool look_up(const ColumnTable<Row>& table, bool Row::*member, std::int32_t place) {
  return table[static_cast<std::size_t>(place)].*member;
}
template <class Row, class Id>
std::int32_t look_up(const ColumnTable<Row>& table, Id Row::*member, std::int32_t place) {
  return static_cast<std::int32_t>((table[static_cast<std::size_t>(place)].*member).value);
}
// An entry of a member that is a row of floats itself.
template <class Row, class Entries, class Entry>
float look_up(const ColumnTable<Row>& table, Entries Row::*member, Entry entry,
              std::int32_t place) {
  const Entries& entries = table[static_cast<std::size_t>(place)].*member;
  return reinterpret_cast<const float*>(&entries)[entry];
}

}  // namespace cxsim
