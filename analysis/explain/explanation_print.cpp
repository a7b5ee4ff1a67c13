// The explanation as people read it: sentences, what the arm does, and the table of the path.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/explain/explanation.hpp"

namespace cxsim {
namespace {

constexpr std::size_t most_terms = 3;  // of a step that has one for each place

std::string actions_in_words(const std::string& arm, const std::vector<Action>& actions,
                             const std::string& currency) {
  std::string text = arm + (actions.empty() ? " does nothing.\n" : " does:\n");
  for (const Action& action : actions)
    text += fmt::format("  {}{}: {}.\n", action.nature == Nature::shock ? "shock " : "",
                        action.title, in_words(action, currency));
  return text;
}

// Room for the names of the two arms above their columns.
int width_of(const Explanation& e) {
  return static_cast<int>(std::max<std::size_t>(13, std::max(e.against.size(), e.arm.size()) + 2));
}

std::string row_of(const std::string& title, const Term& term, const Format& format,
                   const std::string& unit, int width) {
  const bool same = is_same(term);
  std::string row = fmt::format(
      "  {0:<36}{1:>{6}}{2:>{6}}{3:>13}{4:>24} {5}", title, shown(term.against, format),
      shown(term.arm, format), same ? "same" : shown_change(term.change.spread.mean, format),
      same ? "" : shown_change(term.change.t, format), is_clear(term) ? "*" : " ", width);
  row += "  " + unit;
  row.erase(row.find_last_not_of(' ') + 1);
  return row + "\n";
}

// Of a step by places: the largest, all the others as one, and the mix.
std::vector<Term> shortened(const std::vector<Term>& terms) {
  if (terms.empty() || terms.back().name != "mix" || terms.size() <= most_terms + 2) return terms;
  std::vector<Term> places(terms.begin(), terms.end() - 1);
  std::stable_sort(places.begin(), places.end(), [](const Term& a, const Term& b) {
    return std::abs(a.change.spread.mean) > std::abs(b.change.spread.mean);
  });
  const auto rest = places.begin() + most_terms;
  const std::vector<Term> others(rest, places.end());
  places.erase(rest, places.end());
  places.push_back(sum_of("rest", fmt::format("the other {}", others.size()), others));
  places.push_back(terms.back());
  return places;
}

std::string months_in_words(const Months& months) {
  return fmt::format("months {} to {}", months.from + 1, months.to);
}

std::string in_words(const Step& step, int width) {
  const StepHeading& h = step.heading;
  std::string text;
  if (step.total) text += row_of(h.title, *step.total, h.format, h.unit, width);
  for (const Term& term : shortened(step.terms)) {
    if (step.total && is_same(term)) continue;
    const std::string title = step.total ? "  " + term.title : term.title;
    text += row_of(title, term, h.format, step.total ? "" : h.unit, width);
  }
  return text;
}

std::string table_of(const Explanation& e) {
  const int width = width_of(e);
  std::string text = fmt::format("  {0:<36}{1:>{4}}{2:>{4}}{3:>13}{5:>24}\n", "The path", e.against,
                                 e.arm, "change", width, "95% interval");
  for (const Step& step : e.path) text += in_words(step, width);
  return text;
}

std::string terms_of(const Explanation& e) {
  const Months all = find_step(e.path, "money")->months;
  const Months year = find_step(e.path, "memory")->months;
  return fmt::format(
      "  Indented rows add up to the row above them. Means over {} pairs of replications, {}, from "
      "the decision on;\n    memory and net preference: {}. * The 95% interval excludes zero.\n"
      "  Rates and mix, and factors of a product, weigh each other by the midpoint of both arms. "
      "Where a row has levels\n    beside a change that is part of a mean, the levels are its "
      "own and the change its share of the mean's.\n",
      e.pairs, months_in_words(all), months_in_words(year));
}

}  // namespace

std::string to_text(const Explanation& e) {
  std::string text = fmt::format("{} against {}: why\n\n", e.arm, e.against);
  for (const std::string& sentence : sentences(e)) text += sentence + "\n";
  text += "\n" + actions_in_words(e.arm, e.actions, e.facts.currency);
  if (!e.actions_against.empty())
    text += actions_in_words(e.against, e.actions_against, e.facts.currency);
  if (e.pairs > 0) text += "\n" + table_of(e) + "\n" + terms_of(e);
  if (e.leaning) text += "\n" + to_text(*e.leaning, e.arm, e.against, e.facts.currency);
  return text;
}

}  // namespace cxsim
