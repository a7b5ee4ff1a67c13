#include <gtest/gtest.h>

#include "analysis/page/place_months_json.hpp"
#include "analysis/report/sample_results.hpp"
#include "recording/result_sample.hpp"

namespace cxsim {
namespace {

constexpr std::size_t call = 1;

SampleResults one_arm(std::size_t replications, std::size_t months) {
  SampleResults source({{"baseline", "Baseline", -1}}, replications, months);
  source.set("profit", [](const RunWindow&, std::size_t) { return 1.0; });
  return source;
}

TEST(TouchpointMonths, AverageCountsOverReplications) {
  SampleResults source = one_arm(2, 2);
  source.set("touchpoint_contacts", [](const RunWindow& m, std::size_t place) {
    return static_cast<double>(100 * place + 10 * m.from + 2 * m.replication);
  });
  EXPECT_EQ(touchpoint_months_json(MonthlyResults(source))["touchpoint_contacts"].dump(),
            "[[[1,11],[101,111],[201,211]]]");
}

// Nine answers of 5 points and one of 1: 4.6, not 3.
TEST(TouchpointMonths, WeighMeansByTheirAnswers) {
  SampleResults source = one_arm(2, 1);
  source.set("touchpoint_csat",
             [](const RunWindow& m, std::size_t) { return m.replication == 0 ? 5.0 : 1.0; });
  source.set("touchpoint_surveys", [](const RunWindow& m, std::size_t place) {
    return place != call ? 0.0 : m.replication == 0 ? 9.0 : 1.0;
  });
  EXPECT_EQ(touchpoint_months_json(MonthlyResults(source))["touchpoint_csat"].dump(),
            "[[[null],[4.6],[null]]]");
}

TEST(TouchpointMonths, LeaveOutReplicationsThatDidNotEnd) {
  SampleResults source = one_arm(2, 1);
  source.set("touchpoint_contacts", [](const RunWindow&, std::size_t) { return 6.0; });
  source.forget_runs_from(0, 1);
  EXPECT_EQ(touchpoint_months_json(MonthlyResults(source))["touchpoint_contacts"].dump(),
            "[[[6],[6],[6]]]");
}

// Fourteen months, of which the last twelve count: of ten calls a month, six come of a need of
// their own and four after the web failed.
TEST(Reasons, AreThoseOfTheLastYear) {
  SampleResults source = one_arm(2, 14);
  source.set("contact_reasons", [](const RunWindow& m, std::size_t cell) {
    constexpr std::size_t upstream = 4;
    if (cell / upstream != call) return 0.0;
    if (m.from < 2) return 1000.0;
    return cell % upstream == 0 ? 6.0 : cell % upstream == 1 ? 4.0 : 0.0;
  });
  World world = small_world();
  world.touchpoints[0].title = "Web site";
  EXPECT_EQ(reasons_json(MonthlyResults(source), world).dump(),
            R"([{"arm":0,"touchpoint":1,"upstream":"a need of their own","kind":"own_need",)"
            R"("share":0.6,"contacts":6},)"
            R"({"arm":0,"touchpoint":1,"upstream":"Web site","kind":"touchpoint",)"
            R"("share":0.4,"contacts":4}])");
}

}  // namespace
}  // namespace cxsim
