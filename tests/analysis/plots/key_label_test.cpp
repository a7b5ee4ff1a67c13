#include "analysis/plots/key_label.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/map/xml_reading.hpp"
#include "analysis/plots/terminal.hpp"
#include "analysis/statistics/interval.hpp"

namespace cxsim {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(KeyLabel, SplitsOffTheLastPart) {
  EXPECT_EQ(split_key("customer.word_of_mouth.heard_rate").section, "customer.word_of_mouth");
  EXPECT_EQ(split_key("customer.word_of_mouth.heard_rate").name, "heard_rate");
}

TEST(KeyLabel, LeavesDotsInQuotesAlone) {
  const KeyLabel label = split_key("intervention.\"v. 2.0\".effectiveness");
  EXPECT_EQ(label.section, "intervention.\"v. 2.0\"");
  EXPECT_EQ(label.name, "effectiveness");
  EXPECT_EQ(split_key("segment.\"a.b\"").name, "\"a.b\"");
}

TEST(KeyLabel, HasNoSectionForWords) {
  for (const std::string words : {"price", "price vs. rival", ".", "a.", ".a", ""}) {
    EXPECT_EQ(split_key(words).section, "") << words;
    EXPECT_EQ(split_key(words).name, words);
  }
}

TEST(ShortKey, GivesUpLeadingPartsFirst) {
  const std::string key = "customer.word_of_mouth.heard_rate";
  EXPECT_EQ(short_key(key, 33), key);
  EXPECT_EQ(short_key(key, 32), "…word_of_mouth.heard_rate");
  EXPECT_EQ(short_key(key, 24), "…heard_rate");
  EXPECT_EQ(short_key(key, 8), "…rd_rate");
}

TEST(ShortKeys, TellApartWhatWouldReadAlike) {
  EXPECT_THAT(short_keys({"intervention.fast.effectiveness",
                          "intervention.\"calm lines\".effectiveness", "customer.trust.gain"},
                         18),
              ElementsAre("fast.…iveness", "calm lin….…iveness", "…trust.gain"));
  for (const std::string& key :
       short_keys({"a.bbbbbbbbbbbb.cccccccccccc", "a.dddddddd.cccccccccccc"}, 14))
    EXPECT_LE(letters_in(key), 14U) << key;
}

TEST(NamesApart, AddThePartBeforeWhereTheyAreTheSame) {
  EXPECT_THAT(names_apart({"intervention.\"faster lines\".effectiveness",
                           "intervention.calm.effectiveness", "customer.trust.gain"}),
              ElementsAre("effectiveness (faster lines)", "effectiveness (calm)", "gain"));
}

TEST(KeySvg, WritesTheNameAboveItsSectionAndEscapesBoth) {
  const XmlReading page = read_xml(key_svg("segment.\"A & <B>\".rate", {100, 50, 200}));
  EXPECT_EQ(page.problem, "");
  EXPECT_THAT(page.texts, ElementsAre("rate", "segment.\"A & <B>\""));
}

TEST(KeySvg, CutsTheSectionAtItsStartAndTheNameAtItsEnd) {
  const std::string key = "a" + std::string(60, 'b') + ".c" + std::string(60, 'd');
  const XmlReading page = read_xml(key_svg(key, {100, 50, 100}));
  ASSERT_EQ(page.texts.size(), 2U);
  EXPECT_EQ(page.texts[0].substr(0, 2), "cd");
  EXPECT_EQ(page.texts[0].substr(page.texts[0].size() - 3), "…");
  EXPECT_EQ(page.texts[1].substr(0, 4), "…b");
}

TEST(KeyLine, EscapesAndKeepsTheName) {
  const std::string line = key_line_svg("segment.\"A & <B>\".rate", {100, 50, 400});
  EXPECT_EQ(read_xml(line).problem, "");
  EXPECT_THAT(line, HasSubstr(">segment.&quot;A &amp; &lt;B&gt;&quot;.</tspan>"));
  EXPECT_THAT(line, HasSubstr(">rate</tspan>"));
}

TEST(OthersNote, CountsWhatIsNotShownAndBoundsIt) {
  EXPECT_EQ(others_note({}, " wide"), "");
  EXPECT_EQ(others_note({1234, 900}, " wide"), "and 2 more, each at most 1,300 wide");
  EXPECT_EQ(others_note({.0121, not_known}, ""),
            "and 2 more (1 of them unknown), each at most 0.013");
  EXPECT_EQ(others_note({1300}, ""), "and 1 more, each at most 1,300");
  EXPECT_EQ(others_note({0}, ""), "and 1 more, each at most 0");
  EXPECT_EQ(others_note({not_known}, ""), "and 1 more, unknown");
}

}  // namespace
}  // namespace cxsim
