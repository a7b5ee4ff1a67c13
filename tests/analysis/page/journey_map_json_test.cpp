#include "analysis/page/journey_map_json.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <sstream>

#include "analysis/map/map_sample.hpp"

namespace cxsim {
namespace {

class TheMapAsJson : public testing::Test {
 protected:
  const Json& place(const std::string& name) const {
    for (const Json& one : json_["places"])
      if (one["name"] == name) return one;
    ADD_FAILURE() << "no place " << name;
    return json_;
  }
  // The first two numbers of an SVG path, or the last two.
  static std::pair<double, double> end_of(std::string path, bool first) {
    for (char& c : path)
      if (std::isalpha(static_cast<unsigned char>(c))) c = ' ';
    std::istringstream in(path);
    std::vector<double> numbers;
    for (double number; in >> number;) numbers.push_back(number);
    if (numbers.size() < 4) return {-1, -1};
    return first ? std::pair(numbers[0], numbers[1])
                 : std::pair(numbers[numbers.size() - 2], numbers.back());
  }
  static bool is_near(const Json& box, std::pair<double, double> point, double reach) {
    const double x = box["x"], y = box["y"], width = box["width"], height = box["height"];
    return point.first > x - reach && point.first < x + width + reach && point.second > y - reach &&
           point.second < y + height + reach;
  }

  const World world_ = sample_world();
  const Json json_ = journey_map_json(world_);
};

TEST_F(TheMapAsJson, NamesPlacesAsPeopleReadThem) {
  const Json& call = place("call");
  EXPECT_EQ(call["kind"], "touchpoint");
  EXPECT_EQ(call["title"], "Call centre");
  EXPECT_EQ(call["channel"], "phone");
  EXPECT_EQ(call["owner"], "Service");
  EXPECT_EQ(call["contact"], "direct");
  EXPECT_TRUE(call["journey"].is_null());
  EXPECT_EQ(place("ad")["contact"], "indirect");
  const Json& fix = place("entry of fix");
  EXPECT_EQ(fix["kind"], "entry");
  EXPECT_EQ(fix["title"], "Fix a nagging problem");
  EXPECT_EQ(fix["journey"], 2);
  EXPECT_TRUE(fix["touchpoint"].is_null());
  EXPECT_EQ(place("purchase")["kind"], "purchase");
  EXPECT_EQ(place("resolved")["kind"], "ending");
}

TEST_F(TheMapAsJson, CountsTouchpointsAsTheWorldDoes) {
  std::size_t touchpoints = 0;
  for (const Json& one : json_["places"]) {
    if (one["kind"] != "touchpoint") continue;
    EXPECT_EQ(one["name"], world_.touchpoints[one["touchpoint"].get<std::size_t>()].name);
    ++touchpoints;
  }
  EXPECT_EQ(touchpoints, world_.touchpoints.size());
}

TEST_F(TheMapAsJson, HasALinkForEachWayAndItsSentence) {
  ASSERT_EQ(json_["links"].size(), num_edges(world_.graph));
  bool found = false;
  for (const Json& link : json_["links"]) {
    EXPECT_LT(link["from"], json_["places"].size());
    EXPECT_LT(link["to"], json_["places"].size());
    EXPECT_GT(link["chance"], 0);
    EXPECT_LE(link["chance"], 1.000001);
    found = found || link["sentence"] == "Join: Purchase → Declined on failure, 100%";
  }
  EXPECT_TRUE(found);
}

TEST_F(TheMapAsJson, DrawsLinksFromBoxToBox) {
  for (const Json& link : json_["links"]) {
    const auto path = link["path"].get<std::string>();
    EXPECT_EQ(path[0], 'M');
    EXPECT_EQ(link["shape"] == "loop", link["from"] == link["to"]);
    const auto box = [&](const char* end) { return json_["places"][link[end].get<std::size_t>()]; };
    EXPECT_TRUE(is_near(box("from"), end_of(path, true), 1)) << link;
    EXPECT_TRUE(is_near(box("to"), end_of(path, false), 12)) << link;  // an arrow head away
  }
}

TEST_F(TheMapAsJson, StandsPlacesWithinTheirColumns) {
  const double width = json_["width"], height = json_["height"];
  for (const Json& place : json_["places"]) {
    std::size_t columns = 0;
    for (const Json& column : json_["columns"])
      if (place["x"] >= column["x"] &&
          place["x"].get<double>() < column["x"].get<double>() + column["width"].get<double>())
        ++columns;
    EXPECT_EQ(columns, 1U) << place["name"];
    EXPECT_LT(place["x"].get<double>() + place["width"].get<double>(), width);
    EXPECT_LT(place["y"].get<double>() + place["height"].get<double>(), height);
  }
}

}  // namespace
}  // namespace cxsim
