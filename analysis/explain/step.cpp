#include "analysis/explain/step.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cxsim {
namespace {

void judge(Term& term) {
  term.change = paired_difference(term.changes, std::vector<double>(term.changes.size(), 0.0));
}

bool is_known(const std::vector<Piece>& pieces) {
  return std::all_of(pieces.begin(), pieces.end(),
                     [](const Piece& piece) { return std::isfinite(piece.change); });
}

// The k-th piece of every pair.
Term term_of(const std::vector<std::vector<Piece>>& pairs, std::size_t k) {
  Term term{pairs.front()[k].name, pairs.front()[k].title, 0, 0, {}, {}};
  for (const std::vector<Piece>& pieces : pairs) {
    term.against += pieces[k].against / static_cast<double>(pairs.size());
    term.arm += pieces[k].arm / static_cast<double>(pairs.size());
    term.changes.push_back(pieces[k].change);
  }
  judge(term);
  return term;
}

}  // namespace

PairedRuns paired_runs(const MonthlyResults& results, std::size_t arm, std::size_t against) {
  PairedRuns runs{results, arm, against, {}};
  for (std::size_t r = 0; r < results.facts().replications; ++r)
    if (has_run(results, arm, r) && has_run(results, against, r)) runs.replications.push_back(r);
  return runs;
}

Piece level_piece(std::string name, std::string title, double against, double arm) {
  return {std::move(name), std::move(title), arm - against, against, arm};
}

Step step_of(StepHeading heading, const Months& months, Pieces kind, const PairedRuns& runs,
             const std::function<std::vector<Piece>(const TwoRuns&)>& pieces_of) {
  std::vector<std::vector<Piece>> pairs;
  for (const std::size_t r : runs.replications) {
    auto pieces = pieces_of({runs.results,
                             {runs.arm, r, months.from, months.to},
                             {runs.against, r, months.from, months.to}});
    if (is_known(pieces)) pairs.push_back(std::move(pieces));
  }
  Step step{std::move(heading), months, {}, {}};
  if (pairs.empty()) return step;
  for (std::size_t k = 0; k < pairs.front().size(); ++k) {
    if (k == 0 && kind == Pieces::sum)
      step.total = term_of(pairs, k);
    else
      step.terms.push_back(term_of(pairs, k));
  }
  return step;
}

Term sum_of(std::string name, std::string title, const std::vector<Term>& terms) {
  Term sum{std::move(name), std::move(title), not_known, not_known, {}, {}};
  for (const Term& term : terms) {
    sum.changes.resize(term.changes.size());
    for (std::size_t pair = 0; pair < term.changes.size(); ++pair)
      sum.changes[pair] += term.changes[pair];
  }
  judge(sum);
  return sum;
}

bool is_clear(const Term& term) { return excludes_zero(term.change.t); }

bool is_same(const Term& term) {
  return std::all_of(term.changes.begin(), term.changes.end(),
                     [](double change) { return change == 0; });
}

}  // namespace cxsim
