#include <gtest/gtest.h>

#include <set>

#include "interventions/catalogue.hpp"
#include "scenario/reference.hpp"

namespace cxsim {
namespace {

std::set<std::string> known_keys() {
  std::set<std::string> keys;
  for (const ReferenceSection& section : reference_sections())
    for (const ReferenceRow& row : section.rows) keys.insert(row.key);
  return keys;
}

TEST(LeansOn, NamesOnlySettingsThatExist) {
  const std::set<std::string> keys = known_keys();
  for (const Kind* kind : catalogue())
    for (const std::string_view key : kind->leans_on)
      EXPECT_TRUE(keys.contains(std::string(key))) << kind->name << " leans on " << key;
}

TEST(LeansOn, IsSaidByEveryKindAndOnceEach) {
  for (const Kind* kind : catalogue()) {
    EXPECT_FALSE(kind->leans_on.empty()) << kind->name;
    const std::set<std::string_view> once(kind->leans_on.begin(), kind->leans_on.end());
    EXPECT_EQ(once.size(), kind->leans_on.size()) << kind->name;
  }
}

}  // namespace
}  // namespace cxsim
