#include "analysis/studio/session.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <filesystem>
#include <future>

#include "analysis/studio/library_sample.hpp"

namespace cxsim {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* stub =
    "<!doctype html><html><head><title>x</title></head><body></body></html>";

// A session without a server: asked by requests, and listened to.
class Asked : public testing::Test {
 protected:
  Asked() {
    auto folder = PrivateFolder::make();
    if (!folder) throw std::runtime_error("no folder");
    folder_ = folder->path();
    session_ = std::make_unique<Session>(SessionPlan{ScenarioLibrary(offered_here()),
                                                     {"02_what_if", {"company.promise=0.9"}, ""},
                                                     {stub, "", ""},
                                                     1,
                                                     events_},
                                         std::move(*folder));
    events_->listen([this] { changed_.notify_all(); });
  }

  Response ask(const Request& request) {
    const auto answer = std::make_shared<std::promise<Response>>();
    studio_handler (*session_)(request,
                               [answer](Response response) { answer->set_value(response); });
    return answer->get_future().get();
  }
  Response get(const std::string& path, std::multimap<std::string, std::string> query = {}) {
    Request request;
    request.method = "GET";
    request.path = path;
    request.query = std::move(query);
    return ask(request);
  }
  Response post(const std::string& path, const Json& body) {
    Request request;
    request.method = "POST";
    request.path = path;
    request.body = body.dump();
    return ask(request);
  }

  int begin(const std::string& scenario, int people = 200) {
    const Response started =
        post("/api/runs", {{"scenario", scenario},
                           {"set",
                            {"simulation.people=" + std::to_string(people), "simulation.days=720",
                             "simulation.burn_in=60", "simulation.replications=2"}}});
    EXPECT_EQ(started.status, 200) << started.body;
    return Json::parse(started.body)["run"];
  }

  // The text of all events up to the first that holds `mark`.
  std::string hear(const std::string& mark) {
    std::unique_lock lock(mutex_);
    std::string heard;
    for (;;) {
      const auto tidings = events_->after(heard_);
      if (tidings) {
        heard += tidings->text;
        heard_ = tidings->newest;
      }
      if (heard.find(mark) != std::string::npos) return heard;
      changed_.wait_for(lock, std::chrono::milliseconds(20));
    }
  }
  void finish(int run) { hear("\"event\":\"done\",\"run\":" + std::to_string(run)); }
  std::string of(int run, const std::string& part = "") {
    return "/api/runs/" + std::to_string(run) + part;
  }

  std::shared_ptr<Events> events_ = std::make_shared<Events>();
  std::string folder_;
  std::unique_ptr<Session> session_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t heard_ = 0;
};

TEST_F(Asked, RunsAndAnswers) {
  const int run = begin("02_what_if");
  EXPECT_EQ(run, 1);
  finish(run);
  const Json content = Json::parse(get(of(run)).body);
  EXPECT_EQ(content["schema"], 1);
  EXPECT_EQ(content["people"], 200);
  EXPECT_THAT(content["command"].get<std::string>(), StartsWith("cxsim run 02_what_if --set "));
  EXPECT_EQ(Json::parse(get(of(run, "/customers"), {{"people", "50"}}).body)["sampled"], 50);
  EXPECT_EQ(Json::parse(get(of(run, "/life"), {{"person", "7"}}).body)["person"], 7);
  EXPECT_EQ(get(of(run, "/life"), {{"person", "200"}}).status, 400);
  EXPECT_TRUE(Json::parse(get(of(run, "/lives")).body).is_array());
  EXPECT_THAT(get(of(run, "/results.h5")).body, StartsWith("\x89HDF"));
  EXPECT_TRUE(read_resolved_scenario(get(of(run, "/scenario.toml")).body, "", "saved.toml", {}));
}

TEST_F(Asked, WorksOutWhatADecisionLeansOn) {
  const int run = begin("02_what_if");
  EXPECT_EQ(get(of(run)).status, 409);
  finish(run);
  const std::string arm = Json::parse(get(of(run)).body)["arms"][1]["name"];
  EXPECT_EQ(get(of(run, "/leaning"), {{"arm", arm}}).status, 409);
  EXPECT_EQ(post(of(run, "/leaning"), {{"arm", "baseline"}}).status, 400);
  EXPECT_EQ(post(of(run, "/leaning"), {{"arm", arm}}).status, 200);
  EXPECT_THAT(hear("\"event\":\"leaning\""), HasSubstr("\"task\":\"leaning\""));
  const Json leaning = Json::parse(get(of(run, "/leaning"), {{"arm", arm}}).body);
  EXPECT_EQ(leaning["people"], 200);
  post(of(run, "/leaning"), {{"arm", arm}});
  EXPECT_THAT(hear("\"event\":\"leaning\""), Not(HasSubstr("\"task\":\"leaning\"")));
  const Response report = get(of(run, "/report.html"), {{"quick", "1"}});
  EXPECT_EQ(report.status, 200);
  EXPECT_THAT(report.body, HasSubstr("id=\"content\""));
}

TEST_F(Asked, StopsForANewerRun) {
  const int first = begin("03_chatbot_bet", 20000);
  hear("\"event\":\"progress\"");
  const int second = begin("01_first_run");
  EXPECT_THAT(hear("\"event\":\"done\""), HasSubstr("\"event\":\"stopped\",\"run\":1"));
  EXPECT_EQ(get(of(first)).status, 410);
  EXPECT_EQ(get(of(second)).status, 200);
}

TEST_F(Asked, StopsWhenTold) {
  EXPECT_TRUE(Json::parse(post("/api/stop", Json::object()).body)["stopped"].is_null());
  begin("03_chatbot_bet", 20000);
  EXPECT_EQ(Json::parse(post("/api/stop", Json::object()).body)["stopped"], 1);
  hear("\"event\":\"stopped\"");
}

TEST_F(Asked, StopsWhatHasYetToBegin) {
  Request run;
  run.method = "POST";
  run.path = "/api/runs";
  run.body = R"({"scenario": "03_chatbot_bet", "set": ["simulation.people=20000"]})";
  studio_handler (*session_)(run, [](Response) {});
  ASSERT_EQ(Json::parse(post("/api/stop", Json::object()).body)["stopped"], 1);
  hear("\"event\":\"stopped\",\"run\":1");
}

TEST_F(Asked, TellsThatALedgerWasStopped) {
  const int run = begin("02_what_if", 4000);
  finish(run);
  const std::string arm = Json::parse(get(of(run)).body)["arms"][1]["name"];
  EXPECT_EQ(get(of(run, "/leaning"), {{"arm", "no_such"}}).status, 400);
  EXPECT_EQ(post(of(run, "/leaning"), {{"arm", arm}}).status, 200);
  EXPECT_TRUE(Json::parse(post("/api/stop", Json::object()).body)["stopped"].is_null());
  hear("\"event\":\"stopped\",\"run\":1");
  EXPECT_EQ(get(of(run)).status, 200) << "the run itself is done";
  EXPECT_EQ(get(of(run, "/leaning"), {{"arm", arm}}).status, 409);
}

TEST_F(Asked, SaysThatAResultFileIsGone) {
  const int run = begin("01_first_run");
  finish(run);
  std::filesystem::remove(folder_ + "/run-1.h5");
  const Response gone = get(of(run, "/results.h5"));
  EXPECT_EQ(gone.status, 500);
  EXPECT_THAT(gone.body, HasSubstr("run it again"));
}

TEST_F(Asked, KeepsTheLastFourRuns) {
  for (int run = 1; run <= 6; ++run) {
    EXPECT_EQ(begin("01_first_run"), run);
    finish(run);
  }
  EXPECT_EQ(get(of(1)).status, 410);
  EXPECT_EQ(get(of(2)).status, 410);
  for (int run = 3; run <= 6; ++run) EXPECT_EQ(get(of(run)).status, 200);
  EXPECT_EQ(get(of(7)).status, 404);
  int files = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder_))
    files += file.path().extension() == ".h5" ? 1 : 0;
  EXPECT_EQ(files, 4);
}

