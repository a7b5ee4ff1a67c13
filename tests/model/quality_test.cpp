#include "model/quality.hpp"

#include <gtest/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const QualitySettings s = defaults<QualitySettings>();

// A call answered at once by a capable human: .4 of .82 twice, .2 of .80.
Encounter<float> call() {
  Encounter<float> at{};
  at.quality = .656f;
  at.physical = .16f;
  at.failure_damping = 1;
  at.wait_perception = s.wait_perception;
  return at;
}

Encounter<float> call_after(float minutes) {
  Encounter<float> at = call();
  at.wait = minutes;
  return at;
}

Circumstances<float> plain() { return {}; }

Circumstances<float> failing(float severity) {
  Circumstances<float> c{};
  c.failed = 1;
  c.severity = severity;
  return c;
}

TEST(Quality, IsWhatTheLevelsAddUpTo) {
  EXPECT_NEAR(delivered_quality(call(), plain(), s), .816, 1e-6);
}

TEST(Quality, SuffersFromTheWaitAsItIsPerceived) {
  // .16 e^(-1.36 * 5 / 45) = .137560
  EXPECT_NEAR(delivered_quality(call_after(5), plain(), s), .656 + .137560, 1e-6);
  EXPECT_NEAR(delivered_quality(call_after(1e6f), plain(), s), .656, 1e-6);
}

TEST(Quality, SuffersLessFromAnAnnouncedWait) {
  Encounter<float> announced = call_after(5);
  announced.wait_perception = 1;
  // .16 e^(-5 / 45) = .143174
  EXPECT_NEAR(delivered_quality(announced, plain(), s), .656 + .143174, 1e-6);
}

TEST(Quality, FallsWithAFailureAsSevereAsLuckHasIt) {
  EXPECT_NEAR(delivered_quality(call(), failing(0), s), .816 - .45 * .6, 1e-6);
  EXPECT_NEAR(delivered_quality(call(), failing(.5f), s), .816 - .45, 1e-6);
  EXPECT_NEAR(delivered_quality(call(), failing(1), s), .816 - .45 * 1.4, 1e-6);
}

TEST(Quality, FallsLessWhereABotFails) {
  Encounter<float> bot = call();
  bot.failure_damping = s.bot_failure_damping;
  EXPECT_NEAR(delivered_quality(bot, failing(.5f), s), .816 - .6 * .45, 1e-6);
}

TEST(Quality, SeverityMattersOnlyToAFailure) {
  Circumstances<float> c{};
  c.severity = 1;
  EXPECT_NEAR(delivered_quality(call(), c, s), .816, 1e-6);
}

TEST(Quality, VariesFromContactToContact) {
  Circumstances<float> c{};
  c.noise = 1;
  EXPECT_NEAR(delivered_quality(call(), c, s), .816 + .07, 1e-6);
  c.noise = -2;
  EXPECT_NEAR(delivered_quality(call(), c, s), .816 - .14, 1e-6);
}

TEST(Quality, GainsFromPersonalisationWithConsentAndLosesWithout) {
  Circumstances<float> c{};
  c.personalisation = .5f;
  c.analytics = .8f;
  c.privacy = .9f;
  c.consent = 1;
  EXPECT_NEAR(delivered_quality(call(), c, s), .816 + .5 * .04 * .8, 1e-6);
  c.consent = .25f;
  // .5 (.04 * .8 - .06 * .75 * .9) = -.00425
  EXPECT_NEAR(delivered_quality(call(), c, s), .816 - .00425, 1e-6);
  c.privacy = 0;
  EXPECT_NEAR(delivered_quality(call(), c, s), .816 + .016, 1e-6);
}

TEST(Quality, GainsFromCare) {
  Circumstances<float> c{};
  c.care = 1;
  EXPECT_NEAR(delivered_quality(call(), c, s), .816 + .07, 1e-6);
}

TEST(Quality, StaysAShare) {
  Circumstances<float> lucky{};
  lucky.noise = 5;
  EXPECT_EQ(delivered_quality(call(), lucky, s), 1.0f);
  Circumstances<float> unlucky = failing(1);
  unlucky.noise = -5;
  EXPECT_EQ(delivered_quality(call(), unlucky, s), 0.0f);
}

}  // namespace
}  // namespace cxsim
