#include "analysis/export/logged_runs.hpp"

#include <algorithm>
#include <cstdint>

namespace cxsim {
namespace {

constexpr unsigned long long rows_at_once = 1 << 18;

bool is_of(const LoggedRun& run, std::int32_t arm, std::int32_t replication) {
  return run.arm == static_cast<std::size_t>(arm) &&
         run.replication == static_cast<std::size_t>(replication);
}

}  // namespace

std::vector<LoggedRun> logged_runs(const NetcdfReader& reader, const std::string& group) {
  std::vector<LoggedRun> runs;
  if (!reader.has_variable(group + "/arm_index")) return runs;
  const unsigned long long rows = reader.length(group + "/event");
  for (unsigned long long first = 0; first < rows; first += rows_at_once) {
    const unsigned long long count = std::min(rows_at_once, rows - first);
    const auto column = [&](const char* name) {
      return reader.read_slab<std::int32_t>(group + name, {first}, {count}).values;
    };
    const auto arms = column("/arm_index"), replications = column("/replication_index");
    for (std::size_t k = 0; k < count; ++k) {
      if (runs.empty() || !is_of(runs.back(), arms[k], replications[k]))
        runs.push_back({static_cast<std::size_t>(arms[k]),
                        static_cast<std::size_t>(replications[k]), first + k, first + k});
      ++runs.back().last;
    }
  }
  return runs;
}

}  // namespace cxsim
