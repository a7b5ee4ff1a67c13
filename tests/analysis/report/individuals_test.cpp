#include "analysis/report/individuals.hpp"

#include <gmock/gmock.h>

#include <limits>

#include "analysis/report/file_source.hpp"
#include "recording/netcdf_error.hpp"
#include "recording/netcdf_sample.hpp"
#include "recording/result_sample.hpp"

namespace cxsim {
namespace {

using testing::HasSubstr;

constexpr float none = std::numeric_limits<float>::quiet_NaN();
constexpr std::int32_t never = PersonRecord::no_day;

PersonRecord customer(float score, float profit, std::int32_t left = -1) {
  PersonRecord record = sample_people().front();
  record.active_at_start = true;
  record.value_tier = ValueTier::middle;
  record.segment = SegmentId(0);
  record.acquired_day = -100;
  record.churn_day = left;
  record.times_churned = left >= 0 ? 1 : 0;
  record.lifecycle = left >= 0 ? Lifecycle::former : Lifecycle::active;
  record.recommend_score = left >= 0 ? none : score;
  record.lifetime_profit = profit;
  return record;
}

PersonRecord stranger(std::int32_t bought = never) {
  PersonRecord record = customer(8, bought == never ? 0 : 50.0F);
  record.active_at_start = false;
  record.value_tier = ValueTier::top;
  record.segment = SegmentId(1);
  record.acquired_day = bought;
  if (bought == never) {
    record.lifecycle = Lifecycle::aware;
    record.recommend_score = none;
  }
  return record;
}

using People = std::vector<PersonRecord>;

// One of each fate, in the order of their names; the last two stay out of it.
const People without{customer(7, 10), customer(0, 5, 40), customer(6, 20), customer(0, 1, 3),
                     stranger(5),     stranger(),         stranger(9),     stranger()};
const People with{customer(9, 16), customer(7, 30), customer(0, 8, 50), customer(0, 2, 60),
                  stranger(8),     stranger(7),     stranger(),         stranger()};

class Files : public testing::Test {
 protected:
  std::string file(const std::vector<std::pair<People, People>>& replications) {
    World world = small_world();
    world.simulation.replications = static_cast<std::int64_t>(replications.size());
    ResultPlan plan = sample_plan();
    plan.people.clear();
    for (std::size_t i = 0; i < without.size(); ++i) plan.people.emplace_back(i);
    ResultWriter writer(folder_.file("people.h5"), world, plan);
    for (std::size_t r = 0; r < replications.size(); ++r)
      for (std::size_t arm = 0; arm < 2; ++arm) {
        RunResult run = sample_run(5);
        run.people = arm == 0 ? replications[r].first : replications[r].second;
        writer.write(arm, r, run);
      }
    writer.finish();
    return folder_.file("people.h5");
  }

  Individuals read(const std::vector<std::pair<People, People>>& replications) {
    const NetcdfReader reader(file(replications));
    const FileSource source(reader);
    return read_individuals(reader, MonthlyResults(source), 1, 0);
  }

  TestFolder folder_;
};

TEST_F(Files, TellEveryFateApart) {
  const Individuals found = read({{without, with}});
  const PeopleGroup& everybody = found.groups.front();
  for (std::size_t fate = 0; fate < fate_count; ++fate)
    EXPECT_EQ(everybody.people[fate], 1) << fate;
  EXPECT_EQ(customers_at_start(everybody), 4);
  EXPECT_EQ(size_of(everybody), 8);
  EXPECT_EQ(found.recorded, 8u);
  EXPECT_EQ(found.population, 50u);
}

TEST_F(Files, AddUpDifferences) {
  const PeopleGroup everybody = read({{without, with}}).groups.front();
  EXPECT_EQ(everybody.times_churned, 0) << "one kept, one lost";
  EXPECT_EQ(everybody.customers_at_end, 0) << "one kept, one lost, one won, one missed";
  EXPECT_FLOAT_EQ(static_cast<float>(everybody.lifetime_profit), 6 + 25 - 12 + 1 + 50 - 50);
  EXPECT_EQ(everybody.scored, 2) << "who stays in both, and who buys in both";
  EXPECT_FLOAT_EQ(static_cast<float>(everybody.recommend_score), 2);
}

TEST_F(Files, GroupBySegmentAndValue) {
  const Individuals found = read({{without, with}});
  ASSERT_EQ(found.groups.size(), 6u);
  EXPECT_EQ(found.groups[1].name, "segment thrifty");
  EXPECT_EQ(found.groups[1].of(Fate::kept), 1);
  EXPECT_EQ(found.groups[1].of(Fate::won), 0);
  EXPECT_EQ(found.groups[2].of(Fate::won), 1);
  EXPECT_EQ(found.groups[5].name, "value top");
  EXPECT_EQ(found.groups[5].of(Fate::missed), 1);
  EXPECT_EQ(size_of(found.groups[3]), 0) << "nobody at the bottom";
}

TEST_F(Files, AverageOverReplications) {
  const Individuals found = read({{without, with}, {without, without}});
  const PeopleGroup& everybody = found.groups.front();
  EXPECT_EQ(everybody.of(Fate::kept), .5);
  EXPECT_EQ(everybody.of(Fate::stays), 1.5);
  EXPECT_EQ(everybody.of(Fate::leaves), 1.5);
  EXPECT_EQ(found.groups.front().net_kept.count, 2u);
  EXPECT_EQ(found.groups.front().net_kept.spread.mean, 0);
}

TEST_F(Files, OfTheSameRunDifferInNothing) {
  const PeopleGroup everybody = read({{without, without}}).groups.front();
  EXPECT_EQ(everybody.of(Fate::kept) + everybody.of(Fate::lost), 0);
  EXPECT_EQ(everybody.of(Fate::won) + everybody.of(Fate::missed), 0);
  EXPECT_EQ(everybody.lifetime_profit, 0);
}

TEST_F(Files, AreToldInWordsAndJson) {
  const Individuals found = read({{without, with}, {with, with}});
  const std::string text = to_text(found);
  EXPECT_THAT(text, HasSubstr("8 of 50 people are recorded"));
  EXPECT_THAT(text, HasSubstr("training against baseline"));
  EXPECT_THAT(text, testing::Not(HasSubstr("value bottom")));
  const Json json = json_of(found);
  EXPECT_EQ(json["groups"]["everybody"]["kept"], .5);
  EXPECT_EQ(json["groups"]["everybody"]["sum_of_differences"]["times_churned"], 0);
  EXPECT_TRUE(json["groups"]["value bottom"]["mean_difference"]["lifetime_profit"].is_null());
}

TEST_F(Files, WithoutPeopleSayHowToRecordThem) {
  ResultPlan plan = sample_plan();
  plan.people.clear();
  write_sample_result(folder_.file("none.h5"), plan);
  const NetcdfReader reader(folder_.file("none.h5"));
  const FileSource source(reader);
  try {
    read_individuals(reader, MonthlyResults(source), 1, 0);
    FAIL() << "read people that are not there";
  } catch (const RecordingError& error) {
    EXPECT_THAT(error.problem().cure, HasSubstr("record.people"));
  }
}

}  // namespace
}  // namespace cxsim
