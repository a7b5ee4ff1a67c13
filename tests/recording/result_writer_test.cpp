#include "recording/result_writer.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <cstdlib>

#include "netcdf_sample.hpp"
#include "recording/measures.hpp"
#include "recording/netcdf_reader.hpp"
#include "recording/output_format.hpp"
#include "result_sample.hpp"

namespace cxsim {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ResultFile : public testing::Test {
 protected:
  NetcdfReader written(const ResultPlan& plan = sample_plan()) const {
    write_sample_result(folder_.file("run.h5"), plan);
    return NetcdfReader(folder_.file("run.h5"));
  }

  TestFolder folder_;
};

TEST_F(ResultFile, HoldsEveryMeasureOnItsDimensions) {
  const NetcdfReader file = written();
  for (const Measure& measure : measures())
    EXPECT_EQ(file.variable(std::string(measure.name)).dimensions, dimensions_of(measure))
        << measure.name;
  EXPECT_EQ(file.variable("contact_reasons").shape, (Extents{2, 2, 2, 3, 4}));
  EXPECT_EQ(file.variable("contact_causes").shape, (Extents{2, 2, 2, 3, 2}));
  EXPECT_EQ(file.variable("complaints").shape, (Extents{2, 2, 2}));
}

TEST_F(ResultFile, KeepsEachRunInItsPlace) {
  const NetcdfReader file = written();
  EXPECT_THAT(file.read<std::int64_t>("active_customers").values,
              ElementsAre(10, 0, 11, 0, 11, 0, 12, 0, 20, 0, 21, 0, 21, 0, 22, 0));
  const auto nps = file.read_slab<float>("nps_true", {1, 0, 1, 0}, {1, 1, 1, 2}).values;
  EXPECT_FLOAT_EQ(nps[0], 100.0F * 20 / 21);
  EXPECT_TRUE(std::isnan(nps[1]));
  EXPECT_THAT(file.read_slab<double>("revenue", {0, 1, 0, 0}, {1, 1, 2, 2}).values,
              ElementsAre(0, 100.25, 0, 100.25));
  EXPECT_THAT(
      file.read_slab<std::int64_t>("contact_reasons", {1, 1, 1, 1, 0}, {1, 1, 1, 1, 4}).values,
      ElementsAre(0, 1, 0, 0));
  EXPECT_THAT(file.read_slab<std::int64_t>("reviews", {1, 1, 1, 0}, {1, 1, 1, 5}).values,
              ElementsAre(0, 0, 0, 0, 3));
}

TEST_F(ResultFile, NamesItsDimensions) {
  const NetcdfReader file = written();
  EXPECT_THAT(file.labels("arm"), ElementsAre("baseline", "training"));
  EXPECT_THAT(file.labels("segment"), ElementsAre("thrifty", "demanding"));
  EXPECT_THAT(file.labels("upstream_touchpoint"), ElementsAre("none", "web", "call", "visit"));
  EXPECT_THAT(file.labels("upstream_root_cause"), ElementsAre("none", "product"));
  EXPECT_THAT(file.read<std::int32_t>("month").values, ElementsAre(0, 30));
  EXPECT_THAT(file.read<std::int32_t>("stars").values, ElementsAre(1, 2, 3, 4, 5));
  EXPECT_EQ(file.text_attribute("month", "units"), "days since 2026-01-01 00:00:00");
  EXPECT_EQ(file.text_attribute("segment", "titles"), "thrifty\nDemanding customers");
}

TEST_F(ResultFile, CountsMoneyInTheScenariosCurrency) {
  const NetcdfReader file = written();
  EXPECT_EQ(file.text_attribute("revenue", "units"), "EUR");
  EXPECT_EQ(file.text_attribute("people/lifetime_profit", "units"), "EUR");
  EXPECT_EQ(file.text_attribute("", "currency"), "EUR");
  const auto rate = file.number_attribute("", "discount_rate");
  ASSERT_TRUE(rate);
  EXPECT_NEAR(rate->front(), .10, 1e-6);
}

TEST_F(ResultFile, TellsWhatBecameOfEachPerson) {
  const NetcdfReader file = written();
  const auto last_run = [&](const std::string& name) {
    return file.read_slab<double>("people/" + name, {1, 1, 0}, {1, 1, 3}).values;
  };
  EXPECT_THAT(file.read<std::int32_t>("people/person").values, ElementsAre(0, 25, 49));
  EXPECT_THAT(last_run("acquired_day"), ElementsAre(-400, 12, -999999));
  EXPECT_THAT(last_run("churn_day"), ElementsAre(-1, 40, -1));
  EXPECT_THAT(last_run("first_acquired_day"), ElementsAre(-400, 5, -999999));
  EXPECT_THAT(last_run("first_churn_day"), ElementsAre(-999999, 9, -999999));
  EXPECT_THAT(last_run("times_churned"), ElementsAre(0, 2, 0));
  EXPECT_EQ(last_run("recommend_score")[0], 9);
  EXPECT_TRUE(std::isnan(last_run("recommend_score")[1]));
  EXPECT_THAT(last_run("lifetime_profit"), ElementsAre(812.5, -20, 0));
  EXPECT_THAT(last_run("contacts"), ElementsAre(140, 6, 0));
  EXPECT_THAT(last_run("segment"), ElementsAre(0, 1, 1));
}

TEST_F(ResultFile, NamesTheCausesOfLeaving) {
  const NetcdfReader file = written();
  const auto words = file.text_attribute("people/cause_of_leaving", "flag_meanings").value_or("");
  EXPECT_THAT(words, HasSubstr("none dissatisfaction low_expected_quality"));
  const auto flags = file.number_attribute("people/cause_of_leaving", "flag_values");
  ASSERT_TRUE(flags);
  EXPECT_EQ(flags->size(), static_cast<std::size_t>(CauseOfLeaving::count));
  EXPECT_THAT(file.read_slab<int>("people/cause_of_leaving", {0, 0, 0}, {1, 1, 3}).values,
              ElementsAre(0, static_cast<int>(CauseOfLeaving::better_rival), 0));
  EXPECT_EQ(file.text_attribute("people/lifecycle", "flag_meanings"),
            "unaware aware considering active former");
}

TEST_F(ResultFile, LogsContactsRunAfterRun) {
  const NetcdfReader file = written();
  const auto column = [&](const std::string& name) {
    return file.read_slab<double>("contacts/" + name, {2}, {4}).values;
  };
  EXPECT_EQ(file.variable("contacts/day").shape, Extents{8});
  EXPECT_THAT(column("arm_index"), ElementsAre(0, 0, 1, 1));
  EXPECT_THAT(column("replication_index"), ElementsAre(1, 1, 0, 0));
  EXPECT_THAT(column("person"), ElementsAre(0, 25, 0, 25));
  EXPECT_THAT(column("day"), ElementsAre(-3, 4, -3, 4));
  EXPECT_THAT(column("touchpoint_index"), ElementsAre(1, 1, 1, 1));
  EXPECT_THAT(column("answered_by"), ElementsAre(2, 1, 2, 1));
  EXPECT_THAT(column("success"), ElementsAre(0, 1, 0, 1));
  EXPECT_THAT(column("upstream_touchpoint_index"), ElementsAre(0, 1, 0, 1));
  EXPECT_THAT(column("upstream_root_cause_index"), ElementsAre(0, 1, 0, 1));
  EXPECT_TRUE(std::isnan(column("csat")[0]));
  EXPECT_EQ(column("csat")[1], 4);
  EXPECT_EQ(column("wait")[1], 2.5);
  EXPECT_FLOAT_EQ(static_cast<float>(column("gap")[0]), -.07F);
  EXPECT_EQ(column("trust")[0], .5);
}

TEST_F(ResultFile, LogsTheLivesOfThoseWhoAreAskedFor) {
  const NetcdfReader file = written();
  const auto column = [&](const std::string& name) {
    return file.read_slab<double>("life_events/" + name, {2}, {4}).values;
  };
  EXPECT_EQ(file.variable("life_events/day").shape, Extents{8});
  EXPECT_THAT(column("arm_index"), ElementsAre(0, 0, 1, 1));
  EXPECT_THAT(column("replication_index"), ElementsAre(1, 1, 0, 0));
  EXPECT_THAT(column("person"), ElementsAre(25, 25, 25, 25));
  const auto contact = static_cast<double>(LifeEventKind::contact);
  const auto close = static_cast<double>(LifeEventKind::close);
  EXPECT_THAT(column("kind"), ElementsAre(contact, close, contact, close));
  EXPECT_THAT(file.text_attribute("life_events/kind", "flag_meanings").value_or(""),
              StartsWith("need contact lost_information close"));
  EXPECT_EQ(column("experience")[1], -.25);
  EXPECT_EQ(column("peak")[1], .5);
  EXPECT_EQ(column("end")[1], -.5);
  EXPECT_EQ(column("reaction_sum")[1], 1.5);
  EXPECT_EQ(column("satisfaction_before")[1], .125);
  EXPECT_TRUE(std::isnan(column("experience")[0])) << "a contact is not remembered yet";
  EXPECT_TRUE(std::isnan(column("reaction")[1])) << "a close is no contact";
  EXPECT_TRUE(std::isnan(column("inertia")[1])) << "nor a look elsewhere";
}

TEST_F(ResultFile, LogsOnlyTheKindsOfEventsThatAreAskedFor) {
  ResultPlan plan = sample_plan();
  plan.life_events = LifeEventKinds();
  plan.life_events.add(LifeEventKind::close);
  const NetcdfReader file = written(plan);
  EXPECT_EQ(file.variable("life_events/day").shape, Extents{4});
  EXPECT_EQ(file.variable("contacts/day").shape, Extents{8});
}

TEST_F(ResultFile, LeavesOutWhatNobodyAskedFor) {
  ResultPlan plan = sample_plan();
  plan.people.clear();
  plan.contacts.clear();
  plan.lives.clear();
  const NetcdfReader file = written(plan);
  EXPECT_THAT(file.variables(), Contains("revenue"));
  for (const std::string& variable : file.variables()) EXPECT_THAT(variable, Not(HasSubstr("/")));
}

TEST_F(ResultFile, SaysWhereItComesFrom) {
  const NetcdfReader file = written();
  EXPECT_EQ(file.text("provenance/scenario_as_written"), "# mine.toml\nextends = \"base.toml\"\n");
  EXPECT_EQ(file.text("provenance/scenario_as_resolved"), "[simulation]\npeople = 50\n");
  EXPECT_EQ(file.text("provenance/seed"), "9000000000000000001");
  EXPECT_EQ(file.text("provenance/schema_version"), schema_version);
  EXPECT_EQ(file.text_attribute("", "title"), "A small firm");
}

TEST_F(ResultFile, IsTheSameToTheLastByteTheSecondTime) {
  write_sample_result(folder_.file("one.h5"), sample_plan());
  write_sample_result(folder_.file("two.h5"), sample_plan());
  EXPECT_EQ(bytes_of(folder_.file("one.h5")), bytes_of(folder_.file("two.h5")));
}

TEST_F(ResultFile, TakesAFirmWithoutRootCausesAndARunWithoutAMonth) {
  World world = small_world();
  world.company.root_causes.clear();
  world.simulation.days = 20;
  {
    ResultWriter writer(folder_.file("bare.h5"), world, sample_plan());
    RunResult result;
    result.people = sample_people();
    result.complete = true;
    writer.write(0, 0, result);
    writer.finish();
  }
  const NetcdfReader file(folder_.file("bare.h5"));
  EXPECT_EQ(file.variable("root_cause_level").shape, (Extents{2, 2, 0, 0}));
  EXPECT_EQ(file.variable("contact_causes").shape, (Extents{2, 2, 0, 3, 1}));
  EXPECT_EQ(file.variable("contacts/day").shape, Extents{0});
}

TEST_F(ResultFile, KeepsFinishedRunsOfOneThatWasStopped) {
  {
    ResultWriter writer(folder_.file("stopped.h5"), small_world(), sample_plan());
    writer.write(0, 0, sample_run(10));
  }
  EXPECT_THROW(NetcdfReader(folder_.file("stopped.h5.partial")), RecordingError);
  const NetcdfReader file(folder_.file("stopped.h5.partial"), Incomplete::allowed);
  EXPECT_EQ(file.read<std::int64_t>("active_customers").values[0], 10);
  EXPECT_TRUE(std::isnan(file.read<double>("revenue").values[4]));
}

TEST_F(ResultFile, IsDescribedWhole) {
  const NetcdfReader file = written();
  const std::string page = output_format_markdown();
  for (const std::string& path : file.variables())
    EXPECT_THAT(page, HasSubstr("| `" + path.substr(path.rfind('/') + 1) + "` | "));
  for (const std::string& path : file.texts())
    EXPECT_THAT(page, HasSubstr("| `" + path.substr(path.rfind('/') + 1) + "` | "));
}

// For readers of other makes: CXSIM_SAMPLE_RESULT names the file to keep.
TEST_F(ResultFile, IsLeftForOtherReaders) {
  const char* path = std::getenv("CXSIM_SAMPLE_RESULT");
  if (path == nullptr) GTEST_SKIP() << "CXSIM_SAMPLE_RESULT is not set";
  write_sample_result(path, sample_plan());
  EXPECT_THAT(NetcdfReader(path).labels("arm"), Contains("baseline"));
}

}  // namespace
}  // namespace cxsim