TEST_F(Asked, ShowsWhatItWasStartedWith) {
  const Json controls = Json::parse(get("/api/scenario").body);
  EXPECT_EQ(controls["name"], "02_what_if");
  EXPECT_EQ(controls["set"], Json::array({"company.promise=0.9"}));
  const Json changed = Json::parse(get("/api/scenario", {{"set", "company.promise=0.7"}}).body);
  EXPECT_EQ(changed["set"], Json::array({"company.promise=0.7"}));
}

TEST_F(Asked, TellsWhatIsWrong) {
  const auto problem = [](const Response& response) {
    EXPECT_EQ(response.status, 200) << response.body;
    return Json::parse(response.body)["problems"][0];
  };
  EXPECT_EQ(problem(get("/api/scenario",
                        {{"name", "01_first_run"}, {"set", "company.maturity_stage=9"}}))["key"],
            "company.maturity_stage");
  EXPECT_EQ(problem(post("/api/runs",
                         {{"scenario", "01_first_run"}, {"set", {"simulation.peple=3"}}}))["key"],
            "simulation.peple");
  EXPECT_EQ(problem(post("/api/runs", {{"scenario", "no_such"}}))["key"], "scenario");
  for (const char* much :
       {"simulation.people=200000000", "simulation.days=36500", "simulation.replications=1000000"})
    EXPECT_THAT(problem(post("/api/runs", {{"scenario", "03_chatbot_bet"},
                                           {"set", {much, "simulation.people=100000"}}}))["cure"]
                    .get<std::string>(),
                HasSubstr("cxsim run 03_chatbot_bet"));
}

// Whatever bytes come, the answer is JSON.
TEST_F(Asked, AnswersInJsonWhateverIsAsked) {
  const std::string strange = "\xff\xfe\x01\"";
  for (const auto& query : std::vector<std::multimap<std::string, std::string>>{
           {{"name", strange}},
           {{"set", strange}},
           {{"toml", strange}},
           {{strange, "x"}},
           {{"name", "01_first_run"}, {"set", strange + "=1"}},
           {{"name", "01_first_run"}, {"toml", "[about]\ntitle = \"" + strange}}}) {
    const Response response = get("/api/scenario", query);
    ASSERT_TRUE(Json::accept(response.body));
    EXPECT_FALSE(Json::parse(response.body)["problems"].empty());
  }
}

TEST_F(Asked, LeavesNoFolderBehind) {
  begin("03_chatbot_bet", 20000);
  hear("\"event\":\"progress\"");
  EXPECT_TRUE(std::filesystem::exists(folder_));
  EXPECT_EQ(std::filesystem::status(folder_).permissions(), std::filesystem::perms::owner_all);
  session_.reset();
  EXPECT_FALSE(std::filesystem::exists(folder_));
}

}  // namespace
}  // namespace cxsim
