// What to decide about each arm, and whom it helps and harms, as the page reads it.
#pragma once

#include "analysis/explain/explanation.hpp"
#include "analysis/report/comparison.hpp"
#include "analysis/report/individuals.hpp"
#include "analysis/report/json_values.hpp"
#include "engine/world.hpp"

namespace cxsim {

// One of Content.decisions, with nobody helped or harmed yet. `arm` is its place.
Json decision_json(const MonthlyResults& results, const ComparedArm& compared, std::size_t arm,
                   const Explanation& explanation);

// Decision.people.
Json people_groups_json(const Individuals& individuals, const World& world);

// Decision.explanation.leans_on.
Json page_leaning_json(const Leaning& leaning);

}  // namespace cxsim
