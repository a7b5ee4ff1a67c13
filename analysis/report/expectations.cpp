#include "analysis/report/expectations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenario/spelling.hpp"

namespace cxsim {
namespace {

bool is_of_a_level(const Expectation& e) { return e.change.empty(); }

Months months_of(const MonthSpan& span, const OutcomeDefinition& outcome, std::size_t months) {
  if (span.from == 0) return months_of(outcome.window, months);
  return {static_cast<std::size_t>(span.from - 1), static_cast<std::size_t>(span.to)};
}

std::size_t place_of(const std::string& arm, const ResultFacts& facts) {
  const auto named = [&](const ArmFacts& known) { return known.name == arm; };
  return static_cast<std::size_t>(std::find_if(facts.arms.begin(), facts.arms.end(), named) -
                                  facts.arms.begin());
}

bool is_within(double value, float low, float high) {
  return !(value < static_cast<double>(low)) && !(value > static_cast<double>(high));
}

// Bounds that are NaN bound nothing: no number is below or above them.
Verdict judge(const Expectation& e, const PairedDifference& found) {
  if (!is_known(found.t)) return Verdict::unknown;
  bool holds = is_within(found.spread.mean, e.low, e.high);
  if (e.change == "up") holds = holds && found.t.low > 0;
  if (e.change == "down") holds = holds && found.t.high < 0;
  if (e.change == "none")
    holds = holds && found.t.low >= static_cast<double>(-e.within) &&
            found.t.high <= static_cast<double>(e.within);
  if (is_of_a_level(e))
    holds = is_within(found.t.low, e.low, e.high) && is_within(found.t.high, e.low, e.high);
  return holds ? Verdict::holds : Verdict::fails;
}

bool is_over(const MonthSpan& span, std::size_t months) {
  return span.to > static_cast<std::int64_t>(months);
}

CheckedExpectation check(const Expectation& e, const OutcomeDefinition& outcome,
                         const MonthlyResults& results) {
  const ResultFacts& facts = results.facts();
  if (is_over(e.months, facts.months) || is_over(e.against_months, facts.months))
    return {e, outcome, {}, Verdict::unknown};
  const std::vector<double> arm = values_of(outcome, results, place_of(e.arm, facts),
                                            months_of(e.months, outcome, facts.months));
  std::vector<double> against(arm.size(), 0.0);
  if (!is_of_a_level(e))
    against = values_of(outcome, results, place_of(e.against, facts),
                        months_of(e.against_months, outcome, facts.months));
  const PairedDifference found = paired_difference(arm, against);
  return {e, outcome, found, judge(e, found)};
}

std::string name_of(Verdict verdict) {
  constexpr const char* names[] = {"holds", "FAILS", "no interval"};
  return names[static_cast<int>(verdict)];
}

// "nps_true: trained - baseline, months 49 to 60".
std::string subject_of(const CheckedExpectation& checked) {
  const Expectation& e = checked.expectation;
  const auto when = [](const MonthSpan& span) {
    return span.from > 0 ? fmt::format(" in months {} to {}", span.from, span.to) : std::string();
  };
  const std::string arm = e.arm + when(e.months);
  if (is_of_a_level(e)) return fmt::format("{} of {}", e.outcome, arm);
  return fmt::format("{}: {} less {}", e.outcome, arm, e.against + when(e.against_months));
}

// In the outcome's unit, with a digit more than in tables.
std::string value_of(double value, const OutcomeDefinition& outcome) {
  return shown(value, {outcome.format.decimals + 1, outcome.format.percent});
}

std::string bounds_of(const CheckedExpectation& one) {
  const Expectation& e = one.expectation;
  const auto bound = [&](const char* words, float value) {
    return std::isnan(value)
               ? std::string()
               : fmt::format(", {} {}", words, value_of(static_cast<double>(value), one.outcome));
  };
  return (e.change == "none" ? bound("within", e.within) : "") + bound("at least", e.low) +
         bound("at most", e.high);
}

std::string lines_of(const CheckedExpectation& one) {
  const Expectation& e = one.expectation;
  return fmt::format("{:<12}{}\n{:12}{}\n{:12}expected {}{}; found {}, 95% interval {} to {}{}\n",
                     name_of(one.verdict), e.says.empty() ? e.name : e.says, "", subject_of(one),
                     "", is_of_a_level(e) ? "a level" : e.change, bounds_of(one),
                     value_of(one.found.spread.mean, one.outcome),
                     value_of(one.found.t.low, one.outcome),
                     value_of(one.found.t.high, one.outcome),
                     one.outcome.unit.empty() ? "" : " (" + one.outcome.unit + ")");
}

}  // namespace

CheckedExpectations check_expectations(const MonthlySource& source,
                                       const std::vector<Expectation>& expectations) {
  const MonthlyResults results(source);
  CheckedExpectations checked;
  for (const Expectation& e : expectations) {
    if (const auto outcome = find_outcome(source, e.outcome)) {
      checked.all.push_back(check(e, *outcome, results));
      continue;
    }
    checked.problems.push_back({e.place, "expect." + e.name + ".outcome",
                                "there is no outcome \"" + e.outcome + "\"",
                                "an expectation is about an outcome of the results",
                                spelling_cure(e.outcome, outcome_names(source), "outcomes")});
  }
  return checked;
}

bool all_hold(const CheckedExpectations& checked) {
  return checked.problems.empty() &&
         std::all_of(checked.all.begin(), checked.all.end(),
                     [](const CheckedExpectation& one) { return one.verdict == Verdict::holds; });
}

Json json_of(const CheckedExpectations& checked) {
  constexpr const char* verdicts[] = {"holds", "fails", "unknown"};
  Json json = Json::object();
  for (const CheckedExpectation& one : checked.all) {
    const Expectation& e = one.expectation;
    json[e.name] = {{"says", e.says},
                    {"outcome", e.outcome},
                    {"arm", e.arm},
                    {"against", is_of_a_level(e) ? Json(nullptr) : Json(e.against)},
                    {"change", e.change},
                    {"mean", json_of(one.found.spread.mean)},
                    {"low", json_of(one.found.t.low)},
                    {"high", json_of(one.found.t.high)},
                    {"verdict", verdicts[static_cast<int>(one.verdict)]}};
  }
  return json;
}

std::string to_text(const CheckedExpectations& checked) {
  if (checked.all.empty()) return "The scenario promises nothing: it has no [[expect]].\n";
  std::string text;
  for (const CheckedExpectation& one : checked.all) text += lines_of(one);
  return text;
}

}  // namespace cxsim
