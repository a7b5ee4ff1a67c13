// Monthly results of a result file.
#pragma once

#include "analysis/report/source.hpp"

namespace cxsim {

// Throws RecordingError. The reader must outlive it.
class FileSource : public MonthlySource {
 public:
  explicit FileSource(const NetcdfReader& reader);

  const ResultFacts& facts() const override { return facts_; }
  std::vector<std::string> labels(const std::string& dimension) const override;
  Values<double> read(const std::string& measure) const override;

 private:
  const NetcdfReader& reader_;
  ResultFacts facts_;
};

}  // namespace cxsim
