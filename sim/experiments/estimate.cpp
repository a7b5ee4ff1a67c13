#include "experiments/estimate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/crew.hpp"
#include "engine/kernels.hpp"
#include "experiments/experiment.hpp"

namespace cxsim {
namespace {

// Measured on one core of an x86-64 server; docs/performance.md says how.
double seconds_per_person_day() {
  switch (best_kernels().lanes) {
    case 16:
      return 7e-9;
    case 8:
      return 10e-9;
    case 4:
      return 15e-9;
    default:
      return 25e-9;
  }
}
constexpr double bytes_per_person = sizeof(Customer) + sizeof(History) + sizeof(std::uint16_t);
constexpr double bytes_per_record = sizeof(PersonRecord);

}  // namespace

Estimate estimate_of(const Scenario& scenario, int threads) {
  const SimulationSettings& s = scenario.world.simulation;
  const auto people = static_cast<double>(s.people);
  const auto days = static_cast<double>(days_in_all(scenario));
  const double workers = threads > 0 ? threads : static_cast<double>(worker_count());
  // Each worker may hold a replication at the end of its burn-in beside the arm it runs.
  const double runs = 2 * static_cast<double>(s.replications);
  const double records =
      static_cast<double>(people_to_record(scenario.record.people, scenario.world).size());
  return {people * days * seconds_per_person_day() / workers,
          std::min(runs, 2 * workers) * (people * bytes_per_person + records * bytes_per_record)};
}

bool is_worth_telling(const Estimate& estimate) {
  constexpr double minute = 60, gigabyte = 1e9;
  return estimate.seconds > minute || estimate.bytes > gigabyte;
}

std::string in_words(const Estimate& estimate) {
  if (estimate.seconds < 90) return fmt::format("{:.0f} seconds", std::max(1.0, estimate.seconds));
  if (estimate.seconds < 5400) return fmt::format("{:.0f} minutes", estimate.seconds / 60);
  return fmt::format("{:.1f} hours", estimate.seconds / 3600);
}

}  // namespace cxsim
