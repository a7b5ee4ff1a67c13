#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "experiments/sweep.hpp"
#include "scenario/reference.hpp"
#include "scenario/scratch_folder.hpp"
#include "tiny_sweep.hpp"

namespace cxsim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsNan;

class Points : public testing::Test {
 protected:
  SweepRequest read(const std::string& text) const {
    const auto request = read_points(folder_.write("points.csv", text));
    EXPECT_TRUE(request) << text << to_text(request.problems().front());
    return request ? *request : SweepRequest{};
  }

  Problem only_problem(const std::string& text) const {
    const auto request = read_points(folder_.write("points.csv", text));
    EXPECT_FALSE(request) << text;
    if (request) return {};
    EXPECT_EQ(request.problems().size(), 1u);
    const Problem& problem = request.problems().front();
    EXPECT_EQ(problem.place.file, folder_.path("points.csv"));
    EXPECT_FALSE(problem.why.empty());
    EXPECT_THAT(problem.cure, HasSubstr("header"));
    return problem;
  }

  ScratchFolder folder_;
};

std::vector<std::string> keys_of(const SweepRequest& request) {
  std::vector<std::string> keys;
  for (const Variation& variation : request.variations) keys.push_back(variation.key);
  return keys;
}

// As overrides would spell it, by (point, variation).
std::vector<std::string> cells_of(const SweepRequest& request) {
  std::vector<std::string> cells;
  for (std::size_t k = 0; k < request.points.size(); ++k)
    cells.push_back(spelling_of(request.variations[k % request.variations.size()].distribution,
                                request.points[k]));
  return cells;
}

TEST_F(Points, AreTheRowsBelowAHeaderOfKeys) {
  const SweepRequest request =
      read("customer.trust.build,company.care_for\n0.1,nobody\n0.2,random\n");
  EXPECT_EQ(request.design, DesignKind::points);
  EXPECT_EQ(request.size, 2u);
  EXPECT_THAT(keys_of(request), ElementsAre("customer.trust.build", "company.care_for"));
  EXPECT_THAT(cells_of(request), ElementsAre("0.1", "nobody", "0.2", "random"));
  EXPECT_TRUE(lists_numbers(request.variations[0].distribution));
  EXPECT_FALSE(lists_numbers(request.variations[1].distribution));
}

TEST_F(Points, AreReadWhateverEndsTheLines) {
  for (const char* text :
       {"a,b\n1,x\n2,y\n", "a,b\n1,x\n2,y", "a,b\r\n1,x\r\n2,y\r\n", "a,b\r\n1,x\r\n2,y",
        "\xEF\xBB\xBF"
        "a,b\n1,x\n2,y\n",
        "\xEF\xBB\xBF"
        "a,b\r\n1,x\r\n2,y\r\n",
        "a,b\n\n1,x\n\n\n2,y\n\n", "\"a\",\"b\"\r\n\"1\",\"x\"\r\n\"2\",\"y\"\r\n"}) {
    const SweepRequest request = read(text);
    EXPECT_THAT(keys_of(request), ElementsAre("a", "b")) << text;
    EXPECT_THAT(cells_of(request), ElementsAre("1", "x", "2", "y")) << text;
  }
}

TEST_F(Points, MayHoldAnythingInQuotes) {
  const SweepRequest request =
      read("a,\"touchpoint.\"\"a.b\"\".p_fail\"\n\"x, y\",1\n\"\"\"q\"\"\",2\n\"one\ntwo\",3\n");
  EXPECT_THAT(keys_of(request), ElementsAre("a", "touchpoint.\"a.b\".p_fail"));
  EXPECT_THAT(cells_of(request), ElementsAre("x, y", "1", "\"q\"", "2", "one\ntwo", "3"));
}

TEST_F(Points, HoldEachValueOnceInTheOrderInWhichTheyAppear) {
  const SweepRequest request = read("a\nmany\nfew\nmany\nmany\n");
  EXPECT_THAT(request.variations[0].distribution.values, ElementsAre("many", "few"));
  EXPECT_THAT(request.points, ElementsAre(0, 1, 0, 0));
}

// In order, so that the place of each is its rank.
TEST_F(Points, SpellNumbersAsTheyAreSpelledEverywhere) {
  const SweepRequest request = read("a\n1\n1.0\n1e0\n0.50\n.5\n-2.50\n1e6\n");
  EXPECT_THAT(request.variations[0].distribution.values,
              ElementsAre("-2.5", "0.5", "1", "1000000"));
  EXPECT_THAT(request.points, ElementsAre(2, 2, 2, 1, 1, 0, 3));
}

TEST_F(Points, LeaveTheScenariosOwnValueWhereACellIsBlank) {
  const SweepRequest request = read("a,b\n1,\n ,x\n\"\",y\n");
  EXPECT_THAT(request.variations[0].distribution.values, ElementsAre("1"));
  EXPECT_THAT(request.variations[1].distribution.values, ElementsAre("x", "y"));
  EXPECT_THAT(request.points, ElementsAre(0, IsNan(), IsNan(), 0, IsNan(), 1));
  const ScenarioFamily family = tiny_family(folder_);
  const Sweep sweep =
      sound(Sweep::of(family, read("customer.trust.build,company.care_for\n0.5,\n,random\n")));
  EXPECT_THAT(sweep.overrides_at(0), ElementsAre("customer.trust.build=0.5"));
  EXPECT_THAT(sweep.overrides_at(1), ElementsAre("company.care_for=random"));
  EXPECT_THAT(sweep.settings()[0].values, ElementsAre(.5, testing::DoubleEq(.03)));
  EXPECT_THAT(sweep.settings()[1].values, ElementsAre(-1, 0));
}

