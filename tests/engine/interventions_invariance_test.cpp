// What may not matter does not: an intervention that is not done, the arms beside, the order in
// which things are written, and how a run is carried out.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "engine/crew.hpp"
#include "support/arms.hpp"

namespace cxsim {
namespace {

const World& world() {
  static const World w = ready(busy_world(400, 90));
  return w;
}

RunPlan plan(std::size_t chunk_size = 97) {
  RunPlan one = recording_everybody(world());
  one.observed = evenly_spread(40, world().simulation.people);
  one.execution.chunk_size = chunk_size;
  return one;
}

const Numbers& baseline() {
  static const Numbers numbers = flatten(run_under(world(), {}, plan()));
  return numbers;
}

void expect_same(const Numbers& found, const Numbers& expected, const std::string& what) {
  ASSERT_EQ(found.size(), expected.size()) << what;
  for (std::size_t i = 0; i < found.size(); ++i)
    ASSERT_EQ(found[i], expected[i]) << what << ", number " << i;
}

std::vector<Numbers> flattened(const std::vector<RunResult>& results) {
  std::vector<Numbers> numbers;
  for (const RunResult& result : results) numbers.push_back(flatten(result));
  return numbers;
}

// Several kinds, a shock, a redesign, scopes of every sort and something of every timing.
std::vector<Intervention> mixed() {
  std::vector<Intervention> some{from_day(10, for_days(40, lively(kinds::training))),
                                 lively(kinds::technology),
                                 from_day(20, lively(kinds::journey_redesign)),
                                 from_day(5, lively(kinds::care)),
                                 from_day(15, lively(kinds::outage)),
                                 from_day(35, for_days(40, lively(kinds::news))),
                                 from_day(40, lively(kinds::win_back)),
                                 from_day(35, lively(kinds::data_breach))};
  some[0].timing.half_life = 20;
  some[1].scope.touchpoints.add(call);
  some[2].timing.ramp = 50;
  return some;
}

TEST(Invariance, HoldsSomethingToCompare) {
  EXPECT_GT(baseline().size(), 5000u);
  EXPECT_GT(std::count_if(baseline().begin(), baseline().end(), [](double x) { return x != 0; }),
            3000);
  EXPECT_NE(flatten(run_under(world(), mixed(), plan())), baseline());
}

TEST(StrengthZero, IsTheBaselineBitForBit) {
  std::vector<Intervention> together;
  for (const Kind* kind : catalogue()) {
    Intervention one = lively(*kind);
    one.timing.strength = 0;
    one.timing.capex = one.timing.opex = 100;
    together.push_back(one);
    expect_same(flatten(run_under(world(), {one}, plan())), baseline(), one.name);
  }
  expect_same(flatten(run_under(world(), together, plan())), baseline(), "all of them");
}

TEST(BeforeItsStart, EveryKindIsTheBaselineAndDiffersAfterwards) {
  std::vector<Programme> arms;
  for (const Kind* kind : catalogue())
    arms.push_back(programme_of({from_day(60, lively(*kind))}, world()));
  const RunResult plain = run_under(world(), {}, plan());
  const auto results = run_beside(world(), arms, plan());
  for (std::size_t k = 0; k < results.size(); ++k) {
    const std::string name(catalogue()[k]->name);
    for (std::size_t month = 0; month < 3; ++month) {
      Numbers found, expected;
      flatten(results[k].months[month], found);
      flatten(plain.months[month], expected);
      if (month < 2)
        expect_same(found, expected, name);
      else
        EXPECT_NE(found, expected) << name;
    }
  }
}

TEST(BeforeItsStart, AnArmWithSeveralIsTheBaseline) {
  std::vector<Intervention> late = mixed();
  for (Intervention& one : late) one.timing.start += 60;
  const RunResult plain = run_under(world(), {}, plan()), arm = run_under(world(), late, plan());
  for (std::size_t month = 0; month < 2; ++month) {
    Numbers found, expected;
    flatten(arm.months[month], found);
    flatten(plain.months[month], expected);
    expect_same(found, expected, "month " + std::to_string(month));
  }
}

TEST(Names, ChangeNothing) {
  std::vector<Intervention> renamed = mixed();
  for (std::size_t k = 0; k < renamed.size(); ++k)
    renamed[k] = named("x" + std::to_string(9 - k), renamed[k]);
  expect_same(flatten(run_under(world(), renamed, plan())),
              flatten(run_under(world(), mixed(), plan())), "renamed");
}

// Of different kinds: the catalogue orders them.
TEST(OrderOfWriting, ChangesNothing) {
  const Numbers expected = flatten(run_under(world(), mixed(), plan()));
  std::vector<Intervention> backwards = mixed();
  std::reverse(backwards.begin(), backwards.end());
  expect_same(flatten(run_under(world(), backwards, plan())), expected, "backwards");
  std::rotate(backwards.begin(), backwards.begin() + 3, backwards.end());
  expect_same(flatten(run_under(world(), backwards, plan())), expected, "rotated");
}

TEST(ArmsBeside, ChangeNothing) {
  const auto arm = [](std::vector<Intervention> some) {
    return programme_of(std::move(some), world());
  };
  const auto price = [&] { return arm({lively(kinds::price)}); };
  const auto breach = [&] { return arm({from_day(30, lively(kinds::data_breach))}); };
  const auto all =
      flattened(run_beside(world(), {arm({}), arm(mixed()), price(), breach()}, plan()));
  const auto others = flattened(run_beside(world(), {breach(), price(), arm(mixed())}, plan()));
  expect_same(all[0], baseline(), "baseline beside others");
  expect_same(all[1], flatten(run_under(world(), mixed(), plan())), "alone");
  expect_same(all[1], others[2], "in another order");
  expect_same(all[2], others[1], "in another order");
  expect_same(all[3], others[0], "in another order");
  EXPECT_NE(all[2], all[3]);
}

TEST(ArmsOfOneBurnIn, KnowNoThreadsAndNoChunks) {
  const auto arms = [](std::size_t chunk_size) {
    std::vector<Programme> three;
    three.push_back(programme_of({}, world()));
    three.push_back(programme_of(mixed(), world()));
    three.push_back(programme_of({lively(kinds::rival), lively(kinds::demand_surge)}, world()));
    return flattened(run_beside(world(), three, plan(chunk_size)));
  };
  const auto expected = arms(97);
  for (const int threads : {1, 4})
    for (const std::size_t chunk_size : {1u, 7u, 4096u}) {
      const Crew crew(threads);
      const auto found = arms(chunk_size);
      for (std::size_t a = 0; a < 3; ++a)
        expect_same(found[a], expected[a],
                    "arm " + std::to_string(a) + ", chunks of " + std::to_string(chunk_size));
    }
}

// Common random numbers: what one shock does to whom does not hang on another of the same day.
TEST(Happenings, OfOneDayKeepTheirLuckApart) {
  const auto reached = [](std::vector<Intervention> some) {
    std::vector<std::uint32_t> people;
    RunPlan all = plan();
    all.observed = all_people(world());
    for (const LifeEvent& e : run_under(world(), std::move(some), all).events)
      if (e.kind == LifeEventKind::reached && e.amount < 0) people.push_back(e.person.value);
    return people;
  };
  const Intervention news = from_day(5, lively(kinds::news));
  const auto alone = reached({news});
  EXPECT_GT(alone.size(), 50u);
  EXPECT_EQ(reached({news, from_day(5, lively(kinds::data_breach))}), alone);
}

}  // namespace
}  // namespace cxsim
