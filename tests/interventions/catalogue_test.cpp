#include "interventions/catalogue.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <string>

#include "interventions/intervention.hpp"

namespace cxsim {
namespace {

TEST(Catalogue, NamesEveryKindOnce) {
  std::set<std::string_view> names, titles;
  for (const Kind* kind : catalogue()) {
    EXPECT_TRUE(names.insert(kind->name).second) << kind->name;
    EXPECT_TRUE(titles.insert(kind->title).second) << kind->title;
    EXPECT_FALSE(kind->meaning.empty()) << kind->name;
    EXPECT_FALSE(kind->leans_on.empty()) << kind->name << " says what it leans on";
  }
}

TEST(Catalogue, FindsKindsByName) {
  for (std::size_t k = 0; k < catalogue().size(); ++k) {
    EXPECT_EQ(find_kind(catalogue()[k]->name), catalogue()[k]);
    EXPECT_EQ(place_in_catalogue(*catalogue()[k]), k);
  }
  EXPECT_EQ(find_kind("magic"), nullptr);
  EXPECT_EQ(find_kind(""), nullptr);
}

// Shocks come after all interventions: what befalls the firm finds what it has done.
TEST(Catalogue, PutsShocksLast) {
  bool shocks = false;
  for (const Kind* kind : catalogue()) {
    shocks = shocks || kind->nature == Nature::shock;
    EXPECT_EQ(kind->nature == Nature::shock, shocks) << kind->name;
  }
  EXPECT_TRUE(shocks);
}

// Every key that a scenario could write beneath an intervention means one thing.
TEST(Catalogue, KeepsKeysApart) {
  constexpr std::string_view scope_keys[] = {
      "departments", "touchpoints", "journeys", "root_causes", "segments", "value_tiers", "share"};
  for (const Kind* kind : catalogue()) {
    std::set<std::string_view> keys{"name", "kind", "title"};
    const auto add = [&](std::string_view key) {
      EXPECT_TRUE(keys.insert(key).second) << kind->name << "." << key;
    };
    for (const auto& row : settings_of<Timing>) add(row.key);
    for (const std::string_view key : scope_keys) add(key);
    for (const Handle& handle : kind->handles) add(handle.key);
    for (const Parameter& parameter : kind->parameters) add(parameter.key);
    if (kind->redesigns_a_journey)
      for (const std::string_view key : {"journey", "steps", "remove", "edges"}) add(key);
  }
}

TEST(Catalogue, MovesEitherALeverOrANumber) {
  for (const Kind* kind : catalogue())
    for (const Handle& handle : kind->handles) {
      EXPECT_NE(handle.target.lever == nullptr, handle.target.number == nullptr)
          << kind->name << "." << handle.key;
      EXPECT_LT(handle.target.range.low, handle.target.range.high)
          << kind->name << "." << handle.key;
    }
}

void expect_amount_makes_sense(const Handle& handle) {
  if (std::isnan(handle.fallback)) return;
  const Range& range = handle.target.range;
  switch (handle.usual) {
    case Operation::move_to:
      EXPECT_GE(handle.fallback, range.low);
      EXPECT_LE(handle.fallback, range.high);
      break;
    case Operation::add:
      EXPECT_NE(handle.fallback, 0);
      EXPECT_LE(std::abs(handle.fallback), range.high - range.low);
      break;
    case Operation::multiply:
      EXPECT_GE(handle.fallback, 0);
      EXPECT_NE(handle.fallback, 1);
  }
}

TEST(Catalogue, HasDefaultsWithinTheirRanges) {
  for (const Kind* kind : catalogue()) {
    for (const Handle& handle : kind->handles) {
      SCOPED_TRACE(std::string(kind->name) + "." + std::string(handle.key));
      expect_amount_makes_sense(handle);
      EXPECT_FALSE(handle.meaning.empty());
      EXPECT_FALSE(handle.unit.empty());
    }
    for (const Parameter& parameter : kind->parameters) {
      SCOPED_TRACE(std::string(kind->name) + "." + std::string(parameter.key));
      EXPECT_GE(parameter.fallback, parameter.range.low);
      EXPECT_LE(parameter.fallback, parameter.range.high);
      EXPECT_FALSE(parameter.meaning.empty());
    }
    EXPECT_GE(kind->usual.ramp, 0);
    EXPECT_GE(kind->usual.duration, 0);
    EXPECT_GE(kind->usual.half_life, 0);
  }
}

// A multiplier says "factor", so that nobody takes it for a level.
TEST(Catalogue, CallsFactorsFactors) {
  for (const Kind* kind : catalogue())
    for (const Handle& handle : kind->handles)
      if (handle.usual == Operation::multiply) {
        EXPECT_EQ(handle.unit, "factor") << kind->name << "." << handle.key;
      }
}

TEST(Catalogue, OffersEveryLeverInTheBundle) {
  std::map<std::string_view, const Handle*> bundle;
  for (const Handle& handle : kinds::free_levers.handles) bundle[handle.key] = &handle;
  EXPECT_EQ(bundle.size(), settings_of<StageLevers>.size() + settings_of<PolicyLevers>.size());
  for (const auto& row : settings_of<StageLevers>) EXPECT_EQ(bundle.count(row.key), 1u) << row.key;
  for (const auto& row : settings_of<PolicyLevers>) EXPECT_EQ(bundle.count(row.key), 1u) << row.key;
}

TEST(Usual, IsTheKindAsItDescribesItself) {
  for (const Kind* kind : catalogue()) {
    const Intervention one = usual(*kind);
    EXPECT_EQ(one.kind, kind);
    EXPECT_EQ(one.name, kind->name);
    EXPECT_EQ(one.timing.start, 0);
    EXPECT_EQ(one.timing.ramp, kind->usual.ramp);
    EXPECT_EQ(one.timing.duration, kind->usual.duration);
    EXPECT_EQ(one.timing.half_life, kind->usual.half_life);
    EXPECT_EQ(one.timing.strength, 1);
    EXPECT_EQ(one.timing.effectiveness, 1);
    ASSERT_EQ(one.changes.size(), kind->handles.size());
    ASSERT_EQ(one.parameters.size(), kind->parameters.size());
    for (std::size_t k = 0; k < one.parameters.size(); ++k)
      EXPECT_EQ(one.parameter(k), static_cast<float>(kind->parameters[k].fallback));
  }
}

}  // namespace
}  // namespace cxsim
