// One customer's life as a story, with the numbers it is made of.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/run.hpp"

namespace cxsim {

// A number with the name it goes by in the story.
struct DiaryTerm {
  std::string name;
  float value = 0;
};

struct DiaryContact {
  std::int32_t day = 0;  // from the end of the burn-in, as all days here
  JourneyId journey;
  TouchpointId touchpoint;
  AnsweredBy answered_by = AnsweredBy::nobody;
  bool failed = false;
  float wait = 0;                              // minutes
  float expected = 0, perceived = 0, gap = 0;  // quality
  float reaction = 0, valence = 0, arousal = 0;
  float trust = 0, satisfaction = 0;
  float csat = 0;  // 1 to 5; 0 for no answer
};

// A monthly review at which they looked elsewhere, and why they left or stayed.
struct DiaryLook {
  std::int32_t day = 0;
  bool left = false, hostile = false;
  float look_chance = 0;
  std::vector<DiaryTerm> look_factors;  // the base chance, then what multiplied it, strongest first
  float net_preference = 0;
  std::vector<DiaryTerm> preference;  // utility: what spoke for (+) and against (-), largest first
  float inertia = 0;                  // switching cost, utility
  float leave_chance = 0;
  CauseOfLeaving cause = CauseOfLeaving::none;
  std::vector<DiaryTerm> pushes;  // log-odds toward leaving, strongest first
};

enum class DiaryKind : std::uint8_t { quiet, journey, consideration, recovery, look, departure };

struct DiaryEntry {
  DiaryKind kind = DiaryKind::quiet;
  std::int32_t first_day = 0, last_day = 0;
  std::string heading;
  std::vector<std::string> paragraphs;
};

struct Diary {
  std::string title;
  std::vector<std::string> portrait;
  std::vector<DiaryEntry> entries;  // in the order they began
  std::vector<std::string> epilogue;
  std::vector<DiaryContact> contacts;
  std::vector<DiaryLook> looks;
};

// `events` are this person's alone, in order, from the first day of the burn-in to the last day of
// the run that `record` and `at_birth` belong to.
Diary tell_life(const World& world, PersonId person, const std::vector<LifeEvent>& events,
                const PersonRecord& record, const Customer& at_birth);

// The person as a run with this replication finds them on its first day.
Customer person_at_birth(const World& world, std::uint32_t replication, PersonId person);

// Plain text, wrapped at `width` letters; UTF-8.
std::string to_text(const Diary& diary, std::size_t width = 80);

}  // namespace cxsim
