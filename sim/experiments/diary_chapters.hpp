// A life cut into chapters: the journeys, decisions and looks worth telling, and the quiet between.
#pragma once

#include <span>
#include <vector>

#include "experiments/diary.hpp"

namespace cxsim {

// An event, and the person just before it.
struct Moment {
  const LifeEvent* event = nullptr;
  Mind<float> before{};
  bool was_hostile = false;

  LifeEventKind kind() const { return event->kind; }
  std::int32_t day() const { return event->day; }
  bool is(LifeEventKind kind) const { return event->kind == kind; }
};

struct Chapter {
  DiaryKind kind = DiaryKind::quiet;
  std::vector<Moment> moments;  // at least one

  std::int32_t first_day() const { return moments.front().day(); }
  std::int32_t last_day() const { return moments.back().day(); }
  const LifeEvent& opening() const { return *moments.front().event; }
  const Moment* first(LifeEventKind kind) const;
  const Moment* last(LifeEventKind kind) const;
  std::size_t count(LifeEventKind kind) const;
};

// A journey that matters enough to be named even where all went well.
bool is_important(JourneyId journey, const World& world);

// The person before and after every event; in between, time has passed over them.
std::vector<Moment> moments_of(const std::vector<LifeEvent>& events, const Customer& at_birth,
                               const World& world);

// In the order they began. A chapter keeps what belongs to it: a journey its contacts, its close,
// and what they then said about it; a quiet chapter whatever is too small for one of its own.
std::vector<Chapter> chapters_of(const std::vector<LifeEvent>& events, const Customer& at_birth,
                                 const World& world);

}  // namespace cxsim
