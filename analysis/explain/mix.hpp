// Changes split without a remainder: into rates and mix, or into the two factors of a product.
#pragma once

#include <span>
#include <vector>

namespace cxsim {

// A part of a whole: how much of the whole it is, in any unit, and its own mean there.
struct Part {
  double weight, mean;  // the mean is NaN where the weight is 0
};

// The change of the weighted mean of all parts. What its parts' own means do and what the mix does
// add up to it: each weighs the other by the midpoint of both sides (Kitagawa 1955).
struct MixedChange {
  double before, after;     // the weighted means; NaN where nothing weighs
  std::vector<double> own;  // by part
  double mix;
};

// Both sides hold the same parts in the same order. A part that one side lacks has the other's
// mean.
MixedChange split_mean(std::span<const Part> before, std::span<const Part> after);

struct Factors {
  double first, second;  // the second is NaN where the first is 0
};

// How much of the change of first * second each of the two brings; they add up to it.
Factors split_product(const Factors& before, const Factors& after);

}  // namespace cxsim
