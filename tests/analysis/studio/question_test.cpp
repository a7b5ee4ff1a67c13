#include "analysis/studio/question.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/report/json_values.hpp"

namespace cxsim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Request request(std::string method, const std::string& path) {
  Request request;
  request.method = std::move(method);
  request.path = path;
  return request;
}

Request get(const std::string& path, std::multimap<std::string, std::string> query = {}) {
  Request asked = request("GET", path);
  asked.query = std::move(query);
  return asked;
}

Request post(const std::string& path, const std::string& body) {
  Request asked = request("POST", path);
  asked.body = body;
  return asked;
}

// What is asked; fails if it was refused.
template <class Asked>
Asked asked(const Request& request) {
  const auto understood = understand(request);
  if (const auto* refused = std::get_if<Response>(&understood)) {
    ADD_FAILURE() << refused->status << refused->body;
    return {};
  }
  const auto* question = std::get_if<Asked>(std::get_if<Question>(&understood));
  EXPECT_NE(question, nullptr);
  return question != nullptr ? *question : Asked{};
}

Response refused(const Request& request) {
  const auto understood = understand(request);
  const auto* response = std::get_if<Response>(&understood);
  EXPECT_NE(response, nullptr) << request.method << " " << request.path;
  return response != nullptr ? *response : Response{};
}

Json first_problem(const Response& response) {
  return Json::parse(response.body).at("problems").at(0);
}

TEST(Question, IsUnderstood) {
  asked<ListLibrary>(get("/api/library"));
  asked<StopRun>(post("/api/stop", "{}"));
  const auto show = asked<ShowScenario>(
      get("/api/scenario", {{"name", "x"}, {"set", "a=1"}, {"set", "b=2"}, {"toml", "c = 3"}}));
  EXPECT_EQ(show.choice, (ScenarioChoice{"x", {"a=1", "b=2"}, "c = 3"}));
  const auto start = asked<StartRun>(post("/api/runs", R"({"scenario": "x", "set": ["a=1"]})"));
  EXPECT_EQ(start.choice, (ScenarioChoice{"x", {"a=1"}, ""}));
  EXPECT_EQ(asked<BeginLeaning>(post("/api/runs/7/leaning", R"({"arm": "bot"})")).arm, "bot");
}

TEST(Question, NamesPartsOfARun) {
  const auto part = [](const std::string& path) { return asked<ReadRun>(get(path)).part; };
  EXPECT_EQ(part("/api/runs/3"), RunPart::content);
  EXPECT_EQ(part("/api/runs/3/lives"), RunPart::lives);
  EXPECT_EQ(part("/api/runs/3/scenario.toml"), RunPart::scenario);
  EXPECT_EQ(part("/api/runs/3/results.h5"), RunPart::results);
  EXPECT_EQ(part("/api/runs/3/report.html"), RunPart::report);
  EXPECT_EQ(asked<ReadRun>(get("/api/runs/12/life", {{"person", "7"}})).number, 7);
  EXPECT_EQ(asked<ReadRun>(get("/api/runs/12/life", {{"person", "7"}})).run, 12);
  EXPECT_EQ(asked<ReadRun>(get("/api/runs/3/customers")).number, usual_customers);
  EXPECT_EQ(asked<ReadRun>(get("/api/runs/3/leaning", {{"arm", "bot"}})).arm, "bot");
  EXPECT_TRUE(asked<ReadRun>(get("/api/runs/3/report.html", {{"quick", "1"}})).quick);
}

TEST(Question, HasAnAddress) {
  for (const char* path :
       {"/api/", "/api", "/", "", "/api/libraries", "/api/library/x", "/api/runs/0", "/api/runs/-1",
        "/api/runs/x", "/api/runs/1x", "/api/runs/99999999999999999999", "/api/runs/1/",
        "/api/runs/1/x", "/api/runs/1/lives/2", "//api/library", "/api//library"})
    EXPECT_EQ(refused(get(path)).status, 404) << path;
}

TEST(Question, IsAskedInOneWay) {
  const Response response = refused(get("/api/runs"));
  EXPECT_EQ(response.status, 405);
  EXPECT_THAT(response.headers, ElementsAre(testing::Pair("Allow", "POST")));
  EXPECT_EQ(refused(post("/api/library", "{}")).status, 405);
  EXPECT_EQ(refused(post("/api/runs/1", "{}")).status, 405);
  EXPECT_EQ(refused(post("/api/runs/1/lives", "{}")).status, 405);
}

TEST(Question, HasNumbersInRange) {
  for (const char* people : {"0", "-1", "20001", "1e3", "5 ", "+5", "0x5", "5.0", "ten"})
    EXPECT_EQ(refused(get("/api/runs/1/customers", {{"people", people}})).status, 400) << people;
  EXPECT_EQ(refused(get("/api/runs/1/life")).status, 400);
  EXPECT_EQ(refused(get("/api/runs/1/life", {{"person", "-1"}})).status, 400);
  EXPECT_EQ(refused(get("/api/runs/1/life", {{"person", "9999999999"}})).status, 400);
}

TEST(Question, SaysNothingThatIsNotKnown) {
  const Json problem = first_problem(refused(get("/api/scenario", {{"nmae", "x"}})));
  EXPECT_EQ(problem["key"], "nmae");
  EXPECT_THAT(problem["cure"].get<std::string>(), HasSubstr("name"));
  EXPECT_EQ(refused(get("/api/library", {{"x", ""}})).status, 400);
  EXPECT_EQ(refused(get("/api/scenario", {{"name", "x"}, {"name", "y"}})).status, 400);
  const Json member =
      first_problem(refused(post("/api/runs", R"({"scenario": "x", "sett": ["a=1"]})")));
  EXPECT_EQ(member["key"], "sett");
  EXPECT_THAT(member["cure"].get<std::string>(), HasSubstr("set"));
}

TEST(Question, HasABodyOfJson) {
  for (const char* body :
       {"", "{", "null", "[]", "3", "\"x\"", "{\"scenario\": }", "\xff", R"({"scenario": 3})",
        R"({"scenario": "x", "set": "a=1"})", R"({"scenario": "x", "set": [1]})", R"({"set": []})",
        "{}", R"({"scenario": "x", "toml": {}})"}) {
    const Response response = refused(post("/api/runs", body));
    EXPECT_EQ(response.status, 400) << body;
    EXPECT_FALSE(first_problem(response)["what"].get<std::string>().empty());
  }
  EXPECT_EQ(refused(post("/api/stop", R"({"run": 1})")).status, 400);
}

TEST(Question, TakesADeepBody) {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  EXPECT_EQ(refused(post("/api/runs", deep)).status, 400);
}

}  // namespace
}  // namespace cxsim
