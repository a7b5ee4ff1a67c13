#include "analysis/page/chosen_lives.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace cxsim {
namespace {

using ::testing::HasSubstr;

constexpr float promoter = 9;

LifeInBrief customer(std::int32_t churn_day, std::int32_t contacts = 10) {
  LifeInBrief life;
  life.record.active_at_start = true;
  life.record.acquired_day = -100;
  life.record.churn_day = churn_day;
  life.record.lifecycle = churn_day < 0 ? Lifecycle::active : Lifecycle::former;
  life.record.recommend_score = 7;
  life.record.contacts = contacts;
  return life;
}

LifeInBrief stays(std::int32_t contacts = 10) { return customer(-1, contacts); }
LifeInBrief leaves(std::int32_t contacts = 10) { return customer(50, contacts); }
LifeInBrief outside(std::int32_t contacts = 0) {
  LifeInBrief life;
  life.record.acquired_day = PersonRecord::no_day;
  life.record.churn_day = -1;
  life.record.lifecycle = Lifecycle::aware;
  life.record.contacts = contacts;
  return life;
}
LifeInBrief joins() {
  LifeInBrief life = outside();
  life.record.acquired_day = 20;
  life.record.lifecycle = Lifecycle::active;
  return life;
}

std::vector<ChosenLife> chosen(const std::vector<LivesOfArm>& arms, std::size_t count = 12) {
  std::vector<std::string> titles{"Baseline", "Care", "Bot"};
  titles.resize(arms.size());
  return choose_lives(arms, titles, promoter, count);
}

std::string why(std::size_t person, const std::vector<ChosenLife>& lives) {
  for (const ChosenLife& life : lives)
    if (life.person == person) return life.why;
  return "";
}

TEST(ChosenLives, AreThoseWhomTheArmsPart) {
  const auto lives = chosen({{leaves(20), stays(), outside(), stays()},
                             {stays(), stays(), joins(), stays()},
                             {leaves(), leaves(), outside(), stays()}});
  EXPECT_EQ(why(0, lives), "Leaves in “Baseline”, stays in “Care”");
  EXPECT_EQ(why(1, lives), "Stays in “Baseline”, leaves in “Bot”");
  EXPECT_EQ(why(2, lives), "Does not join in “Baseline”, joins in “Care”");
  EXPECT_EQ(why(3, lives), "An ordinary life: stays in every arm");
  EXPECT_EQ(lives.front().person, 0U) << "whom an arm keeps comes first";
}

TEST(ChosenLives, AreOneForEachReasonInTurn) {
  std::vector<LifeInBrief> people(10, stays(7));
  people[1] = leaves();
  people[2].record.recommend_score = 9;
  people[3] = joins();
  people[3].joined_on_good_word = true;
  people[4] = leaves();
  people[4].ignored = true;
  people[5].put_right = true;
  people[6] = leaves();
  people[6].left_hostile = true;
  people[7] = leaves();
  people[7].record.lifecycle = Lifecycle::active;
  people[8] = outside(3);
  people[9].told = 40;
  people[6].record.contacts = 90;
  people[1].record.contacts = 91;
  people[4].record.contacts = people[7].record.contacts = 100;
  people[0].record.contacts = 200;
  const auto lives = chosen({people});
  EXPECT_EQ(why(1, lives), "Leaves");
  EXPECT_THAT(why(2, lives), HasSubstr("promoter"));
  EXPECT_EQ(why(3, lives), "Hears well of the firm from others and soon joins");
  EXPECT_EQ(why(4, lives), "Complains, is ignored, and leaves");
  EXPECT_EQ(why(5, lives), "A bad experience is put right, and they stay");
  EXPECT_EQ(why(6, lives), "Leaves hostile to the firm");
  EXPECT_EQ(why(7, lives), "Leaves and comes back");
  EXPECT_THAT(why(0, lives), HasSubstr("more contacts"));
  EXPECT_THAT(why(9, lives), HasSubstr("Tells others"));
  EXPECT_EQ(why(8, lives), "Meets the firm and never buys");
}

TEST(ChosenLives, SayInEveryArmOnlyWhereThereAreSeveral) {
  EXPECT_EQ(why(0, chosen({{leaves()}})), "Leaves");
  EXPECT_EQ(why(0, chosen({{leaves()}, {leaves()}})), "Leaves in every arm");
}

TEST(ChosenLives, AreThoseAtTheLowerQuarterOfTheContactsOfTheirKind) {
  std::vector<LifeInBrief> before, after;
  for (const std::int32_t contacts : {80, 10, 70, 20, 60, 30, 50, 40}) {
    before.push_back(leaves(contacts));
    after.push_back(stays(contacts));
  }
  EXPECT_EQ(chosen({before, after}, 1).front().person, 5U);  // 30, past 10 and 20
}

TEST(ChosenLives, AreEachPersonOnceAndNoMoreThanAskedFor) {
  const std::vector<LifeInBrief> people(7, leaves());
  EXPECT_EQ(chosen({people, people}, 3).size(), 3U);
  const auto all = chosen({people, people}, 100);
  std::set<std::size_t> persons;
  for (const ChosenLife& life : all) persons.insert(life.person);
  EXPECT_EQ(persons.size(), all.size());
  EXPECT_EQ(all.size(), 7U);
  EXPECT_TRUE(chosen({people}, 0).empty());
  EXPECT_TRUE(chosen({{}}, 5).empty());
}

LifeEvent event(LifeEventKind kind, std::int32_t day, bool success = false, float amount = 0) {
  LifeEvent event;
  event.kind = kind;
  event.day = day;
  event.success = success;
  event.amount = amount;
  return event;
}

TEST(ALifeInBrief, KnowsWhoseWordCameBeforeThePurchase) {
  using enum LifeEventKind;
  const auto joined = [](std::vector<LifeEvent> events) {
    return brief_of(stays().record, events).joined_on_good_word;
  };
  EXPECT_TRUE(joined({event(heard, -10, false, .4f), event(bought, 5)}));
  EXPECT_FALSE(joined({event(heard, -10, false, -.4f), event(bought, 5)})) << "a bad word";
  EXPECT_FALSE(joined({event(heard, -200, false, .4f), event(bought, 5)})) << "long before";
  EXPECT_FALSE(joined({event(heard, -9, false, .4f), event(bought, -5)})) << "before results";
  EXPECT_FALSE(joined({event(bought, 5), event(heard, 6, false, .4f)})) << "afterwards";
}

TEST(ALifeInBrief, CountsWhatHappensInResults) {
  using enum LifeEventKind;
  std::vector<LifeEvent> events = {event(told, -4),           event(ignored, -3),
                                   event(recovery, -2, true), event(told, 3),
                                   event(recovery, 4, false), event(left, 5)};
  events[0].number = events[3].number = 4;
  events[5].hostile = true;
  const LifeInBrief brief = brief_of(leaves().record, events);
  EXPECT_EQ(brief.told, 4U);
  EXPECT_FALSE(brief.ignored);
  EXPECT_FALSE(brief.put_right);
  EXPECT_TRUE(brief.left_hostile);
}

}  // namespace
}  // namespace cxsim
