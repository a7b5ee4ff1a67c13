// Every kind of intervention and shock, in the order in which they act. The order is part of the
// model: where several move one number, a later one finds what the earlier ones left.
// To add one: a file in levers/ or shocks/, a name here, and a line in catalogue.cpp.
#pragma once

#include <span>
#include <string_view>

#include "interventions/kind.hpp"

namespace cxsim {

namespace kinds {
extern const Kind maturity_climb, free_levers, journey_redesign, touchpoint_quality, training,
    technology, shared_record, personalisation, feedback_programme, inner_loop, outer_loop,
    alignment, culture, staffing, announced_waits, price, advertising, care, service_recovery,
    win_back, loyalty_benefits, continuous_improvement, cx_owner;
extern const Kind outage, demand_surge, rival, recession, data_breach, expectation_jump, news;
}  // namespace kinds

std::span<const Kind* const> catalogue();

const Kind* find_kind(std::string_view name);  // null if there is none

std::size_t place_in_catalogue(const Kind& kind);

}  // namespace cxsim
