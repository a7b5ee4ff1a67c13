// Lives as JSON: the diary of the same person in every arm.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "analysis/report/json_values.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

struct LivesPlan {
  std::int64_t people = 2000;  // among whom lives are chosen, spread evenly over the population
  std::uint32_t replication = 0;
  // Both may be empty, and are called from any thread. Days that pass in a run: those of the
  // burn-in once, those of results for each arm.
  std::function<void(std::int32_t days)> on_progress;
  std::function<bool()> cancelled;
};

// One person's life, by one run. Nothing if it was cancelled.
std::optional<Json> life_json(const Scenario& scenario, PersonId person,
                              const LivesPlan& plan = {});

// Up to `count` lives that show what the arms change and how the model works, each with the reason
// it was chosen; two runs. Nothing if it was cancelled.
std::optional<Json> lives_json(const Scenario& scenario, std::size_t count = 12,
                               const LivesPlan& plan = {});

}  // namespace cxsim
