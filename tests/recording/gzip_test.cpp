#include "recording/gzip.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>

namespace cxsim {
namespace {

// As gzip itself would read it.
std::string expanded(const std::string& bytes) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string out(1 << 22, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  EXPECT_EQ(stream.avail_in, 0u) << "something follows the end";
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

TEST(Gzip, GivesBackWhatItTook) {
  std::string every;
  for (int k = 0; k < 300'000; ++k) every += static_cast<char>(k * k / 7);
  for (const std::string& text : {std::string(), std::string("a"), every})
    EXPECT_EQ(expanded(gzipped(text)), text);
}

TEST(Gzip, MakesTextSmall) {
  std::string text;
  for (int k = 0; k < 10'000; ++k) text += "{\"mean\":0.125},";
  EXPECT_LT(gzipped(text).size(), text.size() / 50);
}

// A name or a time in it would make two reports differ.
TEST(Gzip, KnowsNoTimeAndNoName) {
  const std::string bytes = gzipped("the same");
  ASSERT_GT(bytes.size(), 10u);
  EXPECT_EQ(bytes.substr(0, 4), std::string("\x1F\x8B\x08\x00", 4));
  EXPECT_EQ(bytes.substr(4, 4), std::string(4, '\0'));
  EXPECT_EQ(bytes, gzipped("the same"));
}

}  // namespace
}  // namespace cxsim
