// One person's way over the journey map: their contacts, joining and leaving, and the links
// between.
#pragma once

#include <span>
#include <vector>

#include "analysis/page/taken_links.hpp"
#include "engine/run.hpp"

namespace cxsim {

// How a step is written as a number: a link, a touchpoint reached along none, bought, left.
struct StepCodes {
  std::size_t links, touchpoints;

  std::size_t of_link(std::size_t link) const { return link; }
  std::size_t of(TouchpointId touchpoint) const { return links + touchpoint.index(); }
  std::size_t bought() const { return links + touchpoints; }
  std::size_t left() const { return bought() + 1; }
};

struct CustomerStep {
  std::int32_t day;
  std::size_t code;
  float valence;  // afterwards
};

struct CustomerSteps {
  // From day 0 on, led by where somebody who is on the map by then stands: `bought` for a customer,
  // then their last contact.
  std::vector<CustomerStep> steps;
  std::vector<std::size_t> links;  // that they took from day 0 on, those to an ending included
};

// The kinds of events that say which way somebody went.
LifeEventKinds kinds_of_steps();

// `events` are this person's alone, in order, of those kinds, from the first day of the burn-in.
CustomerSteps steps_of(std::span<const LifeEvent> events, bool active_at_start,
                       const TakenLinks& links);

// Without those that hardly move anybody: the same link as the step before, within a month of it,
// with a mood that stays within a tenth.
void leave_out_dull_repeats(std::vector<CustomerStep>& steps);

}  // namespace cxsim
