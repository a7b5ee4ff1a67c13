// The outcomes a strategist asks for first, for each arm over its replications.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/statistics/spread.hpp"
#include "recording/netcdf_reader.hpp"

namespace cxsim {

// Which months an outcome looks at.
enum class Window : unsigned char { last_month, last_year, whole_run };

// How an outcome is printed.
struct Format {
  int decimals;
  bool percent = false;  // the value is a share
};

struct OutcomeRow {
  std::string name;   // as in --json
  std::string title;  // as in the table
  std::string unit;   // with the currency filled in
  Format format;
  std::vector<Spread> arms;  // over replications
};

struct Outcomes {
  std::string title;  // of the scenario
  std::vector<std::string> arms;
  std::size_t replications, months;
  std::vector<OutcomeRow> rows;
};

// Throws RecordingError where the file lacks a measure.
Outcomes read_outcomes(const NetcdfReader& reader);

// The table as people read it, and as programs do.
std::string to_text(const Outcomes& outcomes);
std::string to_json(const Outcomes& outcomes);

}  // namespace cxsim
