// The tornado: how far each parameter alone moves an outcome, the widest swing on top.
#pragma once

#include <string>
#include <vector>

#include "analysis/statistics/interval.hpp"

namespace cxsim {

struct TornadoBar {
  std::string label;                         // the parameter, by its key
  double low = not_known, high = not_known;  // outcome at the parameter's low and high end
  Interval low_interval, high_interval;      // of these outcomes
  std::string low_value, high_value;         // the parameter at these ends, with its unit if short
};

struct Tornado {
  std::string title, axis_title;  // the outcome, with its unit
  double middle = not_known;      // the outcome that the bars start from
  std::vector<TornadoBar> bars;   // widest first; those past most_shown are counted in a note
};

// A standalone page of SVG.
std::string tornado_svg(const Tornado& tornado);

// For a terminal of `width` columns, 60 or more, that shows UTF-8.
std::string tornado_text(const Tornado& tornado, int width);

// What both forms share.
bool are_on_one_side(const TornadoBar& bar, double middle);  // both ends, of the middle
std::vector<TornadoBar> shown_bars(const Tornado& tornado);
std::string note_of_others(const Tornado& tornado);

}  // namespace cxsim
