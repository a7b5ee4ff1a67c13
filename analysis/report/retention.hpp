// How long customers stay: survival of everybody who was acquired, and of each cohort.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/json_values.hpp"
#include "analysis/statistics/survival.hpp"
#include "recording/netcdf_reader.hpp"

namespace cxsim {

// Customers who first bought within one span of results, over all replications.
struct Cohort {
  int number;  // from 1
  std::size_t customers = 0;
  std::vector<double>
      retained;  // by age in ages_shown; NaN where not all of them could be that old
};

struct ArmRetention {
  std::string arm;
  std::size_t customers = 0;  // acquired, over all replications
  std::size_t left = 0;
  std::vector<std::int64_t>
      at_risk;  // by age in ages_shown: not left, and seen, until just before it
  std::vector<SurvivalStep> survival;  // by age in days
  std::vector<Cohort> cohorts;
};

struct Retention {
  std::string title;
  std::size_t replications = 0, recorded = 0, population = 0;
  std::int32_t days = 0;                 // of results
  std::int32_t cohort_months = 0;        // payments of 30 days within which a cohort first bought
  std::vector<std::int32_t> ages_shown;  // in payments of 30 days
  std::vector<ArmRetention> arms;
};

// From the first purchase to the first departure of the people recorded; who bought before results
// began is left out, who is still a customer in the end is censored. Throws RecordingError.
Retention read_retention(const NetcdfReader& reader);

std::string to_text(const Retention& retention);
Json json_of(const Retention& retention);

}  // namespace cxsim
