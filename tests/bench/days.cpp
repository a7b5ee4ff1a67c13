// One whole day, on one thread, after a month in which the firm and its customers got going.
#include <fmt/format.h>

#include "catalogue.hpp"
#include "engine/crew.hpp"
#include "engine/simulation.hpp"
#include "reference_firm.hpp"
#include "stopwatch.hpp"
#include "text.hpp"

namespace cxsim::bench {
namespace {

constexpr int month = 30;

void measure_days(benchmark::State& state, std::int64_t people, const Kernels& kernels) {
  const Crew alone(1);
  Execution execution;
  execution.kernels = &kernels;
  Simulation simulation(reference_firm(people), 0, execution);
  for (int day = 0; day < month; ++day) simulation.pass_day();
  measure(state, static_cast<std::size_t>(people), [&] { simulation.pass_day(); });
}

}  // namespace

void add_days(Catalogue& catalogue) {
  for (const std::int64_t people : {10'000, 100'000, 1'000'000}) {
    const Piece piece{fmt::format("day/{}", people),
                      fmt::format("a whole day of {} people", with_commas(people)), "person"};
    catalogue.add(piece);
    // So many days whatever the kernels, so that all live through the same ones.
    for (const Kernels* kernels : available_kernels())
      add(piece.with(kernels->name), [people, kernels](benchmark::State& state) {
        measure_days(state, people, *kernels);
      })->Iterations(month);
  }
}

}  // namespace cxsim::bench
