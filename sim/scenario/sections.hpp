// Where every section of single settings stands in a scenario, and which member it fills.
#pragma once

#include <string>

#include "engine/world.hpp"

namespace cxsim {

// Calls visit(path, section) for each; several sections may share one path, as in [company].
template <class AnyWorld, class Visit>
void for_each_single_section(AnyWorld& world, Visit visit) {
  visit(std::string("simulation"), world.simulation);
  visit(std::string("market"), world.market);
  visit(std::string("network"), world.network);
  visit(std::string("money"), world.money);
  visit(std::string("company"), world.company.maturity);
  visit(std::string("company"), world.company.chosen);
  visit(std::string("company"), world.company.policy);
  visit(std::string("company.concert"), world.company.concert);
  visit(std::string("company.queue"), world.company.queue);
  visit(std::string("company.morale"), world.company.morale);
  visit(std::string("company.outer_loop"), world.company.outer_loop);
  visit(std::string("company.delivery"), world.company.delivery);
  for_each_section(world.customer, [&](const char* name, auto& section) {
    visit("customer." + std::string(name), section);
  });
}

}  // namespace cxsim
