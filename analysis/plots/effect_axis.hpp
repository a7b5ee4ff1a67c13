// The axis of one parameter below its main effect: numbers, or listed texts.
#pragma once

#include <string>

#include "analysis/plots/axis.hpp"
#include "analysis/plots/effects.hpp"
#include "analysis/plots/svg_page.hpp"

namespace cxsim {

bool is_listed(const EffectCurve& curve);

// With as many ticks as have room; listed texts stand at 0, 1, 2 ...
PlotAxis effect_axis(const EffectCurve& curve, double width);

// Below the frame.
std::string effect_axis_svg(const EffectCurve& curve, const PlotAxis& axis, const SvgBox& frame);
double foot_height(const EffectCurve& curve, double width);

}  // namespace cxsim
