// One panel of main effects: a parameter's points, band and curve over an axis of its own.
#pragma once

#include "analysis/plots/axis.hpp"
#include "analysis/plots/effects.hpp"
#include "analysis/plots/svg_page.hpp"

namespace cxsim {

inline constexpr double panel_head = 32;         // above the frame, for the parameter's name
inline constexpr std::size_t most_points = 400;  // drawn in one panel; of more, every so many

std::string panel_svg(const EffectCurve& curve, const SvgBox& frame, const PlotAxis& y);

}  // namespace cxsim
