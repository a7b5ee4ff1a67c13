// Another owner of customer experience: whose root causes can be mended without asking anybody.
#include "interventions/catalogue.hpp"
#include "interventions/intervention.hpp"

namespace cxsim {
namespace {

constexpr std::array<std::string_view, 2> leans_on{"company.outer_loop.upstream_base",
                                                   "company.outer_loop.upstream_alignment"};

void hand_over(const Intervention& one, const DayOfResults&, Conditions& now) {
  now.company.cx_owner = one.scope.departments.first();
}

std::string_view refuse(const Intervention& one) {
  return one.scope.departments.count() == 1 ? std::string_view()
                                            : "it does not name the one department that becomes "
                                              "the owner: departments = [\"...\"]";
}

}  // namespace

const Kind kinds::cx_owner{
    .name = "cx_owner",
    .title = "Another owner of customer experience",
    .meaning = "the department in scope owns customer experience as long as it is kept up",
    .scopes = static_cast<ScopeKeys>(ScopeKey::departments),
    .leans_on = leans_on,
    .act = hand_over,
    .refusal = refuse,
};

}  // namespace cxsim
