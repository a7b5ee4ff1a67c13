#include "model/money.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "people.hpp"

namespace cxsim {
namespace {

const MoneySettings s = defaults<MoneySettings>();

TEST(Payment, IsPriceTimesValueTimesShareOfWallet) {
  EXPECT_NEAR(payment(1.0f, 1.0f, 0.0f, s), 30, 1e-5);
  EXPECT_NEAR(payment(1.1f, 1.5f, .4f, s), 30 * 1.1 * 1.5 * 1.06, 1e-4);
  EXPECT_NEAR(payment(1.0f, 1.0f, -1.0f, s), 25.5, 1e-5);
}

TEST(Annuity, DiscountsEachPayment) {
  EXPECT_NEAR(annuity(36, .10f), 31.186458, 1e-3);
  EXPECT_NEAR(annuity(1, .10f), std::pow(1.1, -1.0 / 12), 1e-4);
  EXPECT_EQ(annuity(36, 0), 36.0f);
  EXPECT_LT(annuity(36, .2f), annuity(36, .1f));
}

TEST(Money, CostsAsStated) {
  EXPECT_NEAR(s.margin, .65, 1e-6);
  EXPECT_EQ(s.acquisition_cost, 80.0f);
  EXPECT_NEAR(s.bot_cost, .15, 1e-6);
  EXPECT_NEAR(s.discount_rate, .10, 1e-6);
  EXPECT_EQ(s.advertising_spend, 0.0f);
}

}  // namespace
}  // namespace cxsim
