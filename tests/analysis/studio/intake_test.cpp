#include "analysis/studio/intake.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace cxsim {
namespace {

using Stage = Intake::Stage;

const std::string get = "GET /page.js?a=1 HTTP/1.1\r\nHost: here\r\nX-Thing:  two words \r\n\r\n";
const std::string post =
    "POST /api/runs HTTP/1.1\r\nhost: here\r\nContent-Length: 7\r\n\r\n{\"a\":1}";

// What a connection does: the stages until more is needed or one is refused, whole ones handed on.
struct Heard {
  std::vector<RequestHead> requests;
  unsigned refused = 0;
};

void hear(Intake& intake, std::string_view bytes, Heard& heard) {
  for (Stage stage = intake.take(bytes); stage != Stage::more; stage = intake.take({})) {
    if (stage == Stage::refused) {
      heard.refused = intake.refusal().status;
      return;
    }
    if (stage == Stage::whole) heard.requests.push_back(intake.hand_on());
  }
}

Heard heard_of(const std::string& bytes, std::size_t piece = 1'000'000, Limits limits = {}) {
  Intake intake(limits);
  Heard heard;
  for (std::size_t at = 0; at < bytes.size() && heard.refused == 0; at += piece)
    hear(intake, std::string_view(bytes).substr(at, piece), heard);
  return heard;
}

unsigned refusal_of(const std::string& bytes) { return heard_of(bytes).refused; }

TEST(Intake, ReadsARequest) {
  const Heard heard = heard_of(get);
  ASSERT_EQ(heard.requests.size(), 1U);
  const RequestHead& head = heard.requests[0];
  EXPECT_EQ(head.request.method, "GET");
  EXPECT_EQ(head.request.path, "/page.js");
  EXPECT_EQ(head.request.target, "/page.js?a=1");
  EXPECT_EQ(head.request.query.count("a"), 1U);
  EXPECT_EQ(field_of(head.request, "host"), "here");
  EXPECT_EQ(field_of(head.request, "x-thing"), "two words");
  EXPECT_EQ(head.request.body, "");
  EXPECT_TRUE(head.keep_alive);
}

TEST(Intake, ReadsTheSameHoweverTheBytesAreCut) {
  const std::string bytes = get + post + get + post + post;
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
    const Heard heard = heard_of(bytes, piece);
    ASSERT_EQ(heard.requests.size(), 5U) << piece;
    EXPECT_EQ(heard.refused, 0U);
    for (const std::size_t k : {1U, 3U, 4U}) EXPECT_EQ(heard.requests[k].request.body, "{\"a\":1}");
    for (const std::size_t k : {0U, 2U}) EXPECT_EQ(heard.requests[k].request.path, "/page.js");
  }
}

TEST(Intake, ShowsTheHeadBeforeTheBody) {
  Intake intake(Limits{});
  const std::size_t body = post.find('{');
  EXPECT_EQ(intake.take(post.substr(0, body)), Stage::head);
  EXPECT_EQ(intake.head().request.path, "/api/runs");
  EXPECT_EQ(intake.head().body_bytes, 7U);
  EXPECT_FALSE(intake.has_body_begun());
  EXPECT_EQ(intake.take(post.substr(body, 3)), Stage::more);
  EXPECT_TRUE(intake.has_body_begun());
  EXPECT_EQ(intake.take(post.substr(body + 3)), Stage::whole);
  EXPECT_EQ(intake.hand_on().request.body, "{\"a\":1}");
  EXPECT_TRUE(intake.is_empty());
}

TEST(Intake, KnowsWhenTheClientGoesAfterThis) {
  EXPECT_FALSE(heard_of("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").requests[0].keep_alive);
  EXPECT_FALSE(heard_of("GET / HTTP/1.0\r\n\r\n").requests[0].keep_alive);
}

TEST(Intake, KnowsOneExpectation) {
  const std::string start = "POST / HTTP/1.1\r\nContent-Length: 0\r\nExpect: ";
  EXPECT_TRUE(heard_of(start + "100-Continue\r\n\r\n").requests[0].expects_continue);
  EXPECT_EQ(refusal_of(start + "tea\r\n\r\n"), 417U);
}

TEST(Intake, BearsWithHeadsUpToALimit) {
  Limits limits;
  limits.head_bytes = get.size();
  EXPECT_EQ(heard_of(get, 1'000'000, limits).requests.size(), 1U);
  limits.head_bytes = get.size() - 1;
  for (const std::size_t piece : {1U, 7U, 1'000'000U})
    EXPECT_EQ(heard_of(get, piece, limits).refused, 431U);
  // Many short fields are as long as one long one.
  std::string many = "GET / HTTP/1.1\r\n";
  for (int k = 0; k < 10'000; ++k) many += "A: b\r\n";
  EXPECT_EQ(heard_of(many, 6).refused, 431U);
  EXPECT_EQ(refusal_of("GET /" + std::string(10'000, 'a')), 431U);
}

TEST(Intake, BearsWithBodiesUpToALimit) {
  Limits limits;
  limits.body_bytes = 7;
  EXPECT_EQ(heard_of(post, 1'000'000, limits).requests.size(), 1U);
  limits.body_bytes = 6;
  EXPECT_EQ(heard_of(post, 1'000'000, limits).refused, 413U);
  for (const char* length : {"262145", "4294967296", "18446744073709551615"})
    EXPECT_EQ(refusal_of("POST / HTTP/1.1\r\nContent-Length: " + std::string(length) + "\r\n\r\n"),
              413U)
        << length;
}

TEST(Intake, TakesNoBodyInPieces) {
  EXPECT_EQ(refusal_of("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 411U);
  EXPECT_EQ(refusal_of("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n"), 411U);
}

TEST(Intake, RefusesWhatIsNoRequest) {
  for (const char* bytes :
       {"\x16\x03\x01\x02", "get / HTTP/1.1\r\n\r\n", "\r\n\r\n", " GET / HTTP/1.1\r\n\r\n",
        "{\"a\":1}", "GET / HTTP/2.0\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nA\x01: b\r\n\r\n", "GET  HTTP/1.1\r\n\r\n", "GET /a b HTTP/1.1\r\n\r\n",
        "GET http://here/ HTTP/1.1\r\n\r\n", "OPTIONS * HTTP/1.1\r\n\r\n", "PRI\r\n\r\n",
        "GET /%2e%2e/x HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "GET / HTTP/1.1\r\nContent-Length: 18446744073709551616\r\n\r\n",
        "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"})
    EXPECT_EQ(refusal_of(bytes), 400U) << bytes;
}

TEST(Intake, SurvivesAnyBytes) {
  std::mt19937 random(1);
  std::size_t whole = 0;
  for (int k = 0; k < 10'000; ++k) {
    std::string bytes = k % 2 == 0 ? get + post : post + get;
    for (std::size_t changes = random() % 4; changes > 0; --changes)
      bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    const Heard heard = heard_of(bytes, 1 + random() % 100);
    EXPECT_LE(heard.requests.size(), 2U);
    whole += heard.requests.size();
  }
  EXPECT_GT(whole, 5'000U);
}

}  // namespace
}  // namespace cxsim
