// Main effects: the mean outcome along each parameter, everything else as it falls.
#pragma once

#include <string>
#include <vector>

namespace cxsim {

struct EffectCurve {
  std::string label, unit;                 // the parameter's key and unit
  std::vector<double> x;                   // ascending values of the parameter
  std::vector<double> mean, low, high;     // outcome at each x and its band; as long as x, or empty
  std::vector<double> sample_x, sample_y;  // the runs
  bool log_scale = false;
  // In place of numbers; then x and sample_x count them from 0.
  std::vector<std::string> categories;
};

struct Effects {
  std::string title, axis_title;              // the outcome, with its unit
  std::vector<EffectCurve> curves;            // those past most_shown are counted in a note
  std::string band = "95% band of the mean";  // what the bands are
};

// A standalone page of SVG: one panel a parameter, all on one scale of the outcome.
std::string effects_svg(const Effects& effects);

// For a terminal of `width` columns, 60 or more, that shows UTF-8.
std::string effects_text(const Effects& effects, int width);

}  // namespace cxsim
