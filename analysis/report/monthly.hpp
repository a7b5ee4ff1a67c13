// Monthly results, ready to be added up over months and whatever else they go by.
#pragma once

#include <map>
#include <string>

#include "analysis/report/source.hpp"

namespace cxsim {

// Months from .. to - 1, counted from 0.
struct Months {
  std::size_t from, to;
};

// The same of one run.
struct RunWindow {
  std::size_t arm, replication, from, to;
};

// Places from .. to - 1 along whatever a measure goes by beside the month.
struct Places {
  std::size_t from, to;
};

// One measure over (arm, replication, month, and its places).
class Monthly {
 public:
  explicit Monthly(Values<double> array);

  std::size_t places() const { return places_; }  // 1 if it goes by the month alone
  double at(std::size_t arm, std::size_t replication, std::size_t month, std::size_t place) const;

 private:
  Values<double> array_;
  std::size_t places_ = 1;
};

// Measures are read when first asked for. The source must outlive it.
class MonthlyResults {
 public:
  explicit MonthlyResults(const MonthlySource& source) : source_(source) {}

  // Throws RecordingError where there is no such measure.
  const Monthly& measure(const std::string& name) const;
  const MonthlySource& source() const { return source_; }
  const ResultFacts& facts() const { return source_.facts(); }
  std::size_t months() const { return facts().months; }

 private:
  const MonthlySource& source_;
  mutable std::map<std::string, Monthly> measures_;
};

Places all_places(const MonthlyResults& results, const std::string& measure);

// Whether the run came to its end, so that there is something to read.
bool has_run(const MonthlyResults& results, std::size_t arm, std::size_t replication);

// In any arm.
std::size_t replications_ended(const MonthlyResults& results);

// Sums over a window; NaN terms are left out. Without places: over all of them.
double sum_of(const MonthlyResults& results, const std::string& measure, const RunWindow& window);
double sum_at(const MonthlyResults& results, const std::string& measure, const RunWindow& window,
              const Places& places);

// The sum over all places, averaged over the months of a window.
double mean_of(const MonthlyResults& results, const std::string& measure, const RunWindow& window);

// The plain mean of all values that are known. NaN if none is.
double mean_at(const MonthlyResults& results, const std::string& measure, const RunWindow& window,
               const Places& places);

// Mean of one measure weighted by another over a window. NaN if nothing weighs.
double weighted_mean_of(const MonthlyResults& results, const std::string& measure,
                        const std::string& weight, const RunWindow& window);
double weighted_mean_at(const MonthlyResults& results, const std::string& measure,
                        const std::string& weight, const RunWindow& window, const Places& places);

}  // namespace cxsim
