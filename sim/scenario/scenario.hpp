// A scenario: the world a file describes, the arms to run, what to record, and where it came from.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "base/setting.hpp"
#include "engine/life_event.hpp"
#include "engine/world.hpp"
#include "interventions/programme.hpp"
#include "scenario/document.hpp"
#include "scenario/uncertainty.hpp"

namespace cxsim {

inline constexpr std::int64_t everybody = -1;
inline constexpr double unstated = std::numeric_limits<double>::quiet_NaN();

struct RecordSettings {
  std::int64_t people, contacts, life_events;  // `everybody` or a number
  std::string life_event_kinds;                // "all", or names with a space between
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
    {"life_events",
     &RecordSettings::life_events,
     0,
     {-1, 200e6},
     "people",
     "people whose lives are written, event by event; \"all\" or a number",
     "",
     Tag::choice},
    {"life_event_kinds",
     &RecordSettings::life_event_kinds,
     0,
     {},
     "text",
     "kinds of events that are written: \"all\", or a list such as [\"close\", \"left\"]",
     "",
     Tag::choice,
     "all"},
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

// What a firm measured itself, to be seen beside what the model says; NaN where it did not.
struct Measured {
  float retention, nps, csat;
  std::string source;
};

template <>
inline constexpr auto settings_of<Measured> = std::to_array<Setting<Measured>>({
    {"retention", &Measured::retention, unstated, share_range, "share per year",
     "share of customers who are still customers a year later", "", Tag::choice, "unstated"},
    {"nps",
     &Measured::nps,
     unstated,
     {-100, 100},
     "points",
     "net promoter score of those who answered",
     "",
     Tag::choice,
     "unstated"},
    {"csat", &Measured::csat, unstated, share_range, "share",
     "respondents satisfied with a touchpoint", "", Tag::choice, "unstated"},
    {"source", &Measured::source, 0, {}, "text", "where the figures come from", "", Tag::choice},
});

// One of the alternatives that are compared; the baseline applies nothing.
struct Arm {
  std::string name, title;
  std::vector<std::string> apply;
  Programme programme;  // what it applies, in the order of the catalogue
};

// Months of results, counted from 1; 0 to 0 stands for the outcome's own.
struct MonthSpan {
  std::int64_t from = 0, to = 0;
};

// What a scenario promises to show.
struct Expectation {
  std::string name, says, outcome, arm, against, change;
  float within, low, high;  // NaN where it says nothing
  MonthSpan months, against_months;
  Place place;
};

template <>
inline constexpr auto settings_of<Expectation> = std::to_array<Setting<Expectation>>({
    {"says", &Expectation::says, 0, {}, "text", "the lesson in a sentence", "", Tag::choice},
    {"outcome",
     &Expectation::outcome,
     0,
     {},
     "text",
     "a row of `cxsim compare`, such as nps_true or journey_satisfied_share.join, or a monthly "
     "measure as measure.NAME or measure.NAME.LABEL",
     "",
     Tag::choice},
    {"arm", &Expectation::arm, 0, {}, "text", "arm it looks at", "", Tag::choice, "baseline"},
    {"against",
     &Expectation::against,
     0,
     {},
     "text",
     "arm it is compared with",
     "",
     Tag::choice,
     "baseline"},
    {"change",
     &Expectation::change,
     0,
     {},
     "text",
     "up or down: the 95% interval of the difference lies on that side of zero; none: it lies "
     "within the bound; without it, low and high bound the arm's own level",
     "",
     Tag::choice},
    {"within", &Expectation::within, unstated, non_negative_range, "of the outcome",
     "bound of a difference that is none", "", Tag::choice, "unstated"},
    {"low",
     &Expectation::low,
     unstated,
     {},
     "of the outcome",
     "least mean difference, or level",
     "",
     Tag::choice,
     "unstated"},
    {"high",
     &Expectation::high,
     unstated,
     {},
     "of the outcome",
     "greatest mean difference, or level",
     "",
     Tag::choice,
     "unstated"},
});

struct Scenario {
  AboutScenario about;
  World world;
  RecordSettings record;
  LifeEventKinds life_event_kinds;  // as `record` names them
  Measured measured;
  std::vector<Intervention> interventions;  // and shocks, as written
  std::vector<Arm> arms;
  std::vector<Expectation> expectations;
  std::vector<UncertainSetting> uncertainty;  // as written
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
Node resolved(const Scenario& scenario);
std::string resolved_toml(const Scenario& scenario);

// A scenario whose files are read once, to be made again and again with other settings.
class ScenarioFamily {
 public:
  // Arguments and problems as those of the functions above.
  static Result<ScenarioFamily> read(const std::string& path,
                                     const std::vector<std::string>& overrides);
  static Result<ScenarioFamily> read_resolved(const std::string& resolved,
                                              const std::string& as_written,
                                              const std::string& file,
                                              const std::vector<std::string>& overrides);

  const Scenario& base() const { return base_; }

  // The uncertain settings of the base, without defaults that it does not allow at both ends and
  // between them, such as one that must be whole.
  std::vector<UncertainSetting> uncertain() const;

  // The base with overrides, without its [uncertainty]. Any thread may ask.
  Result<Scenario> with(const std::vector<std::string>& overrides) const;

 private:
  ScenarioFamily(Scenario base, Document document);

  Scenario base_;
  Document document_;
};

}  // namespace cxsim
