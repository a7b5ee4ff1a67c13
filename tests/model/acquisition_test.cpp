#include "model/acquisition.hpp"

#include <gtest/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const AcquisitionSettings s = defaults<AcquisitionSettings>();

TEST(Starting, IsAQuestionOfBeliefAndReputation) {
  EXPECT_NEAR(start_chance(.74f, 0.0f, .6f, false, s), .425557, 1e-6);
  EXPECT_NEAR(start_chance(.84f, 0.0f, .7f, false, s), .537430, 1e-6);
}

TEST(Starting, AgainIsHarderAndEasierForTheFond) {
  EXPECT_NEAR(start_chance(.74f, .4f, .6f, true, s), .331812, 1e-6);
  EXPECT_LT(start_chance(.74f, 0.0f, .6f, true, s), start_chance(.74f, 0.0f, .6f, false, s));
  EXPECT_EQ(start_chance(.74f, .9f, .6f, false, s), start_chance(.74f, 0.0f, .6f, false, s))
      << "a newcomer has no fond memory";
}

TEST(Buying, TakesPreferenceReputationAndAThreshold) {
  EXPECT_NEAR(buy_chance(0.0f, .6f, false, s), .401312, 1e-6);
  EXPECT_NEAR(buy_chance(.5f, .7f, false, s), .562177, 1e-6);
  EXPECT_NEAR(buy_chance(.5f, .6f, true, s), .425557, 1e-6);
}

TEST(Acquisition, PausesAsStated) {
  EXPECT_EQ(s.first_consideration, 400.0f);
  EXPECT_EQ(s.unaware_pause, 200.0f);
  EXPECT_EQ(s.pause_fixed, 120.0f);
  EXPECT_EQ(s.pause_mean, 400.0f);
  EXPECT_EQ(s.former_pause_fixed, 180.0f);
  EXPECT_EQ(s.former_pause_mean, 400.0f);
}

}  // namespace
}  // namespace cxsim
