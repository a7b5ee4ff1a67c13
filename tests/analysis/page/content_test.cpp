// The content of a page against what the other reports say of the same file.
#include <gmock/gmock.h>

#include <functional>
#include <map>

#include "analysis/explained_run.hpp"
#include "analysis/page/content_json.hpp"
#include "analysis/page/decision_json.hpp"
#include "analysis/page/outcome_json.hpp"
#include "analysis/page/report_content.hpp"
#include "analysis/report/comparison.hpp"
#include "analysis/report/file_source.hpp"
#include "analysis/report/outcomes.hpp"
#include "recording/netcdf_sample.hpp"

namespace cxsim {
namespace {

// A scenario of the repository, run and written, with its content.
class Reported {
 public:
  explicit Reported(Scenario scenario) : scenario_(std::move(scenario)) {
    ExperimentPlan plan;
    plan.output = path();
    const auto run = run_experiment(scenario_, plan);
    EXPECT_TRUE(run && run->complete);
    content_ = content_json(NetcdfReader(path()), scenario_, "cxsim run it");
  }

  std::string path() const { return folder_.file("run.h5"); }
  const Scenario& scenario() const { return scenario_; }
  const Json& content() const { return content_; }

 private:
  TestFolder folder_;
  Scenario scenario_;
  Json content_;
};

const Reported& reported() {
  static const Reported one(*two_investments({"record.people=all"}));
  return one;
}

const Json& content() { return reported().content(); }

void expect_near(const Json& found, const Json& expected) {
  ASSERT_EQ(found.is_null(), expected.is_null()) << found << " " << expected;
  if (found.is_null()) return;
  const double value = expected.get<double>();
  EXPECT_NEAR(found.get<double>(), value, 1e-8 * std::abs(value) + 1e-12);
}

Json comparison() {
  const NetcdfReader reader(reported().path());
  const FileSource source(reader);
  const MonthlyResults results(source);
  return json_of(compare(results, 0, all_arms_but(0, source.facts())));
}

TEST(Content, HasTheMembersOfItsContract) {
  std::vector<std::string> members;
  for (const auto& [name, value] : content().items()) members.push_back(name);
  EXPECT_THAT(members,
              testing::UnorderedElementsAre(
                  "schema", "about", "command", "version", "currency", "start_date", "people",
                  "days", "burn_in", "months", "replications", "seed", "discount_rate",
                  "decision_month", "arms", "segments", "touchpoints", "journeys", "departments",
                  "outcomes", "series", "segment_series", "retention", "decisions", "promises",
                  "measured", "map", "touchpoint_months", "journey_months", "department_months",
                  "reasons", "customers", "lives"));
  EXPECT_EQ(content()["schema"], 1);
  EXPECT_TRUE(content()["customers"].is_null());
  EXPECT_TRUE(content()["lives"].empty());
}

TEST(Content, TellsTheRun) {
  EXPECT_EQ(content()["people"], 400);
  EXPECT_EQ(content()["days"], 540);
  EXPECT_EQ(content()["months"], 18);
  EXPECT_EQ(content()["replications"], 3);
  EXPECT_EQ(content()["command"], "cxsim run it");
  EXPECT_EQ(content()["arms"].size(), reported().scenario().arms.size());
  EXPECT_TRUE(content()["arms"][0]["action_day"].is_null()) << "the baseline does nothing";
  EXPECT_FALSE(content()["arms"][1]["apply"].empty());
  EXPECT_EQ(content()["touchpoints"].size(), reported().scenario().world.touchpoints.size());
}

TEST(Content, SaysWhatTheComparisonSays) {
  const Json compared = comparison();
  const std::size_t arms = content()["arms"].size();
  ASSERT_EQ(content()["decisions"].size(), arms - 1);
  for (std::size_t arm = 1; arm < arms; ++arm) {
    const Json& decision = content()["decisions"][arm - 1];
    EXPECT_EQ(decision["arm"], arm);
    const Json& other = compared["arms"][content()["arms"][arm]["name"].get<std::string>()];
    const Json& npv = other["outcomes"]["npv"]["difference"];
    expect_near(decision["npv"]["mean"], npv["mean"]);
    expect_near(decision["npv"]["low"], npv["t_interval"][0]);
    expect_near(decision["npv"]["high"], npv["t_interval"][1]);
    EXPECT_EQ(decision["npv"]["values"].size(), 3u);
    EXPECT_NEAR(decision["chance_above_zero"]["share"].get<double>(),
                npv["above_zero"]["share"].get<double>(), 1e-5);
    EXPECT_EQ(decision["payback"]["months"], other["payback"]["months"]);
    EXPECT_EQ(decision["explanation"]["arm"], content()["arms"][arm]["name"]);
    EXPECT_TRUE(decision["explanation"]["leans_on"].is_null());
  }
}

TEST(Content, HasEveryOutcomeOfTheTables) {
  const Outcomes outcomes = read_outcomes(NetcdfReader(reported().path()));
  const Json compared = comparison();
  ASSERT_EQ(content()["outcomes"].size(), outcomes.rows.size());
  for (std::size_t k = 0; k < outcomes.rows.size(); ++k) {
    const Json& row = content()["outcomes"][k];
    const std::string name = outcomes.rows[k].outcome.name;
    EXPECT_EQ(row["name"], name);
    EXPECT_NE(row["title"].get<std::string>().front(), ' ');
    EXPECT_TRUE(row["differences"][0].is_null());
    for (std::size_t arm = 0; arm < row["arms"].size(); ++arm)
      expect_near(row["arms"][arm]["mean"], json_of(outcomes.rows[k].arms[arm].mean));
    const std::string first = content()["arms"][1]["name"];
    expect_near(row["differences"][1]["mean"],
                compared["arms"][first]["outcomes"][name]["difference"]["mean"]);
  }
}

TEST(Content, RunsUpToTheNpvOfTheDecision) {
  for (const Json& decision : content()["decisions"]) {
    const Json& months =
        content()["series"]["cumulative_npv"]["arms"][decision["arm"].get<std::size_t>()]["mean"];
    const double npv = decision["npv"]["mean"];
    EXPECT_NEAR(months.back().get<double>(), npv, 1e-5 * std::abs(npv));
  }
}

TEST(Content, HasANumberForEveryArmMonthAndPlace) {
  for (const auto& [name, series] : content()["series"].items())
    for (const Json& band : series["arms"]) EXPECT_EQ(band["mean"].size(), 18u) << name;
  for (const auto& [kind, places] :
       std::map<std::string, std::string>{{"touchpoint_months", "touchpoints"},
                                          {"journey_months", "journeys"},
                                          {"department_months", "departments"}})
    for (const auto& [name, arms] : content()[kind].items()) {
      ASSERT_EQ(arms.size(), content()["arms"].size()) << name;
      EXPECT_EQ(arms[0].size(), content()[places].size()) << name;
      EXPECT_EQ(arms[0][0].size(), 18u) << name;
    }
}

TEST(Content, SharesOfReasonsAddUp) {
  std::map<std::pair<int, int>, double> sums;
  for (const Json& reason : content()["reasons"])
    if (reason["kind"] != "root_cause")
      sums[{reason["arm"], reason["touchpoint"]}] += reason["share"].get<double>();
  EXPECT_FALSE(sums.empty());
  for (const auto& [place, sum] : sums) EXPECT_NEAR(sum, 1, .005);
}

TEST(Content, TellsWhoIsHelpedAndWhoStays) {
  const Json& people = content()["decisions"][0]["people"];
  ASSERT_FALSE(people.empty());
  EXPECT_EQ(people[0]["name"], "everybody");
  EXPECT_EQ(people[0]["people"], 400);
  double in_tiers = 0;
  for (const Json& group : people)
    if (group["name"].get<std::string>().starts_with("value "))
      in_tiers += group["people"].get<double>();
  EXPECT_NEAR(in_tiers, 400, .01);
  const Json& retention = content()["retention"];
  ASSERT_EQ(retention["arms"].size(), content()["arms"].size());
  EXPECT_EQ(retention["arms"][0]["survival"][0],
            (Json{{"day", 0}, {"share", 1}, {"low", 1}, {"high", 1}}));
}

TEST(Content, DoesWithoutPeopleAndWithoutOtherArms) {
  const Reported alone(
      *read_scenario(CXSIM_SOURCE_DIR "/scenarios/01_first_run.toml",
                     {"record.people=0", "simulation.people=300", "simulation.days=90",
                      "simulation.burn_in=60", "simulation.replications=2"}));
  EXPECT_TRUE(alone.content()["retention"].is_null());
  EXPECT_TRUE(alone.content()["decisions"].empty());
  EXPECT_EQ(alone.content()["arms"].size(), 1u);
  EXPECT_FALSE(alone.content()["series"].contains("cumulative_npv"));
}

TEST(Content, SaysNothingOfNobody) {
  Individuals nobody;
  nobody.groups.resize(2);
  EXPECT_TRUE(people_groups_json(nobody, World{}).empty());
  Retention retention;
  retention.days = 60;
  retention.arms.push_back({"baseline", 0, 0, {}, {}, {}});
  EXPECT_TRUE(page_retention_json(retention)["arms"][0]["survival"].empty());
}

TEST(Content, KeepsASeedThatJavaScriptCannotHold) {
  const Reported one(*two_investments(
      {"record.people=0", "simulation.seed=9007199254740993", "simulation.days=390"}));
  EXPECT_EQ(one.content()["seed"], "9007199254740993");
  EXPECT_EQ(content()["seed"], 1);
}

ReportPlan plan_for(const Reported& one) {
  ReportPlan plan;
  plan.ledger = LedgerRuns::without;
  plan.people = 50;
  plan.lives = 2;
  plan.scenario_with = [&one](const std::vector<std::string>& overrides) {
    return ScenarioFamily::read_resolved(resolved_toml(one.scenario()), "", "it", {})
        ->with(overrides);
  };
  return plan;
}

TEST(ReportRuns, AddCustomersAndLives) {
  ReportPlan plan = plan_for(reported());
  std::atomic<std::int64_t> passed{0};
  plan.on_progress = [&](std::int64_t person_days) { passed += person_days; };
  auto runs = ReportRuns::of(NetcdfReader(reported().path()), reported().scenario(), plan);
  ASSERT_TRUE(runs);
  const std::optional<Json> all = runs->run(plan);
  ASSERT_TRUE(all);
  EXPECT_EQ(passed, runs->person_days());
  EXPECT_EQ((*all)["customers"]["sampled"], 50);
  EXPECT_EQ((*all)["customers"]["links"], (*all)["map"]["links"].size());
  EXPECT_EQ((*all)["lives"].size(), 2u);
  EXPECT_EQ((*all)["decisions"], content()["decisions"]) << "without the ledger";
}

TEST(ReportRuns, StopWhenTold) {
  ReportPlan plan = plan_for(reported());
  plan.cancelled = [] { return true; };
  auto runs = ReportRuns::of(NetcdfReader(reported().path()), reported().scenario(), plan);
  ASSERT_TRUE(runs);
  EXPECT_FALSE(runs->run(plan));
}

}  // namespace
}  // namespace cxsim
