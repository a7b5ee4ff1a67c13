#include "model/departure.hpp"

#include <gtest/gtest.h>

#include <array>
#include <span>

#include "people.hpp"

namespace cxsim {
namespace {

const LoyaltySettings loyalty = defaults<LoyaltySettings>();
const PreferenceSettings taste = defaults<PreferenceSettings>();
constexpr float typical_commitment = .3f;
const float noticeable = defaults<LabelSettings>().noticeable_push;

// Somebody whom nothing pushes and nothing holds.
Mind<float> indifferent() {
  Mind<float> mind = stranger();
  mind.satisfaction = .10f;
  mind.commitment = typical_commitment;
  return mind;
}

std::array<Push<float>, push_count> pushes(const Mind<float>& mind, bool hostile = false,
                                           float price = 1, Rival rival = defaults<Rival>()) {
  const std::array<Rival, 1> rivals{rival};
  const auto p = preference(mind, 1.0f, hostile, price, std::span<const Rival>(rivals), taste);
  return pushes_to_leave(look_factors(mind, hostile, loyalty), p, typical_commitment, loyalty,
                         taste);
}

CauseOfLeaving cause(const Mind<float>& mind, bool hostile = false, float price = 1,
                     Rival rival = defaults<Rival>()) {
  return main_cause(pushes(mind, hostile, price, rival), noticeable);
}

TEST(Departure, IsChanceWhereNothingPushes) {
  for (const Push<float>& push : pushes(indifferent())) EXPECT_NEAR(push.strength, 0, 1e-5);
  EXPECT_EQ(cause(indifferent()), CauseOfLeaving::chance);
}

TEST(Departure, IsChanceBelowANoticeablePush) {
  Mind<float> mind = indifferent();
  mind.equity = -.13f;  // a push of .052
  EXPECT_EQ(cause(mind), CauseOfLeaving::unfairness);
  mind.equity = -.12f;
  EXPECT_EQ(cause(mind), CauseOfLeaving::chance);
}

TEST(Departure, IsExplainedByWhatPushesHardest) {
  Mind<float> mind = indifferent();
  mind.satisfaction = -.3f;
  EXPECT_EQ(cause(mind), CauseOfLeaving::dissatisfaction);
  mind = indifferent();
  mind.belief = {.6f, .6f, .6f, .6f};
  EXPECT_EQ(cause(mind), CauseOfLeaving::low_expected_quality);
  mind = indifferent();
  mind.trust = .1f;
  EXPECT_EQ(cause(mind), CauseOfLeaving::broken_trust);
  mind = indifferent();
  mind.commitment = 0;
  EXPECT_EQ(cause(mind), CauseOfLeaving::weak_commitment);
  mind = indifferent();
  mind.equity = -.8f;
  EXPECT_EQ(cause(mind), CauseOfLeaving::unfairness);
  mind = indifferent();
  mind.neighbour_exits = 1;
  EXPECT_EQ(cause(mind), CauseOfLeaving::neighbours_left);
  EXPECT_EQ(cause(indifferent(), true), CauseOfLeaving::hostility);
  EXPECT_EQ(cause(indifferent(), false, 1.2f), CauseOfLeaving::price);
  EXPECT_EQ(cause(indifferent(), false, 1, {.8f, .74f, .10f}), CauseOfLeaving::better_rival);
}

TEST(Departure, MeasuresPushesInLogOdds) {
  Mind<float> mind = indifferent();
  mind.satisfaction = -.3f;
  mind.implicit = -.1f;
  // Looking: 3 * .4; leaving: 1.2 * .4 and .8 * .1.
  EXPECT_NEAR(pushes(mind)[0].strength, 1.2 + .48 + .08, 1e-5);
  EXPECT_EQ(pushes(mind)[0].cause, CauseOfLeaving::dissatisfaction);
}

TEST(Departure, NamesEachCauseOnce) {
  std::array<int, static_cast<std::size_t>(CauseOfLeaving::count)> seen{};
  for (const Push<float>& push : pushes(indifferent()))
    ++seen[static_cast<std::size_t>(push.cause)];
  for (std::size_t k = 0; k < seen.size(); ++k) {
    const auto which = static_cast<CauseOfLeaving>(k);
    const bool pushes_none = which == CauseOfLeaving::none || which == CauseOfLeaving::chance;
    EXPECT_EQ(seen[k], pushes_none ? 0 : 1) << k;
  }
}

}  // namespace
}  // namespace cxsim
