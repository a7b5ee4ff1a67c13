#include "analysis/plots/colours.hpp"

#include <gtest/gtest.h>

#include <string>

namespace cxsim {
namespace {

// 0 to 255, as a grey printer sees it (weights of Rec. 709).
double grey_of(const std::string& colour) {
  const auto part = [&](std::size_t at) { return std::stoi(colour.substr(at, 2), nullptr, 16); };
  return .2126 * part(1) + .7152 * part(3) + .0722 * part(5);
}

TEST(Colours, DarkenAllTheWay) {
  for (int k = 0; k < 50; ++k)
    EXPECT_GT(grey_of(sequential_colour(k / 50.)), grey_of(sequential_colour((k + 1) / 50.)));
}

TEST(Colours, DarkenFromZeroToBothSides) {
  for (int k = 0; k < 50; ++k)
    for (const double sign : {-1.0, 1.0})
      EXPECT_GT(grey_of(diverging_colour(sign * k / 50.)),
                grey_of(diverging_colour(sign * (k + 1) / 50.)));
}

TEST(Colours, StayWithinTheirEnds) {
  EXPECT_EQ(sequential_colour(-1), sequential_colour(0));
  EXPECT_EQ(sequential_colour(0), "#f8f6ec");
  EXPECT_EQ(sequential_colour(2), "#152f5e");
  EXPECT_EQ(diverging_colour(-3), "#863710");
  EXPECT_EQ(diverging_colour(3), "#174672");
}

TEST(Colours, LeaveWordsReadable) {
  EXPECT_EQ(ink_on("#ffffff"), "on-light");
  EXPECT_EQ(ink_on("#000000"), "on-dark");
  EXPECT_EQ(ink_on(sequential_colour(1)), "on-dark");
  EXPECT_EQ(ink_on(sequential_colour(0)), "on-light");
}

}  // namespace
}  // namespace cxsim
