#include "model/customer.hpp"

#include <gtest/gtest.h>

#include <initializer_list>

namespace cxsim {
namespace {

TEST(Customer, HoldsEachFactOnItsOwn) {
  const std::initializer_list<Fact> facts = {
      Fact::hostile,  Fact::recovery_pending, Fact::knows_firm, Fact::complained,
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
  EXPECT_EQ(history.last_churn, -1);
  EXPECT_EQ(history.times_churned, 0);
  EXPECT_FALSE(history.referrer.exists());
  EXPECT_EQ(history.cause, CauseOfLeaving::none);
}

}  // namespace
}  // namespace cxsim
