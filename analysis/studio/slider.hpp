// Where a slider begins and ends, and in what steps it moves.
#pragma once

#include <string_view>

#include "base/setting.hpp"

namespace cxsim {

struct Slider {
  double low = 0, high = 1, step = .01;
  bool whole = false;
};

// A number as its settings row describes it.
struct SlidingNumber {
  std::string_view unit;
  Range range;
  double value = 0;
  bool whole = false;  // by its kind: it cannot be anything else
};

// What makes an end far or near for a scenario.
struct Horizon {
  double days = 0, people = 0;
};

// Ends within the range and around the value: a share from 0 to 1, days to the end of the run,
// whatever has no end to about four times the value. The value lies on a step.
Slider slider_for(const SlidingNumber& number, const Horizon& horizon);

// The same between given ends, which move apart where the value lies outside them.
Slider slider_between(double low, double high, double step, const SlidingNumber& number);

}  // namespace cxsim
