// Every contact of a sample of people in one replication, arm by arm, packed for the moving map.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "analysis/report/json_values.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

// Whether somebody who does the same again and again with the same mood is seen to each time.
enum class Repeats : unsigned char { all, once_a_month };

struct CustomersPlan {
  std::int64_t people = 5000;         // looked at, spread evenly over the population
  std::size_t most_steps = 300'000;   // over all arms; fewer people where they take more
  std::size_t most_events = 600'000;  // about, noted at once: half a gigabyte
  Repeats repeats = Repeats::all;
  std::uint32_t replication = 0;
  // Both may be empty, and are called from any thread. Days that pass: those of the burn-in once,
  // those of results for each arm, as often as customers_runs says.
  std::function<void(std::int32_t days)> on_progress;
  std::function<bool()> cancelled;
};

// How often the replication is run: what is noted of all people at once might not fit in memory.
std::size_t customers_runs(const Scenario& scenario, const CustomersPlan& plan);

// Nothing if it was cancelled.
std::optional<Json> customers_json(const Scenario& scenario, const CustomersPlan& plan);

}  // namespace cxsim
