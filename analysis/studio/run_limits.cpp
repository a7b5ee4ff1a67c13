#include "analysis/studio/run_limits.hpp"

#include <fmt/format.h>

#include "engine/run.hpp"
#include "experiments/estimate.hpp"
#include "experiments/experiment.hpp"

namespace cxsim {
namespace {

constexpr double most_person_days = 2e9;  // about half a minute on two cores
constexpr double most_bytes = 2e9;
constexpr double most_logged_days = 5e7;       // of people whose every contact or event is written
constexpr std::int64_t most_months = 100'000;  // of results in all runs, each kept by touchpoint

constexpr const char* less = "take fewer people, days, arms or replications";
constexpr const char* less_written = "write fewer, with record.contacts and record.life_events";

Problem too_much(std::string key, std::string what, const std::string& command,
                 const std::string& cure = less) {
  return {{},
          std::move(key),
          std::move(what),
          "the studio runs what can be waited for",
          cure + "; or run it on the command line: " + command};
}

}  // namespace

Problems check_size(const Scenario& scenario, int threads, const std::string& command) {
  const SimulationSettings& s = scenario.world.simulation;
  Problems problems;
  // In doubles: these products can be beyond whole numbers.
  const double runs =
      static_cast<double>(s.replications) * static_cast<double>(scenario.arms.size());
  const double days = static_cast<double>(s.burn_in) * static_cast<double>(s.replications) +
                      static_cast<double>(s.days) * runs;
  const double person_days = days * static_cast<double>(s.people);
  if (person_days > most_person_days)
    problems.push_back(too_much("simulation.people",
                                fmt::format("these are {:.1f} billion days of customers' lives; "
                                            "the studio runs {:.0f} billion at once",
                                            person_days / 1e9, most_person_days / 1e9),
                                command));
  else if (runs * static_cast<double>(months_in(s)) > static_cast<double>(most_months))
    problems.push_back(
        too_much("simulation.replications",
                 fmt::format("these are {:.0f} months of results; the studio keeps {}",
                             runs * static_cast<double>(months_in(s)), most_months),
                 command));
  if (!problems.empty()) return problems;
  const double logged =
      static_cast<double>(people_to_record(scenario.record.contacts, scenario.world).size() +
                          people_to_record(scenario.record.life_events, scenario.world).size());
  if (logged * days > most_logged_days)
    problems.push_back(too_much("record",
                                "every contact or event of too many people would be written",
                                command, less_written));
  const Estimate estimate = estimate_of(scenario, threads);
  if (estimate.bytes > most_bytes)
    problems.push_back(too_much("simulation.people",
                                fmt::format("this would take about {:.1f} GB of memory; the "
                                            "studio takes {:.0f}",
                                            estimate.bytes / 1e9, most_bytes / 1e9),
                                command));
  return problems;
}

}  // namespace cxsim
