#include <gtest/gtest.h>

#include "support/frozen.hpp"

namespace cxsim {
namespace {

World returning_world(float offers) {
  World w = small_world(1500, 720);
  silence(w);
  without_needs(w);
  freeze_feelings(w);
  w.segments[0].initial_share = 1;
  w.segments[0].inertia_sd = 0;
  w.segments[0].founding_inertia = 0;
  w.customer.loyalty.look_base = .4f;
  w.customer.acquisition.start_intercept = 20;
  w.customer.acquisition.former_buy_threshold = -2;
  w.money.share_of_wallet = 0;
  w.company.policy.win_back_offers = offers;
  return w;
}

TEST(WinBackOffers, BringMoreCustomersBack) {
  const RunResult without = run(ready(returning_world(0)), 0, {});
  const RunResult with = run(ready(returning_world(1)), 0, {});
  EXPECT_GT(sum_of(without, SegmentSum::won_back), 100);
  EXPECT_GT(sum_of(with, SegmentSum::won_back), 1.5 * sum_of(without, SegmentSum::won_back));
}

TEST(WinBackOffers, AreConsideredAfterTheirDelay) {
  World w = returning_world(1);
  w.company.policy.win_back_delay = 45;
  const RunResult result = run_observed(ready(w));
  std::vector<std::int32_t> left(1500, -1);
  int considered = 0;
  for (const LifeEvent& e : result.events) {
    std::int32_t& day = left[e.person.index()];
    if (e.kind == LifeEventKind::left) day = e.day;
    if (e.kind != LifeEventKind::considered || day < 0) continue;
    EXPECT_EQ(e.day, day + 45);
    day = -1;
    ++considered;
  }
  EXPECT_GT(considered, 500);
}

// Follows each payment: who took the offer pays 20% less for 180 days, then the full price. Who
// declined it and comes back by themselves, months later, has none.
TEST(WinBackOffers, CutThePriceForTheirTime) {
  const World w = ready(returning_world(1));
  Simulation simulation(w, 0);
  int cut = 0, full = 0;
  for (std::int32_t day = 0; day < 720; ++day) {
    const Chunk& chunk = simulation.chunks()[0];
    std::vector<Customer> before;
    std::vector<std::int32_t> left;
    for (std::size_t i = 0; i < chunk.size(); ++i) {
      before.push_back(chunk.customer(i));
      left.push_back(chunk.history(i).last_churn());
    }
    simulation.pass_day();
    for (std::size_t i = 0; i < chunk.size(); ++i) {
      const Customer& was = before[i];
      const float paid = chunk.customer(i).revenue - was.revenue;
      if (paid <= 0) continue;
      const float value =
          w.trait_tables[0].of(Trait::value, was.traits[static_cast<std::size_t>(Trait::value)]);
      const bool took_offer = left[i] >= 0 && was.joined - left[i] < 100;
      const bool has_offer = took_offer && day - was.joined <= 180;
      ASSERT_NEAR(paid / (30 * value), has_offer ? .8 : 1, 1e-3) << i << " on " << day;
      ++(has_offer ? cut : full);
    }
  }
  EXPECT_GT(cut, 1000);
  EXPECT_GT(full, 1000);
}

TEST(WinBackOffers, ShowInRevenue) {
  World w = returning_world(1);
  w.segments[0].value_mean = w.segments[0].value_sd = 0;
  w.company.policy.win_back_duration = 3650;
  const RunResult result = run(ready(w), 0, {});
  EXPECT_NEAR(sum_of(result.months[0], SegmentSum::revenue), 1500 * 30, .01)
      << "everybody pays once in the first month";
  const Tally& last = result.months.back();
  EXPECT_LT(sum_of(last, SegmentSum::revenue), .97 * 30 * sum_of(last, SegmentSum::active));
}

}  // namespace
}  // namespace cxsim
