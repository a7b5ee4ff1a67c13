// Better, or worse, touchpoints: quality by level, failures, effort and cost.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"rational", quality_of_each_touchpoint<&LevelQuality::rational>(), Operation::add,
           untouched, "quality", "rational level: the task solved, the information given"},
    Handle{"emotional", quality_of_each_touchpoint<&LevelQuality::emotional>(), Operation::add,
           untouched, "quality", "emotional level: how it feels to be served"},
    Handle{"sensorial", quality_of_each_touchpoint<&LevelQuality::sensorial>(), Operation::add,
           untouched, "quality", "sensorial level: what is seen, heard and touched"},
    Handle{"physical", quality_of_each_touchpoint<&LevelQuality::physical>(), Operation::add,
           untouched, "quality", "physical level: ease"},
    Handle{"p_fail", each_touchpoint<&Touchpoint::p_fail>(), Operation::multiply, untouched,
           "factor", "chance that a contact fails"},
    Handle{"effort", each_touchpoint<&Touchpoint::effort>(), Operation::multiply, untouched,
           "factor", "customer effort of a contact"},
    Handle{"service_minutes", each_touchpoint<&Touchpoint::service_minutes>(), Operation::multiply,
           untouched, "factor", "working time of a human contact"},
    Handle{"cost", each_touchpoint<&Touchpoint::cost>(), Operation::multiply, untouched, "factor",
           "cost of a contact"},
};

constexpr std::array<std::string_view, 3> leans_on{"customer.expectation.loss_aversion",
                                                   "customer.preference.quality",
                                                   "customer.loyalty.look_satisfaction"};

}  // namespace

const Kind kinds::touchpoint_quality{
    .name = "touchpoint_quality",
    .title = "Touchpoint quality",
    .meaning = "changes what chosen touchpoints deliver, level by level, and what they cost",
    .scopes = ScopeKey::touchpoints | ScopeKey::departments,
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
