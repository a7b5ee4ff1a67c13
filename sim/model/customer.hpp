// One customer: the two cache lines they are kept in, the form in which a day is lived, and a
// record that is only added to.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

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
  has_left = 8,         // the firm, at least once
  founding = 16,        // a customer on day 0
  observed = 32,        // their life is being recorded
  has_offer = 64,       // a win-back offer's price applies
  failure_behind = 128  // the open journey was started by a failure
};

// As it is kept.
struct alignas(64) Customer {
  Mind<float> mind;
  Episode<float> episode;
  float touched;              // time in days up to which the mind has faded
  std::int32_t next_contact;  // days; `never` if nothing is due
  std::int32_t next_review;   // of a customer, or the consideration of anybody else
  std::int32_t next_recovery;
  std::int32_t joined;                   // day of the last purchase; negative before day 0
  float revenue, cost;                   // currency, cumulative
  float reaction_sum, reaction_squares;  // over all contacts ever
  Lifecycle lifecycle;
  JourneyId journey;              // open journey, or none
  std::uint8_t vertex;            // where on its graph
  std::uint8_t journey_contacts;  // in this journey, saturating
  DepartmentId last_department;
  std::uint8_t failures;    // at this touchpoint
  std::uint8_t recoveries;  // attempts ever
  std::uint8_t facts;
  std::array<std::uint8_t, trait_count> traits;  // steps of the trait tables
  TouchpointId upstream;  // where the open journey comes from; none if from a need
  RootCauseId upstream_cause;
  std::uint16_t contacts;  // ever, saturating

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

// What stands for no journey, touchpoint, department or root cause where ids are numbers.
inline constexpr std::int32_t no_id = 255;

// As a day is lived: numbers only, of one customer or of one in each lane.
template <class F>
struct CustomerOf {
  Mind<F> mind;
  Episode<F> episode;
  F touched;
  Whole<F> next_contact, next_review, next_recovery, joined;
  F revenue, cost, reaction_sum, reaction_squares;
  Whole<F> lifecycle, journey, vertex, journey_contacts;
  Whole<F> last_department, failures, recoveries, facts;
  Word<F> traits_1_to_4, traits_5_and_6;
  Whole<F> upstream, upstream_cause;
  Whole<F> contacts;

  Mask<F> is(Fact fact) const { return (facts & bit(fact)) != Whole<F>(0); }
  void set(Fact fact, Mask<F> value) {
    facts = select(value, facts | bit(fact), facts & Whole<F>(255 - static_cast<int>(fact)));
  }
  Mask<F> is(Lifecycle state) const { return lifecycle == number(state); }
  void become(Lifecycle state) { lifecycle = number(state); }
  Mask<F> active() const { return is(Lifecycle::active); }
  Mask<F> on_journey() const { return journey != Whole<F>(no_id); }
  Whole<F> trait_step(Trait which) const {
    const int place = static_cast<int>(which);
    const Word<F> four = place < 4 ? traits_1_to_4 : traits_5_and_6;
    return as_whole((four >> (place % 4 * 8)) & Word<F>(255u));
  }
  Whole<F> next_due() const { return min_of(min_of(next_contact, next_review), next_recovery); }

