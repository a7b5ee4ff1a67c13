// One row of the settings table: a number's key, default, range, unit, meaning, source and tag.
// Reading, range checks, defaults and the printed reference all come from these rows.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <variant>

namespace cxsim {

// How far a number can be trusted; `choice` is the user's to make and claims nothing.
enum class Tag : std::uint8_t { published, derived, assumption, choice };

constexpr std::string_view name_of(Tag tag) {
  constexpr std::string_view names[] = {"published", "derived", "assumption", "choice"};
  return names[static_cast<int>(tag)];
}

struct Range {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
};

inline constexpr double unlimited = std::numeric_limits<double>::infinity();
inline constexpr Range share_range{0, 1};
inline constexpr Range positive_range{1e-9, unlimited};
inline constexpr Range non_negative_range{0, unlimited};

// The member of a section that a row describes.
template <class Section>
using Member = std::variant<float Section::*, std::int64_t Section::*, bool Section::*,
                            std::string Section::*>;

template <class Section>
struct Setting {
  std::string_view key;
  Member<Section> member;
  double fallback;  // the default of a number (0 or 1 for a flag)
  Range range;
  std::string_view unit;
  std::string_view meaning;
  std::string_view source;
  Tag tag = Tag::assumption;
  std::string_view fallback_text = {};  // the default of a text
};

// Every section specialises this: an array of rows, one for each member that a scenario can set.
template <class Section>
inline constexpr int settings_of = 0;

// A section with every member at its default.
template <class Section>
Section defaults() {
  Section section{};
  for (const auto& row : settings_of<Section>) {
    std::visit(
        [&](auto member) {
          using Value = std::remove_reference_t<decltype(section.*member)>;
          if constexpr (std::is_same_v<Value, std::string>)
            section.*member = std::string(row.fallback_text);
          else
            section.*member = static_cast<Value>(row.fallback);
        },
        row.member);
  }
  return section;
}

}  // namespace cxsim
