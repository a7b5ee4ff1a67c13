#include "analysis/report/source.hpp"

namespace cxsim {

std::int32_t decision_day(const ResultFacts& facts) {
  std::int32_t first = -1;
  for (const ArmFacts& arm : facts.arms)
    if (arm.action_day >= 0 && (first < 0 || arm.action_day < first)) first = arm.action_day;
  return first < 0 ? 0 : first;
}

}  // namespace cxsim
