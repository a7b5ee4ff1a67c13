// The comparison of arms as people read it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/report/comparison.hpp"

namespace cxsim {
namespace {

// Room for the titles of the outcomes.
int title_width(const ComparedArm& arm) {
  std::size_t longest = 28;
  for (const ComparedOutcome& row : arm.outcomes)
    longest = std::max(longest, row.outcome.title.size());
  return static_cast<int>(longest);
}

// Room for the names of the two arms above their columns.
int width_of(const Comparison& comparison, const ComparedArm& arm) {
  const std::size_t longest = std::max(comparison.against.size(), arm.arm.name.size());
  return static_cast<int>(std::max<std::size_t>(11, longest + 1));
}

std::string heading(const Comparison& comparison, const ComparedArm& arm) {
  std::string text = fmt::format("{} against {}", arm.arm.name, comparison.against);
  if (!arm.arm.title.empty() && arm.arm.title != arm.arm.name) text += ": " + arm.arm.title;
  return fmt::format("{0}\n  {1:<{7}} {2:>{5}} {3:>{5}} {4:>12} {6:>23}\n", text, "",
                     comparison.against, arm.arm.name, "difference", width_of(comparison, arm),
                     "95% interval", title_width(arm));
}

bool is_same(const PairedDifference& d) {
  return d.count > 0 && d.spread.mean == 0 && !(d.spread.sd > 0);
}

// A change is smaller than what changes: two digits of it are shown, with at most two decimals
// more.
Format format_of_change(const PairedDifference& d, const Format& format) {
  double size = std::abs(d.spread.mean);
  if (is_known(d.t)) size = std::max(std::abs(d.t.low), std::abs(d.t.high));
  if (format.percent) size *= 100;
  Format finer = format;
  while (finer.decimals < format.decimals + 2 && size * std::pow(10, finer.decimals) < 10)
    ++finer.decimals;
  return finer;
}

std::string row_of(const ComparedOutcome& row, std::size_t pairs, int title, int width) {
  const Format& format = row.outcome.format;
  const PairedDifference& d = row.difference;
  const Format change = format_of_change(d, format);
  const std::string few = d.count > 0 && d.count < pairs ? fmt::format(" ({} pairs)", d.count) : "";
  return fmt::format("  {0:<{9}} {1:>{5}} {2:>{5}} {3:>12} {4:>23} {6}  {7}{8}\n",
                     row.outcome.title, shown(row.against, format), shown(row.arm, format),
                     is_same(d) ? "same" : shown_change(d.spread.mean, change),
                     is_same(d) ? "" : shown_change(d.t, change), width,
                     excludes_zero(d.t) ? "*" : " ", row.outcome.unit, few, title);
}

std::string month_range(const Payback& payback) {
  const auto [first, last] = std::minmax_element(payback.months.begin(), payback.months.end());
  if (*first == *last) return fmt::format("in month {:.0f}", *first);
  return fmt::format("in month {:.0f} ({:.0f} to {:.0f} over replications)", payback.median, *first,
                     *last);
}

std::string payback_words(const Payback& payback) {
  const auto [count, of, interval] = payback.within_run;
  if (count == 0) return "does not pay back within the run";
  if (count == of) return "pays back " + month_range(payback);
  const std::string by = std::isnan(payback.median)
                             ? ""
                             : fmt::format(", in the middle one in month {:.0f}", payback.median);
  return fmt::format("pays back within the run in {} of {} replications{}", count, of, by);
}

std::string npv_words(const PairedDifference& d, const Format& format,
                      const std::string& currency) {
  std::string text = fmt::format("  NPV {} {}", shown_change(d.spread.mean, format), currency);
  if (!is_known(d.t)) return text;
  text += fmt::format(
      " (95% interval {}); above zero in {} of {} replications\n"
      "  (probability {:.0f} to {:.0f}%, 95% interval)",
      shown_change(d.t, format), d.above_zero.count, d.above_zero.of,
      100 * d.above_zero.interval.low, 100 * d.above_zero.interval.high);
  if (excludes_zero(d.t) != excludes_zero(d.bootstrap))
    text +=
        fmt::format(";\n  but by bootstrap the interval is {}", shown_change(d.bootstrap, format));
  return text;
}

// Customers whom an arm has more of at the end go on paying; nobody counted that.
std::string of_the_end(const ComparedArm& arm, const ResultFacts& facts) {
  const PairedDifference& customers = outcome_named(arm, "active_customers").difference;
  const double npv = outcome_named(arm, "npv").difference.spread.mean;
  if (!excludes_zero(customers.t)) return "";
  const double more = customers.spread.mean;
  std::string text =
      fmt::format("  What customers bring after month {} is not counted: it ends with {:.0f} {}",
                  facts.months, std::abs(more), more > 0 ? "more" : "fewer");
  if (npv * more < 0)
    text += fmt::format("; at {} {} each, at the\n  decision, they would turn the sign",
                        shown(-npv / more, {0}), facts.currency);
  return text + ".\n";
}

// What to take away, for whoever reads no table.
std::string verdict(const ComparedArm& arm, const ResultFacts& facts) {
  const ComparedOutcome& npv = outcome_named(arm, "npv");
  const PairedDifference& d = npv.difference;
  if (d.count == 0)
    return "  No replication has ended in both arms: there is nothing to compare.\n";
  std::string text =
      d.count < facts.replications
          ? fmt::format("  {} of {} replications have ended in both arms; only they count.\n",
                        d.count, facts.replications)
          : "";
  if (is_same(d)) return text + "  NPV is the same: the arm changes no money after the decision.\n";
  text += npv_words(d, npv.outcome.format, facts.currency) + ";\n  " + payback_words(arm.payback);
  if (d.count_to_halve)
    text +=
        fmt::format("; halving the interval takes about {} replications in all", *d.count_to_halve);
  return text + ".\n" + of_the_end(arm, facts);
}

// What a strategist asks for first: how far the difference itself varies with luck.
constexpr std::array<std::string_view, 6> spread_outcomes = {
    "active_customers", "nps_true", "churn_rate", "revenue", "cost_to_serve", "npv"};

std::string spread_row(const ComparedOutcome& row, int title) {
  const PairedDifference& d = row.difference;
  const Format format = format_of_change(d, row.outcome.format);
  return fmt::format("  {:<{}} {:>12} {:>12} {:>12} {:>23}    {}\n", row.outcome.title, title,
                     shown_change(d.spread.p5, format), shown_change(d.spread.p50, format),
                     shown_change(d.spread.p95, format), shown_change(d.bootstrap, format),
                     row.outcome.unit);
}

std::string spread_table(const ComparedArm& arm) {
  if (outcome_named(arm, "npv").difference.count < 2) return "";
  std::string text =
      fmt::format("  {:<{}} {:>12} {:>12} {:>12} {:>23}\n", "difference over replications",
                  title_width(arm), "P5", "P50", "P95", "95%, by bootstrap");
  for (const std::string_view name : spread_outcomes)
    text += spread_row(outcome_named(arm, name), title_width(arm));
  return text + "\n";
}

bool can_be_marked(const ComparedOutcome& row) {
  return row.outcome.where != Shown::in_summaries && is_known(row.difference.t) &&
         !is_same(row.difference);
}

std::string of_luck(const Comparison& comparison) {
  if (comparison.facts.replications < 2)
    return "  One replication cannot tell effect from luck: run with --replications 10 for "
           "intervals.\n";
  std::ptrdiff_t rows = 0;
  for (const ComparedArm& arm : comparison.arms)
    rows += std::count_if(arm.outcomes.begin(), arm.outcomes.end(), can_be_marked);
  if (rows == 0) return "";
  return fmt::format(
      "  * The 95% interval of the difference excludes zero (Student's t over pairs of "
      "replications "
      "with the\n    same luck). One row in twenty gets the mark by luck alone: of these {} rows "
      "about "
      "{}, if nothing had changed.\n",
      rows, std::max<std::ptrdiff_t>(1, (rows + 10) / 20));
}

std::string of_terms(const ResultFacts& facts) {
  return fmt::format(
      "  Rates and NPS: the last {} months; satisfaction, word of mouth and sums: all {} months. "
      "Differences of\n    percentages are percentage points.\n"
      "  NPV: profit from day {} of results on, the first action of any arm, discounted at {:.3g}% "
      "a year from each month's end;\n    every cost counts, and nothing after the last month. "
      "Before costs of actions: without the interventions' own "
      "cost, "
      "loyalty benefits and care.\n    Payback months count from that day.\n",
      std::min<std::size_t>(12, facts.months), facts.months, decision_day(facts),
      100 * facts.discount_rate);
}

}  // namespace

std::string to_text(const Comparison& comparison) {
  std::string text;
  for (const ComparedArm& arm : comparison.arms) {
    const std::size_t pairs = outcome_named(arm, "npv").difference.count;
    text += heading(comparison, arm);
    for (const ComparedOutcome& row : arm.outcomes)
      if (row.outcome.where != Shown::in_summaries)
        text += row_of(row, pairs, title_width(arm), width_of(comparison, arm));
    text += "\n" + spread_table(arm) + verdict(arm, comparison.facts) + "\n";
  }
  return text + of_luck(comparison) + of_terms(comparison.facts);
}

}  // namespace cxsim
