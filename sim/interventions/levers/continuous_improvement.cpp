// Continuous improvement: small steps that never stop, against the decay that never stops.
#include "interventions/catalogue.hpp"
#include "interventions/intervention.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"outer", lever(&StageLevers::outer), Operation::add, .3, "per year",
           "rate at which the firm mends root causes it hears of"},
    Handle{"entropy", company_number<&CompanyPlan::outer_loop, &OuterLoopSettings::entropy>(),
           Operation::multiply, .7, "factor", "rate at which root causes grow back"},
    Handle{"skill", lever(&StageLevers::skill), Operation::add, .02, "share", "skill of employees"},
};

constexpr std::array<std::string_view, 2> leans_on{"company.outer_loop.entropy",
                                                   "company.outer_loop.worst"};

std::string_view refuse(const Intervention& one) {
  return one.timing.duration > 0 ? "continuous improvement has no end: leave duration out, or use "
                                   "another kind for a project"
                                 : std::string_view();
}

}  // namespace

const Kind kinds::continuous_improvement{
    .name = "continuous_improvement",
    .title = "Continuous improvement",
    .meaning =
        "a standing team that mends causes as they are heard of and keeps them from "
        "growing back",
    .usual = {.ramp = 360},
    .handles = handles,
    .leans_on = leans_on,
    .refusal = refuse,
};

}  // namespace cxsim
