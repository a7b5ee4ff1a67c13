#include "recording/sweep_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "netcdf_sample.hpp"
#include "recording/netcdf_reader.hpp"
#include "result_sample.hpp"

namespace cxsim {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsNan;
using testing::NanSensitiveDoubleEq;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t replications = 2, months = 2;  // of small_world

const std::vector<ArmText> two_arms{{"baseline", "Baseline"}, {"training", "Training", 30}};
const SweepTexts texts{"A sweep",
                       "lhs",
                       "18446744073709551615",
                       "[sweep]\nsize = 3\n",
                       3,
                       {"# mine.toml\n", "[simulation]\npeople = 50\n"}};

// Different for every value of a sweep, and exact in a float.
double value_at(std::size_t point, std::size_t arm, std::size_t replication, std::size_t month,
                std::size_t cell) {
  return static_cast<double>(((point * 4 + arm) * 4 + replication) * 16 + month * 4 + cell) - 3;
}

SweptRun run_at(const SweptMeasures& measures, std::size_t point, std::size_t replication,
                std::size_t length = months) {
  SweptRun run{.01 * static_cast<double>(point), static_cast<std::int32_t>(length), {}, {}};
  for (std::size_t arm = 0; arm < 2; ++arm) {
    run.action_days.push_back(static_cast<std::int32_t>(arm * 100 + point));
    for (const SweptMeasures::Column& column : measures.columns())
      for (std::size_t month = 0; month < length; ++month)
        for (std::size_t cell = 0; cell < column.cells; ++cell)
          run.values.push_back(value_at(point, arm, replication, month, cell));
  }
  return run;
}

// Two settings along the points, one of them of texts.
std::vector<SweptSetting> two_settings(std::size_t points) {
  SweptSetting rate{"customer.trust.build", "share", "trust gained", "uniform", {}, {}, {}};
  SweptSetting group{"company.care_for",           "text", "", "listed",
                     {"nobody", "top, \"value\""}, {},     {}};
  for (std::size_t point = 0; point < points; ++point) {
    rate.values.push_back(.5 + static_cast<double>(point));
    rate.units.push_back(static_cast<double>(point) / 256);
    group.values.push_back(static_cast<double>(point % 2));
    group.units.push_back(nan);
  }
  return {rate, group};
}

class SweepFile : public testing::Test {
 protected:
  SweepFile() : measures_({"nps_true", "revenue", "profit"}, shape_of(small_world())) {}

  SweepWriter writer(const std::vector<SweptSetting>& settings) const {
    return SweepWriter(path_, small_world(), two_arms, settings, measures_, texts);
  }

  void write(SweepWriter& writer, std::size_t point) const {
    const SweptRun first = run_at(measures_, point, 0), second = run_at(measures_, point, 1);
    writer.write_point({&first, &second});
  }

  NetcdfReader written(std::size_t points) const {
    SweepWriter writer = this->writer(two_settings(points));
    for (std::size_t point = 0; point < points; ++point) write(writer, point);
    writer.finish();
    return NetcdfReader(path_);
  }