 private:
  static Whole<F> bit(Fact fact) { return Whole<F>(static_cast<std::int32_t>(fact)); }
  static Whole<F> number(Lifecycle state) { return Whole<F>(static_cast<std::int32_t>(state)); }
};

// The 32 words of a kept customer, in order; the static_asserts below hold them to the struct.
inline constexpr std::size_t customer_words = 32;
template <class F>
using CustomerWords = std::array<Word<F>, customer_words>;

static_assert(offsetof(Customer, episode) == 4 * 14 && offsetof(Customer, touched) == 4 * 18 &&
              offsetof(Customer, joined) == 4 * 22 && offsetof(Customer, reaction_sum) == 4 * 25 &&
              offsetof(Customer, lifecycle) == 4 * 27 &&
              offsetof(Customer, last_department) == 4 * 28 &&
              offsetof(Customer, traits) == 4 * 29 && offsetof(Customer, upstream) == 4 * 30 + 2 &&
              offsetof(Customer, contacts) == 4 * 31);

template <class F>
CustomerOf<F> from_words(const CustomerWords<F>& w) {
  const auto byte = [](Word<F> four, int k) { return as_whole((four >> (8 * k)) & Word<F>(255u)); };
  CustomerOf<F> c;
  Mind<F>& m = c.mind;
  m.belief = {as_number(w[0]), as_number(w[1]), as_number(w[2]), as_number(w[3])};
  m.expectation_offset = as_number(w[4]);
  m.valence = as_number(w[5]);
  m.arousal = as_number(w[6]);
  m.satisfaction = as_number(w[7]);
  m.implicit = as_number(w[8]);
  m.trust = as_number(w[9]);
  m.commitment = as_number(w[10]);
  m.cynicism = as_number(w[11]);
  m.equity = as_number(w[12]);
  m.neighbour_exits = as_number(w[13]);
  c.episode = {as_number(w[14]), as_number(w[15]), as_number(w[16]), as_number(w[17])};
  c.touched = as_number(w[18]);
  c.next_contact = as_whole(w[19]);
  c.next_review = as_whole(w[20]);
  c.next_recovery = as_whole(w[21]);
  c.joined = as_whole(w[22]);
  c.revenue = as_number(w[23]);
  c.cost = as_number(w[24]);
  c.reaction_sum = as_number(w[25]);
  c.reaction_squares = as_number(w[26]);
  c.lifecycle = byte(w[27], 0);
  c.journey = byte(w[27], 1);
  c.vertex = byte(w[27], 2);
  c.journey_contacts = byte(w[27], 3);
  c.last_department = byte(w[28], 0);
  c.failures = byte(w[28], 1);
  c.recoveries = byte(w[28], 2);
  c.facts = byte(w[28], 3);
  c.traits_1_to_4 = w[29];
  c.traits_5_and_6 = w[30] & Word<F>(0xffffu);
  c.upstream = byte(w[30], 2);
  c.upstream_cause = byte(w[30], 3);
  c.contacts = as_whole(w[31] & Word<F>(0xffffu));
  return c;
}

template <class F>
CustomerWords<F> to_words(const CustomerOf<F>& c) {
  const auto four = [](Whole<F> a, Whole<F> b, Whole<F> d, Whole<F> e) {
    return as_word(a) | (as_word(b) << 8) | (as_word(d) << 16) | (as_word(e) << 24);
  };
  const Mind<F>& m = c.mind;
  return {as_word(m.belief.product),
          as_word(m.belief.service),
          as_word(m.belief.ux),
          as_word(m.belief.brand),
          as_word(m.expectation_offset),
          as_word(m.valence),
          as_word(m.arousal),
          as_word(m.satisfaction),
          as_word(m.implicit),
          as_word(m.trust),
          as_word(m.commitment),
          as_word(m.cynicism),
          as_word(m.equity),
          as_word(m.neighbour_exits),
          as_word(c.episode.peak),
          as_word(c.episode.end),
          as_word(c.episode.sum),
          as_word(c.episode.effort),
          as_word(c.touched),
          as_word(c.next_contact),
          as_word(c.next_review),
          as_word(c.next_recovery),
          as_word(c.joined),
          as_word(c.revenue),
          as_word(c.cost),
          as_word(c.reaction_sum),
          as_word(c.reaction_squares),
          four(c.lifecycle, c.journey, c.vertex, c.journey_contacts),
          four(c.last_department, c.failures, c.recoveries, c.facts),
          c.traits_1_to_4,
          c.traits_5_and_6 | (as_word(c.upstream) << 16) | (as_word(c.upstream_cause) << 24),
          as_word(c.contacts)};
}

// `yes` where the condition holds, `no` elsewhere, member by member.
template <class Mask, class State, class... Members>
void select_members(Mask condition, const State& yes, const State& no, State& into,
                    Members... members) {
  ((into.*members = select(condition, yes.*members, no.*members)), ...);
}

template <class F>
Beliefs<F> select(std::type_identity_t<Mask<F>> condition, const Beliefs<F>& yes,
                  const Beliefs<F>& no) {
  using B = Beliefs<F>;
  Beliefs<F> beliefs;
  select_members(condition, yes, no, beliefs, &B::product, &B::service, &B::ux, &B::brand);
  return beliefs;
}

template <class F>
Episode<F> select(std::type_identity_t<Mask<F>> condition, const Episode<F>& yes,
                  const Episode<F>& no) {
  using E = Episode<F>;
  Episode<F> episode;
  select_members(condition, yes, no, episode, &E::peak, &E::end, &E::sum, &E::effort);
  return episode;
}

template <class F>
Mind<F> select(std::type_identity_t<Mask<F>> condition, const Mind<F>& yes, const Mind<F>& no) {
  using M = Mind<F>;
  Mind<F> mind;
  mind.belief = select(condition, yes.belief, no.belief);
  select_members(condition, yes, no, mind, &M::expectation_offset, &M::valence, &M::arousal,
                 &M::satisfaction, &M::implicit, &M::trust, &M::commitment, &M::cynicism,
                 &M::equity, &M::neighbour_exits);
  return mind;
}

template <class F>
CustomerOf<F> select(std::type_identity_t<Mask<F>> condition, const CustomerOf<F>& yes,
                     const CustomerOf<F>& no) {
  using C = CustomerOf<F>;
  CustomerOf<F> c;
  c.mind = select(condition, yes.mind, no.mind);
  c.episode = select(condition, yes.episode, no.episode);
  select_members(condition, yes, no, c, &C::touched, &C::next_contact, &C::next_review,
                 &C::next_recovery, &C::joined, &C::revenue, &C::cost, &C::reaction_sum,
                 &C::reaction_squares, &C::lifecycle, &C::journey, &C::vertex, &C::journey_contacts,
                 &C::last_department, &C::failures, &C::recoveries, &C::facts, &C::traits_1_to_4,
                 &C::traits_5_and_6, &C::upstream, &C::upstream_cause, &C::contacts);
  return c;
}

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

// As result files call them.
inline constexpr std::array<std::string_view, static_cast<std::size_t>(CauseOfLeaving::count)>
    cause_of_leaving_names{"none",         "dissatisfaction", "low_expected_quality",
                           "broken_trust", "weak_commitment", "unfairness",
                           "price",        "better_rival",    "neighbours_left",
                           "hostility",    "chance"};

// What is kept of a customer beside: what is seldom asked for. Days take 20 bits, half a million of
// them to either side of day 0: there are as many histories as people.
class History {
 public:
  static constexpr std::int32_t long_ago = -(1 << 19);
  static constexpr std::uint32_t most_times_churned = 255;

