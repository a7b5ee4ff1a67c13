#include "recording/swept_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>

#include "netcdf_sample.hpp"
#include "result_sample.hpp"

namespace cxsim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Bytes = std::vector<std::byte>;

SweptMeasures chosen(const std::vector<std::string>& names) {
  return SweptMeasures(names, shape_of(small_world()));
}

std::vector<std::string> names_of(const SweptMeasures& measures) {
  std::vector<std::string> names;
  for (const SweptMeasures::Column& column : measures.columns())
    names.emplace_back(column.measure->name);
  return names;
}

// Every value different; those of float32 columns are small whole numbers, which it holds.
SweptRun counting_run(const SweptMeasures& measures, std::size_t arms, std::int32_t months) {
  SweptRun run{.1, months, {}, {}};
  for (std::size_t arm = 0; arm < arms; ++arm)
    run.action_days.push_back(static_cast<std::int32_t>(10 * arm) - 1);
  const std::size_t count = arms * measures.cells() * static_cast<std::size_t>(months);
  for (std::size_t k = 0; k < count; ++k) run.values.push_back(static_cast<double>(k) - 7);
  return run;
}

bool have_equal_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() &&
         (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

TEST(SweptMeasuresOf, NoNamesAreAllOfTheTable) {
  const SweptMeasures all = chosen({});
  ASSERT_EQ(all.columns().size(), measures().size());
  std::size_t cells = 0;
  for (std::size_t c = 0; c < measures().size(); ++c) {
    const SweptMeasures::Column& column = all.columns()[c];
    EXPECT_EQ(column.measure, &measures()[c]);
    EXPECT_EQ(column.first_cell, cells) << column.measure->name;
    EXPECT_EQ(column.cells, cells_along(column.measure->axis, all.shape()).size());
    cells += column.cells;
  }
  EXPECT_EQ(all.cells(), cells);
}

TEST(SweptMeasuresOf, NamesStandInTheOrderOfTheTable) {
  const SweptMeasures some = chosen({"profit", "nps_true", "active_customers", "nps_true"});
  std::vector<std::string> in_table;
  for (const Measure& measure : measures())
    if (measure.name == "profit" || measure.name == "nps_true" ||
        measure.name == "active_customers")
      in_table.emplace_back(measure.name);
  EXPECT_EQ(names_of(some), in_table);
  // Two segments each; profit is the firm's where it has no segments.
  EXPECT_EQ(chosen({"active_customers"}).cells(), 2u);
  EXPECT_EQ(chosen({"contact_reasons"}).cells(), 3u * 4u);
}

// So that NaN can stand for a run that is missing.
TEST(SweptMeasuresOf, CountsAreKeptInDoublesAndLevelsInFloats) {
  const SweptMeasures all = chosen({});
  for (const SweptMeasures::Column& column : all.columns())
    EXPECT_EQ(column.type, column.measure->type == NumberType::float32 ? NumberType::float32
                                                                       : NumberType::float64)
        << column.measure->name;
}

TEST(SweptRunOf, ResultsLieByArmColumnMonthAndCell) {
  const SweptMeasures measures = chosen({"active_customers", "revenue"});
  ASSERT_THAT(names_of(measures), ElementsAre("active_customers", "revenue"));
  const SweptRun run = swept(measures, std::vector<RunResult>{sample_run(10), sample_run(20)});
  EXPECT_EQ(run.months, 2);
  EXPECT_THAT(run.values, ElementsAre(10, 0, 11, 0, 0, 100.25, 0, 100.25,  //
                                      20, 0, 21, 0, 0, 100.25, 0, 100.25));
}

TEST(SweptRunPacked, IsTheSameUnpacked) {
  for (const std::size_t arms : {1u, 2u, 5u})
    for (const std::int32_t months : {0, 1, 24}) {
      const SweptMeasures measures = chosen({});
      const SweptRun run = counting_run(measures, arms, months);
      const SweptRun again = unpacked(measures, packed(measures, run), arms);
      EXPECT_EQ(again.discount_rate, run.discount_rate);
      EXPECT_EQ(again.months, run.months);
      EXPECT_EQ(again.action_days, run.action_days);
      EXPECT_TRUE(have_equal_bits(again.values, run.values));
    }
}

TEST(SweptRunPacked, RoundsLevelsToFloatsAndNoCounts) {
  const SweptMeasures measures = chosen({"nps_true", "active_customers"});
  SweptRun run = counting_run(measures, 1, 1);
  std::size_t nps = 0, count = 0;
  for (const SweptMeasures::Column& column : measures.columns())
    (column.measure->name == "nps_true" ? nps : count) = column.first_cell;
  run.values[nps] = .1;
  run.values[count] = 16777217;  // 2^24 + 1, which a float does not hold
  const SweptRun again = unpacked(measures, packed(measures, run), 1);
  EXPECT_EQ(again.values[nps], static_cast<double>(.1F));
  EXPECT_EQ(again.values[count], 16777217);
}

RC_GTEST_PROP(SweptRunPacked, GivesBackEveryValueToTheBit, ()) {
  const SweptMeasures measures = chosen(*rc::gen::elementOf(std::vector<std::vector<std::string>>{
      {"profit"}, {"nps_true"}, {"contact_reasons", "nps_true", "revenue"}}));
  const auto arms = *rc::gen::inRange<std::size_t>(1, 4);
  SweptRun run{*rc::gen::arbitrary<double>(), *rc::gen::inRange(0, 6), {}, {}};
  run.action_days =
      *rc::gen::container<std::vector<std::int32_t>>(arms, rc::gen::arbitrary<std::int32_t>());
  const auto special = rc::gen::element(std::numeric_limits<double>::quiet_NaN(),
                                        std::numeric_limits<double>::infinity(), -0.0, 0.0, 1e30);
  for (std::size_t arm = 0; arm < arms; ++arm)
    for (const SweptMeasures::Column& column : measures.columns())
      for (std::size_t k = 0; k < column.cells * static_cast<std::size_t>(run.months); ++k) {
        const double value =
            *rc::gen::oneOf(special, rc::gen::cast<double>(rc::gen::arbitrary<float>()));
        // What a float cannot hold is rounded once, when it is packed.
        run.values.push_back(column.type == NumberType::float32
                                 ? static_cast<double>(static_cast<float>(value))
                                 : value);
      }
  const SweptRun again = unpacked(measures, packed(measures, run), arms);
  RC_ASSERT(again.discount_rate == run.discount_rate);
  RC_ASSERT(again.months == run.months);
  RC_ASSERT(again.action_days == run.action_days);
  RC_ASSERT(have_equal_bits(again.values, run.values));
}

std::string refusal(const SweptMeasures& measures, const Bytes& bytes, std::size_t arms) {
  const Problem problem = problem_of([&] { unpacked(measures, bytes, arms); });
  return problem.what + " / " + problem.cure;
}

TEST(SweptRunPacked, IsRefusedWhereItWasCutOff) {
  const SweptMeasures measures = chosen({"revenue"});
  const Bytes whole = packed(measures, counting_run(measures, 2, 3));
  for (std::size_t end = 0; end < whole.size(); ++end)
    EXPECT_THAT(refusal(measures, Bytes(whole.begin(), whole.begin() + static_cast<long>(end)), 2),
                HasSubstr("a run that was kept"))
        << end;
}

TEST(SweptRunPacked, IsRefusedWhereItIsOfAnotherSweep) {
  const SweptMeasures measures = chosen({"revenue"});
  const Bytes bytes = packed(measures, counting_run(measures, 2, 3));
  EXPECT_THAT(refusal(measures, bytes, 3), HasSubstr("ends early"));
  EXPECT_THAT(refusal(measures, bytes, 1), HasSubstr("longer than it should be"));
  EXPECT_THAT(refusal(chosen({"revenue", "profit"}), bytes, 2), HasSubstr("ends early"));
  EXPECT_THAT(refusal(chosen({"nps_true"}), bytes, 2), HasSubstr("longer than it should be"));
  EXPECT_THAT(refusal(measures, bytes, 1), HasSubstr("sweep again"));
}

TEST(SweptRunPacked, IsRefusedWhereItClaimsMoreMonthsThanItHas) {
  const SweptMeasures measures = chosen({"revenue"});
  const Bytes bytes = packed(measures, SweptRun{.1, 1000, {}, {}});
  EXPECT_THAT(refusal(measures, bytes, 1), HasSubstr("ends early"));
}

RC_GTEST_PROP(SweptRunPacked, RefusesOrGivesBackAnyDamagedBytes, ()) {
  const SweptMeasures measures = chosen({"revenue"});
  Bytes bytes = packed(measures, counting_run(measures, 1, 2));
  // The size that stands first is checked by the journal's checksum; here it may claim anything.
  const auto place = *rc::gen::inRange<std::size_t>(5, bytes.size());
  bytes[place] = static_cast<std::byte>(*rc::gen::inRange(0, 256));
  try {
    RC_ASSERT(unpacked(measures, bytes, 1).action_days.size() == 1u);
  } catch (const RecordingError& error) {
    RC_ASSERT(!error.problem().cure.empty());
  }
}

}  // namespace
}  // namespace cxsim
