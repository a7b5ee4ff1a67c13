#include "analysis/page/packed_numbers.hpp"

#include <gtest/gtest.h>

namespace cxsim {
namespace {

TEST(Base64, IsAsTheStandardSays) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("foob"), "Zm9vYg==");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

TEST(Base64, TakesAnyByte) {
  EXPECT_EQ(base64(std::string("\xff\x00\x80", 3)), "/wCA");
  EXPECT_EQ(base64("\xfb\xef\xbe"), "++++");
}

TEST(PackedNumbers, AreTwoBytesEachTheLowOneFirst) {
  PackedNumbers numbers;
  for (const std::size_t number : {0U, 1U, 255U, 256U, 0x1234U, 65535U, 70000U})
    numbers.add(number);
  EXPECT_EQ(numbers.text(),
            base64(std::string("\x00\x00\x01\x00\xff\x00\x00\x01\x34\x12\xff\xff\xff\xff", 14)));
}

TEST(PackedNumbers, KeepMoodsInHundredthsToTheNearestTwentieth) {
  PackedNumbers moods;
  for (const float valence : {0.f, .52f, -.48f, 1.f, -1.f, 7.f}) moods.add_mood(valence);
  const signed char expected[] = {0, 50, -50, 100, -100, 100};
  EXPECT_EQ(moods.text(), base64(std::string(reinterpret_cast<const char*>(expected), 6)));
}

}  // namespace
}  // namespace cxsim