  float referral_value = 0;       // currency, credited for purchases their word brought
  float satisfaction_before = 0;  // the bad journey whose recovery is pending
  PersonId referrer;              // whose word brought the last consideration forward

  std::uint32_t times_churned() const { return times_churned_; }
  CauseOfLeaving cause() const { return static_cast<CauseOfLeaving>(cause_); }
  std::int32_t last_churn() const { return unpacked(last_churn_); }      // -1 for never
  std::int32_t first_churn() const { return unpacked(first_churn_); }    // -1 for never
  std::int32_t first_joined() const { return unpacked(first_joined_); }  // before the first churn
  std::int32_t last_praise() const { return unpacked(last_praise_); }    // or long ago

  void note_praise(std::int32_t day) {
    last_praise_ = static_cast<std::uint32_t>(packed(day)) & day_mask;
  }

  void note_churn(std::int32_t day, std::int32_t joined, CauseOfLeaving cause) {
    if (times_churned_ == 0) {
      first_joined_ = packed(joined) & day_mask;
      first_churn_ = packed(day) & day_mask;
    }
    last_churn_ = packed(day) & day_mask;
    cause_ = static_cast<std::uint64_t>(cause) & 15U;
    if (times_churned_ < most_times_churned) times_churned_ = (times_churned_ + 1U) & 255U;
  }

 private:
  static constexpr unsigned day_bits = 20, day_mask = (1U << day_bits) - 1;
  static constexpr std::uint64_t packed(std::int32_t day) {
    return static_cast<std::uint64_t>(day - long_ago);
  }
  template <class Bits>
  static constexpr std::int32_t unpacked(Bits day) {
    return static_cast<std::int32_t>(day) + long_ago;
  }

  std::uint32_t last_praise_ : day_bits = 0;
  std::uint32_t times_churned_ : 8 = 0;
  std::uint64_t last_churn_ : day_bits = packed(-1);
  std::uint64_t first_churn_ : day_bits = packed(-1);
  std::uint64_t first_joined_ : day_bits = packed(0);
  std::uint64_t cause_ : 4 = 0;
};
static_assert(sizeof(History) == 24);
static_assert(static_cast<int>(CauseOfLeaving::count) <= 16);

}  // namespace cxsim
