#include "analysis/page/page_number.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace cxsim {
namespace {

// To the nearest number of so many digits, in decimal.
double rounded(double value, int digits) {
  std::array<char, 64> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                 std::chars_format::scientific, digits - 1);
  double nearest = value;
  std::from_chars(text.data(), end.ptr, nearest);
  return nearest;
}

}  // namespace

Json page_number(double value, int digits) {
  if (!std::isfinite(value)) return nullptr;
  const double nearest = rounded(value, digits);
  constexpr double exact = 9007199254740992;  // whole numbers below are their own doubles
  if (nearest == std::trunc(nearest) && std::abs(nearest) < exact)
    return static_cast<std::int64_t>(nearest);
  return nearest;
}

void shorten(Json& json, int digits) {
  if (json.is_number_float()) {
    json = page_number(json.get<double>(), digits);
    return;
  }
  if (json.is_structured())
    for (Json& part : json) shorten(part, digits);
}

}  // namespace cxsim
