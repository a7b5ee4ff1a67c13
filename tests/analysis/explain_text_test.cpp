#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/explain/explanation.hpp"
#include "explained_run.hpp"
#include "report/sample_results.hpp"

namespace cxsim {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

// The arm gains `gain` a month in every replication, give or take `luck`, by dearer payments.
SampleResults gaining(double gain, double luck, std::size_t replications = 4) {
  SampleResults source({{"baseline", "", -1}, {"trained", "", 0}}, replications, 12);
  const auto paid = [=](const RunWindow& m) {
    return 100 + (m.arm == 1 ? gain + (m.replication % 2 == 0 ? luck : -luck) : 0);
  };
  source.set("active_customers", [](const RunWindow&, std::size_t) { return 5.0; });
  source.set("revenue", [=](const RunWindow& m, std::size_t s) { return s == 0 ? paid(m) : 0; });
  source.set("profit", [=](const RunWindow& m, std::size_t) { return paid(m); });
  return source;
}

Explanation explained(const SampleResults& source) {
  return explain(MonthlyResults(source), Scenario{}, 1, 0);
}

TEST(Sentences, SayThatTheArmWinsAndByWhat) {
  const auto all = sentences(explained(gaining(20, 1)));
  EXPECT_THAT(all.front(), StartsWith("trained wins against baseline: NPV +"));
  EXPECT_THAT(all, Contains(HasSubstr("It gains most by customers who pay more each")));
}

TEST(Sentences, SayThatTheArmLosesAndToWhat) {
  const auto all = sentences(explained(gaining(-20, 1)));
  EXPECT_THAT(all.front(), StartsWith("trained loses against baseline: NPV -"));
  EXPECT_THAT(all, Contains(HasSubstr("It loses most by customers who pay less each")));
}

TEST(Sentences, PassOverWhatIsSmallBesideTheRest) {
  SampleResults source = gaining(20, 1);
  source.set("care_cost", [](const RunWindow& m, std::size_t) { return m.arm == 1 ? -.2 : 0; });
  EXPECT_THAT(sentences(explained(source)), Not(Contains(HasSubstr("care"))));
  source.set("care_cost", [](const RunWindow& m, std::size_t) { return m.arm == 1 ? -2.0 : 0; });
  EXPECT_THAT(sentences(explained(source)), Contains(HasSubstr("a lower cost of care")));
}

TEST(Sentences, GiveNoReasonThatLuckHides) {
  const auto all = sentences(explained(gaining(1, 50)));
  EXPECT_THAT(all.front(), StartsWith("Luck hides whether trained wins or loses"));
  EXPECT_THAT(all, Not(Contains(HasSubstr("most by"))));
}

TEST(Sentences, ClaimNothingFromOneReplication) {
  const auto all = sentences(explained(gaining(20, 0, 1)));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_THAT(all.front(), HasSubstr("One replication cannot tell effect from luck"));
}

TEST(Sentences, SayThatNothingChanges) {
  EXPECT_THAT(sentences(explained(gaining(0, 0))).front(), HasSubstr("changes no money"));
}

TEST(Sentences, SayThatThereIsNothingToExplain) {
  SampleResults source = gaining(1, 1);
  source.forget_runs_from(1, 0);
  const Explanation nothing = explained(source);
  EXPECT_THAT(sentences(nothing).front(), HasSubstr("nothing to explain"));
  EXPECT_THAT(to_text(nothing), Not(HasSubstr("The path")));
  EXPECT_EQ(json_of(nothing)["pairs"], 0);
}

TEST(Actions, AreToldWithAmountPlaceAndDate) {
  Kind kind;
  kind.name = "training";
  const std::array handles{Handle{"skill", {}, Operation::add, .08, "share", "skill"}};
  kind.handles = handles;
  Action action{"academy",   "Academy", "training", Nature::intervention, defaults<Timing>(), {},
                {"service"}, 1,         ""};
  action.numbers.push_back({"skill", "share", "skill", {Operation::add, .1f}});
  action.timing.start = 360;
  action.timing.ramp = 90;
  action.timing.capex = 5000;
  EXPECT_EQ(
      in_words(action, "EUR"),
      "skill +0.1 at service, from month 13 on, in full after 90 days; 5,000 EUR at the start");
}

TEST(Actions, AreThoseOfTheArm) {
  const Scenario& scenario = explained_run().scenario;
  EXPECT_THAT(actions_of(scenario, "baseline"), IsEmpty());
  const auto both = actions_of(scenario, "both");
  ASSERT_EQ(both.size(), 2u);
  EXPECT_EQ(both[0].title, "One customer record");
  EXPECT_EQ(both[0].timing.start, 180);
}

TEST(Explanation, HoldsEveryStepInJson) {
  const MemorySource source = explained_run().source();
  const Explanation e = explain(MonthlyResults(source), explained_run().scenario, 1, 0);
  const Json json = json_of(e);
  for (const char* step : {"touchpoints", "journeys", "memory", "preference", "looking", "churn",
                           "customers", "money"})
    EXPECT_TRUE(json["path"].contains(step)) << step;
  EXPECT_EQ(json["does"][0]["name"], "one_record");
  EXPECT_TRUE(json["leans_on"].is_null());
  double sum = 0;
  for (const auto& [name, term] : json["path"]["money"]["terms"].items())
    sum += term["change"]["mean"].get<double>();
  EXPECT_NEAR(sum, json["path"]["money"]["total"]["change"]["mean"].get<double>(), 1e-4);
}

TEST(Explanation, PrintsTheLargestPlacesAndTheRest) {
  const MemorySource source = explained_run().source();
  const Explanation e = explain(MonthlyResults(source), explained_run().scenario, 3, 0);
  const std::string text = to_text(e);
  EXPECT_THAT(text, HasSubstr("the other "));
  EXPECT_THAT(text, HasSubstr("another mix of contacts"));
}

}  // namespace
}  // namespace cxsim
