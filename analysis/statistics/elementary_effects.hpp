// Which parameters matter at all, from few points: one parameter changed at a time.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/statistics/interval.hpp"

namespace cxsim {

// Of one parameter, in the outcome's units over its whole range.
struct ElementaryEffects {
  std::size_t count = 0;        // effects known, one a trajectory
  double mean = not_known;      // mu (Morris 1991)
  double absolute = not_known;  // mu* (Campolongo, Cariboni & Saltelli 2007): effects of both signs
                                // do not cancel
  Interval absolute_interval;   // bootstrap_interval of the absolute effects
  double sd = not_known;        // sigma, from count - 1: interaction or curvature
};

// One entry a parameter. `rows` (row-major, unit coordinates) and `values` come in trajectories of
// parameters + 1 points, as of morris(); an effect is the change of the outcome over the signed
// change of the parameter. A step that changes no parameter or several, or an outcome that is NaN,
// gives none.
std::vector<ElementaryEffects> elementary_effects(std::span<const double> rows,
                                                  std::size_t parameters,
                                                  std::span<const double> values);

}  // namespace cxsim
