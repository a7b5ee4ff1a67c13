#include "recording/measure_weights.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace cxsim {
namespace {

// What means are means of, where it is not what all others of their axis are means of.
constexpr auto weights = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"nps_measured", "nps_answers"},
    {"ces", "ces_answers"},
    {"touchpoint_csat", "touchpoint_surveys"},
    {"touchpoint_satisfied_share", "touchpoint_surveys"},
    {"touchpoint_gap", "touchpoint_contacts"},
    {"touchpoint_gap_seen", "touchpoint_gaps_seen"},
    {"touchpoint_wait", "touchpoint_waits"},
});

std::string_view weight_along(Axis axis) {
  if (axis == Axis::segment) return "active_customers";
  return axis == Axis::journey ? "journey_closed" : "";
}

}  // namespace

bool is_mean(const Measure& measure) { return measure.type == NumberType::float32; }

std::string_view weight_of(const Measure& measure) {
  if (!is_mean(measure)) return "";
  const auto found = std::find_if(weights.begin(), weights.end(),
                                  [&](const auto& row) { return row.first == measure.name; });
  return found == weights.end() ? weight_along(measure.axis) : found->second;
}

}  // namespace cxsim
