// The results of a sweep, point by point: what varied, and any outcome of any arm.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/report/outcome.hpp"
#include "experiments/sweep.hpp"
#include "recording/netcdf_reader.hpp"

namespace cxsim {

// A setting that the design varied.
struct SweptParameter {
  std::string name;  // of the variable
  std::string key, unit, meaning, scale;
  std::vector<std::string> labels;  // where values are texts: what 0, 1, 2, … stand for
  std::vector<double> values;       // by point; NaN where it is no number
  std::vector<double> places;       // by point: share of its distribution below the value

  // The value as people read it.
  std::string text_of(double value) const;
  std::string short_text_of(double value) const;  // with three or four digits
};

struct SweptFacts {
  std::string path, title, currency;
  DesignKind design{};
  std::size_t points = 0, replications = 0;
  std::vector<std::string> arms;
  std::optional<std::size_t> known_runs;  // of results that are not complete
};

// One outcome in every arm: values[arm][point * replications + replication]; NaN where no run was
// made.
struct SweptOutcome {
  OutcomeDefinition definition;
  std::vector<std::vector<double>> values;
};

// Every function throws RecordingError.
class SweptResults {
 public:
  // Of results.h5, the file of a run with --uncertain, or the folder of a sweep.
  explicit SweptResults(const std::string& path, Incomplete incomplete = Incomplete::refused);

  const SweptFacts& facts() const { return facts_; }
  const std::vector<SweptParameter>& parameters() const { return parameters_; }

  // Names as those of `cxsim compare`. Read in blocks of points: memory does not grow with them.
  std::vector<SweptOutcome> outcomes(const std::vector<std::string>& names) const;
  SweptOutcome outcome(const std::string& name) const { return outcomes({name}).front(); }

  // Names of the table of outcomes, as far as the kept measures tell them.
  std::vector<std::string> table() const;

 private:
  NetcdfReader reader_;
  SweptFacts facts_;
  std::vector<SweptParameter> parameters_;
};

// The results in the folder of a sweep; anything else as it is. Throws RecordingError where the
// folder holds none.
std::string results_in(const std::string& path, Incomplete incomplete);

// Whether a result file holds a sweep rather than one run.
bool is_sweep(const NetcdfReader& reader);

}  // namespace cxsim
