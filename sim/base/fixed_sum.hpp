// A sum that does not depend on the order of its terms: each is rounded to a multiple of 2^-20.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace cxsim {

class FixedSum {
 public:
  static constexpr double resolution = 0x1p-20;  // holds sums up to 8.8e12 in size

  void add(double term) { units_ += std::llrint(term * (1.0 / resolution)); }
  void add(double term, std::size_t times) {
    units_ += std::llrint(term * (1.0 / resolution)) * static_cast<std::int64_t>(times);
  }
  void add_units(std::int64_t units) { units_ += units; }
  void count(std::int64_t whole = 1) { units_ += whole * (std::int64_t{1} << 20); }
  void add(const FixedSum& other) { units_ += other.units_; }
  double value() const { return static_cast<double>(units_) * resolution; }
  void clear() { units_ = 0; }
  bool operator==(const FixedSum&) const = default;

 private:
  std::int64_t units_ = 0;
};

// What `amount` adds to such a sum.
inline std::int64_t units_of(float amount) {
  return std::llrint(static_cast<double>(amount) * (1.0 / FixedSum::resolution));
}
inline std::array<std::int32_t, 1> small_units(float amount) {
  return {static_cast<std::int32_t>(units_of(amount))};
}
// The same for those of a group for whom the mask is true.
inline std::int64_t total_units(bool here, float amount) { return here ? units_of(amount) : 0; }

}  // namespace cxsim
