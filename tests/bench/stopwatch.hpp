// How long a piece of work takes, without what has to be prepared for it.
#pragma once

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstddef>

namespace cxsim::bench {

template <class Work>
double seconds_of(Work work) {
  const auto begun = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

// Works again and again on so many items, prepared anew each time.
template <class Prepare, class Work>
void measure(benchmark::State& state, std::size_t items, Prepare prepare, Work work) {
  while (state.KeepRunning()) {
    prepare();
    state.SetIterationTime(seconds_of(work));
  }
  state.counters["items"] = static_cast<double>(items);
}

template <class Work>
void measure(benchmark::State& state, std::size_t items, Work work) {
  measure(
      state, items, [] {}, work);
}

}  // namespace cxsim::bench
