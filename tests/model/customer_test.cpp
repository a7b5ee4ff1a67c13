#include "model/customer.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <initializer_list>
#include <random>

namespace cxsim {
namespace {

using Words = CustomerWords<float>;

// The last word has room for more than the contacts that it holds.
Words as_kept(Words words) {
  words.back() &= 0xffffu;
  return words;
}

void expect_round_trip(const Words& words) {
  const Words back = to_words(from_words<float>(words));
  for (std::size_t k = 0; k < words.size(); ++k)
    ASSERT_EQ(back[k], as_kept(words)[k]) << "word " << k << std::hex << ": " << words[k];
}

TEST(Customer, GoesIntoNumbersAndBackBitForBit) {
  std::mt19937 random(8);
  for (int k = 0; k < 100000; ++k) {
    Words words;
    for (std::uint32_t& word : words) word = static_cast<std::uint32_t>(random());
    expect_round_trip(words);
  }
}

// Zeros of both signs, the smallest and the greatest, infinities, and quiet and signalling NaNs;
// each byte that a small number can be, beside others.
TEST(Customer, KeepsEveryKindOfNumber) {
  for (const std::uint32_t word :
       {0u, 0x80000000u, 1u, 0x807fffffu, 0x00800000u, 0x7f7fffffu, 0x7f800000u, 0xff800000u,
        0x7fc00000u, 0xffc00001u, 0x7f800001u, 0xffbfffffu, 0x7fffffffu, 0xffffffffu}) {
    Words words;
    words.fill(word);
    expect_round_trip(words);
  }
  for (std::size_t place = 0; place < customer_words; ++place)
    for (int byte = 0; byte < 4; ++byte)
      for (std::uint32_t value = 0; value < 256; ++value)
        for (const std::uint32_t others : {0u, ~0u}) {
          Words words;
          words.fill(others);
          words[place] = (others & ~(255u << (8 * byte))) | value << (8 * byte);
          expect_round_trip(words);
        }
}

// Every member under its own name, by a customer in whom no two are alike.
TEST(Customer, KeepsEveryMemberInItsPlace) {
  Customer kept{};
  kept.mind = {{1, 2, 3, 4}, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14};
  kept.episode = {15, 16, 17, 18};
  kept.touched = 19;
  kept.next_contact = 20;
  kept.next_review = -21;
  kept.next_recovery = never;
  kept.joined = -23;
  kept.revenue = 24;
  kept.cost = 25;
  kept.reaction_sum = 26;
  kept.reaction_squares = 27;
  kept.lifecycle = Lifecycle::former;
  kept.journey = JourneyId(std::size_t{128});
  kept.vertex = 129;
  kept.journey_contacts = 255;
  kept.last_department = DepartmentId(std::size_t{131});
  kept.failures = 132;
  kept.recoveries = 133;
  kept.facts = 0b10100101;
  kept.traits = {134, 135, 136, 137, 138, 139};
  kept.upstream = TouchpointId(std::size_t{140});
  kept.upstream_cause = RootCauseId(std::size_t{141});
  kept.contacts = 65535;

  const CustomerOf<float> c = from_words<float>(std::bit_cast<Words>(kept));
  const Beliefs<float>& belief = c.mind.belief;
  EXPECT_EQ((std::array{belief.product, belief.service, belief.ux, belief.brand}),
            (std::array{1.0f, 2.0f, 3.0f, 4.0f}));
  const Mind<float>& m = c.mind;
  EXPECT_EQ((std::array{m.expectation_offset, m.valence, m.arousal, m.satisfaction, m.implicit,
                        m.trust, m.commitment, m.cynicism, m.equity, m.neighbour_exits}),
            (std::array{5.0f, 6.0f, 7.0f, 8.0f, 9.0f, 10.0f, 11.0f, 12.0f, 13.0f, 14.0f}));
  EXPECT_EQ((std::array{c.episode.peak, c.episode.end, c.episode.sum, c.episode.effort}),
            (std::array{15.0f, 16.0f, 17.0f, 18.0f}));
  EXPECT_EQ((std::array{c.touched, c.revenue, c.cost, c.reaction_sum, c.reaction_squares}),
            (std::array{kept.touched, kept.revenue, kept.cost, kept.reaction_sum,
                        kept.reaction_squares}));
  EXPECT_EQ((std::array{c.next_contact, c.next_review, c.next_recovery, c.joined}),
            (std::array{20, -21, never, -23}));
  EXPECT_EQ(
      (std::array{c.lifecycle, c.journey, c.vertex, c.journey_contacts, c.last_department,
                  c.failures, c.recoveries, c.facts, c.upstream, c.upstream_cause, c.contacts}),
      (std::array{4, 128, 129, 255, 131, 132, 133, 0b10100101, 140, 141, 65535}));
  for (std::size_t t = 0; t < trait_count; ++t)
    EXPECT_EQ(c.trait_step(static_cast<Trait>(t)), kept.traits[t]);

  const Customer back = std::bit_cast<Customer>(to_words(c));
  EXPECT_EQ(std::bit_cast<Words>(back), as_kept(std::bit_cast<Words>(kept)));
}

// Asked as numbers, a customer answers as the kept one does.
TEST(Customer, AnswersAsAnyNumberAsItDoesKept) {
  std::mt19937 random(9);
  for (int k = 0; k < 20000; ++k) {
    Words words;
    for (std::uint32_t& word : words) word = static_cast<std::uint32_t>(random());
    const auto kept = std::bit_cast<Customer>(words);
    CustomerOf<float> c = from_words<float>(words);
    ASSERT_EQ(c.next_due(), kept.next_due());
    ASSERT_EQ(c.on_journey(), kept.journey.exists());
    for (int bit = 0; bit < 8; ++bit) {
      const auto fact = static_cast<Fact>(1 << bit);
      ASSERT_EQ(c.is(fact), kept.is(fact));
      Customer changed = kept;
      CustomerOf<float> changing = c;
      const bool value = (random() & 1) != 0;
      changed.set(fact, value);
      changing.set(fact, value);
      ASSERT_EQ(changing.facts, changed.facts);
    }
  }
  CustomerOf<float> c{};
  for (const Lifecycle state : {Lifecycle::unaware, Lifecycle::aware, Lifecycle::considering,
                                Lifecycle::active, Lifecycle::former}) {
    c.become(state);
    EXPECT_EQ(std::bit_cast<Customer>(to_words(c)).lifecycle, state);
    EXPECT_TRUE(c.is(state));
    EXPECT_EQ(c.active(), state == Lifecycle::active);
  }
}

// `select` chooses whole customers: nothing of the one is left in the other.
TEST(Customer, IsSelectedWhole) {
  std::mt19937 random(10);
  Words one, other;
  for (std::size_t k = 0; k < customer_words; ++k) {
    one[k] = static_cast<std::uint32_t>(random());
    other[k] = ~one[k];
  }
  const auto yes = from_words<float>(one), no = from_words<float>(other);
  EXPECT_EQ(to_words(select(true, yes, no)), as_kept(one));
  EXPECT_EQ(to_words(select(false, yes, no)), as_kept(other));
}

TEST(Customer, HoldsEachFactOnItsOwn) {
  const std::initializer_list<Fact> facts = {
      Fact::hostile,  Fact::recovery_pending, Fact::knows_firm, Fact::has_left,
      Fact::founding, Fact::observed,         Fact::has_offer,  Fact::failure_behind};
  for (const Fact fact : facts) {
    Customer customer{};
    customer.set(fact, true);
    for (const Fact other : facts) EXPECT_EQ(customer.is(other), other == fact);
    customer.facts = 255;
    customer.set(fact, false);
    for (const Fact other : facts) EXPECT_EQ(customer.is(other), other != fact);
  }
}

TEST(Customer, IsDueAtTheSoonestOfThreeDays) {
  Customer customer{};
  customer.next_contact = 12;
  customer.next_review = 9;
  customer.next_recovery = never;
  EXPECT_EQ(customer.next_due(), 9);
  customer.next_recovery = 4;
  EXPECT_EQ(customer.next_due(), 4);
  customer.next_contact = 2;
  EXPECT_EQ(customer.next_due(), 2);
  customer.next_contact = customer.next_review = customer.next_recovery = never;
  EXPECT_EQ(customer.next_due(), never);
}

TEST(Customer, IsActiveOnlyInThatState) {
  Customer customer{};
  for (const Lifecycle state : {Lifecycle::unaware, Lifecycle::aware, Lifecycle::considering,
                                Lifecycle::active, Lifecycle::former}) {
    customer.lifecycle = state;
    EXPECT_EQ(customer.active(), state == Lifecycle::active);
  }
}

TEST(History, BeginsWithNothing) {
  const History history;
  EXPECT_EQ(history.last_churn(), -1);
  EXPECT_EQ(history.last_praise(), History::long_ago);
  EXPECT_EQ(history.times_churned(), 0U);
  EXPECT_FALSE(history.referrer.exists());
  EXPECT_EQ(history.cause(), CauseOfLeaving::none);
}

TEST(History, KeepsTheFirstSpellAndTheLastDeparture) {
  History history;
  history.note_churn(120, -11620, CauseOfLeaving::price);
  history.note_churn(73000, 900, CauseOfLeaving::chance);
  history.note_praise(72999);
  EXPECT_EQ(history.first_joined(), -11620);
  EXPECT_EQ(history.first_churn(), 120);
  EXPECT_EQ(history.last_churn(), 73000);
  EXPECT_EQ(history.last_praise(), 72999);
  EXPECT_EQ(history.times_churned(), 2U);
  EXPECT_EQ(history.cause(), CauseOfLeaving::chance);
}

TEST(History, CountsDeparturesAsFarAsAByteGoes) {
  History history;
  for (int k = 0; k < 300; ++k) history.note_churn(k, 0, CauseOfLeaving::price);
  EXPECT_EQ(history.times_churned(), History::most_times_churned);
  EXPECT_EQ(history.first_churn(), 0);
  EXPECT_EQ(history.last_churn(), 299);
}

}  // namespace
}  // namespace cxsim
