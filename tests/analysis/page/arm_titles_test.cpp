#include "analysis/page/arm_titles.hpp"

#include <gmock/gmock.h>

#include "recording/result_dimensions.hpp"

namespace cxsim {
namespace {

TEST(ArmTitles, TellArmsApart) {
  const std::vector<ArmText> arms{
      {"baseline", "", -1}, {"a", "Train", 1}, {"b", "Train", 1}, {"c", "Hire", 1}};
  EXPECT_THAT(titles_of(arms), testing::ElementsAre("baseline", "Train (a)", "Train (b)", "Hire"));
}

TEST(ArmTitles, KeepANameThatIsAnothersTitle) {
  EXPECT_THAT(titles_of(std::vector<ArmText>{{"train", "", -1}, {"b", "train", 1}}),
              testing::ElementsAre("train", "train (b)"));
}

}  // namespace
}  // namespace cxsim
