// Where monthly results come from: a result file, or runs that are still in memory.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "recording/netcdf_reader.hpp"
#include "recording/result_dimensions.hpp"

namespace cxsim {

using ArmFacts = ArmText;

// What results say about themselves.
struct ResultFacts {
  std::string title, currency;
  double discount_rate = 0;  // a year
  std::vector<ArmFacts> arms;
  std::size_t replications = 0, months = 0;
};

// The day on which the firm decides: the first action of any arm, day 0 if there is none.
std::int32_t decision_day(const ResultFacts& facts);

class MonthlySource {
 public:
  MonthlySource() = default;
  virtual ~MonthlySource() = default;

  virtual const ResultFacts& facts() const = 0;

  // Of a dimension of measures, such as "touchpoint".
  virtual std::vector<std::string> labels(const std::string& dimension) const = 0;

  // By (arm, replication, month, and the dimensions along the measure's axis). NaN where a run did
  // not end. Throws RecordingError where there is no such measure.
  virtual Values<double> read(const std::string& measure) const = 0;

 protected:
  MonthlySource(const MonthlySource&) = default;
  MonthlySource& operator=(const MonthlySource&) = default;
};

}  // namespace cxsim
