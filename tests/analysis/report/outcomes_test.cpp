#include "analysis/report/outcomes.hpp"

#include <gmock/gmock.h>

#include "sample_results.hpp"

namespace cxsim {
namespace {

using testing::HasSubstr;
using testing::Not;

SampleResults two_arms() {
  SampleResults source({{"baseline", "", -1}, {"trained", "", 0}}, 3, 12);
  source.set("active_customers", [](const RunWindow& m, std::size_t) {
    return 500.0 + 100.0 * static_cast<double>(m.arm) + static_cast<double>(m.replication);
  });
  source.set("benefit_cost", [](const RunWindow&, std::size_t) { return 0.0; });
  return source;
}

Outcomes outcomes_of_arms() {
  const SampleResults source = two_arms();
  return outcomes_over_replications(MonthlyResults(source));
}

TEST(OutcomesTable, SpreadsOverReplications) {
  const Outcomes outcomes = outcomes_of_arms();
  EXPECT_EQ(outcomes.rows.front().outcome.name, "active_customers");
  EXPECT_EQ(outcomes.rows.front().arms[0].mean, 1002);
  EXPECT_EQ(outcomes.rows.front().arms[1].p50, 1202);
}

TEST(OutcomesTable, KeepsToOneArm) {
  const std::string text = to_text(only_arm(outcomes_of_arms(), 1));
  EXPECT_THAT(text, HasSubstr("trained"));
  EXPECT_THAT(text, HasSubstr("1,202"));
  EXPECT_THAT(text, Not(HasSubstr("baseline")));
}

TEST(OutcomesTable, LeavesToComparisonsWhatOnlyTheyNeed) {
  const Outcomes outcomes = outcomes_of_arms();
  EXPECT_THAT(to_text(outcomes), Not(HasSubstr("NPV before")));
  EXPECT_THAT(to_text(outcomes), HasSubstr("hostile customers"));
  EXPECT_TRUE(json_of(outcomes)["arms"]["baseline"].contains("npv"));
}

TEST(OutcomesTable, HasNoNanInJson) {
  EXPECT_THAT(to_json(outcomes_of_arms()), Not(HasSubstr("nan")));
}

}  // namespace
}  // namespace cxsim
