#include "analysis/report/width.hpp"

#include "analysis/report/outcome.hpp"
#include "analysis/statistics/paired.hpp"
#include "scenario/spelling.hpp"

namespace cxsim {
namespace {

bool is_narrow(const std::vector<double>& values, const std::vector<double>& against,
               double width) {
  const Interval interval = paired_difference(values, against).t;
  return is_known(interval) && interval.high - interval.low <= width;
}

}  // namespace

Problems check_goal(const MonthlySource& source, const WidthGoal& goal) {
  if (find_outcome(source, goal.outcome)) return {};
  return {{{},
           "--outcome",
           "there is no outcome \"" + goal.outcome + "\"",
           "the run would not know when to stop",
           spelling_cure(goal.outcome, outcome_names(source), "outcomes")}};
}

bool is_narrow_enough(const MonthlySource& source, const WidthGoal& goal) {
  const MonthlyResults results(source);
  const auto outcome = find_outcome(source, goal.outcome);
  const double width = outcome->format.percent ? goal.width / 100 : goal.width;
  const std::size_t arms = source.facts().arms.size();
  const std::vector<double> baseline = values_of(*outcome, results, 0);
  if (arms == 1) return is_narrow(baseline, std::vector<double>(baseline.size(), 0.0), width);
  for (std::size_t arm = 1; arm < arms; ++arm)
    if (!is_narrow(values_of(*outcome, results, arm), baseline, width)) return false;
  return true;
}

}  // namespace cxsim
