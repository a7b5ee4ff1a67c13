// What an arm does, in words: each intervention with what it moves, where, when and at what cost.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/json_values.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

// One number that it moves, or one of its own.
struct ActionNumber {
  std::string key, unit, meaning;
  Change change;  // a number of its own: moved to its value
  bool moves = true;
};

struct Action {
  std::string name, title, kind;
  Nature nature;
  Timing timing;
  std::vector<ActionNumber> numbers;
  std::vector<std::string> where;  // names of what it is confined to; empty: everywhere
  double share = 1;                // of people
  std::string journey;             // that it draws anew; empty for none
};

// Of the arm of that name, in the order they act.
std::vector<Action> actions_of(const Scenario& scenario, const std::string& arm);

// "skill +0.1 at service, from month 13 on, over 90 days; 5,000 EUR at the start"
std::string in_words(const Action& action, const std::string& currency);

Json json_of(const Action& action);

}  // namespace cxsim
