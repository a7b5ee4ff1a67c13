#include "analysis/report/retention.hpp"

#include <algorithm>

#include "analysis/report/file_source.hpp"
#include "analysis/report/monthly.hpp"
#include "engine/run.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

constexpr std::int32_t payments_per_year = 12, payments_per_quarter = 3;
constexpr std::int32_t years_for_yearly_cohorts = 3;

struct Stay {
  std::int32_t acquired;
  Lifetime life;
};

// The columns of one run.
struct Spells {
  std::vector<std::int32_t> acquired, left;
};

Spells read_spells(const NetcdfReader& reader, std::size_t arm, std::size_t replication) {
  const unsigned long long people = reader.length("people/person");
  const auto column = [&](const char* name) {
    return reader
        .read_slab<std::int32_t>(std::string("people/") + name, {arm, replication, 0},
                                 {1, 1, people})
        .values;
  };
  return {column("first_acquired_day"), column("first_churn_day")};
}

// Who is acquired on a day of results, until they leave or the last whole month ends.
void add_stays(const Spells& spells, std::int32_t days, std::vector<Stay>& stays) {
  for (std::size_t k = 0; k < spells.acquired.size(); ++k) {
    const std::int32_t acquired = spells.acquired[k], left = spells.left[k];
    if (acquired < 0 || acquired >= days) continue;
    const bool ended = left >= acquired && left < days;
    stays.push_back({acquired, {(ended ? left : days) - acquired, ended}});
  }
}

std::vector<Lifetime> lives_of(const std::vector<Stay>& stays) {
  std::vector<Lifetime> lives;
  for (const Stay& stay : stays) lives.push_back(stay.life);
  return lives;
}

Cohort cohort_of(int number, const std::vector<Stay>& stays, const Retention& all) {
  Cohort cohort{number, 0, {}};
  const std::int32_t span = all.cohort_months * days_per_month;
  const std::int32_t first = (number - 1) * span;
  const std::int32_t last = std::min(first + span, all.days) - 1;
  std::vector<Lifetime> lives;
  for (const Stay& stay : stays)
    if (stay.acquired >= first && stay.acquired <= last) lives.push_back(stay.life);
  cohort.customers = lives.size();
  const std::vector<SurvivalStep> steps = kaplan_meier(lives);
  for (const std::int32_t age : all.ages_shown) {
    const bool everybody_could = last + age * days_per_month <= all.days;
    cohort.retained.push_back(everybody_could && !lives.empty()
                                  ? survival_at(steps, age * days_per_month).survival
                                  : not_known);
  }
  return cohort;
}

std::int64_t count_at_risk(const std::vector<Stay>& stays, std::int32_t age) {
  return std::count_if(stays.begin(), stays.end(),
                       [&](const Stay& stay) { return stay.life.age >= age; });
}

ArmRetention retention_of(std::string name, const std::vector<Stay>& stays, const Retention& all) {
  ArmRetention arm{std::move(name), stays.size(), 0, {}, kaplan_meier(lives_of(stays)), {}};
  for (const std::int32_t age : all.ages_shown)
    arm.at_risk.push_back(count_at_risk(stays, age * days_per_month));
  for (const SurvivalStep& step : arm.survival) arm.left += static_cast<std::size_t>(step.ended);
  for (int k = 1; (k - 1) * all.cohort_months * days_per_month < all.days; ++k)
    arm.cohorts.push_back(cohort_of(k, stays, all));
  return arm;
}

std::vector<std::int32_t> ages_within(std::int32_t days) {
  std::vector<std::int32_t> ages;
  for (const std::int32_t age : {1, 2, 3, 6, 9, 12})
    if (age * days_per_month < days) ages.push_back(age);
  for (std::int32_t age = 2 * payments_per_year; age * days_per_month < days;
       age += payments_per_year)
    ages.push_back(age);
  return ages;
}

void check_people(const NetcdfReader& reader) {
  if (!reader.has_variable("people/segment"))
    throw RecordingError({{reader.path(), 0},
                          "",
                          "the file holds no people",
                          "survival is counted customer by customer",
                          "run again with --set record.people=all, or with a number of people"});
  if (!reader.has_variable("people/first_acquired_day"))
    throw RecordingError({{reader.path(), 0},
                          "",
                          "the file does not say when people first bought and first left",
                          "it was written by an earlier version of cxsim",
                          "make it again: cxsim run " + reader.path() + " -o NEW.h5"});
}

}  // namespace

Retention read_retention(const NetcdfReader& reader) {
  check_people(reader);
  Retention all;
  all.title = reader.text_attribute("", "title").value_or("");
  const FileSource source(reader);
  const MonthlyResults results(source);
  all.replications = replications_ended(results);
  all.recorded = static_cast<std::size_t>(reader.length("people/person"));
  const auto population = reader.number_attribute("", "population");
  all.population = population ? static_cast<std::size_t>(population->front()) : all.recorded;
  all.days = static_cast<std::int32_t>(reader.length("month")) * days_per_month;
  const std::int32_t years = all.days / (payments_per_year * days_per_month);
  all.cohort_months = years < years_for_yearly_cohorts ? payments_per_quarter : payments_per_year;
  all.ages_shown = ages_within(all.days);
  const std::vector<std::string> arms = reader.labels("arm");
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    std::vector<Stay> stays;
    for (std::size_t run = 0; run < results.facts().replications; ++run)
      if (has_run(results, arm, run)) add_stays(read_spells(reader, arm, run), all.days, stays);
    all.arms.push_back(retention_of(arms[arm], stays, all));
  }
  return all;
}

}  // namespace cxsim
