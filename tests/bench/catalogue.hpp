// What is measured, in the order of the tables.
#pragma once

#include <benchmark/benchmark.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/kernels.hpp"

namespace cxsim::bench {

// A small piece of work: a row of the first table, with a column for each kind of kernels.
struct Piece {
  std::string name, says;
  std::string item;  // what its time is divided by

  std::string with(std::string_view kernels) const;
};
inline constexpr std::string_view any_kernels = "any";

// A year of the reference firm.
struct Year {
  std::int64_t people;
  const Kernels* kernels;
  int threads;

  std::string name() const;
};

// A whole run with its file.
struct FileRun {
  std::int64_t people;
  int threads;

  std::string name() const;
};

struct Catalogue {
  std::vector<Piece> pieces;
  std::vector<Year> years;
  std::vector<FileRun> files;
  std::vector<std::string> left_out;  // sentences: what this machine cannot hold

  void add(Piece piece);
};

using Measure = std::function<void(benchmark::State&)>;

// Registers what measures; the time is the one that `measure` reports.
benchmark::internal::Benchmark* add(const std::string& name, Measure measure);

enum class Size { usual, large };

Catalogue every_benchmark(Size size);

// One a file.
void add_basics(Catalogue& catalogue);  // luck, fading, functions
void add_steps(Catalogue& catalogue);   // of a person's day
void add_mailbox(Catalogue& catalogue);
void add_days(Catalogue& catalogue);
void add_years(Catalogue& catalogue, Size size);
void add_files(Catalogue& catalogue);

}  // namespace cxsim::bench
