#include "analysis/explain/leaning.hpp"

#include <cmath>

namespace cxsim {
namespace {

// Where the sign changes between the usual value and one end.
std::optional<double> flip_towards(double end, double npv_at_end, double usual_value,
                                   double usual_npv) {
  if (usual_npv * npv_at_end >= 0) return {};
  return zero_of_line(usual_value, usual_npv, end, npv_at_end);
}

// Beyond three times what is assumed, nobody would believe a straight line.
constexpr double furthest = 3;

std::optional<double> break_even_of(const Swing& swing) {
  const Assumption& a = swing.assumption;
  const auto value = zero_of_line(a.low, swing.low.spread.mean, a.high, swing.high.spread.mean);
  if (!value || *value < 0 || *value > furthest * a.value) return {};
  return value;
}

}  // namespace

std::optional<double> zero_of_line(double x0, double y0, double x1, double y1) {
  if (y0 == y1 || std::isnan(y0 - y1)) return {};
  return x0 - y0 * (x1 - x0) / (y1 - y0);
}

void judge(Swing& swing, double as_is) {
  const Assumption& a = swing.assumption;
  swing.flips_at = flip_towards(a.low, swing.low.spread.mean, a.value, as_is);
  if (!swing.flips_at)
    swing.flips_at = flip_towards(a.high, swing.high.spread.mean, a.value, as_is);
  if (!a.is_effectiveness) return;
  swing.break_even = swing.flips_at ? swing.flips_at : break_even_of(swing);
}

}  // namespace cxsim
