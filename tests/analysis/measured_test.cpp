#include "analysis/report/measured.hpp"

#include <gtest/gtest.h>

namespace cxsim {
namespace {

Outcomes model_says(double churn, double nps, double satisfied) {
  Outcomes outcomes{"A firm", {"baseline"}, 5, 12, {}};
  const auto add = [&](const char* name, double mean) {
    OutcomeRow row;
    row.outcome.name = name;
    row.arms = {{mean, 0, mean, mean, mean}};
    outcomes.rows.push_back(row);
  };
  add("churn_rate", churn);
  add("nps_measured", nps);
  add("touchpoint_satisfied_share", satisfied);
  return outcomes;
}

TEST(Measured, StandsBesideTheModel) {
  Measured measured = defaults<Measured>();
  measured.nps = 20;
  measured.csat = .9f;
  measured.source = "spring survey";
  const std::string text = beside_measured(model_says(.02, 14.5, .885), measured);
  EXPECT_NE(text.find("20.0         14.5"), std::string::npos) << text;
  EXPECT_NE(text.find("90.0         88.5"), std::string::npos) << text;
  EXPECT_NE(text.find("spring survey"), std::string::npos) << text;
  EXPECT_EQ(text.find("kept"), std::string::npos) << "retention was not stated";
}

TEST(Measured, IsSilentWhereNothingWasStated) {
  EXPECT_EQ(beside_measured(model_says(.02, 1, .9), defaults<Measured>()), "");
  EXPECT_TRUE(measured_json(model_says(.02, 1, .9), defaults<Measured>()).is_null());
}

TEST(Measured, RetentionCompoundsMonthsOfThirtyDays) {
  EXPECT_NEAR(yearly_retention(.02), .7821, 5e-5);
  EXPECT_EQ(yearly_retention(0), 1);
}

}  // namespace
}  // namespace cxsim
