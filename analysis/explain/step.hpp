// One step of the path from what an arm does to what it earns: a change, and what it is made of.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/report/monthly.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/statistics/paired.hpp"

namespace cxsim {

struct Term {
  std::string name;                             // as in JSON
  std::string title;                            // as in tables
  double against = not_known, arm = not_known;  // levels, where there are such
  std::vector<double> changes;                  // one a pair of replications
  PairedDifference change;                      // of those
};

struct StepHeading {
  std::string name, title, unit;
  Format format;
};

struct Step {
  StepHeading heading;
  Months months;              // that it looks at
  std::optional<Term> total;  // the terms add up to it; without it they are levels side by side
  std::vector<Term> terms;
};

// The replications that ended in both arms.
struct PairedRuns {
  const MonthlyResults& results;
  std::size_t arm, against;
  std::vector<std::size_t> replications;
};

PairedRuns paired_runs(const MonthlyResults& results, std::size_t arm, std::size_t against);

// Both arms in the window of one replication.
struct TwoRuns {
  const MonthlyResults& results;
  RunWindow arm, against;
};

// What one pair of replications says of a term.
struct Piece {
  std::string name, title;
  double change;
  double against = not_known, arm = not_known;
};

// A level of both arms and its change.
Piece level_piece(std::string name, std::string title, double against, double arm);

// The first piece is the total, or they are levels side by side.
enum class Pieces : unsigned char { sum, levels };

// A pair in which any change is unknown is left out, so that the means of the rest add up.
Step step_of(StepHeading heading, const Months& months, Pieces kind, const PairedRuns& runs,
             const std::function<std::vector<Piece>(const TwoRuns&)>& pieces_of);

// Several terms as one.
Term sum_of(std::string name, std::string title, const std::vector<Term>& terms);

// Whether luck leaves no doubt that it changed, and in which direction.
bool is_clear(const Term& term);

// Whether it is the same in every pair.
bool is_same(const Term& term);

}  // namespace cxsim
