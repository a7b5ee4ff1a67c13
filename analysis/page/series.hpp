// What the page draws month by month: every series by arm, and some of them by segment.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/report/json_values.hpp"
#include "analysis/report/monthly.hpp"
#include "analysis/report/number_text.hpp"

namespace cxsim {

// A month of a run; of one segment, or of the whole firm.
struct SeriesMonth {
  RunWindow month;
  std::optional<std::size_t> segment = {};
};

// How a value leads to the next month's.
enum class Course : unsigned char {
  own,            // each month stands for itself
  running_total,  // of a gain against the baseline, from the month of the decision on
};

// Which charts there are of it.
enum class Drawn : unsigned char { by_arm, by_segment_too };

struct SeriesDefinition {
  std::string name, title, unit;  // with the currency filled in
  Format format;
  std::string meaning;  // for whoever asks what it is
  Drawn drawn;
  Course course;
  double (*value)(const MonthlyResults& results, const SeriesMonth& at);  // NaN: nothing to tell
};

// The table, in its order.
std::vector<SeriesDefinition> series_of(const MonthlySource& source);

// By month: of one run, NaN where it did not end.
std::vector<double> values_of(const SeriesDefinition& series, const MonthlyResults& results,
                              std::size_t arm, std::size_t replication,
                              std::optional<std::size_t> segment = {});

// Content.series and Content.segment_series.
Json series_json(const MonthlyResults& results);
Json segment_series_json(const MonthlyResults& results);

}  // namespace cxsim
