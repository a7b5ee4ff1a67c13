#include "catalogue.hpp"

#include <fmt/format.h>

#include <utility>

#include "progress.hpp"

namespace cxsim::bench {

std::string Piece::with(std::string_view kernels) const {
  return fmt::format("{}/{}", name, kernels);
}

std::string Year::name() const {
  return fmt::format("year/{}/{}/{}", people, kernels->name, threads);
}

std::string FileRun::name() const { return fmt::format("file/{}/{}", people, threads); }

void Catalogue::add(Piece piece) {
  if (pieces.empty() || pieces.back().name != piece.name) pieces.push_back(std::move(piece));
}

benchmark::internal::Benchmark* add(const std::string& name, Measure measure) {
  const auto told = [name, measure = std::move(measure)](benchmark::State& state) {
    tell_progress(name);
    measure(state);
  };
  return benchmark::RegisterBenchmark(name.c_str(), told)->UseManualTime();
}

Catalogue every_benchmark(Size size) {
  Catalogue catalogue;
  add_basics(catalogue);
  add_steps(catalogue);
  add_mailbox(catalogue);
  add_days(catalogue);
  add_years(catalogue, size);
  add_files(catalogue);
  return catalogue;
}

}  // namespace cxsim::bench
