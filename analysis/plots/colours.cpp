#include "analysis/plots/colours.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <span>

namespace cxsim {
namespace {

constexpr std::array<std::uint32_t, 6> pale_to_blue = {0xf8f6ec, 0xcfe3d6, 0x8dc3c4,
                                                       0x4590b4, 0x225f95, 0x152f5e};
constexpr std::array<std::uint32_t, 4> pale_to_orange = {0xf6f4ef, 0xf0c48f, 0xcf7a34, 0x863710};
constexpr std::array<std::uint32_t, 4> pale_to_deep_blue = {0xf6f4ef, 0xa9cbe0, 0x4a8ab8, 0x174672};

double channel(std::uint32_t colour, unsigned shift) {
  return static_cast<double>((colour >> shift) & 0xFFU);
}

std::string between(std::span<const std::uint32_t> anchors, double share) {
  const double at = std::clamp(share, 0.0, 1.0) * static_cast<double>(anchors.size() - 1);
  const auto k = std::min(static_cast<std::size_t>(at), anchors.size() - 2);
  const double part = at - static_cast<double>(k);
  std::uint32_t mixed = 0;
  for (const unsigned shift : {16U, 8U, 0U}) {
    const double a = channel(anchors[k], shift), b = channel(anchors[k + 1], shift);
    mixed |= static_cast<std::uint32_t>(std::lround(a + part * (b - a))) << shift;
  }
  return fmt::format("#{:06x}", mixed);
}

// Relative luminance of WCAG 2.
double luminance(std::string_view colour) {
  const auto rgb =
      static_cast<std::uint32_t>(std::strtoul(std::string(colour.substr(1)).c_str(), nullptr, 16));
  const auto linear = [](double c) {
    c /= 255;
    return c <= .04045 ? c / 12.92 : std::pow((c + .055) / 1.055, 2.4);
  };
  return .2126 * linear(channel(rgb, 16)) + .7152 * linear(channel(rgb, 8)) +
         .0722 * linear(channel(rgb, 0));
}

}  // namespace

std::string sequential_colour(double share) { return between(pale_to_blue, share); }

std::string diverging_colour(double share) {
  return share < 0 ? between(pale_to_orange, -share) : between(pale_to_deep_blue, share);
}

std::string_view ink_on(std::string_view colour) {
  // Where white and black contrast alike: (1.05 / L) = (L / .05), each with .05 of stray light.
  return luminance(colour) + .05 < std::sqrt(1.05 * .05) ? "on-dark" : "on-light";
}

}  // namespace cxsim
