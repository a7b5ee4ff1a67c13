#include "results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "progress.hpp"

namespace cxsim::bench {

void Results::ReportRuns(const std::vector<Run>& runs) {
  for (const Run& run : runs) {
    if (run.run_type != Run::RT_Iteration) continue;
    if (run.error_occurred) {
      fmt::print(stderr, "{}: {}\n", run.run_name.function_name, run.error_message);
      continue;
    }
    auto& kept = measured_[run.run_name.function_name];
    kept["seconds"].push_back(run.real_accumulated_time / static_cast<double>(run.iterations));
    for (const auto& [counter, value] : run.counters) kept[counter].push_back(value.value);
  }
}

double Results::median(const std::string& name, const std::string& counter) const {
  constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  const auto one = measured_.find(name);
  if (one == measured_.end()) return unknown;
  const auto found = one->second.find(counter);
  if (found == one->second.end()) return unknown;
  std::vector<double> values = found->second;
  const std::size_t half = values.size() / 2;
  std::sort(values.begin(), values.end());
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

std::size_t Results::repetitions() const {
  std::size_t most = 0;
  for (const auto& [name, counters] : measured_)
    most = std::max(most, counters.at("seconds").size());
  return most;
}

}  // namespace cxsim::bench
