// How an intervention moves one number: it adds to it, multiplies it, or moves it to a target.
#pragma once

#include <cmath>
#include <limits>

#include "base/number.hpp"
#include "base/setting.hpp"

namespace cxsim {

enum class Operation : unsigned char { add, multiply, move_to };

struct Change {
  Operation operation = Operation::add;
  float amount = std::numeric_limits<float>::quiet_NaN();  // NaN: leaves the number alone

  bool does_anything() const { return !std::isnan(amount); }
};

// The number under a change at a strength of 0 (as it was) to 1 (in full); more overshoots.
inline float changed(float value, const Change& change, float strength) {
  switch (change.operation) {
    case Operation::add:
      return value + strength * change.amount;
    case Operation::multiply:
      return value * (1.0f + strength * (change.amount - 1.0f));
    case Operation::move_to:
      return value + strength * (change.amount - value);
  }
  return value;
}

// The same, held within the range that the number's settings row declares.
inline float changed_within(float value, const Change& change, float strength, const Range& range) {
  return clamp(changed(value, change, strength), static_cast<float>(range.low),
               static_cast<float>(range.high));
}

}  // namespace cxsim
