#include "model/customer_settings.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "people.hpp"
#include "settings_rows.hpp"

namespace cxsim {
namespace {

template <class Section>
void expect_a_row_for_every_number() {
  EXPECT_EQ(settings_of<Section>.size() * sizeof(float), sizeof(Section))
      << "a member without a row keeps whatever was in memory";
}

TEST(CustomerSettings, HaveSoundRows) {
  CustomerSettings s = default_customer();
  for_each_section(s, [](const char* name, auto& section) {
    using Section = std::remove_reference_t<decltype(section)>;
    SCOPED_TRACE(name);
    expect_sound_rows<Section>(name);
    expect_a_row_for_every_number<Section>();
  });
}

TEST(CustomerSettings, HaveSoundRowsBesideThem) {
  expect_sound_rows<MoneySettings>("money");
  expect_a_row_for_every_number<MoneySettings>();
  expect_sound_rows<Rival>("rival");
  expect_a_row_for_every_number<Rival>();
}

TEST(CustomerSettings, AreAllVisitedOnce) {
  CustomerSettings s = default_customer();
  std::set<std::string> names;
  std::set<const void*> sections;
  std::size_t bytes = 0;
  for_each_section(s, [&](const char* name, auto& section) {
    names.insert(name);
    sections.insert(&section);
    bytes += sizeof(section);
  });
  EXPECT_EQ(names.size(), sections.size());
  EXPECT_EQ(bytes, sizeof(CustomerSettings));
}

TEST(CustomerSettings, CiteAPublicationForWhatTheyCallPublished) {
  CustomerSettings s = default_customer();
  for_each_section(s, [](const char* name, auto& section) {
    for (const auto& row : settings_of<std::remove_reference_t<decltype(section)>>) {
      if (row.tag != Tag::published && row.tag != Tag::derived) continue;
      EXPECT_NE(row.source, "model assumption") << name << '.' << row.key;
    }
  });
}

}  // namespace
}  // namespace cxsim
