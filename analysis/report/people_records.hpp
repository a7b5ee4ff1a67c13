// The recorded people of one run, column by column as the result file holds them.
#pragma once

#include <cstdint>
#include <vector>

#include "recording/netcdf_reader.hpp"

namespace cxsim {

struct PeopleRecords {
  std::vector<std::int32_t> acquired_day, churn_day, times_churned;
  std::vector<std::int32_t> segment, value_tier, lifecycle, active_at_start;
  std::vector<double> recommend_score, lifetime_profit;

  std::size_t size() const { return segment.size(); }
};

// Throws RecordingError.
PeopleRecords read_people(const NetcdfReader& reader, std::size_t arm, std::size_t replication);

}  // namespace cxsim
