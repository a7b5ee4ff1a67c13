// A scenario: the world a file describes, the arms to run, what to record, and where it came from.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "base/setting.hpp"
#include "engine/world.hpp"
#include "scenario/document.hpp"

namespace cxsim {

inline constexpr std::int64_t everybody = -1;

struct RecordSettings {
  std::int64_t people, contacts;  // `everybody` or a number
};

template <>
inline constexpr auto settings_of<RecordSettings> = std::to_array<Setting<RecordSettings>>({
    {"people",
     &RecordSettings::people,
     20000,
     {-1, 200e6},
     "people",
     "people whose outcomes are written, spread evenly over the population; \"all\" or a number",
     "",
     Tag::choice},
    {"contacts",
     &RecordSettings::contacts,
     0,
     {-1, 200e6},
     "people",
     "people whose every contact is written; \"all\" or a number",
     "",
     Tag::choice},
});

// What a scenario says about itself.
struct AboutScenario {
  std::string title, question, concept_taught, look_for, weakness;
};

template <>
inline constexpr auto settings_of<AboutScenario> = std::to_array<Setting<AboutScenario>>({
    {"title",
     &AboutScenario::title,
     0,
     {},
     "text",
     "one line that names the scenario",
     "",
     Tag::choice},
    {"question",
     &AboutScenario::question,
     0,
     {},
     "text",
     "the question it answers",
     "",
     Tag::choice},
    {"concept",
     &AboutScenario::concept_taught,
     0,
     {},
     "text",
     "the concept it teaches",
     "",
     Tag::choice},
    {"look_for",
     &AboutScenario::look_for,
     0,
     {},
     "text",
     "what to look for in the results",
     "",
     Tag::choice},
    {"weakness",
     &AboutScenario::weakness,
     0,
     {},
     "text",
     "where the model may be wrong",
     "",
     Tag::choice},
});

// One of the alternatives that are compared; the baseline applies nothing.
struct Arm {
  std::string name;
  std::vector<std::string> apply;
};

struct Scenario {
  AboutScenario about;
  World world;
  RecordSettings record;
  std::vector<Arm> arms;
  std::string as_written;  // the file, its bases, and what the command line overrides
};

// Reads a scenario file with everything it extends, then the overrides ("key=value"), checks it
// whole, and reports every problem found.
Result<Scenario> read_scenario(const std::string& path, const std::vector<std::string>& overrides);

// The same from the texts that a result file keeps; `file` stands for it in problems.
Result<Scenario> read_resolved_scenario(const std::string& resolved, const std::string& as_written,
                                        const std::string& file,
                                        const std::vector<std::string>& overrides);

// The scenario with every setting written out: reading it gives the same scenario.
std::string resolved_toml(const Scenario& scenario);

}  // namespace cxsim
