// The small firm with a market and a population: a world without a file, to be changed by a test.
#pragma once

#include <type_traits>

#include "engine/run.hpp"
#include "engine/world.hpp"
#include "support/small_plan.hpp"

namespace cxsim {

// Call `ready` once it is as the test wants it.
inline World small_world(std::int64_t people, std::int64_t days) {
  World w;
  w.simulation = defaults<SimulationSettings>();
  w.simulation.people = people;
  w.simulation.days = days;
  w.simulation.burn_in = 0;
  w.market = defaults<MarketSettings>();
  w.rivals = {defaults<Rival>()};
  for_each_section(w.customer, [](const auto&, auto& section) {
    section = defaults<std::remove_reference_t<decltype(section)>>();
  });
  w.money = defaults<MoneySettings>();
  w.network = defaults<NetworkSettings>();
  w.company = small_plan();
  w.touchpoints = small_firm_touchpoints();
  w.journeys = small_firm_journeys();
  w.segments = {defaults<Segment>()};
  w.segments[0].name = "everybody";
  return w;
}

// Draws the graph and works out what follows from the rest.
inline World ready(World w) {
  for (Segment& segment : w.segments) segment.need_factors.resize(w.journeys.size(), 1.0f);
  const auto graph = build_graph(w.touchpoints, w.journeys);
  if (graph) w.graph = *graph;
  prepare(w);
  return w;
}

inline void silence(World& w) {
  WordOfMouthSettings& talk = w.customer.word_of_mouth;
  talk.base = talk.positive = talk.negative = 0;
  OnlineReviewSettings& stars = w.customer.online_review;
  stars.base = stars.positive = stars.negative = 0;
}

// Nobody meets the firm: no journey arises by itself.
inline void without_needs(World& w) {
  for (Journey& journey : w.journeys) journey.days_between = 0;
}

// Prospects stay prospects.
inline void without_acquisition(World& w) {
  w.customer.acquisition.start_intercept = -20;
  w.customer.acquisition.quality = w.customer.acquisition.reputation = 0;
}

// Customers stay customers.
inline void without_churn(World& w) { w.customer.loyalty.look_base = 0; }

inline std::vector<PersonId> all_people(const World& w) {
  return evenly_spread(w.simulation.people, w.simulation.people);
}

inline RunResult run_observed(const World& w) {
  RunPlan plan;
  plan.observed = plan.people = all_people(w);
  return run(w, 0, plan);
}

inline double sum_of(const Tally& month, SegmentSum sum) {
  double total = 0;
  for (std::size_t s = 0; s < month.segments.rows(); ++s) total += month.segments.value(s, sum);
  return total;
}

inline double sum_of(const Tally& month, TouchpointSum sum) {
  double total = 0;
  for (std::size_t t = 0; t < month.touchpoints.rows(); ++t)
    total += month.touchpoints.value(t, sum);
  return total;
}

inline double sum_of(const Tally& month, CompanySum sum) { return month.company.value(0, sum); }

// Over all months of a run.
template <class Sum>
double sum_of(const RunResult& result, Sum sum) {
  double total = 0;
  for (const Tally& month : result.months) total += sum_of(month, sum);
  return total;
}

}  // namespace cxsim
