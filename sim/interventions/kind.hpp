// A kind of intervention or shock: what it is called, what it can move, and what it leans on.
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include "interventions/change.hpp"
#include "interventions/happening.hpp"
#include "interventions/target.hpp"

namespace cxsim {

struct Intervention;

// An intervention is the firm's to choose; a shock befalls it.
enum class Nature : unsigned char { intervention, shock };

inline constexpr double untouched = std::numeric_limits<double>::quiet_NaN();

// One number that a kind can move, by a key of its own.
struct Handle {
  std::string_view key;
  Target target;
  Operation usual;  // what a bare number in a scenario means
  double fallback;  // the amount where the scenario says nothing; `untouched`: left alone
  std::string_view unit;
  std::string_view meaning;
  std::string_view source = "model assumption";
  Tag tag = Tag::assumption;
};

// A number of the kind that is no change of anything.
struct Parameter {
  std::string_view key;
  double fallback;
  Range range;
  std::string_view unit;
  std::string_view meaning;
  std::string_view source = "model assumption";
  Tag tag = Tag::assumption;
};

// Whether ramp and half-life shape what it does, or it has a shape of its own and takes neither.
enum class Shape : unsigned char { ramped, own };

struct UsualTiming {
  float ramp = 0, duration = 0, half_life = 0;  // days
};

// A day of results, and what the firm was without any intervention.
struct DayOfResults {
  std::int64_t day;
  const Conditions& before;
};

struct Kind {
  std::string_view name, title, meaning;
  Nature nature = Nature::intervention;
  Shape shape = Shape::ramped;
  UsualTiming usual = {};
  ScopeKeys scopes = nowhere_special;
  std::span<const Handle> handles = {};
  std::span<const Parameter> parameters = {};
  // Settings whose values it leans on, by their full keys.
  std::span<const std::string_view> leans_on = {};
  // What it does beyond its handles, on days on which its strength is not 0 (with a shape of its
  // own: from its first day on); may be null.
  void (*act)(const Intervention&, const DayOfResults&, Conditions& now) = nullptr;
  // What it brings about on a day of results, if anything; may be null.
  std::optional<Happening> (*happening)(const Intervention&, std::int64_t day) = nullptr;
  // What is wrong with one as the scenario states it, or nothing; may be null.
  std::string_view (*refusal)(const Intervention&) = nullptr;
  bool redesigns_a_journey = false;
};

}  // namespace cxsim
