// What every section of settings owes its readers: rows that are complete, sound and told apart.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>
#include <string_view>

#include "base/setting.hpp"

namespace cxsim {

template <class Section>
void expect_sound_row(const Setting<Section>& row) {
  EXPECT_FALSE(row.key.empty());
  EXPECT_FALSE(row.unit.empty());
  EXPECT_FALSE(row.meaning.empty());
  EXPECT_TRUE(row.tag == Tag::choice || !row.source.empty()) << "a number without a source";
  EXPECT_LE(row.range.low, row.range.high);
  if (std::holds_alternative<std::string Section::*>(row.member) || std::isnan(row.fallback))
    return;
  // A member holds a float, which can fall short of or pass the end it is written as.
  EXPECT_GE(static_cast<float>(row.fallback), static_cast<float>(row.range.low));
  EXPECT_LE(static_cast<float>(row.fallback), static_cast<float>(row.range.high));
}

template <class Section>
void expect_sound_rows(std::string_view name) {
  std::set<std::string_view> keys;
  const auto& rows = settings_of<Section>;
  for (const auto& row : rows) {
    SCOPED_TRACE(std::string(name) + "." + std::string(row.key));
    expect_sound_row(row);
    EXPECT_TRUE(keys.insert(row.key).second) << "a second row of this key";
    for (const auto& other : rows)
      EXPECT_EQ(row.member == other.member, &row == &other) << "shares a member with " << other.key;
  }
}

}  // namespace cxsim
