// A year of the reference firm from the first day, simulation only: no file, nobody recorded.
#include <fmt/format.h>

#include <limits>
#include <memory>

#include "catalogue.hpp"
#include "engine/crew.hpp"
#include "engine/run.hpp"
#include "machine.hpp"
#include "reference_firm.hpp"
#include "stopwatch.hpp"
#include "text.hpp"

namespace cxsim::bench {
namespace {

// Free memory that a run is begun with at the least: more than it takes.
constexpr double gib = 1024.0 * 1024.0 * 1024.0, bytes_a_person = 20 * gib / 100e6;

// What the year adds up to.
struct Count {
  double visits = 0, customer_days = 0;

  // Whoever is a customer at the end stands for the days before.
  void add(const Tally& tally, std::int32_t days) {
    for (std::size_t t = 0; t < tally.touchpoints.rows(); ++t)
      visits += tally.touchpoints.value(t, TouchpointSum::contacts);
    for (std::size_t s = 0; s < tally.segments.rows(); ++s)
      customer_days += tally.segments.value(s, SegmentSum::active) * days;
  }
};

void live_a_year(benchmark::State& state, const Year& year) {
  const World& firm = reference_firm(year.people);
  const Crew crew(year.threads);
  Execution execution;
  execution.kernels = year.kernels;
  const bool counts_memory = forget_peak_memory();
  const double memory_before = memory_now(), busy_before = busy_seconds();

  Count count;
  std::unique_ptr<Simulation> simulation;
  while (state.KeepRunning()) {
    state.SetIterationTime(seconds_of([&] {
      simulation = std::make_unique<Simulation>(firm, 0, execution);
      while (simulation->day() < days_of_year) {
        simulation->pass_day();
        if (simulation->day() % days_per_month == 0)
          count.add(simulation->close_month(), days_per_month);
      }
    }));
  }
  state.counters["busy"] = busy_seconds() - busy_before;
  state.counters["bytes"] =
      counts_memory ? peak_memory() - memory_before : std::numeric_limits<double>::quiet_NaN();
  count.add(simulation->close_month(), days_of_year % days_per_month);
  state.counters["visits"] = count.visits;
  state.counters["customer_days"] = count.customer_days;
}

void add_year(Catalogue& catalogue, const Year& year, int repetitions = 0) {
  catalogue.years.push_back(year);
  auto* one = add(year.name(), [year](benchmark::State& state) { live_a_year(state, year); });
  one->Iterations(1);
  if (repetitions > 0) one->Repetitions(repetitions);
}

std::vector<int> more_threads() {
  std::vector<int> threads;
  if (cores() >= 2) threads.push_back(2);
  if (cores() > 2) threads.push_back(cores());
  return threads;
}

void add_large(Catalogue& catalogue, std::int64_t people,
               const std::vector<const Kernels*>& kernels, int repetitions) {
  const double needed = static_cast<double>(people) * bytes_a_person;
  if (free_bytes() < needed) {
    catalogue.left_out.push_back(
        fmt::format("{} people are left out: they need {:.0f} GiB of free memory, and {:.1f} GiB "
                    "are free.",
                    with_commas(people), needed / gib, free_bytes() / gib));
    return;
  }
  for (const Kernels* one : kernels) add_year(catalogue, {people, one, 1}, repetitions);
}

void add_large_years(Catalogue& catalogue) {
  const Kernels *best = &best_kernels(), *scalar = &scalar_kernels();
  const auto both = best == scalar ? std::vector{best} : std::vector{scalar, best};
  add_large(catalogue, 10'000'000, both, 3);
  add_large(catalogue, 100'000'000, {best}, 1);
}

}  // namespace

void add_years(Catalogue& catalogue, Size size) {
  for (const std::int64_t people : {10'000, 100'000, 1'000'000}) {
    for (const Kernels* kernels : available_kernels()) add_year(catalogue, {people, kernels, 1});
    if (people < 100'000) continue;
    for (const int threads : more_threads())
      add_year(catalogue, {people, &best_kernels(), threads});
  }
  if (size == Size::large) add_large_years(catalogue);
}

}  // namespace cxsim::bench
