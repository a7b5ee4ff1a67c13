// People in whatever state live the same day, bit for bit, side by side as one at a time.
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <set>

#include "determinism/random_people.hpp"
#include "engine/simulation.hpp"
#include "scenario/scenario.hpp"
#include "support/flatten.hpp"

namespace cxsim {
namespace {

constexpr StreamKey key{4711, 3};

Scenario scenario_of(const std::string& path, const std::vector<std::string>& overrides) {
  auto read = read_scenario(CXSIM_SOURCE_DIR + path, overrides);
  if (read) return std::move(*read);
  for (const Problem& problem : read.problems()) ADD_FAILURE() << to_text(problem);
  return {};
}

// Three segments, ways that follow feelings, and arms that only some people meet.
const Scenario& bank() {
  static const Scenario scenario = scenario_of(
      "/tests/determinism/confined.toml",
      {"simulation.people=1403", "company.technology=0.4", "company.personalisation=0.6"});
  return scenario;
}

const Scenario& broadband() {
  static const Scenario scenario =
      scenario_of("/scenarios/bases/broadband.toml",
                  {"simulation.people=1100", "company.care=0.5", "company.care_for=\"random\""});
  return scenario;
}

// A day of a firm under an arm, as the people of the day find it.
class Day {
 public:
  Day(const Scenario& scenario, std::size_t arm, std::int32_t day_of_results)
      : before_(scenario.world),
        now_(before_),
        programme_(scenario.arms[arm].programme),
        day_(static_cast<std::int32_t>(before_.simulation.burn_in) + day_of_results),
        network_(now_.network, static_cast<std::uint32_t>(now_.simulation.people), key),
        state_(seasoned(before_)) {
    programme_.arrange({day_of_results, before_}, now_);
    Levers levers = levers_on(day_, now_.company);
    plans_ = programme_.act(day_of_results, levers);
    offer_ = begin_day(levers, now_.company, now_.touchpoints, now_.money.bot_cost, state_);
  }
  Day(const Day&) = delete;
  Day& operator=(const Day&) = delete;

  const World& world() const { return now_; }
  std::int32_t day() const { return day_; }
  const std::vector<Happening>& happenings() const { return plans_.happenings; }

  Today at(float time) const {
    return {now_,
            offer_,
            offer_.root_cause_levels,
            network_,
            key,
            day_,
            time,
            market_expectation_at(time, now_.market),
            state_.reputation.level,
            1.0f - state_.unaware_of_advertising,
            &programme_,
            &plans_};
  }

 private:
  // A firm that has worked for two months, with queues and tempers.
  static CompanyState seasoned(const World& w) {
    Simulation simulation(w, 0, {4096, &scalar_kernels()});
    for (int day = 0; day < 60; ++day) simulation.pass_day();
    return simulation.company();
  }

