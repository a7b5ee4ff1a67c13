// Nobody, no message and no money is lost, whatever happens.
#include <gtest/gtest.h>

#include "support/arms.hpp"

namespace cxsim {
namespace {

constexpr int people = 800;

// Everything of the catalogue at once, spread over half a year.
std::vector<Intervention> everything() {
  std::vector<Intervention> all;
  for (std::size_t k = 0; k < catalogue().size(); ++k) {
    all.push_back(from_day(static_cast<std::int64_t>(5 * k), lively(*catalogue()[k])));
    all.back().timing.capex = 100;
    all.back().timing.opex = 1;
  }
  for (Intervention& one : all)
    if (one.kind == &kinds::news || one.kind == &kinds::demand_surge) one.timing.duration = 60;
  return all;
}

const World& world() {
  static const World w = ready(busy_world(people, 210));
  return w;
}

const RunResult& eventful() {
  static const RunResult result = run_under(world(), everything(), recording_everybody(world()));
  return result;
}

TEST(EventfulYear, AccountsForEverybodyEveryMonth) {
  for (const Tally& month : eventful().months) {
    double total = 0;
    for (const SegmentSum state : {SegmentSum::unaware, SegmentSum::aware, SegmentSum::considering,
                                   SegmentSum::active, SegmentSum::former})
      total += sum_of(month, state);
    EXPECT_EQ(total, people);
    EXPECT_EQ(sum_of(month, SegmentSum::promoters) + sum_of(month, SegmentSum::passives) +
                  sum_of(month, SegmentSum::detractors),
              sum_of(month, SegmentSum::active));
  }
}

TEST(EventfulYear, AccountsForCustomersFromMonthToMonth) {
  const auto& months = eventful().months;
  double won_back = 0;
  for (std::size_t m = 1; m < months.size(); ++m) {
    EXPECT_EQ(sum_of(months[m], SegmentSum::active), sum_of(months[m - 1], SegmentSum::active) +
                                                         sum_of(months[m], SegmentSum::acquired) -
                                                         sum_of(months[m], SegmentSum::churned));
    won_back += sum_of(months[m], SegmentSum::won_back);
  }
  EXPECT_GT(won_back, 0);
}

TEST(EventfulYear, CountsContactsOnce) {
  double by_people = 0, reasons = 0;
  for (const PersonRecord& record : eventful().people) by_people += record.contacts;
  double before = 0;  // those of the burn-in, which records include
  {
    Simulation burn_in(world(), 0);
    for (int day = 0; day < 40; ++day) burn_in.pass_day();
    before = sum_of(burn_in.close_month(), TouchpointSum::contacts);
  }
  EXPECT_EQ(sum_of(eventful(), TouchpointSum::contacts), by_people - before);
  for (const Tally& month : eventful().months)
    for (std::size_t t = 0; t < month.touchpoints.rows(); ++t)
      for (std::size_t u = 0; u <= month.touchpoints.rows(); ++u)
        reasons += static_cast<double>(month.upstream_touchpoints.value(t, u));
  EXPECT_EQ(reasons, sum_of(eventful(), TouchpointSum::contacts));
}

TEST(EventfulYear, HearsEveryMessageTheNextDay) {
  const Programme programme = programme_of(everything(), world());
  Simulation simulation(world(), 0, {100});
  for (int day = 0; day < 40; ++day) simulation.pass_day();
  simulation.close_month();
  simulation.follow(programme);
  double sent_before = -1, total = 0;
  for (int day = 0; day < 170; ++day) {
    simulation.pass_day();
    const Tally today = simulation.close_month();
    if (sent_before >= 0) {
      EXPECT_EQ(sum_of(today, CompanySum::messages_heard), sent_before) << day;
    }
    sent_before = sum_of(today, CompanySum::messages_sent);
    total += sent_before;
  }
  EXPECT_GT(total, 1000);
}

// Money by person is kept in floats: each payment may round by half a unit in the last place.
TEST(EventfulYear, AccountsForMoney) {
  World w = world();
  w.simulation.burn_in = 0;
  w.company.slides_from = 0;
  const Programme programme = programme_of(everything(), w);
  Simulation simulation(w, 0);
  simulation.follow(programme);
  for (int day = 0; day < 210; ++day) simulation.pass_day();
  double revenue = 0, cost = 0, costs = 0;
  for (const Chunk& chunk : simulation.chunks())
    for (std::size_t i = 0; i < chunk.size(); ++i) {
      revenue += static_cast<double>(chunk.customer(i).revenue);
      cost += static_cast<double>(chunk.customer(i).cost);
    }
  const Tally all = simulation.close_month();
  for (const SegmentSum part :
       {SegmentSum::contact_cost, SegmentSum::recovery_cost, SegmentSum::care_cost,
        SegmentSum::acquisition_cost, SegmentSum::programme_cost, SegmentSum::benefit_cost})
    costs += sum_of(all, part);
  EXPECT_GT(sum_of(all, SegmentSum::benefit_cost), 100);
  EXPECT_NEAR(sum_of(all, SegmentSum::revenue), revenue, 1e-6 * revenue);
  EXPECT_NEAR(costs, cost, 1e-6 * cost);
}

TEST(EventfulYear, CostsWhatTheInterventionsCost) {
  double expected = 0;
  for (const Intervention& one : everything())
    for (std::int64_t day = 0; day < 210; ++day) expected += cost_on(one.timing, day);
  EXPECT_NEAR(sum_of(eventful(), CompanySum::intervention_cost), expected, 1e-6);
}

}  // namespace
}  // namespace cxsim
