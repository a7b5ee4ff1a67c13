#include "analysis/studio/request_target.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace cxsim {
namespace {

std::vector<std::string> values_of(const RequestTarget& target, const std::string& name) {
  std::vector<std::string> values;
  for (auto [at, end] = target.query.equal_range(name); at != end; ++at)
    values.push_back(at->second);
  return values;
}

TEST(RequestTarget, IsAPathAndItsQuery) {
  const auto target = read_target("/api/scenario?name=first&set=a%3D1&set=b%3D2");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/api/scenario");
  EXPECT_EQ(values_of(*target, "name"), std::vector<std::string>{"first"});
  EXPECT_EQ(values_of(*target, "set"), (std::vector<std::string>{"a=1", "b=2"}));
}

TEST(RequestTarget, IsDecoded) {
  const auto target = read_target("/a%20b+c?q=a%20b+c%2B&%C3%BC=%26&flag&=x");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/a b+c");
  EXPECT_EQ(values_of(*target, "q"), std::vector<std::string>{"a b c+"});
  EXPECT_EQ(values_of(*target, "ü"), std::vector<std::string>{"&"});
  EXPECT_EQ(values_of(*target, "flag"), std::vector<std::string>{""});
  EXPECT_EQ(values_of(*target, ""), std::vector<std::string>{"x"});
}

TEST(RequestTarget, KeepsWhatFollowsTheFirstEqualsSign) {
  const auto target = read_target("/?set=a=1?b=2");
  ASSERT_TRUE(target);
  EXPECT_EQ(values_of(*target, "set"), std::vector<std::string>{"a=1?b=2"});
}

TEST(RequestTarget, IsNothingElse) {
  for (const char* text : {"",
                           "*",
                           "page.js",
                           "http://127.0.0.1/",
                           "//../x",
                           "/..",
                           "/../etc/passwd",
                           "/a/../b",
                           "/a/./b",
                           "/%2e%2e/etc/passwd",
                           "/%2E./x",
                           "/..%2fetc",
                           "/a%2Fb",
                           "/a%5cb",
                           "/a\\b",
                           "/..\\x",
                           "/%00",
                           "/page.js%00.css",
                           "/a%0d%0ab",
                           "/%",
                           "/%4",
                           "/%zz",
                           "/a%2",
                           "/%ff",
                           "/%c0%ae%c0%ae/",
                           "/#x",
                           "/?a=%",
                           "/?a=%0",
                           "/?a=%ff",
                           "/?a=%00",
                           "/?%zz=1",
                           "/?a\x01"})
    EXPECT_FALSE(read_target(text)) << text;
}

TEST(RequestTarget, DecodesOnce) {
  const auto target = read_target("/%252e%252e?a=%2541");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/%2e%2e");
  EXPECT_EQ(values_of(*target, "a"), std::vector<std::string>{"%41"});
}

TEST(RequestTarget, LosesOneNameOfItsQueryAndKeepsTheOthersAsTheyWere) {
  EXPECT_EQ(query_without("/?token=1", "token"), "");
  EXPECT_EQ(query_without("/", "token"), "");
  EXPECT_EQ(query_without("/?scenario=a%20b&token=1&set=c%3D1&set=d", "token"),
            "?scenario=a%20b&set=c%3D1&set=d");
  EXPECT_EQ(query_without("/?t%6Fken=1&x", "token"), "?x");
  EXPECT_EQ(query_without("/?mytoken=1", "token"), "?mytoken=1");
}

}  // namespace
}  // namespace cxsim