  const World& before_;
  World now_;
  const Programme& programme_;
  std::int32_t day_;
  Network network_;
  CompanyState state_;
  CompanyToday offer_;
  ProgrammeDay plans_;
};

// Everybody there is, and what they have been told.
struct Crowd {
  std::vector<Customer> customers;
  std::vector<History> histories;
  std::vector<std::uint16_t> due;
  std::vector<Message> mail;
  std::vector<PersonId> observed;
};

void note_due(Crowd& crowd) {
  for (std::size_t i = 0; i < crowd.due.size(); ++i)
    crowd.due[i] =
        static_cast<std::uint16_t>(std::min(crowd.customers[i].next_due(), last_searchable_day));
}

enum class Watched { nobody, some };

Crowd random_crowd(const Day& day, std::uint64_t seed, Watched watched) {
  RandomPeople draw(day.world(), day.day(), seed);
  Crowd crowd;
  const auto people = static_cast<std::size_t>(day.world().simulation.people);
  for (std::size_t i = 0; i < people; ++i) {
    crowd.customers.push_back(draw.customer());
    crowd.histories.push_back(draw.history());
    if (i % 2 == 0) crowd.mail.push_back(draw.message(static_cast<std::uint16_t>(i)));
    if (i % 20 == 0 && watched == Watched::some) crowd.observed.push_back(draw.person());
  }
  crowd.due.resize(people);
  note_due(crowd);
  return crowd;
}

// Where chunks end: all in one, or in pieces of many sizes.
std::vector<std::size_t> ends_of_chunks(std::size_t people, std::uint64_t seed) {
  std::vector<std::size_t> ends;
  Dice dice(seed);
  std::size_t end = 0;
  while (seed != 0 && (end += 1 + dice.below(dice.happens(.5) ? 20 : 300)) < people)
    ends.push_back(end);
  ends.push_back(people);
  return ends;
}

// One day of everybody, from the morning's news to the census at midnight.
Ledger live(Crowd& crowd, const Day& day, const Kernels& kernels, std::uint64_t chunks_seed) {
  Ledger ledger(shape_of(day.world()));
  const Today noon = day.at(static_cast<float>(day.day()) + .5f);
  const Today midnight = day.at(static_cast<float>(day.day()) + 1.0f);
  std::size_t from = 0;
  for (const std::size_t to : ends_of_chunks(crowd.customers.size(), chunks_seed)) {
    const std::vector<Customer> customers(
        crowd.customers.begin() + static_cast<std::ptrdiff_t>(from),
        crowd.customers.begin() + static_cast<std::ptrdiff_t>(to));
    const std::vector<std::uint16_t> due(crowd.due.begin() + static_cast<std::ptrdiff_t>(from),
                                         crowd.due.begin() + static_cast<std::ptrdiff_t>(to));
    Chunk chunk(PersonId(from), std::span(crowd.customers).subspan(from, to - from),
                std::span(crowd.histories).subspan(from, to - from),
                std::span(crowd.due).subspan(from, to - from), kernels, day.world(), key);
    std::copy(customers.begin(), customers.end(),
              crowd.customers.begin() + static_cast<std::ptrdiff_t>(from));
    std::copy(due.begin(), due.end(), crowd.due.begin() + static_cast<std::ptrdiff_t>(from));
    std::vector<Message> mail;
    for (const Message& message : crowd.mail)
      if (message.receiver.index() >= from && message.receiver.index() < to)
        mail.push_back(message);
    for (const PersonId person : crowd.observed)
      if (person.index() >= from && person.index() < to) chunk.observe(person);

    for (const Happening& happening : day.happenings()) chunk.meet(happening, noon, ledger);
    chunk.hear(mail, noon, ledger);
    chunk.act(noon, ledger);
    chunk.take_census(midnight, ledger);
    from = to;
  }
  return ledger;
}

using Words = CustomerWords<float>;

void expect_same_people(const Crowd& found, const Crowd& expected) {
  for (std::size_t i = 0; i < expected.customers.size(); ++i) {
    const auto ours = std::bit_cast<Words>(found.customers[i]);
    const auto theirs = std::bit_cast<Words>(expected.customers[i]);
    for (std::size_t k = 0; k < ours.size(); ++k)
      ASSERT_EQ(ours[k], theirs[k]) << "word " << k << " of " << i;
    const History &h = found.histories[i], &other = expected.histories[i];
    ASSERT_EQ(h.referral_value, other.referral_value) << i;
    ASSERT_EQ(h.satisfaction_before, other.satisfaction_before) << i;
    ASSERT_EQ(h.last_churn(), other.last_churn()) << i;
    ASSERT_EQ(h.first_churn(), other.first_churn()) << i;
    ASSERT_EQ(h.first_joined(), other.first_joined()) << i;
    ASSERT_EQ(h.last_praise(), other.last_praise()) << i;
    ASSERT_EQ(h.referrer, other.referrer) << i;
    ASSERT_EQ(h.times_churned(), other.times_churned()) << i;
    ASSERT_EQ(h.cause(), other.cause()) << i;
    ASSERT_EQ(found.due[i], expected.due[i]) << i;
  }
}

auto all_of(const Message& m) {
  return std::tuple(m.receiver, m.sender, m.sequence, m.kind, m.experience, m.weight);
}
auto all_of(const PublishedReview& r) { return std::tuple(r.author, r.occasion, r.stars); }

// What was sent or published, in whatever order.
template <class Deed>
auto sorted(const std::vector<Deed>& deeds) {
  std::vector<decltype(all_of(deeds[0]))> all;
  for (const Deed& deed : deeds) all.push_back(all_of(deed));
  std::sort(all.begin(), all.end());
  return all;
}

Numbers events_of(const Ledger& ledger) {
  std::vector<LifeEvent> events = ledger.events;
  std::stable_sort(events.begin(), events.end(), told_before);
  Numbers numbers;
  for (const LifeEvent& event : events) flatten(event, numbers);
  return numbers;
}

Numbers sums_of(const Ledger& ledger) {
  Numbers numbers{static_cast<double>(ledger.bad_episodes), static_cast<double>(ledger.heard)};
  for (const FixedSum& minutes : ledger.minutes) numbers.push_back(minutes.value());
  flatten(ledger.tally, numbers);
  return numbers;
}

void expect_same_books(const Ledger& found, const Ledger& expected) {
  EXPECT_EQ(sums_of(found), sums_of(expected));
  EXPECT_TRUE(sorted(found.outbox) == sorted(expected.outbox));
  EXPECT_TRUE(sorted(found.reviews) == sorted(expected.reviews));
  EXPECT_EQ(events_of(found), events_of(expected));
}

void expect_one_life(const Day& day, std::uint64_t seed, Watched watched) {
  const Crowd morning = random_crowd(day, seed, watched);
  Crowd alone = morning;
  const Ledger expected = live(alone, day, scalar_kernels(), 0);
  for (const Kernels* kernels : available_kernels())
    for (const std::uint64_t chunks_seed : {std::uint64_t{0}, seed}) {
      SCOPED_TRACE(testing::Message() << kernels->name << " on day " << day.day() << " of seed "
                                      << seed << (chunks_seed == 0 ? "" : " in pieces"));
      Crowd together = morning;
      const Ledger found = live(together, day, *kernels, chunks_seed);
      expect_same_people(together, alone);
      expect_same_books(found, expected);
      if (testing::Test::HasFailure()) return;
    }
}

// The days of the news, the breach and the campaign, others while the redesign spreads, and one
// beyond the last that can be searched for.
constexpr std::initializer_list<std::int32_t> days_of_results{3, 20, 30, 40, 75, 70001};

TEST(Lives, AreTheSameSideBySideInEveryArm) {
  for (std::size_t arm = 0; arm < bank().arms.size(); ++arm)
    for (const std::int32_t day_of_results : days_of_results) {
      const Day day(bank(), arm, day_of_results);
      SCOPED_TRACE(bank().arms[arm].name);
      for (const std::uint64_t seed : {1u, 2u, 3u}) expect_one_life(day, seed, Watched::nobody);
      expect_one_life(day, 4, Watched::some);
      if (HasFailure()) return;
    }
}

TEST(Lives, AreTheSameSideBySideWithoutArms) {
  for (const std::int32_t day_of_results : {0, 100, 1000}) {
    const Day day(broadband(), 0, day_of_results);
    for (std::uint64_t seed = 10; seed < 20; ++seed) expect_one_life(day, seed, Watched::nobody);
    expect_one_life(day, 20, Watched::some);
    if (HasFailure()) return;
  }
}

TEST(Lives, AreBornTheSameSideBySide) {
  for (const Scenario* scenario : {&bank(), &broadband()}) {
    const auto people = static_cast<std::size_t>(scenario->world.simulation.people);
    const auto born = [&](const Kernels& kernels) {
      Crowd crowd{std::vector<Customer>(people),
                  std::vector<History>(people),
                  std::vector<std::uint16_t>(people),
                  {},
                  {}};
      const Chunk chunk(PersonId(std::size_t{0}), crowd.customers, crowd.histories, crowd.due,
                        kernels, scenario->world, key);
      return crowd;
    };
    const Crowd alone = born(scalar_kernels());
    for (const Kernels* kernels : available_kernels()) {
      SCOPED_TRACE(kernels->name);
      Crowd together = born(*kernels);
      expect_same_people(together, alone);
      note_due(together);
      EXPECT_EQ(together.due, alone.due);
    }
  }
}

// Whoever has lived is due when they say so, as far as can be kept.
TEST(Lives, KeepTheDatesOfTheirPeople) {
  const Day day(bank(), 3, 30);
  for (const Kernels* kernels : available_kernels()) {
    Crowd crowd = random_crowd(day, 5, Watched::nobody);
    live(crowd, day, *kernels, 5);
    Crowd expected = crowd;
    note_due(expected);
    EXPECT_EQ(crowd.due, expected.due) << kernels->name;
    for (const Customer& c : crowd.customers) ASSERT_GT(c.next_due(), day.day()) << kernels->name;
  }
}

// So that the tests above compare something: every kind of thing happens on such a day.
TEST(Lives, HoldEveryKindOfEvent) {
  std::set<LifeEventKind> kinds;
  std::set<CauseOfLeaving> causes;
  for (const std::int32_t day_of_results : days_of_results) {
    const Day day(bank(), 3, day_of_results);
    Crowd crowd = random_crowd(day, 6, Watched::nobody);
    for (std::size_t i = 0; i < crowd.customers.size(); ++i) crowd.observed.emplace_back(i);
    for (const LifeEvent& event : live(crowd, day, scalar_kernels(), 0).events) {
      kinds.insert(event.kind);
      if (event.kind == LifeEventKind::left) causes.insert(event.cause);
    }
  }
  for (int kind = 0; kind <= static_cast<int>(LifeEventKind::reached); ++kind)
    EXPECT_TRUE(kinds.contains(static_cast<LifeEventKind>(kind))) << kind;
  EXPECT_GE(causes.size(), 3u);
}

}  // namespace
}  // namespace cxsim
