#include "scenario/toml_writer.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstring>

#include "scenario/toml_reader.hpp"
#include "scenario/toml_tokens.hpp"

namespace cxsim {
namespace {

// Equal as TOML sees it: keys in any order, lists in theirs.
bool same(const Node& a, const Node& b) {
  if (a.kind() != b.kind()) return false;
  if (const Table* table = a.table()) {
    if (table->entries.size() != b.table()->entries.size()) return false;
    for (const Entry& entry : table->entries)
      if (!b.find(entry.key) || !same(entry.value, *b.find(entry.key))) return false;
    return true;
  }
  if (const Array* array = a.array()) {
    if (array->size() != b.array()->size()) return false;
    for (std::size_t i = 0; i < array->size(); ++i)
      if (!same((*array)[i], (*b.array())[i])) return false;
    return true;
  }
  if (a.number()) return std::memcmp(a.number(), b.number(), sizeof(double)) == 0;
  if (a.integer()) return *a.integer() == *b.integer();
  if (a.flag()) return *a.flag() == *b.flag();
  if (a.date()) return *a.date() == *b.date();
  return *a.text() == *b.text();
}

// A character of one to four bytes, none left out but the surrogates.
std::string utf8_of(std::uint32_t point) {
  const auto tail = [point](unsigned shift) {
    return static_cast<char>(0x80U | ((point >> shift) & 0x3FU));
  };
  if (point < 0x80) return {static_cast<char>(point)};
  if (point < 0x800) return {static_cast<char>(0xC0U | (point >> 6U)), tail(0)};
  if (point < 0x10000) return {static_cast<char>(0xE0U | (point >> 12U)), tail(6), tail(0)};
  return {static_cast<char>(0xF0U | (point >> 18U)), tail(12), tail(6), tail(0)};
}

// Evenly from low to high - 1; by itself rapidcheck would begin with the lowest only.
template <class Whole>
Whole pick(Whole low, Whole high) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<Whole>(low, high));
}

std::string a_text() {
  constexpr std::pair<std::uint32_t, std::uint32_t> ranges[] = {
      {0, 0x20}, {0x20, 0x80}, {'a', 'z'}, {0x80, 0xD800}, {0xE000, 0x110000}};
  std::string text;
  for (int length = pick(0, 12); length > 0; --length) {
    const auto [low, high] = ranges[pick(0, 5)];
    text += utf8_of(pick(low, high));
  }
  return text;
}

double a_number() {
  if (pick(0, 2) == 0) return pick(-100000, 100000) / 1000.0;
  const auto bits = pick<std::uint64_t>(0, ~std::uint64_t{0});
  double number = 0;
  std::memcpy(&number, &bits, sizeof number);
  return std::isnan(number) ? 0.1 : number;
}

Node a_node(int depth) {
  switch (pick(0, depth > 0 ? 8 : 5)) {
    case 0:
      return {*rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::int64_t>())};
    case 1:
      return {a_number()};
    case 2:
      return {a_text()};
    case 3:
      return {pick(0, 2) == 1};
    case 4:
      return {Date{*rc::gen::element<std::string>("2026-01-01", "07:32:00", "2026-01-01T07:32:00",
                                                  "2026-01-01T07:32:00.5+02:00")}};
    case 5: {
      Array array(static_cast<std::size_t>(pick(0, 4)));
      for (Node& element : array) element = a_node(depth - 1);
      return {array};
    }
    default: {
      Node table{Table{}};
      for (int keys = pick(0, 5); keys > 0; --keys) table.table()->set(a_text(), a_node(depth - 1));
      return pick(0, 2) == 1 ? table : Node{Array{table, Node{Table{}}}};
    }
  }
}

RC_GTEST_PROP(TomlWriter, WhatIsWrittenReadsBackAsTheSameTree, ()) {
  Node root{Table{}};
  for (int keys = pick(0, 6); keys > 0; --keys) root.table()->set(a_text(), a_node(4));
  const std::string written = to_toml(root);
  RC_LOG() << written;
  const auto document = read_toml_text(written, "x");
  RC_ASSERT(static_cast<bool>(document));
  RC_ASSERT(same(document->root, root));
  RC_ASSERT(to_toml(document->root) == written);
}

RC_GTEST_PROP(TomlWriter, EveryNumberReadsBackBitForBit, ()) {
  const double number = a_number();
  const auto value = read_toml_value(number_token(number));
  RC_ASSERT(value && value->number());
  RC_ASSERT(std::memcmp(value->number(), &number, sizeof number) == 0);
}

TEST(TomlWriter, WritesValuesBeforeTables) {
  Node root{Table{}};
  root.table()->set("company", Node{Table{}}).table()->set("stage", Node{std::int64_t{2}});
  root.table()->set("touchpoint", Node{Array{Node{Table{}}}});
  root.table()->set("seed", Node{std::int64_t{1}});
  EXPECT_EQ(to_toml(root), "seed = 1\n\n[company]\nstage = 2\n\n[[touchpoint]]\n");
}

TEST(TomlWriter, WritesTablesAmongOtherValuesInBraces) {
  Node table{Table{}};
  table.table()->set("a b", Node{true});
  Node root{Table{}};
  root.table()->set("mixed", Node{Array{table, Node{1.0}}});
  EXPECT_EQ(to_toml(root), "mixed = [{ \"a b\" = true }, 1.0]\n");
}

TEST(TomlWriter, WritesNotANumber) {
  const auto value = read_toml_value(number_token(std::nan("")));
  ASSERT_TRUE(value);
  EXPECT_TRUE(std::isnan(*value->number()));
}

}  // namespace
}  // namespace cxsim
