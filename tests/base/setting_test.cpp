#include "base/setting.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace cxsim {

struct TeaSettings {
  float strength = -1;
  float sugar = -1;
  std::int64_t cups = -1;
  bool milk = false;
  bool lemon = true;
  std::string name = "unnamed";
};

template <>
inline constexpr auto settings_of<TeaSettings> = std::to_array<Setting<TeaSettings>>({
    {"strength", &TeaSettings::strength, .25, share_range, "share", "leaf in water", "taste"},
    {"sugar", &TeaSettings::sugar, std::numeric_limits<double>::quiet_NaN(), non_negative_range,
     "spoons", "as the guest says", "taste", Tag::choice},
    {"cups", &TeaSettings::cups, 3, {1, 12}, "cups", "cups in a pot", "measured", Tag::published},
    {"milk", &TeaSettings::milk, 1, share_range, "flag", "whether it is white", "taste"},
    {"lemon", &TeaSettings::lemon, 0, share_range, "flag", "whether it is sour", "taste"},
    {"name", &TeaSettings::name, 0, {}, "text", "what it is called", "taste", Tag::choice, "Assam"},
});

namespace {

TEST(Setting, GivesEveryMemberItsDefault) {
  const TeaSettings tea = defaults<TeaSettings>();
  EXPECT_EQ(tea.strength, .25f);
  EXPECT_TRUE(std::isnan(tea.sugar));
  EXPECT_EQ(tea.cups, 3);
  EXPECT_TRUE(tea.milk);
  EXPECT_FALSE(tea.lemon);
  EXPECT_EQ(tea.name, "Assam");
}

TEST(Setting, IsAnAssumptionUnlessItSaysOtherwise) {
  const auto& rows = settings_of<TeaSettings>;
  EXPECT_EQ(rows[0].tag, Tag::assumption);
  EXPECT_EQ(rows[2].tag, Tag::published);
}

TEST(Setting, NamesItsTags) {
  EXPECT_EQ(name_of(Tag::published), "published");
  EXPECT_EQ(name_of(Tag::derived), "derived");
  EXPECT_EQ(name_of(Tag::assumption), "assumption");
  EXPECT_EQ(name_of(Tag::choice), "choice");
}

TEST(Setting, HasRangesThatMeanWhatTheySay) {
  EXPECT_EQ(share_range.low, 0);
  EXPECT_EQ(share_range.high, 1);
  EXPECT_GT(positive_range.low, 0);
  EXPECT_EQ(non_negative_range.low, 0);
  EXPECT_EQ(non_negative_range.high, unlimited);
  EXPECT_TRUE(std::isinf(Range{}.low) && Range{}.low < 0);
}

}  // namespace
}  // namespace cxsim
