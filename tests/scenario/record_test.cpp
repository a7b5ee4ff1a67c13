#include <gtest/gtest.h>

#include "scenario/scenario.hpp"
#include "scratch_folder.hpp"

namespace cxsim {
namespace {

const std::string base = std::string(CXSIM_SOURCE_DIR) + "/scenarios/bases/broadband.toml";

Scenario recording(const ScratchFolder& folder, const std::string& lines) {
  const std::string path =
      folder.write("mine.toml", "extends = \"" + base + "\"\n[record]\n" + lines);
  Result<Scenario> read = read_scenario(path, {});
  EXPECT_TRUE(read) << (read ? "" : read.problems().front().what);
  return std::move(*read);
}

bool has(const Scenario& scenario, LifeEventKind kind) {
  return scenario.life_event_kinds.has(kind);
}

TEST(Record, KeepsEveryKindOfEventUnlessSomeAreNamed) {
  const ScratchFolder folder;
  const Scenario all = recording(folder, "life_events = \"all\"\n");
  EXPECT_EQ(all.record.life_events, everybody);
  for (std::size_t kind = 0; kind < life_event_kinds; ++kind)
    EXPECT_TRUE(has(all, static_cast<LifeEventKind>(kind)));
  const Scenario some =
      recording(folder, "life_events = 7\nlife_event_kinds = [\"close\", \"left\"]\n");
  EXPECT_EQ(some.record.life_events, 7);
  EXPECT_TRUE(has(some, LifeEventKind::close) && has(some, LifeEventKind::left));
  EXPECT_FALSE(has(some, LifeEventKind::contact) || has(some, LifeEventKind::stayed));
}

TEST(Record, ReadsWhatTheResolvedScenarioSaysOfIt) {
  const ScratchFolder folder;
  const Scenario some =
      recording(folder, "life_events = \"all\"\nlife_event_kinds = [\"told\", \"bought\"]\n");
  const auto again = read_resolved_scenario(resolved_toml(some), some.as_written, "run.h5", {});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->record.life_events, everybody);
  EXPECT_TRUE(has(*again, LifeEventKind::told) && has(*again, LifeEventKind::bought));
  EXPECT_FALSE(has(*again, LifeEventKind::close));
}

}  // namespace
}  // namespace cxsim
