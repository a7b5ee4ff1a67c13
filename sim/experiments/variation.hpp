// One setting that a sweep varies, and how.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/distribution.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

struct Variation {
  std::string key;  // in full, as --set takes it
  Distribution distribution;
  std::size_t levels = 5;               // in designs that use levels
  bool has_levels = false;              // they were asked for
  std::string unit = {}, meaning = {};  // of the setting, where the reference knows them
  double fallback = std::numeric_limits<double>::quiet_NaN();  // what it is where nothing sets it
};

// What `--vary` says: key=lo:hi, key=lo:hi:n, key=lo:hi:log, key=lo:hi:int, in any order after the
// ends; key=a,b,c; or a key alone, which takes its distribution from the scenario's [uncertainty]
// or, as an assumption, by default.
Result<Variation> read_variation(std::string_view vary, const Scenario& base);

Variation variation_of(const UncertainSetting& setting);

// Fills in what the reference says of the key in this scenario. A sweep does so for all of its own.
void describe(Variation& variation, const Scenario& base);

// Whether a place of the design is drawn by chance or on a lattice that reaches both ends. Of
// distributions without ends a lattice takes 2.5% and 97.5%.
enum class Placing : std::uint8_t { drawn, on_lattice };

// The value at a place u of the unit interval: the quantile of the distribution, with six digits so
// that it is the same on every machine. Of `listed`: the place in the list.
double value_at(const Distribution& distribution, double u, Placing placing);

// The value as --set takes it.
std::string spelling_of(const Distribution& distribution, double value);

// A number as people write it in a list, and nothing else.
std::optional<double> number_in(std::string_view text);

// A value as people write it, as --set takes it: one spelling for each number, to the last digit of
// whole numbers.
std::string spelling_of(std::string_view written);

// Numbers in their order, each once: places in the unit cube are shares below a value. Texts stay
// as they are listed.
void put_in_order(std::vector<std::string>& values);

// Of `listed`: whether all its values are numbers.
bool lists_numbers(const Distribution& distribution);

}  // namespace cxsim
