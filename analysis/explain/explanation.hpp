// Why an arm wins or loses against another: what it does, and the path from there to its NPV.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/explain/action.hpp"
#include "analysis/explain/leaning.hpp"
#include "analysis/explain/path.hpp"
#include "analysis/report/source.hpp"

namespace cxsim {

struct Explanation {
  ResultFacts facts;
  std::string arm, against;
  std::size_t pairs = 0;  // of replications that ended in both
  std::vector<Action> actions, actions_against;
  std::vector<Step> path;
  std::optional<Leaning> leaning;
};

// The arms by their place; the scenario is the one that made the results. Without the leaning,
// which takes runs of its own. Throws RecordingError where the results lack a measure.
Explanation explain(const MonthlyResults& results, const Scenario& scenario, std::size_t arm,
                    std::size_t against);

// The change of NPV at the end of the path: what a leaning is laid on; nothing if it is not known.
std::optional<double> npv_change(const Explanation& explanation);

// What to take away, one sentence a line; it tells only what luck leaves no doubt of.
std::vector<std::string> sentences(const Explanation& explanation);

std::string to_text(const Explanation& explanation);
Json json_of(const Explanation& explanation);

}  // namespace cxsim
