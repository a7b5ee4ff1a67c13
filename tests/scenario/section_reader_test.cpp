#include "scenario/section_reader.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>
#include <cstring>
#include <limits>

#include "scenario/toml_reader.hpp"
#include "scenario/toml_writer.hpp"

namespace cxsim {
namespace {

struct Kiosk {
  float p_fail;
  float wait;
  std::int64_t stage;
  bool open;
  std::string owner;
  std::string start;
};

}  // namespace

template <>
inline constexpr auto settings_of<Kiosk> = std::array{
    Setting<Kiosk>{"p_fail", &Kiosk::p_fail, 0.1, share_range, "share", "how often it fails", ""},
    Setting<Kiosk>{"wait", &Kiosk::wait, 2, positive_range, "min", "the wait at the door", ""},
    Setting<Kiosk>{"stage", &Kiosk::stage, 2, {1, 6}, "", "how mature the firm is", ""},
    Setting<Kiosk>{"open", &Kiosk::open, 1, {}, "", "whether it is open", ""},
    Setting<Kiosk>{"owner", &Kiosk::owner, 0, {}, "", "who owns it", "", Tag::choice, "nobody"},
    Setting<Kiosk>{
        "start", &Kiosk::start, 0, {}, date_unit, "the first day", "", Tag::choice, "2026-01-01"},
};

namespace {

struct Reading {
  Kiosk kiosk;
  Problems problems;
};

Reading read(const std::string& text) {
  constexpr std::array<std::string_view, 1> also = {"name"};
  Reading reading{defaults<Kiosk>(), {}};
  const auto document = read_toml_text(text, "x.toml");
  if (!document) return {{}, document.problems()};
  read_section(document->root, "kiosk.door", reading.kiosk, reading.problems, also);
  return reading;
}

Problem only_problem(const std::string& text) {
  const Reading reading = read(text);
  EXPECT_EQ(reading.problems.size(), 1U) << text;
  if (reading.problems.empty()) return {};
  EXPECT_EQ(reading.problems[0].place.line, 1);
  EXPECT_FALSE(reading.problems[0].cure.empty());
  return reading.problems[0];
}

TEST(SectionReader, AssignsWhatIsWrittenAndKeepsTheRest) {
  const Reading reading = read(
      "name = 'door'\np_fail = 1\nstage = 3\nopen = false\nowner = 'us'\nstart = 2027-02-28\n");
  EXPECT_TRUE(reading.problems.empty());
  EXPECT_EQ(reading.kiosk.p_fail, 1.0F);
  EXPECT_EQ(reading.kiosk.wait, 2.0F);
  EXPECT_EQ(reading.kiosk.stage, 3);
  EXPECT_FALSE(reading.kiosk.open);
  EXPECT_EQ(reading.kiosk.owner, "us");
  EXPECT_EQ(reading.kiosk.start, "2027-02-28");
}

TEST(SectionReader, TakesWholeNumbersWrittenWithAnExponentAndDatesInQuotes) {
  const Reading reading = read("stage = 0.4e1\nstart = '2027-02-28'\n");
  EXPECT_TRUE(reading.problems.empty());
  EXPECT_EQ(reading.kiosk.stage, 4);
  EXPECT_EQ(reading.kiosk.start, "2027-02-28");
}

TEST(SectionReader, SaysWhatItExpectedAndWhatItFound) {
  const Problem problem = only_problem("p_fail = 'high'\n");
  EXPECT_EQ(problem.key, "kiosk.door.p_fail");
  EXPECT_EQ(problem.what, "expected a number, found the text \"high\"");
  EXPECT_EQ(problem.why, "this sets: how often it fails");
  EXPECT_EQ(problem.cure, "write a number from 0 to 1 (share); without the line it is 0.1");
}

TEST(SectionReader, RefusesEveryWrongType) {
  only_problem("p_fail = true\n");
  only_problem("p_fail = [0.1]\n");
  only_problem("stage = 2.5\n");
  only_problem("stage = '2'\n");
  only_problem("stage = 1e300\n");
  only_problem("open = 1\n");
  only_problem("open = 'true'\n");
  only_problem("owner = 3\n");
  only_problem("owner = 2026-01-01\n");
  only_problem("start = '2026-02-30'\n");
  only_problem("start = 'soon'\n");
  only_problem("start = 2026-01-01T00:00:00\n");
  only_problem("start = 10:00:00\n");
}

TEST(SectionReader, RefusesNumbersOutOfRange) {
  EXPECT_EQ(only_problem("p_fail = 1.5\n").what,
            "expected a number from 0 to 1 (share), found 1.5");
  EXPECT_EQ(only_problem("wait = 0\n").what, "expected a number above 0 (min), found 0");
  EXPECT_EQ(only_problem("stage = 7\n").what, "expected a whole number from 1 to 6, found 7");
  EXPECT_EQ(only_problem("stage = 7\n").cure,
            "write a whole number from 1 to 6; without the line it is 2");
}

TEST(SectionReader, RefusesWhatIsNotFinite) {
  only_problem("wait = nan\n");
  only_problem("wait = inf\n");
  only_problem("wait = 1e300\n");
  only_problem("stage = nan\n");
  only_problem("stage = -inf\n");
}

TEST(SectionReader, RefusesWholeNumbersThatADoubleCannotCount) {
  Problems problems;
  EXPECT_EQ(read_whole(Node{9007199254740992.0}, {"seed"}, problems), 9007199254740992);
  EXPECT_EQ(read_whole(Node{1e16}, {"seed"}, problems), std::nullopt);
  EXPECT_EQ(read_whole(Node{1e300}, {"seed"}, problems), std::nullopt);
  EXPECT_EQ(problems.size(), 2U);
}

TEST(SectionReader, FloatsAreNoLongerThanTheyMustBe) {
  EXPECT_EQ(shortest_decimal(0.1F), 0.1);
  EXPECT_EQ(shortest_decimal(std::nextafter(1.0F, 2.0F)), 1.0000001);
}

TEST(SectionReader, AnUnknownKeySuggestsTheNearestOrListsTheKeys) {
  EXPECT_EQ(only_problem("p_fial = 0.1\n").cure, "did you mean p_fail?");
  EXPECT_EQ(only_problem("colour = 1\n").cure,
            "choose one of the keys allowed here: p_fail, wait, stage, open, owner, start, name");
}

TEST(SectionReader, ReportsEveryProblemAndStillReadsTheRest) {
  const Reading reading = read("p_fail = 2\nwait = 'x'\ncolour = 1\nstage = 5\n");
  EXPECT_EQ(reading.problems.size(), 3U);
  EXPECT_EQ(reading.kiosk.stage, 5);
  EXPECT_EQ(reading.kiosk.p_fail, 0.1F);
}

TEST(SectionReader, ASectionIsATable) {
  Kiosk kiosk = defaults<Kiosk>();
  Problems problems;
  read_section(Node{std::int64_t{3}}, "kiosk", kiosk, problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].what, "expected a table, found the whole number 3");
}

TEST(SectionReader, WritesEveryRowInItsShortestForm) {
  EXPECT_EQ(to_toml(write_section(defaults<Kiosk>())),
            "p_fail = 0.1\nwait = 2.0\nstage = 2\nopen = true\nowner = \"nobody\"\n"
            "start = 2026-01-01\n");
}

RC_GTEST_PROP(SectionReader, EveryFloatReadsBackAsItself, ()) {
  constexpr std::uint32_t bits_of_a_billionth = 0x3089705F;
  constexpr std::uint32_t bits_of_infinity = 0x7F800000;
  const auto bits = *rc::gen::resize(rc::kNominalSize,
                                     rc::gen::inRange(bits_of_a_billionth + 1, bits_of_infinity));
  float number = 0;
  std::memcpy(&number, &bits, sizeof number);
  Kiosk kiosk = defaults<Kiosk>();
  kiosk.wait = number;
  const auto document = read_toml_text(to_toml(write_section(kiosk)), "x");
  RC_ASSERT(static_cast<bool>(document));
  Kiosk again = defaults<Kiosk>();
  Problems problems;
  read_section(document->root, "", again, problems);
  RC_ASSERT(problems.empty());
  RC_ASSERT(again.wait == number);
}

}  // namespace
}  // namespace cxsim
