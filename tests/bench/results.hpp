// What was measured: medians over the repetitions.
#pragma once

#include <benchmark/benchmark.h>

#include <map>
#include <string>

namespace cxsim::bench {

// Keeps what the benchmarks report instead of printing it, and tells how far they are.
class Results : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override;

  bool empty() const { return measured_.empty(); }
  bool has(const std::string& name) const { return measured_.contains(name); }
  // NaN for what was not measured.
  double seconds(const std::string& name) const { return median(name, "seconds"); }  // a repetition
  double median(const std::string& name, const std::string& counter) const;
  std::size_t repetitions() const;  // the most of any

 private:
  std::map<std::string, std::map<std::string, std::vector<double>>> measured_;
};

}  // namespace cxsim::bench
