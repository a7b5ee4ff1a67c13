#include "company/maturity.hpp"

#include <algorithm>
#include <cmath>

namespace cxsim {

StageLevers levers_at(float stage, const StageTable& stages) {
  const float held = std::clamp(stage, 1.0f, static_cast<float>(stage_count));
  const auto lower = std::min(static_cast<std::size_t>(held) - 1, stage_count - 2);
  const float share = held - static_cast<float>(lower + 1);
  StageLevers levers{};
  for (const auto& row : settings_of<StageLevers>) {
    const auto member = std::get<float StageLevers::*>(row.member);
    const float from = stages[lower].*member, to = stages[lower + 1].*member;
    levers.*member = share == 1.0f ? to : from + share * (to - from);
  }
  return levers;
}

float stage_on(float day, const MaturitySettings& maturity) {
  if (maturity.slide <= 0) return maturity.maturity_stage;
  return std::max(1.0f, maturity.maturity_stage - day / maturity.slide);
}

StageLevers with_choices(StageLevers levers, const StageLevers& chosen) {
  for (const auto& row : settings_of<StageLevers>) {
    const auto member = std::get<float StageLevers::*>(row.member);
    if (!std::isnan(chosen.*member)) levers.*member = chosen.*member;
  }
  return levers;
}

}  // namespace cxsim
