// Numbers as people read them.
#pragma once

#include <string>

#include "analysis/statistics/interval.hpp"

namespace cxsim {

struct Format {
  int decimals;
  bool percent = false;  // the value is a share
};

// 12,345.6, and "-" for NaN.
std::string shown(double value, const Format& format);

// The same with its sign, for a difference: +12.3, -4.5, 0.
std::string shown_change(double value, const Format& format);

// "-2.1 to +4.5", and "-" where nothing is known.
std::string shown_change(const Interval& interval, const Format& format);

}  // namespace cxsim
