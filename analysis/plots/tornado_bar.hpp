// One row of the tornado: its two bars, their whiskers and the parameter's values beside them.
#pragma once

#include <functional>
#include <string>

#include "analysis/plots/tornado.hpp"

namespace cxsim {

inline constexpr double value_size = 11;  // of the words beside bars, in pixels

struct TornadoRow {
  const TornadoBar& bar;
  double middle;                       // the outcome that the bars start from
  double origin, y;                    // pixels: where that is, and the row's middle
  std::function<double(double)> x_of;  // the pixel of an outcome
};

// Nothing where the middle is unknown, nor for an end that is.
std::string bar_svg(const TornadoRow& row);

// The parameter's value outside of each bar. Of two ends on one side of the middle the nearer one's
// stands on the other side.
std::string values_svg(const TornadoRow& row);

// The room that these take at most, with the gap to the bar.
double widest_value_text(const TornadoBar& bar);

}  // namespace cxsim
