#include "population/trait_tables.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace cxsim {
namespace {

const Segment segment = defaults<Segment>();

TEST(TraitStep, IsTheNearestOf256OverFourStandardDeviations) {
  EXPECT_EQ(trait_step(-4.0f), 0);
  EXPECT_EQ(trait_step(4.0f), 255);
  EXPECT_EQ(trait_step(-5.8f), 0) << "beyond the reach";
  EXPECT_EQ(trait_step(5.8f), 255);
  std::set<std::int32_t> steps;
  for (int z = -4000; z <= 4000; ++z) {
    const float exact = static_cast<float>(z) / 1000;
    const std::int32_t step = trait_step(exact);
    steps.insert(step);
    EXPECT_LE(std::abs(trait_z(step) - exact), 1.0f / 64 + 1e-5f) << "half a step";
  }
  EXPECT_EQ(steps.size(), 256u);
}

TEST(TraitTables, AreLogNormalButForInertia) {
  const TraitTables tables(segment);
  for (const std::uint8_t step : {std::uint8_t{0}, std::uint8_t{100}, std::uint8_t{255}}) {
    const double z = trait_z(step);
    EXPECT_NEAR(tables.of(Trait::reactivity, step), std::exp(.25 * z), 1e-5 * std::exp(.25 * z));
    EXPECT_NEAR(tables.of(Trait::price_sensitivity, step), std::exp(.4 * z),
                1e-5 * std::exp(.4 * z));
    EXPECT_NEAR(tables.of(Trait::inertia, step), .9 + 1.4 * z, 1e-5);
    EXPECT_NEAR(tables.of(Trait::value, step), std::exp(-.32 + .8 * z), 1e-4);
    EXPECT_NEAR(tables.of(Trait::demand, step), std::exp(-.245 + .7 * z), 1e-4);
    EXPECT_NEAR(tables.of(Trait::talkativeness, step), std::exp(-.18 + .6 * z), 1e-4);
  }
}

TEST(TraitTables, GiveFoundingCustomersTheInertiaOfSurvivors) {
  const TraitTables tables(segment);
  Customer customer{};
  customer.traits.fill(128);
  const float newcomer = traits_of(customer, tables, segment, .5f).inertia;
  customer.set(Fact::founding, true);
  EXPECT_FLOAT_EQ(traits_of(customer, tables, segment, .5f).inertia, newcomer + .6f);
  EXPECT_EQ(traits_of(customer, tables, segment, .25f).privacy, .25f);
}

}  // namespace
}  // namespace cxsim
