// Customer by customer: what each recorded person did in one arm and would have done in another.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/json_values.hpp"
#include "analysis/report/monthly.hpp"
#include "analysis/statistics/paired.hpp"

namespace cxsim {

// A customer when results begin leaves or not, anybody else buys or not, in either arm. Who leaves
// and comes back has left.
enum class Fate : unsigned char {
  stays,  // in both
  kept,   // leaves without the arm, stays with it: persuadable
  lost,   // stays without the arm, leaves with it: harmed
  leaves,
  buys,    // in both
  won,     // buys only with the arm
  missed,  // buys only without the arm
  outside,
  count
};

inline constexpr std::size_t fate_count = static_cast<std::size_t>(Fate::count);

// Some of the recorded people of one replication, or the mean over replications.
struct PeopleGroup {
  std::string name;
  std::array<double, fate_count> people{};
  double times_churned = 0, customers_at_end = 0, lifetime_profit = 0;  // sums of differences
  double scored = 0;                  // customers at the end in both
  double recommend_score = 0;         // sum of their differences
  PairedDifference net_kept, profit;  // kept less lost; mean difference a person: over replications

  double of(Fate fate) const { return people[static_cast<std::size_t>(fate)]; }
};

double size_of(const PeopleGroup& group);
double customers_at_start(const PeopleGroup& group);

struct Individuals {
  std::string arm, against, currency;
  std::size_t recorded = 0, population = 0, replications = 0;  // those in which both arms ended
  std::vector<PeopleGroup> groups;   // means over replications: everybody, segments, value tiers
  PairedDifference won_less_missed;  // of everybody, over replications
};

// Throws RecordingError where the file has no such people.
Individuals read_individuals(const NetcdfReader& reader, const MonthlyResults& results,
                             std::size_t arm, std::size_t against);

std::string to_text(const Individuals& individuals);
Json json_of(const Individuals& individuals);

}  // namespace cxsim
