// Outcomes: what one run came to, by name. One table of them serves every report and expectation.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/monthly.hpp"
#include "analysis/report/number_text.hpp"

namespace cxsim {

// Which months an outcome looks at unless told otherwise.
enum class Window : unsigned char { last_month, last_year, whole_run };

// Which tables show it to people; programs get all.
enum class Shown : unsigned char { everywhere, in_summaries, in_comparisons };

struct OutcomeDefinition {
  std::string name;   // as in JSON and expectations
  std::string title;  // as in tables
  std::string unit;   // with the currency filled in
  Format format;
  Window window;
  Shown where;
  std::function<double(const MonthlyResults&, const RunWindow&)> value;
};

// All of the table, in its order, with the journeys of the source.
std::vector<OutcomeDefinition> outcomes_of(const MonthlySource& source);

// One of the table, or measure.NAME or measure.NAME.LABEL: any monthly measure as the mean over
// months. Counts and amounts without a label are added up over the labels; means are weighted by
// what they are means of. Nothing if there is no such outcome.
std::optional<OutcomeDefinition> find_outcome(const MonthlySource& source, std::string_view name);

// Every name of the table, and measure.NAME of each measure, for whoever misspelled one.
std::vector<std::string> outcome_names(const MonthlySource& source);

Months months_of(Window window, std::size_t months);

// One value a replication; NaN where a run did not end or there was nothing to measure.
std::vector<double> values_of(const OutcomeDefinition& outcome, const MonthlyResults& results,
                              std::size_t arm, const Months& months);
std::vector<double> values_of(const OutcomeDefinition& outcome, const MonthlyResults& results,
                              std::size_t arm);  // over the outcome's own window

}  // namespace cxsim
