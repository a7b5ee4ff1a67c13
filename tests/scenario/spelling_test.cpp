#include "scenario/spelling.hpp"

#include <gtest/gtest.h>

namespace cxsim {
namespace {

constexpr std::string_view keys[] = {"p_fail", "patience", "maturity_stage", "cost_per_contact",
                                     "burn_in"};

TEST(Spelling, FindsLettersSwappedMissingAddedOrChanged) {
  EXPECT_EQ(nearest("p_fial", keys), "p_fail");
  EXPECT_EQ(nearest("patence", keys), "patience");
  EXPECT_EQ(nearest("pattience", keys), "patience");
  EXPECT_EQ(nearest("burn_im", keys), "burn_in");
}

TEST(Spelling, LooksPastCapitalsHyphensAndUnderscores) {
  EXPECT_EQ(nearest("BurnIn", keys), "burn_in");
  EXPECT_EQ(nearest("cost-per-contact", keys), "cost_per_contact");
  EXPECT_EQ(nearest("pfail", keys), "p_fail");
}

TEST(Spelling, FindsPartsInAnotherOrderOrLeftOut) {
  EXPECT_EQ(nearest("fail_p", keys), "p_fail");
  EXPECT_EQ(nearest("stage_maturity", keys), "maturity_stage");
  EXPECT_EQ(nearest("maturity", keys), "maturity_stage");
}

TEST(Spelling, SuggestsNothingThatIsFarOff) {
  EXPECT_EQ(nearest("colour", keys), std::nullopt);
  EXPECT_EQ(nearest("", keys), std::nullopt);
  EXPECT_EQ(nearest("x", keys), std::nullopt);
  EXPECT_EQ(nearest(std::string(100000, 'p'), keys), std::nullopt);
  EXPECT_EQ(nearest("p_fail", {}), std::nullopt);
}

TEST(Spelling, PrefersTheNearestAndOfEqualsTheFirst) {
  constexpr std::string_view stages[] = {"stage_1", "stage_2", "stage_22"};
  EXPECT_EQ(nearest("stage_22x", stages), "stage_22");
  EXPECT_EQ(nearest("stage_3", stages), "stage_1");
}

TEST(Spelling, TheCureIsTheNearestOrTheList) {
  EXPECT_EQ(spelling_cure("p_fial", keys, "keys allowed here"), "did you mean p_fail?");
  const std::vector<std::string> names = {"call", "shop"};
  EXPECT_EQ(spelling_cure("zebra", names, "touchpoints"),
            "choose one of the touchpoints: call, shop");
  EXPECT_EQ(spelling_cure("zebra", std::vector<std::string>{}, "touchpoints"),
            "remove it: there are no touchpoints");
}

}  // namespace
}  // namespace cxsim
