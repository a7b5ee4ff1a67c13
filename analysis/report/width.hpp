// When enough replications have been run: every interval that is asked for is narrow enough.
#pragma once

#include <string>

#include "analysis/report/source.hpp"
#include "base/problem.hpp"

namespace cxsim {

struct WidthGoal {
  std::string outcome = "npv";
  double width = 0;  // of the 95% interval, in the unit that tables show: percent, not shares
};

// What is wrong with the goal for results of this shape; they need not hold a run yet.
Problems check_goal(const MonthlySource& source, const WidthGoal& goal);

// Of the differences to the first arm, or of the first arm's own mean where it is alone.
bool is_narrow_enough(const MonthlySource& source, const WidthGoal& goal);

}  // namespace cxsim
