#include "analysis/studio/gatekeeper.hpp"

#include <gtest/gtest.h>

#include "analysis/report/json_values.hpp"
#include "analysis/studio/request_target.hpp"
#include "analysis/studio/secret.hpp"

namespace cxsim {
namespace {

const Gate gate{8123, "0123456789abcdef0123456789abcdef"};
const std::string pass = "cxsim_studio_8123=0123456789abcdef0123456789abcdef";

// A request as the page makes it.
Request asking(const std::string& method, const std::string& target) {
  const auto read = read_target(target);
  Request request{method, read->path, read->query, {}, "", target};
  request.fields = {{"host", "127.0.0.1:8123"}, {"cookie", pass}};
  if (method == "POST") request.fields.emplace("content-type", "application/json");
  return request;
}

Request with(Request request, const std::string& field, const std::string& value) {
  request.fields.erase(field);
  request.fields.emplace(field, value);
  return request;
}

Request without(Request request, const std::string& field) {
  request.fields.erase(field);
  return request;
}

unsigned answer_to(const Request& request) {
  const auto stop = stop_at_gate(gate, request);
  return stop ? stop->status : 0;
}

std::string header_of(const Response& response, const std::string& name) {
  for (const auto& [here, value] : response.headers)
    if (here == name) return value;
  return "";
}

TEST(Gate, LetsThePagePass) {
  EXPECT_EQ(answer_to(asking("GET", "/")), 0U);
  EXPECT_EQ(answer_to(asking("HEAD", "/page.js")), 0U);
  EXPECT_EQ(answer_to(asking("GET", "/api/library")), 0U);
  EXPECT_EQ(answer_to(asking("POST", "/api/runs")), 0U);
  EXPECT_EQ(answer_to(asking("GET", "/api/events")), 0U);
  EXPECT_EQ(answer_to(with(asking("GET", "/"), "host", "localhost:8123")), 0U);
}

TEST(Gate, KnowsItsOwnNamesOnly) {
  for (const char* host :
       {"", "127.0.0.1", "localhost", "127.0.0.1:8124", "127.0.0.1:81234", "evil.example",
        "evil.example:8123", "127.0.0.1:8123.evil.example", "localhost.evil.example:8123",
        "127.0.0.1:8123 ", "127.0.0.1:08123", "0.0.0.0:8123", "[::1]:8123", "127.1:8123"})
    EXPECT_EQ(answer_to(with(asking("GET", "/"), "host", host)), 421U) << host;
  EXPECT_EQ(answer_to(without(asking("GET", "/"), "host")), 421U);
  Request twice = asking("GET", "/");
  twice.fields.emplace("host", "evil.example");
  EXPECT_EQ(answer_to(twice), 421U);
}

TEST(Gate, LeavesTheUsualPortOut) {
  const Gate usual{80, gate.secret};
  Request request = with(asking("GET", "/"), "host", "localhost");
  request = with(request, "cookie", "cxsim_studio_80=" + gate.secret);
  EXPECT_FALSE(stop_at_gate(usual, request));
}

TEST(Gate, KnowsItsOwnOriginOnly) {
  EXPECT_EQ(answer_to(with(asking("POST", "/api/stop"), "origin", "http://127.0.0.1:8123")), 0U);
  for (const char* origin : {"null", "", "http://localhost:8123", "https://127.0.0.1:8123",
                             "http://127.0.0.1", "http://127.0.0.1:9999", "http://evil.example"})
    EXPECT_EQ(answer_to(with(asking("POST", "/api/stop"), "origin", origin)), 403U) << origin;
}

TEST(Gate, StopsRequestsThatCrossSites) {
  for (const char* site : {"same-origin", "none"})
    EXPECT_EQ(answer_to(with(asking("GET", "/"), "sec-fetch-site", site)), 0U) << site;
  for (const char* site : {"cross-site", "same-site", "", "None"})
    EXPECT_EQ(answer_to(with(asking("GET", "/"), "sec-fetch-site", site)), 403U) << site;
}

TEST(Gate, ChangesTheTokenForACookie) {
  const auto stop =
      stop_at_gate(gate, without(asking("GET", "/?token=" + gate.secret + "&set=a%3D1"), "cookie"));
  ASSERT_TRUE(stop);
  EXPECT_EQ(stop->status, 303U);
  EXPECT_EQ(header_of(*stop, "Location"), "/?set=a%3D1");
  EXPECT_EQ(header_of(*stop, "Set-Cookie"), pass + "; HttpOnly; SameSite=Strict; Path=/");
}

TEST(Gate, TakesNoOtherToken) {
  std::string near = gate.secret;
  near.back() = '0';
  for (const std::string& token : {std::string(), near, gate.secret + "0", gate.secret.substr(1)})
    EXPECT_EQ(answer_to(without(asking("GET", "/?token=" + token), "cookie")), 403U) << token;
  // The link opens the page, nothing else.
  const std::string query = "?token=" + gate.secret;
  EXPECT_EQ(answer_to(without(asking("GET", "/api/library" + query), "cookie")), 403U);
  EXPECT_EQ(answer_to(without(asking("POST", "/" + query), "cookie")), 403U);
}

TEST(Gate, TakesNoOtherCookie) {
  for (const std::string& cookie :
       {std::string(), std::string("cxsim_studio_8123="), std::string("cxsim_studio_8123=x"),
        "cxsim_studio_8124=" + gate.secret, "x" + pass, pass + "x", gate.secret})
    EXPECT_EQ(answer_to(with(asking("GET", "/"), "cookie", cookie)), 403U) << cookie;
}

TEST(Gate, FindsTheCookieAmongOthers) {
  EXPECT_EQ(answer_to(with(asking("GET", "/"), "cookie", "a=b; " + pass + "; c=d")), 0U);
  EXPECT_EQ(answer_to(with(asking("GET", "/"), "cookie", "cxsim_studio_8123=old; " + pass)), 0U);
}

TEST(Gate, TellsAPersonInAPageAndAScriptInJson) {
  const auto page = stop_at_gate(gate, without(asking("GET", "/"), "cookie"));
  const auto api = stop_at_gate(gate, without(asking("GET", "/api/library"), "cookie"));
  ASSERT_TRUE(page && api);
  EXPECT_EQ(page->type, "text/html; charset=utf-8");
  EXPECT_NE(page->body.find("printed in the terminal"), std::string::npos);
  EXPECT_EQ(api->type, "application/json");
  EXPECT_EQ(Json::parse(api->body)["problems"][0]["key"], "token");
}

TEST(Gate, AllowsFewMethods) {
  const struct {
    const char *method, *target, *allow;
  } cases[] = {{"POST", "/", "GET, HEAD"},
               {"PUT", "/api/runs", "GET, POST"},
               {"OPTIONS", "/api/runs", "GET, POST"},
               {"HEAD", "/api/library", "GET, POST"},
               {"POST", "/api/events", "GET"},
               {"TRACE", "/", "GET, HEAD"},
               {"get", "/", "GET, HEAD"}};
  for (const auto& one : cases) {
    const auto stop = stop_at_gate(gate, asking(one.method, one.target));
    ASSERT_TRUE(stop) << one.method;
    EXPECT_EQ(stop->status, 405U) << one.method;
    EXPECT_EQ(header_of(*stop, "Allow"), one.allow) << one.method;
  }
}

TEST(Gate, TakesJsonOnly) {
  const Request post = asking("POST", "/api/runs");
  EXPECT_EQ(answer_to(with(post, "content-type", "Application/JSON; charset=utf-8")), 0U);
  EXPECT_EQ(answer_to(without(post, "content-type")), 415U);
  for (const char* type : {"", "text/plain", "application/x-www-form-urlencoded",
                           "multipart/form-data", "application/jsonp", "text/application/json"})
    EXPECT_EQ(answer_to(with(post, "content-type", type)), 415U) << type;
}

TEST(Secret, IsRandomHex) {
  const std::string one = new_secret();
  EXPECT_EQ(one.size(), 32U);
  EXPECT_EQ(one.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_NE(one, new_secret());
}

TEST(Secret, IsTheSameOnlyAsAWhole) {
  EXPECT_TRUE(is_same_secret("abc", "abc"));
  for (const char* guess : {"", "ab", "abd", "bbc", "abcd"})
    EXPECT_FALSE(is_same_secret("abc", guess)) << guess;
  EXPECT_FALSE(is_same_secret("", ""));
}

}  // namespace
}  // namespace cxsim
