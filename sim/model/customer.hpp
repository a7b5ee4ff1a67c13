// One customer: two cache lines that a visit reads and writes, and a record it only adds to.
#pragma once

#include <array>
#include <cstdint>
#include <limits>

#include "base/ids.hpp"
#include "model/mind.hpp"
#include "model/traits.hpp"

namespace cxsim {

// UNAWARE -> AWARE -> CONSIDERING -> ACTIVE -> FORMER -> (win-back) ACTIVE.
enum class Lifecycle : std::uint8_t { unaware, aware, considering, active, former };

inline constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();

// Yes-or-no facts of a customer, one bit each.
enum class Fact : std::uint8_t {
  hostile = 1,
  recovery_pending = 2,
  knows_firm = 4,
  complained = 8,
  founding = 16,        // a customer on day 0
  observed = 32,        // their life is being recorded
  has_offer = 64,       // a win-back offer's price applies
  failure_behind = 128  // the open journey was started by a failure
};

struct alignas(64) Customer {
  Mind<float> mind;
  Episode<float> episode;
  float touched;              // time in days up to which the mind has faded
  std::int32_t next_contact;  // days; `never` if nothing is due
  std::int32_t next_review;   // of a customer, or the consideration of anybody else
  std::int32_t next_recovery;
  std::int32_t joined;       // day of the last purchase; negative before day 0
  std::int32_t last_praise;  // day of the last positive word of mouth sent
  float revenue, cost;       // currency, cumulative
  Lifecycle lifecycle;
  JourneyId journey;      // open journey, or none
  std::uint8_t vertex;    // where on its graph
  std::uint8_t contacts;  // in this journey
  DepartmentId last_department;
  std::uint8_t failures;    // at this touchpoint
  std::uint8_t recoveries;  // attempts ever
  std::uint8_t facts;
  std::array<std::uint8_t, trait_count> traits;  // steps of the trait tables
  TouchpointId upstream;  // where the open journey comes from; none if from a need
  RootCauseId upstream_cause;

  bool is(Fact fact) const { return (facts & static_cast<std::uint8_t>(fact)) != 0; }
  void set(Fact fact, bool value) {
    const auto bit = static_cast<std::uint8_t>(fact);
    facts = static_cast<std::uint8_t>(value ? facts | bit : facts & ~bit);
  }
  bool active() const { return lifecycle == Lifecycle::active; }
  std::int32_t next_due() const {
    const std::int32_t sooner = next_contact < next_review ? next_contact : next_review;
    return sooner < next_recovery ? sooner : next_recovery;
  }
};
static_assert(sizeof(Customer) == 128, "a customer is two cache lines");

enum class CauseOfLeaving : std::uint8_t {
  none,
  dissatisfaction,
  low_expected_quality,
  broken_trust,
  weak_commitment,
  unfairness,
  price,
  better_rival,
  neighbours_left,
  hostility,
  chance,
  count
};

// What is kept of a customer beside: sums and the story of joining and leaving.
struct History {
  float reaction_sum = 0, reaction_squares = 0;
  float referral_value = 0;       // currency, credited for purchases their word brought
  float satisfaction_before = 0;  // the bad journey whose recovery is pending
  std::int32_t last_churn = -1;   // day; -1 for never
  PersonId referrer;              // whose word brought the last consideration forward
  std::uint16_t contacts = 0;     // direct contacts ever, saturating
  std::uint8_t times_churned = 0;
  CauseOfLeaving cause = CauseOfLeaving::none;
};
static_assert(sizeof(History) == 28);

}  // namespace cxsim
