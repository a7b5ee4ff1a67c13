// Monthly results of runs in memory, rounded as a result file would hold them.
#pragma once

#include <span>

#include "analysis/report/source.hpp"
#include "engine/run.hpp"

namespace cxsim {

class MemorySource : public MonthlySource {
 public:
  // One entry of `runs` for each arm, all of the same length. World and runs must outlive it.
  MemorySource(const World& world, std::string title, std::vector<ArmFacts> arms,
               std::span<const RunsOfArm> runs);

  const ResultFacts& facts() const override { return facts_; }
  std::vector<std::string> labels(const std::string& dimension) const override;
  Values<double> read(const std::string& measure) const override;

 private:
  const World& world_;
  std::span<const RunsOfArm> runs_;
  ResultFacts facts_;
};

}  // namespace cxsim
