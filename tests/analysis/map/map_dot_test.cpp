#include "analysis/map/map_dot.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "analysis/map/map_sample.hpp"

namespace cxsim {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

bool has_graphviz() { return std::system("dot -V >/dev/null 2>&1") == 0; }

// What Graphviz makes of a graph, in its plain format; empty if it refuses.
std::string plain(const std::string& graph) {
  const auto path = std::filesystem::path(::testing::TempDir()) / "cxsim_map_test.dot";
  std::ofstream(path) << graph;
  std::FILE* pipe = popen(("dot -Tplain '" + path.string() + "' 2>/dev/null").c_str(), "r");
  std::string text;
  for (int c; (c = std::fgetc(pipe)) != EOF;) text += static_cast<char>(c);
  const bool accepted = pclose(pipe) == 0;
  std::filesystem::remove(path);
  return accepted ? text : "";
}

std::size_t lines_starting(const std::string& text, const std::string& start) {
  std::istringstream lines(text);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) count += line.rfind(start, 0) == 0 ? 1U : 0U;
  return count;
}

TEST(MapDot, IsReadByGraphviz) {
  if (!has_graphviz()) GTEST_SKIP() << "Graphviz is not installed";
  World world = sample_world();
  world.touchpoints[1].title = "Web \"shop\" \\ & <b>";
  const std::string drawn = plain(map_dot(world));
  EXPECT_EQ(lines_starting(drawn, "node "), 14U + 6U + 4U);  // touchpoints, entries, landmarks
  EXPECT_EQ(lines_starting(drawn, "edge "), num_edges(world.graph));
}

TEST(MapDot, ClustersTouchpointsByStage) {
  const std::string dot = map_dot(sample_world());
  for (const std::string stage : {"Aware", "Consider", "Buy", "Start", "Use", "Support", "Renew"})
    EXPECT_THAT(dot, HasSubstr("{\n    label=\"" + stage + "\";"));
  EXPECT_THAT(dot, HasSubstr("label=\"Call centre\\nphone · Service\""));
}

TEST(MapDot, TellsWhatTheEdgesMean) {
  const std::string dot = map_dot(sample_world());
  EXPECT_THAT(dot, HasSubstr("\"touchpoint call\" -> \"touchpoint visit\" [label=\"30%\""));
  EXPECT_THAT(dot,
              HasSubstr("style=dashed, tooltip=\"Join: Purchase → Declined on failure, 100%\""));
  EXPECT_THAT(dot, HasSubstr("arrowtail=odot"));
}

TEST(MapDot, ShowsOneJourneyAlone) {
  const std::string dot = map_dot(sample_world(), {JourneyId(5)});
  EXPECT_THAT(dot, HasSubstr("Renewal offer"));
  EXPECT_THAT(dot, Not(HasSubstr("Website")));
}

TEST(MapDot, IsTheSameEveryTime) { EXPECT_EQ(map_dot(sample_world()), map_dot(sample_world())); }

}  // namespace
}  // namespace cxsim
