// A firm's own figures beside what the model says of it.
#pragma once

#include <string>

#include "analysis/report/outcomes.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

// Share of customers who are still customers a year later, at a churn a month of 30 days.
double yearly_retention(double churn_a_month);

// Lines for those that the firm stated, against the first arm; empty where it stated none.
std::string beside_measured(const Outcomes& outcomes, const Measured& measured);

// The same for programs; null where the firm stated nothing.
Json measured_json(const Outcomes& outcomes, const Measured& measured);

}  // namespace cxsim
