// What a handle can move: a lever of the firm, or a number of each department, touchpoint, journey
// or root cause, of every rival, or of the scenario as a whole.
#pragma once

#include <variant>

#include "interventions/conditions.hpp"

namespace cxsim {

// What there is one number of.
enum class Each : unsigned char { firm, department, touchpoint, journey, root_cause, rival };

struct Target {
  Each each = Each::firm;
  Range range;                     // the number stays within
  float Levers::*lever = nullptr;  // a lever of the firm; or else
  float& (*number)(Conditions& now, std::size_t i) = nullptr;
};

// The range that a settings row declares for its member.
template <class Section>
constexpr Range range_of(float Section::*member) {
  for (const Setting<Section>& row : settings_of<Section>)
    if (const auto* held = std::get_if<float Section::*>(&row.member);
        held != nullptr && *held == member)
      return row.range;
  return {};
}

template <class Section>
constexpr Target lever(float Section::*member) {
  Target target;
  target.range = range_of(member);
  target.lever = member;
  return target;
}

template <float Department::*member>
constexpr Target each_department() {
  return {
      Each::department, range_of(member), nullptr,
      [](Conditions& now, std::size_t i) -> float& { return now.company.departments[i].*member; }};
}

template <float Touchpoint::*member>
constexpr Target each_touchpoint() {
  return {Each::touchpoint, range_of(member), nullptr,
          [](Conditions& now, std::size_t i) -> float& { return now.touchpoints[i].*member; }};
}

template <float LevelQuality::*member>
constexpr Target quality_of_each_touchpoint() {
  return {
      Each::touchpoint, range_of(member), nullptr,
      [](Conditions& now, std::size_t i) -> float& { return now.touchpoints[i].quality.*member; }};
}

template <float Rival::*member>
constexpr Target each_rival() {
  return {Each::rival, range_of(member), nullptr,
          [](Conditions& now, std::size_t i) -> float& { return now.rivals[i].*member; }};
}

constexpr Target each_root_cause() {
  return {Each::root_cause, {0, 10}, nullptr, [](Conditions& now, std::size_t i) -> float& {
            return now.company.root_causes[i].factor;
          }};
}

// A number of a section that the scenario holds once, such as customer.recovery.
template <auto section, auto member>
constexpr Target customer_number() {
  return {Each::firm, range_of(member), nullptr,
          [](Conditions& now, std::size_t) -> float& { return (now.customer.*section).*member; }};
}

template <auto section, auto member>
constexpr Target number_of() {
  return {Each::firm, range_of(member), nullptr,
          [](Conditions& now, std::size_t) -> float& { return (now.*section).*member; }};
}

template <auto section, auto member>
constexpr Target company_number() {
  return {Each::firm, range_of(member), nullptr,
          [](Conditions& now, std::size_t) -> float& { return (now.company.*section).*member; }};
}

}  // namespace cxsim
