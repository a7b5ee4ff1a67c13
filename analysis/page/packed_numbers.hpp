// Columns of small numbers as text that a page unpacks in one go.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "analysis/page/base64.hpp"

namespace cxsim {

class PackedNumbers {
 public:
  // Two bytes, the low one first; what is larger becomes the largest.
  void add(std::size_t number) {
    const std::size_t kept = std::min<std::size_t>(number, 65535);
    bytes_ += static_cast<char>(kept & 255U);
    bytes_ += static_cast<char>(kept >> 8);
  }

  // One byte, in hundredths, to the nearest twentieth: finer than an eye tells colours apart, and
  // much smaller once compressed.
  void add_mood(float valence) {
    const long twentieths = std::lround(std::clamp(valence, -1.0f, 1.0f) * 20);
    bytes_ += static_cast<char>(static_cast<signed char>(twentieths * 5));
  }

  std::string text() const { return base64(bytes_); }

 private:
  std::string bytes_;
};

}  // namespace cxsim
