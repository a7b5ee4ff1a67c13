// A monthly amount, brought to the day of the decision as NPV is.
#pragma once

#include <string>

#include "analysis/report/monthly.hpp"

namespace cxsim {

// Over the months of the window from the decision on.
double discounted_sum(const MonthlyResults& results, const std::string& measure,
                      const RunWindow& window);

}  // namespace cxsim
