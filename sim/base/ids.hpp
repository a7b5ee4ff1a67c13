// Distinct types for the numbers that name things, so that one cannot be passed for another.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace cxsim {

template <class Thing, class Number = std::uint8_t>
struct Id {
  Number value = none_value;
  static constexpr Number none_value = static_cast<Number>(-1);

  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value(static_cast<Number>(index)) {}
  constexpr bool exists() const { return value != none_value; }
  constexpr std::size_t index() const { return value; }
  constexpr auto operator<=>(const Id&) const = default;
};

using TouchpointId = Id<struct TouchpointTag>;
using DepartmentId = Id<struct DepartmentTag>;
using JourneyId = Id<struct JourneyTag>;
using SegmentId = Id<struct SegmentTag>;
using RootCauseId = Id<struct RootCauseTag>;
using PersonId = Id<struct PersonTag, std::uint32_t>;

// The most touchpoints, journeys, departments, segments or root causes of one scenario.
inline constexpr std::size_t most_named_things = 200;

}  // namespace cxsim
