// One person on one day, outside any run: a rule of a day's life can be tried as often as needed.
#pragma once

#include <utility>

#include "engine/hear.hpp"
#include "engine/simulation.hpp"
#include "support/small_world.hpp"

namespace cxsim {

class Scene {
 public:
  explicit Scene(World w)
      : world_(ready(std::move(w))),
        network_(world_.network, static_cast<std::uint32_t>(world_.simulation.people), key_),
        state_(open_company(world_.company, world_.customer.online_review)),
        company_(begin_day(0, world_.company, world_.touchpoints, world_.money.bot_cost, state_)) {}

  const World& world() const { return world_; }
  const Network& network() const { return network_; }
  StreamKey key() const { return key_; }
  Ledger ledger() const { return Ledger(shape_of(world_)); }

  Today today(std::int32_t day) const {
    const float noon = static_cast<float>(day) + .5f;
    return {world_,
            company_,
            state_.root_cause_levels,
            network_,
            key_,
            day,
            noon,
            market_expectation_at(noon, world_.market),
            state_.reputation.level,
            0};
  }

  Customer born(PersonId person) const {
    const BirthSettings settings{world_.customer.loyalty.period,
                                 world_.customer.acquisition.first_consideration};
    return be_born(person, world_.segments[0], settings, key_);
  }

 private:
  World world_;
  StreamKey key_{2024, 0};
  Network network_;
  CompanyState state_;
  CompanyToday company_;
};

}  // namespace cxsim
