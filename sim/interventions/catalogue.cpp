#include "interventions/catalogue.hpp"

#include <algorithm>
#include <array>

namespace cxsim {
namespace {

constexpr std::array in_order{
    // What the firm is and how far it has come.
    &kinds::maturity_climb, &kinds::free_levers,
    // What customers meet.
    &kinds::journey_redesign, &kinds::touchpoint_quality, &kinds::training, &kinds::technology,
    &kinds::shared_record, &kinds::personalisation,
    // How the firm listens, acts and works together.
    &kinds::feedback_programme, &kinds::inner_loop, &kinds::outer_loop, &kinds::alignment,
    &kinds::culture, &kinds::staffing, &kinds::announced_waits,
    // What it asks, promises and gives back.
    &kinds::price, &kinds::advertising, &kinds::care, &kinds::service_recovery, &kinds::win_back,
    &kinds::loyalty_benefits, &kinds::continuous_improvement, &kinds::cx_owner,
    // What befalls it.
    &kinds::outage, &kinds::demand_surge, &kinds::rival, &kinds::recession, &kinds::data_breach,
    &kinds::expectation_jump, &kinds::news};

}  // namespace

std::span<const Kind* const> catalogue() { return in_order; }

const Kind* find_kind(std::string_view name) {
  const auto found = std::find_if(in_order.begin(), in_order.end(),
                                  [&](const Kind* kind) { return kind->name == name; });
  return found == in_order.end() ? nullptr : *found;
}

std::size_t place_in_catalogue(const Kind& kind) {
  return static_cast<std::size_t>(std::find(in_order.begin(), in_order.end(), &kind) -
                                  in_order.begin());
}

}  // namespace cxsim