TEST_F(Points, NeedAKeyForEveryColumn) {
  const Problem problem = only_problem("a,\n1,2\n");
  EXPECT_EQ(problem.place.line, 1);
  EXPECT_THAT(problem.what, HasSubstr("no key"));
}

TEST_F(Points, KeepEveryDigitOfWholeNumbers) {
  EXPECT_THAT(cells_of(read("simulation.seed\n9007199254740993\n1234567890123456789\n")),
              ElementsAre("9007199254740993", "1234567890123456789"));
}

// As spreadsheets and people write them, after each comma.
TEST_F(Points, OverlookSpacesAroundNumbersAndKeys) {
  const SweepRequest request = read("a, b\n1, 2\n3 , +4\n");
  EXPECT_THAT(keys_of(request), ElementsAre("a", "b"));
  EXPECT_THAT(cells_of(request), ElementsAre("1", "2", "3", "4"));
}

TEST_F(Points, AreAColumnOfTextsWhereOneIsNoNumber) {
  const SweepRequest request = read("a\n1\nmany\n");
  EXPECT_FALSE(lists_numbers(request.variations[0].distribution));
  EXPECT_THAT(cells_of(request), ElementsAre("1", "many"));
}

TEST_F(Points, OfOneColumnSkipEmptyLines) {
  EXPECT_THAT(cells_of(read("a\n1\n\n2\n\n")), ElementsAre("1", "2"));
}

TEST_F(Points, HaveAValueForEveryKey) {
  const Problem few = only_problem("a,b\n1,2\n3\n");
  EXPECT_EQ(few.place.line, 3);
  EXPECT_THAT(few.what, HasSubstr("it has 1 cell where the header has 2"));
  const Problem many = only_problem("a,b\n1,2\n3,4\n5,6,7\n");
  EXPECT_EQ(many.place.line, 4);
  EXPECT_THAT(many.what, HasSubstr("3 cells"));
  EXPECT_EQ(only_problem("a,b\n\"x\ny\",1\n2\n").place.line, 4);
  EXPECT_EQ(only_problem("a,b\r\n\r\n1\r\n").place.line, 3);
  EXPECT_THAT(only_problem("a,b\n1,2,\n").what, HasSubstr("3 cells"));
}

TEST_F(Points, NeedAHeaderAndARow) {
  for (const char* text : {"", "\n\n", "a,b\n", "a,b", "\xEF\xBB\xBF",
                           "\xEF\xBB\xBF"
                           "a\n"})
    EXPECT_THAT(only_problem(text).what, HasSubstr("no row of values"));
}

TEST_F(Points, NeedAFile) {
  const auto request = read_points(folder_.path("none.csv"));
  ASSERT_FALSE(request);
  EXPECT_EQ(request.problems().front().place.file, folder_.path("none.csv"));
}

// A quote that nothing closes would swallow the points below it.
TEST_F(Points, CloseTheirQuotes) {
  const auto request = read_points(folder_.write("points.csv", "a\nx\n\"y\nz\nx\n"));
  ASSERT_FALSE(request) << "read as " << cells_of(*request).size() << " points";
  EXPECT_EQ(request.problems().front().place.line, 3);
}

// The cure must work: its keys exist.
TEST_F(Points, SuggestKeysThatExist) {
  const std::string cure = only_problem("").cure;
  const std::size_t from = cure.find("such as ") + 8;
  const std::string header = cure.substr(from, cure.find(", then") - from);
  const SweepRequest request = read(header + "\n0.5,2\n");
  ASSERT_EQ(request.variations.size(), 2u) << header;
  for (const Variation& variation : request.variations)
    EXPECT_TRUE(find_reference_row(variation.key, {})) << variation.key;
}

std::string quoted(const std::string& text) {
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + "\"";
}

RC_GTEST_PROP(PointsOfTexts, AreThoseThatWereQuoted, ()) {
  const auto letter = rc::gen::elementOf(std::string("ab,\"\n\r;' #"));
  const auto text = rc::gen::map(rc::gen::container<std::string>(letter),
                                 [](const std::string& rest) { return "t" + rest + "t"; });
  const auto columns = *rc::gen::inRange<std::size_t>(1, 4);
  const auto rows = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::vector<std::string>>>(
      rc::gen::container<std::vector<std::string>>(columns, text)));
  const std::string end = *rc::gen::element<std::string>("\n", "\r\n");
  std::string file;
  std::vector<std::string> cells;
  for (std::size_t k = 0; k < columns; ++k) file += (k > 0 ? ",k" : "k") + std::to_string(k);
  file += end;
  for (const auto& row : rows) {
    for (std::size_t k = 0; k < columns; ++k) {
      file += (k > 0 ? "," : "") + quoted(row[k]);
      cells.push_back(row[k]);
    }
    file += end;
  }
  const ScratchFolder folder;
  const auto request = read_points(folder.write("points.csv", file));
  RC_ASSERT(static_cast<bool>(request));
  RC_ASSERT(request->size == rows.size());
  RC_ASSERT(cells_of(*request) == cells);
}

}  // namespace
}  // namespace cxsim
