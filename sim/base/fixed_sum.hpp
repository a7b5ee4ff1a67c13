// A sum that does not depend on the order of its terms: each is rounded to a multiple of 2^-20.
#pragma once

#include <cmath>
#include <cstdint>

namespace cxsim {

class FixedSum {
 public:
  static constexpr double resolution = 0x1p-20;  // holds sums up to 8.8e12 in size

  void add(double term) { units_ += std::llrint(term * (1.0 / resolution)); }
  void count(std::int64_t whole = 1) { units_ += whole * (std::int64_t{1} << 20); }
  void add(const FixedSum& other) { units_ += other.units_; }
  double value() const { return static_cast<double>(units_) * resolution; }
  void clear() { units_ = 0; }
  bool operator==(const FixedSum&) const = default;

 private:
  std::int64_t units_ = 0;
};

}  // namespace cxsim
