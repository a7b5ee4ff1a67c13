// What more of an intervention's number does: the measure it moves first, and which way.
// Every handle and every parameter of the catalogue has a sign here; a new one needs one.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "support/arms.hpp"

namespace cxsim {

enum class Trend { up, down };

struct Sign {
  const Kind& kind;
  std::string_view key;          // of a handle or a parameter
  std::array<float, 5> amounts;  // from less to more, as a scenario would write them
  Trend trend;                   // of the measure, at each step from less to more
  double (*measure)(const RunResult& result);
  void (*world)(World& w) = nullptr;        // what must hold so that it shows
  void (*beside)(Intervention&) = nullptr;  // what else the intervention does
};

using Signs = std::vector<Sign>;

Signs signs_of_what_customers_meet();
Signs signs_of_how_the_firm_works();
Signs signs_of_what_it_gives_and_asks();
Signs signs_of_what_befalls_it();
Signs signs_of_the_bundle();

}  // namespace cxsim
