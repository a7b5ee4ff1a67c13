// The outer loop: what is heard leads to the root causes, and they are mended.
#include "interventions/catalogue.hpp"
#include "interventions/intervention.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"outer", lever(&StageLevers::outer), Operation::add, .6, "per year",
           "rate at which the firm mends root causes it hears of"},
    Handle{"level", each_root_cause(), Operation::multiply, untouched, "factor",
           "level of the root causes in scope, mended by a project of their own"},
};

constexpr std::array<std::string_view, 3> leans_on{"company.outer_loop.entropy",
                                                   "company.outer_loop.full_hearing",
                                                   "company.outer_loop.upstream_base"};

std::string_view refuse(const Intervention& one) {
  const bool nothing = !one.scope.root_causes.all() && !one.changes[1].does_anything();
  return nothing
             ? "confined to root causes it moves their level, and it does not say how far: level"
             : std::string_view();
}

}  // namespace

const Kind kinds::outer_loop{
    .name = "outer_loop",
    .title = "Outer loop",
    .meaning =
        "systemic causes of failures and contacts are mended faster; confined to some of them, it "
        "is a project of their own that moves their level and no lever",
    .scopes = static_cast<ScopeKeys>(ScopeKey::root_causes),
    .handles = handles,
    .leans_on = leans_on,
    .refusal = refuse,
};

}  // namespace cxsim
