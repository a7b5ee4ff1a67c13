#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "support/chance.hpp"
#include "support/scene.hpp"

namespace cxsim {
namespace {

constexpr std::int32_t days = 40000;
const PersonId teller(std::size_t{50});

World talking_world() {
  World w = small_world(1000, 30);
  w.network.rewired = 0;
  w.customer.online_review.base = w.customer.online_review.positive =
      w.customer.online_review.negative = 0;
  w.segments[0].talkativeness_mean = w.segments[0].talkativeness_sd = 0;
  return w;
}

void listen(Person<float>& person, const std::vector<Message>& messages, const Today& today,
            Ledger& ledger) {
  const Mail mail(messages);
  hear_messages(person, std::span(&mail, 1), today, ledger);
}

struct Told {
  Sample messages;
  std::vector<double> to = std::vector<double>(1000);
};

Told told(const Scene& scene, float experience, float importance, bool hostile = false) {
  Told result;
  Customer c = scene.born(teller);
  c.set(Fact::hostile, hostile);
  History history;
  Ledger ledger = scene.ledger();
  for (std::int32_t day = 0; day < days; ++day) {
    ledger.clear();
    const Today today = scene.today(day);
    Person<float> person = person_of(c, history, teller, today);
    tell(person, experience, importance, Occasion::close, today, ledger);
    result.messages.add(static_cast<double>(ledger.outbox.size()));
    for (const Message& m : ledger.outbox) ++result.to[m.receiver.index()];
  }
  return result;
}

void expect_poisson(const Sample& sample, double mean) {
  expect_mean(sample, mean, std::sqrt(mean));
  expect_variance(sample, mean, mean + 3 * mean * mean);
}

TEST(WordOfMouth, IsPoissonWithTheMeanOfTheAsymmetricU) {
  const Scene scene(talking_world());
  expect_poisson(told(scene, .8f, 1).messages, .05 + 3 * .64);
  expect_poisson(told(scene, -.8f, 1).messages, .05 + 5.5 * .64);
  expect_poisson(told(scene, .1f, .6f).messages, .6 * (.05 + 3 * .01));
  expect_poisson(told(scene, -.5f, .8f, true).messages, .8 * (.05 + 5.5 * .25) * 1.5);
}

TEST(WordOfMouth, ReachesTheTenLinksAlike) {
  const Told result = told(Scene(talking_world()), -1, 1);
  std::vector<double> found;
  for (std::size_t p = 0; p < 1000; ++p) {
    const int apart = std::abs(static_cast<int>(p) - 50);
    if (apart >= 1 && apart <= 5)
      found.push_back(result.to[p]);
    else
      EXPECT_EQ(result.to[p], 0) << p;
  }
  expect_shares(found, std::vector<double>(10, .1));
}

Sample told_on_leaving(const World& world, float satisfaction, std::vector<float>& experiences) {
  const Scene scene(world);
  Customer c = scene.born(teller);
  c.mind.satisfaction = satisfaction;
  History history;
  Ledger ledger = scene.ledger();
  Sample messages;
  for (std::int32_t day = 0; day < days; ++day) {
    ledger.clear();
    const Today today = scene.today(day);
    Person<float> person = person_of(c, history, teller, today);
    explain_leaving(person, today, ledger);
    messages.add(static_cast<double>(ledger.outbox.size()));
    for (const Message& m : ledger.outbox) experiences.push_back(m.experience);
  }
  return messages;
}

TEST(Leavers, GoQuietlyUnlessTheScenarioLetsThemSpeak) {
  World world = talking_world();
  std::vector<float> experiences;
  expect_mean(told_on_leaving(world, .5f, experiences), 0, 0);
  world.customer.word_of_mouth.leaving = 2;
  expect_poisson(told_on_leaving(world, .5f, experiences), 2);
  for (const float x : experiences) ASSERT_EQ(x, -.3f) << "they explain themselves";
  experiences.clear();
  expect_poisson(told_on_leaving(world, -.7f, experiences), 2);
  for (const float x : experiences) ASSERT_EQ(x, -.7f) << "or tell what was worse";
}

TEST(WordOfMouth, OfARecoveryHasLuckOfItsOwn) {
  const Scene scene(talking_world());
  Customer c = scene.born(teller);
  History history;
  Ledger close = scene.ledger(), recovery = scene.ledger();
  int alike = 0;
  for (std::int32_t day = 0; day < 1000; ++day) {
    close.clear();
    recovery.clear();
    const Today today = scene.today(day);
    Person<float> person = person_of(c, history, teller, today);
    tell(person, -1, 1, Occasion::close, today, close);
    tell(person, -1, 1, Occasion::recovery, today, recovery);
    alike += close.outbox.size() == recovery.outbox.size();
  }
  EXPECT_LT(alike, 400) << "Poisson 5.55 twice: alike about one day in six";
}

TEST(Reviews, AreWrittenAsOftenAsTheyStir) {
  World w = talking_world();
  w.customer.online_review = defaults<OnlineReviewSettings>();
  w.customer.word_of_mouth.base = w.customer.word_of_mouth.negative = 0;
  const Scene scene(w);
  Customer c = scene.born(teller);
  History history;
  Ledger ledger = scene.ledger();
  Sample stars;
  for (std::int32_t day = 0; day < days; ++day) {
    const Today today = scene.today(day);
    Person<float> person = person_of(c, history, teller, today);
    tell(person, -.5f, 1, Occasion::close, today, ledger);
  }
  for (const PublishedReview& review : ledger.reviews) stars.add(static_cast<double>(review.stars));
  expect_count(static_cast<double>(stars.count()), days, .002 + .09 * .25);
  // 3.3 - 3 * .5 = 1.8 stars with a deviation of .4: at least two above 1.5, three above 2.5.
  expect_mean(stars,
              1 + .5 * std::erfc((1.5 - 1.8) / .4 / std::sqrt(2.0)) +
                  .5 * std::erfc((2.5 - 1.8) / .4 / std::sqrt(2.0)),
              .5);
}

// Listens on one day to an experience, as many people as there are days.
struct Listening {
  double aware = 0, hurried = 0;
  std::vector<double> delay = std::vector<double>(20);
};

Listening heard(const Scene& scene, float experience, std::int32_t consideration,
                int messages = 1) {
  Listening result;
  for (std::int32_t day = 0; day < days; ++day) {
    Customer c = scene.born(teller);
    c.lifecycle = Lifecycle::unaware;
    c.next_contact = never;
    c.next_review = day + consideration;
    History history;
    Ledger ledger = scene.ledger();
    const Today today = scene.today(day);
    Person<float> person = person_of(c, history, teller, today);
    const std::vector<Message> mail(
        static_cast<std::size_t>(messages),
        Message{teller, PersonId(std::size_t{7}), 0, MessageKind::told, experience, 1});
    listen(person, mail, today, ledger);
    store(person, c);
    result.aware += c.is(Fact::knows_firm) && c.lifecycle == Lifecycle::aware;
    if (c.next_review == day + consideration) continue;
    ++result.hurried;
    ++result.delay[static_cast<std::size_t>(c.next_review - day)];
    EXPECT_EQ(history.referrer.value, 7u);
  }
  return result;
}

TEST(Hearing, MakesAware) {
  const Scene scene(talking_world());
  EXPECT_EQ(heard(scene, -1, 400).aware, days);
}

TEST(Hearing, OfGoodThingsBringsConsiderationForward) {
  const Listening result = heard(Scene(talking_world()), .9f, 400);
  expect_count(result.hurried, days, .15);
  expect_shares(result.delay, std::vector<double>(20, 1 / 20.0));
}

TEST(Hearing, DecidesOnceADayHoweverManySaySo) {
  expect_count(heard(Scene(talking_world()), .9f, 400, 5).hurried, days, .15);
}

TEST(Hearing, HurriesNobodyWhoWillConsiderSoonOrHearsLittleGood) {
  const Scene scene(talking_world());
  EXPECT_EQ(heard(scene, .9f, 30).hurried, 0);
  EXPECT_GT(heard(scene, .9f, 31).hurried, 0);
  EXPECT_EQ(heard(scene, .2f, 400).hurried, 0);
  EXPECT_EQ(heard(scene, -.9f, 400).hurried, 0);
}

TEST(Hearing, HurriesNoCustomer) {
  const Scene scene(talking_world());
  for (std::int32_t day = 0; day < 500; ++day) {
    Customer c = scene.born(teller);
    c.lifecycle = day % 2 == 0 ? Lifecycle::active : Lifecycle::considering;
    c.next_review = day + 400;
    History history;
    Ledger ledger = scene.ledger();
    const Today today = scene.today(day);
    Person<float> person = person_of(c, history, teller, today);
    listen(person, {Message{teller, teller, 0, MessageKind::told, .9f, 1}}, today, ledger);
    store(person, c);
    EXPECT_EQ(c.next_review, day + 400);
  }
}

TEST(NeighbourExit, IsFeltByCustomersOnly) {
  const Scene scene(talking_world());
  for (const Lifecycle lifecycle : {Lifecycle::active, Lifecycle::former}) {
    Customer c = scene.born(teller);
    c.lifecycle = lifecycle;
    History history;
    Ledger ledger = scene.ledger();
    const Today today = scene.today(3);
    Person<float> person = person_of(c, history, teller, today);
    const Message exit{teller, PersonId(std::size_t{7}), 0, MessageKind::neighbour_left, 0, 1};
    listen(person, {exit, exit}, today, ledger);
    store(person, c);
    EXPECT_EQ(c.mind.neighbour_exits, lifecycle == Lifecycle::active ? 2 : 0);
    EXPECT_EQ(ledger.tally.company.value(0, CompanySum::messages_heard), 2);
  }
}

TEST(NeighbourExit, IsToldToAllTenLinks) {
  const Scene scene(talking_world());
  Customer c = scene.born(teller);
  History history;
  Ledger ledger = scene.ledger();
  const Today today = scene.today(3);
  Person<float> person = person_of(c, history, teller, today);
  tell_of_leaving(person, today, ledger);
  ASSERT_EQ(ledger.outbox.size(), 10u);
  for (const Message& m : ledger.outbox) {
    EXPECT_EQ(m.kind, MessageKind::neighbour_left);
    EXPECT_EQ(m.sender, teller);
  }
}

}  // namespace
}  // namespace cxsim
