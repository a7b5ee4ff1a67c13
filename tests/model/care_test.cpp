#include "model/care.hpp"

#include <gtest/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const CareSettings s = defaults<CareSettings>();

Mind<float> owed(float equity) {
  Mind<float> mind = settled_customer();
  mind.equity = equity;
  return mind;
}

TEST(Care, IsFeltAsFairness) {
  Mind<float> mind = owed(.2f);
  receive_care(mind, 1.0f, s);
  EXPECT_NEAR(mind.equity, .2 + .03 * .8, 1e-6);
}

TEST(Care, IsResentedWhereItGoesToOthers) {
  Mind<float> mind = owed(.2f);
  see_care_go_to_others(mind, 1.0f, s);
  EXPECT_NEAR(mind.equity, .2 - .03 * 1.2, 1e-6);
}

TEST(Care, TendsToTheEndsAndNotBeyond) {
  Mind<float> loved = owed(0), slighted = owed(0);
  for (int k = 0; k < 2000; ++k) {
    receive_care(loved, 1.0f, s);
    see_care_go_to_others(slighted, 1.0f, s);
  }
  EXPECT_NEAR(loved.equity, 1, 1e-5);
  EXPECT_LE(loved.equity, 1.0f);
  EXPECT_NEAR(slighted.equity, -1, 1e-5);
  EXPECT_GE(slighted.equity, -1.0f);
}

TEST(Care, ChoosesAsStated) {
  EXPECT_NEAR(s.top_value, 1.42, 1e-6);
  EXPECT_NEAR(s.bottom_value, .37, 1e-6);
  EXPECT_NEAR(s.random_share, .2, 1e-6);
}

}  // namespace
}  // namespace cxsim
