#include "model/preference.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <span>

#include "people.hpp"

namespace cxsim {
namespace {

const PreferenceSettings s = defaults<PreferenceSettings>();
const Rival typical_rival = defaults<Rival>();

enum class Temper { calm, hostile };

Preference<float> preferring(const Mind<float>& mind, float price = 1, Temper temper = Temper::calm,
                             float sensitivity = 1, Rival rival = typical_rival) {
  const std::array<Rival, 1> rivals{rival};
  return preference(mind, sensitivity, temper == Temper::hostile, price,
                    std::span<const Rival>(rivals), s);
}

Mind<float> at_every_reference() {
  Mind<float> mind = stranger();
  mind.satisfaction = .10f;
  return mind;
}

TEST(Preference, WeighsTheFacetsOfBelief) {
  EXPECT_NEAR(overall_belief(Beliefs<float>{1, 0, 0, 0}, s), .35, 1e-6);
  EXPECT_NEAR(overall_belief(Beliefs<float>{0, 1, 0, 0}, s), .30, 1e-6);
  EXPECT_NEAR(overall_belief(Beliefs<float>{0, 0, 1, 0}, s), .20, 1e-6);
  EXPECT_NEAR(overall_belief(Beliefs<float>{0, 0, 0, 1}, s), .15, 1e-6);
}

TEST(Preference, IsNeutralAtEveryReference) {
  EXPECT_NEAR(net(preferring(at_every_reference())), 0, 1e-6);
}

TEST(Preference, AddsUpWhatSpeaksForTheFirm) {
  Mind<float> mind = at_every_reference();
  mind.belief = {.84f, .84f, .84f, .84f};
  mind.satisfaction = .5f;
  mind.implicit = .25f;
  mind.commitment = .4f;
  mind.trust = .75f;
  mind.equity = -.5f;
  const Preference<float> p = preferring(mind);
  EXPECT_NEAR(p.quality, .30, 1e-6);
  EXPECT_NEAR(p.satisfaction, .48, 1e-6);
  EXPECT_NEAR(p.implicit, .20, 1e-6);
  EXPECT_NEAR(p.commitment, .48, 1e-6);
  EXPECT_NEAR(p.trust, .20, 1e-6);
  EXPECT_NEAR(p.equity, -.20, 1e-6);
  EXPECT_NEAR(p.price, 0, 1e-7);
  EXPECT_NEAR(p.hostility, 0, 1e-7);
  EXPECT_NEAR(p.rivals, 0, 1e-6);
  EXPECT_NEAR(net(p), 1.46, 1e-6);
}

TEST(Preference, FeelsPriceBySensitivity) {
  EXPECT_NEAR(preferring(at_every_reference(), 1.1f, Temper::calm, 1.2f).price, -.343117, 1e-6);
  EXPECT_NEAR(preferring(at_every_reference(), .9f, Temper::calm, 1.2f).price, .379298, 1e-6);
}

TEST(Preference, OfTheHostileKnowsOnlyPrice) {
  Mind<float> delighted = settled_customer();
  delighted.satisfaction = .9f;
  delighted.belief = {1, 1, 1, 1};
  delighted.equity = 1;
  const Preference<float> p = preferring(delighted, 1.1f, Temper::hostile, 1.2f);
  EXPECT_NEAR(net(p), -1.629350, 1e-6);
  EXPECT_EQ(p.satisfaction, 0.0f);
  EXPECT_EQ(p.quality, 0.0f);
  EXPECT_NEAR(net(preferring(delighted, 1, Temper::hostile)), -.6, 1e-6);
}

TEST(Rivals, ArePreferredWhenCheaperAndMoreByTheHostile) {
  Rival cheap = typical_rival;
  cheap.price = .9f;
  // -3 ln(.9)
  EXPECT_NEAR(preferring(at_every_reference(), 1, Temper::calm, 1, cheap).rivals, .316082, 1e-6);
  EXPECT_NEAR(preferring(at_every_reference(), 1, Temper::hostile, 1, cheap).rivals, .948245, 1e-6);
}

TEST(Rivals, ArePreferredWhenBetter) {
  Rival good = typical_rival;
  good.quality = .84f;
  good.satisfaction = .35f;
  EXPECT_NEAR(preferring(at_every_reference(), 1, Temper::calm, 1, good).rivals, .30 + .30, 1e-6);
}

TEST(Rivals, TogetherAreTheirLogSum) {
  std::array<Rival, 2> two{typical_rival, typical_rival};
  two[1].price = .9f;
  // ln(1 + e^(.316082))
  EXPECT_NEAR(rivals_utility(1.0f, 1.0f, 1.0f, std::span<const Rival>(two), s), .863625, 1e-6);
  const std::array<Rival, 3> alike{typical_rival, typical_rival, typical_rival};
  EXPECT_NEAR(rivals_utility(1.0f, 1.0f, 1.0f, std::span<const Rival>(alike), s), std::log(3.0),
              1e-6);
}

}  // namespace
}  // namespace cxsim