  TestFolder folder_;
  std::string path_ = folder_.file("results.h5");
  SweptMeasures measures_;
};

TEST(VariableName, IsTheKeyWithoutWhatReadersStumbleOn) {
  EXPECT_EQ(variable_name_of("customer.trust.build"), "customer.trust.build");
  EXPECT_EQ(variable_name_of("intervention.\"big push\".start"), "intervention.big_push.start");
  EXPECT_EQ(variable_name_of("touchpoint.'a/b'.p_fail"), "touchpoint.a_b.p_fail");
}

TEST_F(SweepFile, HasThePointBeforeTheDimensionsOfARun) {
  const NetcdfReader file = written(3);
  EXPECT_TRUE(file.is_complete());
  EXPECT_THAT(file.variable("revenue").dimensions,
              ElementsAre("point", "arm", "replication", "month", "segment"));
  EXPECT_EQ(file.variable("revenue").shape, (Extents{3, 2, 2, 2, 2}));
  EXPECT_THAT(file.variable("profit").dimensions,
              ElementsAre("point", "arm", "replication", "month"));
  EXPECT_EQ(file.variable("profit").shape, (Extents{3, 2, 2, 2}));
  EXPECT_FALSE(file.has_variable("contact_reasons"));
  EXPECT_THAT(file.labels("arm"), ElementsAre("baseline", "training"));
  EXPECT_THAT(file.labels("parameter"), ElementsAre("customer.trust.build", "company.care_for"));
  EXPECT_THAT(file.read<std::int32_t>("point").values, ElementsAre(0, 1, 2));
  EXPECT_THAT(file.read<std::int32_t>("month").values, ElementsAre(0, 30));
}

TEST_F(SweepFile, HasTheDesignAsCoordinates) {
  const NetcdfReader file = written(3);
  EXPECT_THAT(file.read<double>("customer.trust.build").values, ElementsAre(.5, 1.5, 2.5));
  EXPECT_EQ(file.variable("customer.trust.build").dimensions, std::vector<std::string>{"point"});
  EXPECT_EQ(file.text_attribute("customer.trust.build", "key"), "customer.trust.build");
  EXPECT_EQ(file.text_attribute("customer.trust.build", "scale"), "uniform");
  EXPECT_EQ(file.text_attribute("customer.trust.build", "long_name"), "trust gained");
  EXPECT_EQ(file.number_attribute("customer.trust.build", "low"), std::vector<double>{.5});
  EXPECT_EQ(file.number_attribute("customer.trust.build", "high"), std::vector<double>{2.5});
  EXPECT_THAT(file.read<std::int32_t>("company.care_for").values, ElementsAre(0, 1, 0));
  EXPECT_EQ(file.text_attribute("company.care_for", "flag_meanings"), "nobody top__value");
  EXPECT_EQ(file.number_attribute("company.care_for", "flag_values"), (std::vector<double>{0, 1}));
  EXPECT_EQ(file.text_attribute("company.care_for", "long_name"), "company.care_for");
  EXPECT_EQ(file.text_attribute("", "coordinates"), "customer.trust.build company.care_for");
  EXPECT_THAT(file.read<double>("place_in_unit_cube").values,
              ElementsAre(0, IsNan(), 1.0 / 256, IsNan(), 2.0 / 256, IsNan()));
}

TEST_F(SweepFile, SaysWhereItCameFrom) {
  const NetcdfReader file = written(1);
  EXPECT_EQ(file.text_attribute("", "design"), "lhs");
  EXPECT_EQ(file.text_attribute("", "design_seed"), "18446744073709551615");
  EXPECT_EQ(file.number_attribute("", "base_points"), std::vector<double>{3});
  EXPECT_EQ(file.text_attribute("", "currency"), "EUR");
  EXPECT_EQ(file.text("provenance/sweep"), "[sweep]\nsize = 3\n");
  EXPECT_EQ(file.text("provenance/scenario_as_written"), "# mine.toml\n");
  EXPECT_EQ(file.text_attribute("", "title"), "A sweep");
}

// Around the 64 points that are written together, and the lengths of chunks within.
TEST_F(SweepFile, HasEveryValueInItsPlaceWhateverTheNumberOfPoints) {
  for (const std::size_t points : {1u, 2u, 63u, 64u, 65u, 128u, 130u}) {
    const NetcdfReader file = written(points);
    const std::vector<float> nps = file.read<float>("nps_true").values;
    const std::vector<double> revenue = file.read<double>("revenue").values,
                              profit = file.read<double>("profit").values,
                              rates = file.read<double>("discount_rate").values;
    const std::vector<std::int32_t> days = file.read<std::int32_t>("action_day").values;
    ASSERT_EQ(profit.size(), points * 2 * replications * months);
    ASSERT_EQ(revenue.size(), 2 * profit.size());
    EXPECT_THAT(file.read<std::int32_t>("months").values, Each(2));
    std::size_t at = 0, wrong = 0;
    for (std::size_t point = 0; point < points; ++point) {
      wrong += rates[point] != .01 * static_cast<double>(point);
      wrong += days[2 * point] != static_cast<int>(point);
      wrong += days[2 * point + 1] != static_cast<int>(100 + point);
      for (std::size_t arm = 0; arm < 2; ++arm)
        for (std::size_t replication = 0; replication < replications; ++replication)
          for (std::size_t month = 0; month < months; ++month, ++at) {
            wrong += profit[at] != value_at(point, arm, replication, month, 0);
            for (std::size_t cell = 0; cell < 2; ++cell) {
              const double value = value_at(point, arm, replication, month, cell);
              wrong += revenue[2 * at + cell] != value;
              wrong += static_cast<double>(nps[2 * at + cell]) != value;
            }
          }
    }
    EXPECT_EQ(wrong, 0u) << points << " points";
    std::filesystem::remove(path_);
  }
}

// Runs so long that fewer points fit into what is written together.
TEST_F(SweepFile, HasEveryValueInItsPlaceWhereRunsAreLong) {
  constexpr std::size_t long_months = 10'000, points = 40;
  World world = small_world();
  world.simulation.days = 30 * long_months;
  {
    SweepWriter writer(path_, world, two_arms, two_settings(points), measures_, texts);
    for (std::size_t point = 0; point < points; ++point) {
      const SweptRun first = run_at(measures_, point, 0, 3),
                     second = run_at(measures_, point, 1, long_months);
      writer.write_point({&first, &second});
    }
    writer.finish();
  }
  const NetcdfReader file(path_);
  for (const std::size_t point : {0u, 31u, 32u, 39u}) {
    const auto profit = [&](std::size_t arm, std::size_t replication, std::size_t month) {
      return file.read_slab<double>("profit", {point, arm, replication, month}, {1, 1, 1, 1})
          .values.front();
    };
    EXPECT_EQ(profit(1, 0, 2), value_at(point, 1, 0, 2, 0)) << point;
    EXPECT_THAT(profit(1, 0, 3), IsNan()) << point;
    EXPECT_EQ(profit(0, 1, long_months - 1), value_at(point, 0, 1, long_months - 1, 0)) << point;
  }
}

TEST_F(SweepFile, HasNothingWhereARunIsMissing) {
  SweepWriter writer = this->writer(two_settings(3));
  const SweptRun second = run_at(measures_, 0, 1);
  writer.write_point({nullptr, &second});
  writer.write_point({nullptr, nullptr});
  write(writer, 2);
  writer.finish();
  const NetcdfReader file(path_);
  const std::vector<double> profit = file.read<double>("profit").values;
  for (std::size_t arm = 0; arm < 2; ++arm)
    for (std::size_t month = 0; month < months; ++month) {
      const auto at = [&](std::size_t point, std::size_t replication) {
        return profit[((point * 2 + arm) * replications + replication) * months + month];
      };
      EXPECT_THAT(at(0, 0), IsNan());
      EXPECT_EQ(at(0, 1), value_at(0, arm, 1, month, 0));
      EXPECT_THAT(at(1, 0), IsNan());
      EXPECT_THAT(at(1, 1), IsNan());
      EXPECT_EQ(at(2, 1), value_at(2, arm, 1, month, 0));
    }
  EXPECT_THAT(file.read<std::int32_t>("months").values, ElementsAre(2, 0, 2));
  EXPECT_THAT(file.read<double>("discount_rate").values, ElementsAre(0, IsNan(), .02));
  EXPECT_THAT(file.read<std::int32_t>("action_day").values, ElementsAre(0, 100, -1, -1, 2, 102));
}

// The block is used again: what stood there before must be gone.
TEST_F(SweepFile, HasNothingWhereARunIsMissingInALaterBlock) {
  SweepWriter writer = this->writer(two_settings(130));
  for (std::size_t point = 0; point < 130; ++point)
    if (point == 70)
      writer.write_point({nullptr, nullptr});
    else
      write(writer, point);
  writer.finish();
  const NetcdfReader file(path_);
  const auto revenue = file.read_slab<double>("revenue", {69, 0, 0, 0, 0}, {3, 2, 2, 2, 2}).values;
  ASSERT_EQ(revenue.size(), 48u);
  for (std::size_t k = 0; k < 48; ++k) EXPECT_EQ(std::isnan(revenue[k]), k / 16 == 1) << k;
}

TEST_F(SweepFile, HasNothingAfterTheEndOfAShorterPoint) {
  SweepWriter writer = this->writer(two_settings(2));
  const SweptRun first = run_at(measures_, 0, 0, 1), second = run_at(measures_, 0, 1, 1);
  writer.write_point({&first, &second});
  write(writer, 1);
  writer.finish();
  const NetcdfReader file(path_);
  EXPECT_THAT(file.read<std::int32_t>("months").values, ElementsAre(1, 2));
  const std::vector<double> revenue = file.read<double>("revenue").values;
  std::size_t at = 0;
  for (std::size_t point = 0; point < 2; ++point)
    for (std::size_t arm = 0; arm < 2; ++arm)
      for (std::size_t replication = 0; replication < 2; ++replication)
        for (std::size_t month = 0; month < 2; ++month)
          for (std::size_t cell = 0; cell < 2; ++cell)
            EXPECT_THAT(revenue[at++],
                        NanSensitiveDoubleEq(point == 0 && month == 1
                                                 ? nan
                                                 : value_at(point, arm, replication, month, cell)))
                << point << arm << replication << month << cell;
}

TEST_F(SweepFile, CanBeReadInPartsOnceFlushed) {
  SweepWriter writer = this->writer(two_settings(70));
  for (std::size_t point = 0; point < 66; ++point) write(writer, point);
  writer.flush();
  EXPECT_FALSE(std::filesystem::exists(path_));
  write_bytes(folder_.file("killed.h5"), bytes_of(path_ + ".partial"));
  const NetcdfReader file(folder_.file("killed.h5"), Incomplete::allowed);
  EXPECT_FALSE(file.is_complete());
  const std::vector<double> profit = file.read<double>("profit").values;
  ASSERT_EQ(profit.size(), 70u * 8u);
  EXPECT_EQ(profit[65 * 8], value_at(65, 0, 0, 0, 0));
  for (std::size_t k = 66 * 8; k < profit.size(); ++k) EXPECT_THAT(profit[k], IsNan()) << k;
}

TEST_F(SweepFile, GoesOnAfterAFlush) {
  SweepWriter writer = this->writer(two_settings(70));
  for (std::size_t point = 0; point < 70; ++point) {
    write(writer, point);
    if (point == 2 || point == 66) writer.flush();
  }
  writer.finish();
  const std::vector<double> profit = NetcdfReader(path_).read<double>("profit").values;
  for (std::size_t point = 0; point < 70; ++point)
    EXPECT_EQ(profit[point * 8], value_at(point, 0, 0, 0, 0)) << point;
}

TEST_F(SweepFile, SaysInItsUnitsWhatXarrayUnderstands) {
  std::vector<SweptSetting> settings = two_settings(1);
  settings.resize(1);
  const auto unit = [&](const std::string& text) {
    settings[0].unit = text;
    {
      SweepWriter writer = this->writer(settings);
      write(writer, 0);
      writer.finish();
    }
    const auto found = NetcdfReader(path_).text_attribute("customer.trust.build", "units");
    std::filesystem::remove(path_);
    return found.value_or("nothing");
  };
  EXPECT_EQ(unit(""), "1");
  EXPECT_EQ(unit("days"), "d");
  EXPECT_EQ(unit("hours"), "h");
  EXPECT_EQ(unit("minutes"), "min");
  EXPECT_EQ(unit("currency"), "EUR");
}

// A column whose value nobody knows at any point has no ends to tell.
TEST_F(SweepFile, TellsNoEndsOfValuesThatAreNotNumbers) {
  std::vector<SweptSetting> settings = two_settings(2);
  settings[0].values = {nan, nan};
  SweepWriter writer = this->writer(settings);
  write(writer, 0);
  write(writer, 1);
  writer.finish();
  const NetcdfReader file(path_);
  EXPECT_FALSE(file.number_attribute("customer.trust.build", "low"));
  EXPECT_THAT(file.read<double>("customer.trust.build").values, Each(IsNan()));
}

}  // namespace
}  // namespace cxsim
