// Whose lives are worth telling: people whom the arms part, and lives that show how the model
// works.
#pragma once

#include <string>
#include <vector>

#include "engine/run.hpp"

namespace cxsim {

// What a run tells of one person, as far as the choice goes; days of results only.
struct LifeInBrief {
  PersonRecord record{};
  bool joined_on_good_word = false;  // heard well of the firm shortly before they bought
  bool put_right = false;            // a recovery that worked
  bool ignored = false;              // after a complaint
  bool left_hostile = false;
  std::uint32_t told = 0;  // messages to others
};

// The kinds of events that `brief_of` reads.
LifeEventKinds kinds_of_choice();
LifeInBrief brief_of(const PersonRecord& record, std::span<const LifeEvent> events);

struct ChosenLife {
  std::size_t person;  // in the order of the lives looked at
  std::string why;
};

using LivesOfArm = std::vector<LifeInBrief>;  // the same people in every arm

// At most `count` lives, each person once. Every rule in turn names one of those whom it fits: the
// one whose number of contacts is in their middle. `arms` begins with the baseline;
// `promoter_score` is the score from which a customer is a promoter.
std::vector<ChosenLife> choose_lives(const std::vector<LivesOfArm>& arms,
                                     const std::vector<std::string>& titles, float promoter_score,
                                     std::size_t count);

}  // namespace cxsim
