#include "analysis/report/run_report.hpp"

#include "analysis/report/comparison.hpp"
#include "analysis/report/file_source.hpp"
#include "analysis/report/measured.hpp"
#include "analysis/report/outcomes.hpp"

namespace cxsim {
namespace {

constexpr std::size_t baseline = 0;  // the first arm of every file

Comparison compare_with_baseline(const MonthlyResults& results) {
  return compare(results, baseline, all_arms_but(baseline, results.facts()));
}

}  // namespace

std::string run_report_text(const NetcdfReader& reader, const Measured& measured) {
  const FileSource source(reader);
  const MonthlyResults results(source);
  const Outcomes baselines = only_arm(outcomes_over_replications(results), baseline);
  const std::string outcomes = to_text(baselines) + beside_measured(baselines, measured);
  if (source.facts().arms.size() < 2) return outcomes;
  return outcomes + "\n" + to_text(compare_with_baseline(results));
}

std::string run_report_json(const NetcdfReader& reader, const Measured& measured) {
  const FileSource source(reader);
  const MonthlyResults results(source);
  const Outcomes outcomes = outcomes_over_replications(results);
  Json json = json_of(outcomes);
  if (const Json own = measured_json(outcomes, measured); !own.is_null()) json["measured"] = own;
  if (source.facts().arms.size() > 1) json["comparison"] = json_of(compare_with_baseline(results));
  return json.dump(2) + "\n";
}

}  // namespace cxsim
