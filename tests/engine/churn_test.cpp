// Where feelings are frozen, staying and leaving have closed forms.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "support/chance.hpp"
#include "support/frozen.hpp"

namespace cxsim {
namespace {

constexpr int people = 20000;
constexpr double looking = .5;

double sigmoid(double y) { return 1 / (1 + std::exp(-y)); }

// Mean of f(z) over a standard normal z, by the trapezium rule.
double over_normal(const std::function<double(double)>& f) {
  double sum = 0;
  for (int k = -800; k <= 800; ++k) {
    const double z = k / 100.0;
    sum += std::exp(-z * z / 2) * f(z);
  }
  return sum / std::sqrt(2 * std::acos(-1.0)) / 100;
}

void expect_survival(const World& w, const std::function<double(int)>& share_left) {
  const RunResult result = run(ready(w), 0, {});
  for (std::size_t month = 0; month < result.months.size(); ++month)
    expect_count(sum_of(result.months[month], SegmentSum::active), people,
                 share_left(static_cast<int>(month) + 1));
}

TEST(Survival, AtOneInertiaIsGeometric) {
  for (const double inertia : {.4, 2.0}) {
    const double hazard = looking * sigmoid(-inertia);
    expect_survival(leaving_world(people, 18, static_cast<float>(inertia), 0),
                    [&](int month) { return std::pow(1 - hazard, month); });
  }
}

// Who can leave does, and those who stay are ever harder to lose: a mixture over inertia.
TEST(Survival, OverASpreadOfInertiaIsTheMixture) {
  expect_survival(leaving_world(people, 24, .9f, 1.4f), [](int month) {
    return over_normal(
        [&](double z) { return std::pow(1 - looking * sigmoid(-(.9 + 1.4 * z)), month); });
  });
}

// k rivals, each worth the firm, add up to ln k.
TEST(Survival, AmongSeveralRivalsFollowsTheirLogSum) {
  for (const int rivals : {2, 3}) {
    World w = leaving_world(people, 6, 1, 0);
    w.rivals.assign(static_cast<std::size_t>(rivals), defaults<Rival>());
    const double hazard = looking * sigmoid(std::log(rivals) - 1);
    expect_survival(w, [&](int month) { return std::pow(1 - hazard, month); });
  }
}

TEST(Survival, OfFoundingCustomersCountsTheirInertia) {
  World w = leaving_world(people, 6, .4f, 0);
  w.segments[0].founding_inertia = .6f;
  const double hazard = looking * sigmoid(-1);
  expect_survival(w, [&](int month) { return std::pow(1 - hazard, month); });
}

TEST(Survival, FallsWithAHigherPriceByPriceSensitivity) {
  World w = leaving_world(people, 6, 1, 0);
  w.customer.preference.price = 3;
  w.segments[0].price = 1.2f;
  w.segments[0].price_sensitivity_sd = 0;
  const double hazard = looking * sigmoid(3 * std::log(1.2) - 1);
  expect_survival(w, [&](int month) { return std::pow(1 - hazard, month); });
}

// A leaver's ten neighbours look more: with the whole effect of one fresh exit, and never less.
TEST(Survival, SuffersFromNeighboursWhoLeave) {
  World alone = leaving_world(people, 3, .4f, 0), together = alone;
  together.customer.loyalty.look_neighbours = .8f;
  const RunResult by_chance = run(ready(alone), 0, {}), by_example = run(ready(together), 0, {});
  EXPECT_LT(sum_of(by_example.months.back(), SegmentSum::active),
            .9 * sum_of(by_chance.months.back(), SegmentSum::active));
}

}  // namespace
}  // namespace cxsim
