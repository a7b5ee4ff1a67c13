// Who talks to whom: a ring of near neighbours, some of them rewired at random, kept in no memory.
#pragma once

#include <array>

#include "base/ids.hpp"
#include "base/random.hpp"
#include "base/setting.hpp"

namespace cxsim {

struct NetworkSettings {
  float links, rewired;
};

template <>
inline constexpr auto settings_of<NetworkSettings> = std::to_array<Setting<NetworkSettings>>({
    {"links",
     &NetworkSettings::links,
     10,
     {2, 100},
     "people",
     "people whom each person can tell; half to each side of the ring, rounded down",
     "Watts & Strogatz 1998 (value assumed)"},
    {"rewired", &NetworkSettings::rewired, .1, share_range, "share",
     "share of links that lead anywhere instead", "Watts & Strogatz 1998 (value assumed)"},
});

class Network {
 public:
  Network(const NetworkSettings& settings, std::uint32_t people, StreamKey key)
      : rewired_(settings.rewired),
        half_(static_cast<std::uint32_t>(settings.links) / 2),
        people_(people),
        key_(key) {}

  std::uint32_t links() const { return 2 * half_; }

  // The person at the other end of out-link k < links().
  PersonId link(PersonId from, std::uint32_t k) const;

 private:
  float rewired_;
  std::uint32_t half_;
  std::uint32_t people_;
  StreamKey key_;
};

}  // namespace cxsim
