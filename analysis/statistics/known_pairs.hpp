// The points of which both the parameter and the outcome are known.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace cxsim {

struct KnownPairs {
  std::vector<std::size_t> place;  // among all points
  std::vector<double> u, y;
};

// Both of one length.
inline KnownPairs known_pairs(std::span<const double> u, std::span<const double> y) {
  KnownPairs pairs;
  for (std::size_t i = 0; i < u.size(); ++i) {
    if (std::isnan(u[i]) || std::isnan(y[i])) continue;
    pairs.place.push_back(i);
    pairs.u.push_back(u[i]);
    pairs.y.push_back(y[i]);
  }
  return pairs;
}

}  // namespace cxsim
