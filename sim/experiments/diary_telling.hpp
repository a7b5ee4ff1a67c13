// What a chapter is told with: the world, the dates, and the life so far.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "experiments/diary_chapters.hpp"
#include "experiments/diary_dates.hpp"

namespace cxsim {

struct Telling {
  const World& world;
  const DiaryDates& dates;
  const Customer& at_birth;
  std::span<const Chapter> before;

  std::vector<Moment> lived() const;  // so far, in order

  bool knows_firm() const;  // by word of mouth, or as a customer
  bool is_customer() const;
  bool is_former() const;
  std::int32_t customer_since() const;           // the day, if they ever were one
  std::span<const Chapter> as_customer() const;  // the chapters since then
};

using Paragraphs = std::vector<std::string>;

Paragraphs tell_quiet(const Chapter& chapter, const Telling& telling);
Paragraphs tell_journey(const Chapter& chapter, const Telling& telling);
Paragraphs tell_consideration(const Chapter& chapter, const Telling& telling);
Paragraphs tell_recovery(const Chapter& chapter, const Telling& telling);
Paragraphs tell_look(const Chapter& chapter, const Telling& telling);
Paragraphs tell_departure(const Chapter& chapter, const Telling& telling);

std::string heading_of(const Chapter& chapter, const Telling& telling);

// The titles of a chapter's journeys, in the order they began.
std::string journeys_in(const Chapter& chapter, const World& world);

// What they told friends and the public in these moments; empty if nothing.
std::string what_they_told(const std::vector<Moment>& moments);

// "satisfaction rose from +.20 to +.28"; "trust fell from .55 to .50"
std::string satisfaction_change_told(float from, float to);
std::string trust_change_told(float from, float to);

// Whether and why a prospect started, bought or declined.
std::string consideration_told(const LifeEvent& event, const Telling& telling);
std::string purchase_told(const LifeEvent& event, const Telling& telling);

}  // namespace cxsim
