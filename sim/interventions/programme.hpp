// The programme of an arm: its interventions and shocks, and what they make of each day.
#pragma once

#include <span>
#include <vector>

#include "interventions/intervention.hpp"
#include "interventions/redesign.hpp"

namespace cxsim {

// A change of a lever that not everybody meets.
struct ParticularChange {
  float Levers::*lever;
  Range range;
  Change change;
  float strength;
  const Scope* scope;
};

// What a programme makes of one day.
struct ProgrammeDay {
  std::vector<ParticularChange> particular;  // in the order they apply, after the firm's levers
  std::vector<Happening> happenings;
  std::vector<float> redesigns;  // share of people whom each redesign reaches, in their order
  double cost = 0;               // currency: capital and running costs
};

class Programme {
 public:
  Programme() = default;  // does nothing

  // Puts the interventions in the order of the catalogue, and those of one kind in the order given.
  // `journeys` and `touchpoints` are the firm's; problems are those of a redesigned journey.
  static Result<Programme> of(std::vector<Intervention> interventions,
                              std::span<const Touchpoint> touchpoints,
                              std::span<const Journey> journeys);

  bool is_empty() const { return interventions_.empty(); }
  std::span<const Intervention> interventions() const { return interventions_; }
  std::span<const JourneyWays> ways() const { return ways_; }
  std::int64_t first_day() const;  // day of results on which anything begins; -1 for never

  // Whether what `arrange` makes of a day differs from what it made of the day before.
  bool moves_on(std::int64_t day) const;

  // Moves what is not a lever from what it was (`now` is a copy of `today.before`).
  void arrange(const DayOfResults& today, Conditions& now) const;

  // Moves the firm's levers, and says what else the day brings. `levers` are those that follow
  // from the conditions arranged.
  ProgrammeDay act(std::int64_t day, Levers& levers) const;

 private:
  std::vector<Intervention> interventions_;  // in the order they act
  std::vector<JourneyWays> ways_;
};

// A lever after the changes of the day that concern somebody.
template <class Concerns>
float particular_lever(float value, float Levers::*lever, std::span<const ParticularChange> changes,
                       Concerns concerns) {
  for (const ParticularChange& one : changes)
    if (one.lever == lever && concerns(*one.scope))
      value = changed_within(value, one.change, one.strength, one.range);
  return value;
}

}  // namespace cxsim
