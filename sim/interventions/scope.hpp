// Where an intervention acts: which departments, touchpoints and journeys, and for which people.
#pragma once

#include <bitset>

#include "base/ids.hpp"
#include "model/care.hpp"

namespace cxsim {

// Some things of one kind; empty stands for all of them.
template <class Id>
class Some {
 public:
  void add(Id id) { members_.set(id.index()); }
  bool all() const { return members_.none(); }
  bool has(Id id) const { return all() || (id.exists() && members_.test(id.index())); }
  std::size_t count() const { return members_.count(); }
  // The one with the lowest number.
  Id first() const {
    for (std::size_t i = 0; i < members_.size(); ++i)
      if (members_.test(i)) return Id(i);
    return Id();
  }

 private:
  std::bitset<256> members_;
};

// Keys of a scope, as a set of bits.
enum class ScopeKey : unsigned char {
  departments = 1,
  touchpoints = 2,
  journeys = 4,
  root_causes = 8,
  segments = 16,
  value_tiers = 32,
  share = 64
};
using ScopeKeys = unsigned char;
constexpr ScopeKeys operator|(ScopeKey a, ScopeKey b) {
  return static_cast<ScopeKeys>(static_cast<ScopeKeys>(a) | static_cast<ScopeKeys>(b));
}
constexpr ScopeKeys operator|(ScopeKey a, ScopeKeys b) {
  return static_cast<ScopeKeys>(static_cast<ScopeKeys>(a) | b);
}
constexpr bool allows(ScopeKeys keys, ScopeKey key) {
  return (keys & static_cast<ScopeKeys>(key)) != 0;
}
inline constexpr ScopeKeys nowhere_special = 0;
inline constexpr ScopeKeys some_people =
    ScopeKey::segments | (ScopeKey::value_tiers | ScopeKey::share);

using ValueTierId = Id<ValueTier>;

struct Scope {
  Some<DepartmentId> departments;
  Some<TouchpointId> touchpoints;
  Some<JourneyId> journeys;
  Some<RootCauseId> root_causes;
  Some<SegmentId> segments;
  Some<ValueTierId> value_tiers;
  float share = 1;  // of people, the same ones for every intervention: smaller shares lie within

  bool is_about_people() const { return !segments.all() || !value_tiers.all() || share < 1; }
};

}  // namespace cxsim
