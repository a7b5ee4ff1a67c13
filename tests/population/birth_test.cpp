#include "population/birth.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/chance.hpp"

namespace cxsim {
namespace {

constexpr StreamKey key{11, 3};
constexpr int people = 20000;
constexpr BirthSettings settings{30, 400};

const Segment segment = defaults<Segment>();

std::vector<Customer> born() {
  std::vector<Customer> customers;
  for (std::size_t p = 0; p < people; ++p)
    customers.push_back(be_born(PersonId(p), segment, settings, key));
  return customers;
}

const std::vector<Customer> population = born();

void expect_normal(Trait trait, double mean, double sd) {
  const TraitTables tables(segment);
  Sample sample;
  for (const Customer& c : population) {
    const float value = tables.of(trait, c.traits[static_cast<std::size_t>(trait)]);
    sample.add(trait == Trait::inertia ? static_cast<double>(value)
                                       : std::log(static_cast<double>(value)));
  }
  expect_mean(sample, mean, sd);
  expect_variance(sample, sd * sd, 3 * std::pow(sd, 4));
}

TEST(Birth, DrawsTraitsFromTheirDistributions) {
  expect_normal(Trait::reactivity, 0, .25);
  expect_normal(Trait::price_sensitivity, 0, .4);
  expect_normal(Trait::inertia, .9, 1.4);
  expect_normal(Trait::value, -.32, .8);
  expect_normal(Trait::demand, -.245, .7);
  expect_normal(Trait::talkativeness, -.18, .6);
}

TEST(Birth, DrawsTraitsIndependently) {
  for (std::size_t a = 0; a < trait_count; ++a)
    for (std::size_t b = a + 1; b < trait_count; ++b) {
      Sample product;
      for (const Customer& c : population)
        product.add(static_cast<double>(trait_z(c.traits[a]) * trait_z(c.traits[b])));
      expect_mean(product, 0, 1);
    }
}

TEST(Birth, GivesMultipliersAMeanOfOne) {
  const TraitTables tables(segment);
  for (const Trait trait : {Trait::value, Trait::demand, Trait::talkativeness}) {
    Sample sample;
    for (const Customer& c : population)
      sample.add(static_cast<double>(tables.of(trait, c.traits[static_cast<std::size_t>(trait)])));
    expect_mean(sample, 1, std::sqrt(sample.variance()));
  }
}

TEST(Birth, MakesTheStatedShareCustomers) {
  double customers = 0;
  for (const Customer& c : population) customers += c.active();
  expect_count(customers, people, .3);
}

TEST(Birth, StartsCustomersAsTheSegmentSays) {
  Sample tenure, first_contact, first_review;
  for (const Customer& c : population) {
    if (!c.active()) continue;
    EXPECT_EQ(c.mind.satisfaction, .20f);
    EXPECT_EQ(c.mind.implicit, .08f);
    EXPECT_EQ(c.mind.commitment, .3f);
    EXPECT_EQ(c.mind.trust, .55f);
    EXPECT_TRUE(c.is(Fact::founding));
    EXPECT_TRUE(c.is(Fact::knows_firm));
    EXPECT_LT(c.next_review, 30);
    EXPECT_EQ(c.next_recovery, never);
    tenure.add(-c.joined);
    first_contact.add(c.next_contact);
    first_review.add(c.next_review);
  }
  // Whole days of an exponential: mean 1 / (e^(1/m) - 1).
  const auto whole_days = [](double mean) { return 1 / (std::exp(1 / mean) - 1); };
  expect_mean(tenure, whole_days(700), 700);
  expect_mean(first_contact, whole_days(6), 6);
  expect_mean(first_review, 14.5, 30 / std::sqrt(12.0));
}

TEST(Birth, LeavesEverybodyElseUnawareUntilTheyConsider) {
  Sample consideration;
  for (const Customer& c : population) {
    if (c.active()) continue;
    EXPECT_EQ(c.lifecycle, Lifecycle::unaware);
    EXPECT_EQ(c.mind.satisfaction, 0);
    EXPECT_EQ(c.mind.implicit, 0);
    EXPECT_EQ(c.mind.commitment, 0);
    EXPECT_EQ(c.mind.trust, .5f);
    EXPECT_FALSE(c.is(Fact::founding));
    EXPECT_EQ(c.next_contact, never);
    consideration.add(c.next_review);
  }
  expect_mean(consideration, 400 - .5, 400);
}

TEST(Birth, GivesEverybodyTheSameBeliefsAndNoFeelings) {
  for (const Customer& c : population) {
    EXPECT_EQ(c.mind.belief.product, .74f);
    EXPECT_EQ(c.mind.belief.brand, .74f);
    EXPECT_EQ(c.mind.valence, 0);
    EXPECT_EQ(c.mind.cynicism, 0);
    EXPECT_EQ(c.mind.neighbour_exits, 0);
    EXPECT_FALSE(c.journey.exists());
  }
}

TEST(Birth, FollowsASegmentOfItsOwn) {
  Segment own = segment;
  own.initial_share = 1;
  own.belief = .5f;
  own.satisfaction = -.3f;
  own.tenure = 10;
  Sample tenure;
  for (std::size_t p = 0; p < 5000; ++p) {
    const Customer c = be_born(PersonId(p), own, settings, key);
    EXPECT_TRUE(c.active());
    EXPECT_EQ(c.mind.belief.service, .5f);
    EXPECT_EQ(c.mind.satisfaction, -.3f);
    tenure.add(-c.joined);
  }
  expect_mean(tenure, 1 / (std::exp(.1) - 1), 10);
}

TEST(Birth, BelongsToAPersonAndTheKeyAlone) {
  const Customer again = be_born(PersonId(std::size_t{17}), segment, settings, key);
  EXPECT_EQ(again.traits, population[17].traits);
  EXPECT_EQ(again.next_review, population[17].next_review);
  int same_traits = 0;
  for (std::size_t p = 0; p < 1000; ++p)
    same_traits += be_born(PersonId(p), segment, settings, {12, 3}).traits == population[p].traits;
  EXPECT_EQ(same_traits, 0) << "another seed, other people";
}

TEST(Birth, HashesPrivacyAndTheReachOfAdvertisingEvenly) {
  Sample privacy, rank, product;
  for (std::uint32_t p = 0; p < people; ++p) {
    const double prv = privacy_of<float>(p, key), reached = advertising_rank<float>(p, key);
    privacy.add(prv);
    rank.add(reached);
    product.add((prv - .5) * (reached - .5));
  }
  expect_mean(privacy, .5, std::sqrt(1 / 12.0));
  expect_mean(rank, .5, std::sqrt(1 / 12.0));
  expect_mean(product, 0, 1 / 12.0);
}

}  // namespace
}  // namespace cxsim
