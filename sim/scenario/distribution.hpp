// How a setting may vary: the distributions that [uncertainty] and `cxsim sweep --vary` name.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "scenario/document.hpp"

namespace cxsim {

// In the order of distribution_kinds. `listed` takes each of its values equally often, `none` keeps
// the setting at its value.
enum class DistributionKind : std::uint8_t {
  uniform,
  log_uniform,
  integer,
  triangular,
  normal,
  lognormal,
  listed,
  none
};

struct DistributionRow {
  std::string_view name;                       // as scenarios and results spell it
  std::array<std::string_view, 3> parameters;  // in the order of Distribution::at; "" for no more
  std::string_view meaning;
};

inline constexpr auto distribution_kinds = std::to_array<DistributionRow>({
    {"uniform", {"low", "high", ""}, "every value from low to high equally likely"},
    {"loguniform", {"low", "high", ""}, "every ratio equally likely; low above 0"},
    {"integer", {"low", "high", ""}, "every whole number from low to high equally likely"},
    {"triangular", {"low", "mode", "high"}, "rising from low to mode, falling to high"},
    {"normal", {"mean", "sd", ""}, "mean and standard deviation"},
    {"lognormal", {"median", "sd_log", ""}, "median, and standard deviation of the logarithm"},
    {"listed", {"", "", ""}, "one of `values`, each equally likely: numbers, texts or flags"},
    {"none",
     {"", "", ""},
     "certain: takes away the distribution that an assumption has by default"},
});

struct Distribution {
  DistributionKind kind = DistributionKind::none;
  std::array<double, 3> at{};       // its parameters, in the order of the row
  std::vector<std::string> values;  // of `listed`, spelled as --set takes them
};

inline const DistributionRow& row_of(const Distribution& d) {
  return distribution_kinds[static_cast<std::size_t>(d.kind)];
}

// What is wrong with its parameters, such as "low is not below high"; nothing if all is well.
std::optional<std::string> fault_of(const Distribution& distribution);

// Whether both ends are finite.
bool is_bounded(const Distribution& distribution);

// {distribution = "normal", mean = 1, sd = 0.2}; parameters of other distributions may stand
// beside, so that a file can override its base's.
std::optional<Distribution> read_distribution(const Node& table, const std::string& key,
                                              Problems& problems);
Node write_distribution(const Distribution& distribution);

}  // namespace cxsim
