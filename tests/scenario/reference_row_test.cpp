#include <gtest/gtest.h>

#include <stdexcept>

#include "scenario/reference.hpp"
#include "scenario/scratch_folder.hpp"
#include "support/tiny_scenario.hpp"

namespace cxsim {
namespace {

Scenario firm_with(const std::string& interventions) {
  const ScratchFolder folder;
  auto read = read_scenario(folder.write("mine.toml", tiny_scenario(interventions)), {});
  if (!read) throw std::runtime_error(to_text(read.problems().front()));
  return std::move(*read);
}

const Scenario& firm() {
  static const Scenario scenario = firm_with(
      "[[intervention]]\nname = 'school'\nkind = 'training'\n"
      "[[intervention]]\nname = 'louder.ads'\nkind = 'advertising'\n"
      "[[intervention]]\nname = 'plain'\nkind = 'levers'\npromise = 0.1\n"
      "[[shock]]\nname = 'storm'\nkind = 'outage'\n");
  return scenario;
}

TEST(ReferenceRow, OfASettingStandsInItsSection) {
  const auto row = find_reference_row("customer.trust.build", firm());
  ASSERT_TRUE(row);
  EXPECT_EQ(row->key, "customer.trust.build");
  EXPECT_EQ(row->unit, "share");
}

TEST(ReferenceRow, OfANamedTableHasAnyName) {
  const auto row = find_reference_row("touchpoint.call.p_fail", firm());
  ASSERT_TRUE(row);
  EXPECT_EQ(row->key, "touchpoint.<name>.p_fail");
}

// One key means different things in different kinds.
TEST(ReferenceRow, OfAnInterventionIsThatOfItsKind) {
  const auto advertising = find_reference_row("intervention.\"louder.ads\".advertising", firm());
  const auto levers = find_reference_row("intervention.plain.advertising", firm());
  ASSERT_TRUE(advertising && levers);
  EXPECT_EQ(advertising->key, "intervention.<name>, kind advertising.advertising");
  EXPECT_EQ(levers->key, "intervention.<name>, kind levers.advertising");
  EXPECT_NE(advertising->unit, levers->unit);
  const auto skill = find_reference_row("intervention.school.skill", firm());
  ASSERT_TRUE(skill);
  EXPECT_NE(skill->fallback, find_reference_row("intervention.plain.skill", firm())->fallback);
}

TEST(ReferenceRow, OfWhatEveryInterventionHasIsTheCommonOne) {
  const auto row = find_reference_row("intervention.school.start", firm());
  ASSERT_TRUE(row);
  EXPECT_EQ(row->key, "intervention.<name>.start");
  EXPECT_TRUE(find_reference_row("shock.storm.start", firm()));
}

TEST(ReferenceRow, IsMissingForWhatTheReferenceDoesNotKnow) {
  EXPECT_FALSE(find_reference_row("nothing.at.all", firm()));
  EXPECT_FALSE(find_reference_row("intervention.school.no_such_number", firm()));
  EXPECT_FALSE(find_reference_row("", firm()));
}

}  // namespace
}  // namespace cxsim
