// The monthly results of one file, ready to be added up over months and whatever else they go by.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "recording/netcdf_reader.hpp"

namespace cxsim {

// One measure over (arm, replication, month, and at most one further axis).
class Monthly {
 public:
  explicit Monthly(Values<double> array);

  std::size_t months() const { return array_.shape[2]; }
  std::size_t others() const { return others_; }  // length of the further axis, 1 if there is none
  double at(std::size_t arm, std::size_t replication, std::size_t month, std::size_t other) const;

 private:
  Values<double> array_;
  std::size_t others_;
};

class MonthlyResults {
 public:
  // Throws RecordingError where the file lacks a measure; measures are read when first asked for.
  explicit MonthlyResults(const NetcdfReader& reader) : reader_(reader) {}

  const Monthly& measure(const std::string& name) const;
  std::size_t months() const;
  const NetcdfReader& reader() const { return reader_; }

 private:
  const NetcdfReader& reader_;
  mutable std::map<std::string, Monthly> measures_;
};

// Months from .. to - 1 of one run.
struct RunWindow {
  std::size_t arm, replication, from, to;
};

// Sums over a window and the whole further axis; NaN terms are left out.
double sum_of(const MonthlyResults& results, const std::string& measure, const RunWindow& window);

// The sum over the further axis, averaged over the months of a window.
double mean_of(const MonthlyResults& results, const std::string& measure, const RunWindow& window);

// Mean of one measure weighted by another over a window, at one place of the further axis.
double weighted_mean_at(const MonthlyResults& results, const std::string& measure,
                        const std::string& weight, const RunWindow& window, std::size_t other);

// The same over the whole further axis. NaN if nothing weighs.
double weighted_mean_of(const MonthlyResults& results, const std::string& measure,
                        const std::string& weight, const RunWindow& window);

}  // namespace cxsim
