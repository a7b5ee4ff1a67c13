#include "population/trait_tables.hpp"

namespace cxsim {
namespace {

std::array<TraitSpread, trait_count> spreads_of(const Segment& s) {
  return {{{s.reactivity_mean, s.reactivity_sd},
           {s.price_sensitivity_mean, s.price_sensitivity_sd},
           {s.inertia_mean, s.inertia_sd},
           {s.value_mean, s.value_sd},
           {s.demand_mean, s.demand_sd},
           {s.talkativeness_mean, s.talkativeness_sd}}};
}

}  // namespace

TraitTables::TraitTables(const Segment& segment) {
  const auto spreads = spreads_of(segment);
  for (std::size_t trait = 0; trait < trait_count; ++trait)
    for (int step = 0; step < trait_steps; ++step) {
      const float value = spreads[trait].mean + spreads[trait].sd * trait_z(step);
      const bool linear = static_cast<Trait>(trait) == Trait::inertia;
      values_[trait][static_cast<std::size_t>(step)] = linear ? value : exp(value);
    }
}

Traits<float> traits_of(const Customer& customer, const TraitTables& tables, const Segment& segment,
                        float privacy) {
  const auto of = [&](Trait trait) {
    return tables.of(trait, customer.traits[static_cast<std::size_t>(trait)]);
  };
  const float founding = customer.is(Fact::founding) ? segment.founding_inertia : 0.0f;
  return {of(Trait::reactivity),
          of(Trait::price_sensitivity),
          of(Trait::inertia) + founding,
          of(Trait::value),
          of(Trait::demand),
          of(Trait::talkativeness),
          privacy};
}

}  // namespace cxsim
