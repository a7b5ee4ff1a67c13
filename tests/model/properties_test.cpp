// Whatever happens to customers, in whichever order, every state stays in its range.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include "model/contact.hpp"
#include "people.hpp"

namespace cxsim {
namespace {

struct Life {
  Mind<float> mind = stranger();
  Episode<float> episode = fresh_episode<float>();
  bool hostile = false;
  int contacts = 0, handoffs = 0;
};

void meet(Life& life, Dice& dice, const CustomerSettings& s) {
  Encounter<float> at{};
  at.quality = between(dice, 0, .9f);
  at.physical = between(dice, 0, .3f);
  at.failure_damping = dice.happens(.5) ? 1.0f : s.quality.bot_failure_damping;
  at.wait = between(dice, 0, 200);
  at.wait_perception = s.quality.wait_perception;
  const float cut = dice.uniform();
  at.facet_service = cut;
  at.facet_ux = 1 - cut;
  if (dice.happens(.5)) std::swap(at.facet_service, at.facet_product);
  if (dice.happens(.5)) std::swap(at.facet_ux, at.facet_brand);
  at.importance = dice.uniform();
  const Circumstances<float> c{between(dice, -5.8f, 5.8f),
                               dice.uniform(),
                               dice.happens(.5) ? 1.0f : 0.0f,
                               dice.uniform(),
                               dice.uniform(),
                               dice.uniform(),
                               dice.uniform(),
                               dice.uniform()};
  const Yardstick<float> yardstick{dice.uniform(), dice.uniform(), dice.uniform()};
  const auto x = live_encounter(life.mind, at, c, yardstick, between(dice, .1f, 4), s);
  life.hostile = turns_hostile(life.mind.cynicism, life.hostile, s.trust);
  live_through(life.episode, x.reaction, between(dice, 0, 3), s.episode);
  ++life.contacts;
}

void hand_over(Life& life, Dice& dice, const CustomerSettings& s) {
  repeat_oneself(life.mind, life.episode, between(dice, .1f, 4), s.episode);
  ++life.handoffs;
}

void close(Life& life, Dice& dice, const CustomerSettings& s) {
  if (life.contacts == 0) return;
  const float importance = dice.uniform();
  const float x =
      remembered_experience(life.episode, static_cast<float>(life.contacts),
                            dice.happens(.5) ? 1.0f : 0.0f, importance, 0.0f, s.episode);
  remember(life.mind, x, life.episode.effort, importance, s.memory);
  life.episode = fresh_episode<float>();
  life.contacts = life.handoffs = 0;
}

void recover(Life& life, Dice& dice, const CustomerSettings& s) {
  if (dice.happens(.5)) return be_failed_again(life.mind, s.recovery);
  const float delay = between(dice, 0, 30);
  be_recovered(life.mind, recovery_experience(life.mind, delay, dice.happens(.5), s.recovery),
               s.recovery);
}

// One thing that can happen to a customer.
void happen(Life& life, Dice& dice, const CustomerSettings& s) {
  Mind<float>& mind = life.mind;
  switch (dice.below(12)) {
    case 0:
      return fade(mind, dice.happens(.5) ? dice.uniform() : between(dice, 0, 2000), s.fading);
    case 1:
      return hear(mind, between(dice, -1, 1), between(dice, 0, 8), dice.happens(.5),
                  s.word_of_mouth);
    case 2:
      return see_neighbour_leave(mind);
    case 3:
      return take_in_advertising(mind, dice.uniform(), between(dice, 0, .01f), dice.uniform(),
                                 s.advertising);
    case 4:
      return be_ignored(mind, s.complaint);
    case 5:
      return recover(life, dice, s);
    case 6:
      return dice.happens(.5) ? receive_care(mind, 1.0f, s.care)
                              : see_care_go_to_others(mind, 1.0f, s.care);
    case 7:
      return hand_over(life, dice, s);
    case 8:
      return close(life, dice, s);
    default:
      return meet(life, dice, s);
  }
}

bool within(float x, float low, float high) { return x >= low && x <= high; }  // false for NaN

// The first state out of its range, or nothing.
std::string out_of_range(const Life& life) {
  const Mind<float>& m = life.mind;
  const Beliefs<float>& b = m.belief;
  for (const float belief : {b.product, b.service, b.ux, b.brand})
    if (!within(belief, 0, 1)) return "belief " + std::to_string(belief);
  struct State {
    const char* name;
    float value, low, high;
  };
  const auto turns = static_cast<float>(life.contacts + life.handoffs);
  const State states[] = {{"expectation_offset", m.expectation_offset, -.5f, .5f},
                          {"valence", m.valence, -1, 1},
                          {"arousal", m.arousal, 0, 1},
                          {"satisfaction", m.satisfaction, -1, 1},
                          {"implicit", m.implicit, -1, 1},
                          {"trust", m.trust, 0, 1},
                          {"commitment", m.commitment, 0, 1},
                          {"cynicism", m.cynicism, 0, 1},
                          {"equity", m.equity, -1, 1},
                          {"neighbour_exits", m.neighbour_exits, 0, 1e9f},
                          {"peak", life.episode.peak, -1, 1},
                          {"end", life.episode.end, -1, 1},
                          {"sum", life.episode.sum, -turns * 1.0001f, turns * 1.0001f},
                          {"effort", life.episode.effort, 0, 1e9f}};
  for (const State& state : states)
    if (!within(state.value, state.low, state.high))
      return state.name + std::string(" ") + std::to_string(state.value);
  return {};
}

// Chances and judgements are in range too, whatever the mind.
std::string wrong_judgement(const Life& life, Dice& dice, const CustomerSettings& s) {
  const Mind<float>& m = life.mind;
  const float x = between(dice, -1, 1), share = dice.uniform();
  const std::array<Rival, 1> rivals{{{between(dice, .5f, 2), share, x}}};
  const auto p = preference(m, between(dice, .1f, 4), life.hostile, between(dice, .5f, 2),
                            std::span<const Rival>(rivals), s.preference);
  const float look = look_chance(look_factors(m, life.hostile, s.loyalty), s.loyalty);
  if (!within(look, 0, s.loyalty.look_most)) return "look chance " + std::to_string(look);
  const float leave = leave_chance(net(p), between(dice, -2, 5));
  if (!within(leave, 0, 1)) return "leave chance " + std::to_string(leave);
  const float voice = voice_chance(m, x, s.complaint);
  if (!within(voice, 0, 1)) return "voice chance " + std::to_string(voice);
  const float told = messages_expected(x, share, 3.0f, life.hostile, s.word_of_mouth);
  if (!within(told, 0, 1e6f)) return "messages " + std::to_string(told);
  const float level = recommend_level(m, life.hostile, s.survey);
  const float score = recommend_score(level, between(dice, -5, 5), s.survey);
  if (!within(score, 0, 10)) return "score " + std::to_string(score);
  return {};
}

void expect_ranges(Dice& dice, const CustomerSettings& s, int steps) {
  Life life;
  for (int step = 0; step < steps; ++step) {
    happen(life, dice, s);
    ASSERT_EQ(out_of_range(life), "") << "after " << step << " steps";
    if (step % 16 == 0) {
      ASSERT_EQ(wrong_judgement(life, dice, s), "") << "after " << step << " steps";
    }
  }
}

TEST(Ranges, HoldByDefault) {
  const CustomerSettings s = default_customer();
  Dice dice(1);
  for (int life = 0; life < 1000 && !HasFatalFailure(); ++life) expect_ranges(dice, s, 2000);
}

// A value within a range: an end, somewhere between, or around the default where it has no end.
double within_range(const Range& range, double fallback, Dice& dice) {
  const bool bounded = std::isfinite(range.low) && std::isfinite(range.high);
  const std::uint64_t kind = dice.below(4);
  if (kind == 0 && std::isfinite(range.low)) return range.low;
  if (kind == 1 && std::isfinite(range.high)) return range.high;
  if (!bounded) return std::max(range.low, fallback * static_cast<double>(between(dice, 0, 4)));
  return range.low + (range.high - range.low) * static_cast<double>(dice.uniform());
}

CustomerSettings any_settings(Dice& dice) {
  CustomerSettings s = default_customer();
  for_each_section(s, [&](const char*, auto& section) {
    using Section = std::remove_reference_t<decltype(section)>;
    for (const auto& row : settings_of<Section>)
      section.*std::get<float Section::*>(row.member) =
          static_cast<float>(within_range(row.range, row.fallback, dice));
  });
  return s;
}

TEST(Ranges, HoldForAnySettingsWithinTheirs) {
  Dice dice(2);
  for (int life = 0; life < 6000 && !HasFatalFailure(); ++life) {
    SCOPED_TRACE(life);
    const CustomerSettings s = any_settings(dice);
    expect_ranges(dice, s, 200);
  }
}

}  // namespace
}  // namespace cxsim
