#include "analysis/page/lives.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <set>

#include "analysis/page/diary_json.hpp"
#include "analysis/page/small_scenario.hpp"

namespace cxsim {
namespace {

class TheLives : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    scenario_ = new Scenario(small_scenario());
    lives_ = new Json(*lives_json(*scenario_));
  }
  static void TearDownTestSuite() {
    delete scenario_;
    delete lives_;
  }
  static bool has_left(const Json& diary) {
    for (const Json& look : diary["looks"])
      if (look["left"] && look["day"] >= 0) return true;
    return false;
  }

  static inline const Scenario* scenario_;
  static inline const Json* lives_;
};

TEST_F(TheLives, AreTwelvePeopleEachInEveryArm) {
  std::set<std::size_t> persons;
  for (const Json& life : *lives_) {
    persons.insert(life["person"].get<std::size_t>());
    EXPECT_EQ(life["arms"].size(), 3U);
    EXPECT_FALSE(life["why"].get<std::string>().empty());
  }
  EXPECT_EQ(persons.size(), 12U);
}

TEST_F(TheLives, AreAsTheirReasonSays) {
  std::size_t parted = 0;
  for (const Json& life : *lives_) {
    const auto why = life["why"].get<std::string>();
    const Json& arms = life["arms"];
    const std::size_t arm = why.find("“Better quality”") != std::string::npos ? 1 : 2;
    if (why.rfind("Leaves in “Baseline”, stays", 0) == 0) {
      ++parted;
      EXPECT_TRUE(has_left(arms[0])) << why;
      EXPECT_FALSE(has_left(arms[arm])) << why;
    }
    if (why.rfind("Stays in “Baseline”, leaves", 0) == 0) {
      ++parted;
      EXPECT_FALSE(has_left(arms[0])) << why;
      EXPECT_TRUE(has_left(arms[arm])) << why;
    }
    if (why == "Leaves in every arm") {
      for (const Json& diary : arms) EXPECT_TRUE(has_left(diary));
    }
  }
  EXPECT_GE(parted, 2U);
}

TEST_F(TheLives, AreTheSameEveryTime) {
  EXPECT_EQ(*lives_json(*scenario_), *lives_);
  const Json three = *lives_json(*scenario_, 3);
  ASSERT_EQ(three.size(), 3U);
  for (std::size_t k = 0; k < 3; ++k) EXPECT_EQ(three[k], (*lives_)[k]);
}

TEST_F(TheLives, AreTheSameAsWhenOneIsAskedFor) {
  const Json& last = lives_->back();
  const Json one = *life_json(*scenario_, PersonId(last["person"].get<std::size_t>()));
  EXPECT_EQ(one["arms"], last["arms"]);
  EXPECT_EQ(one["why"], "");
}

TEST_F(TheLives, ComeFromTheSampleLookedAt) {
  LivesPlan plan;
  plan.people = 50;
  const Json lives = *lives_json(*scenario_, 12, plan);
  for (const Json& life : lives) EXPECT_EQ(life["person"].get<int>() % 8, 0);
}

TEST_F(TheLives, AreNothingWhenCancelledAndTellOfTheirProgress) {
  LivesPlan plan;
  std::atomic<std::int64_t> days{0};
  plan.on_progress = [&](std::int32_t more) { days += more; };
  ASSERT_TRUE(life_json(*scenario_, PersonId(3), plan));
  EXPECT_EQ(days, 40 + 3 * 180);
  ASSERT_TRUE(lives_json(*scenario_, 2, plan));
  EXPECT_EQ(days, 3 * (40 + 3 * 180));
  plan.cancelled = [] { return true; };
  EXPECT_FALSE(life_json(*scenario_, PersonId(3), plan));
  EXPECT_FALSE(lives_json(*scenario_, 2, plan));
}

TEST(ADrawnDiary, IsTheDiaryWithMoreMembersAndFewerDigits) {
  const Scenario scenario = small_scenario(60, 120);
  const auto runs = watched_in_full(scenario);
  const World& world = scenario.world;
  std::size_t purchases = 0, answers = 0;
  for (std::size_t p = 0; p < 60; ++p) {
    const auto events = events_of(PersonId(p), runs[0]);
    const Diary diary = tell_life(world, PersonId(p), {events.begin(), events.end()},
                                  runs[0].people[p], person_at_birth(world, 0, PersonId(p)));
    const Json plain = diary_json(diary, world), drawn = drawn_diary_json(diary, events, world);
    for (const char* same : {"title", "portrait", "epilogue"}) EXPECT_EQ(drawn[same], plain[same]);
    ASSERT_EQ(drawn["contacts"].size(), plain["contacts"].size());
    for (std::size_t k = 0; k < plain["contacts"].size(); ++k) {
      const Json &one = drawn["contacts"][k], &exact = plain["contacts"][k];
      EXPECT_NEAR(one["trust"].get<double>(), exact["trust"].get<double>(), .0005);
      EXPECT_EQ(one["csat"].is_null(), diary.contacts[k].csat == 0);
      answers += one["csat"].is_null() ? 0U : 1U;
    }
    for (std::size_t k = 0; k < plain["entries"].size(); ++k) {
      EXPECT_EQ(drawn["entries"][k]["paragraphs"], plain["entries"][k]["paragraphs"]);
      EXPECT_EQ(drawn["entries"][k]["kind"] == "departure",
                diary.entries[k].kind == DiaryKind::departure);
    }
    bool has_left = false;
    for (const LifeEvent& event : events) {
      has_left = has_left || event.kind == LifeEventKind::left;
      if (event.kind != LifeEventKind::bought) continue;
      ++purchases;
      const auto again = [&](const Json& one) {
        return one["day"] == event.day && one["again"] == has_left;
      };
      EXPECT_TRUE(std::any_of(drawn["purchases"].begin(), drawn["purchases"].end(), again));
    }
  }
  EXPECT_GT(purchases, 0U);
  EXPECT_GT(answers, 0U);
}

}  // namespace
}  // namespace cxsim
