// All that a report holds: what the result file says, and what takes runs of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "analysis/explain/leaning.hpp"
#include "analysis/report/json_values.hpp"
#include "base/problem.hpp"
#include "recording/netcdf_reader.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

// The assumption ledger takes by far the most runs.
enum class LedgerRuns : unsigned char { with, without };

struct ReportPlan {
  std::string command;         // that makes the results again
  ScenarioWith scenario_with;  // the scenario of the results with overrides; for the ledger
  LedgerRuns ledger = LedgerRuns::with;
  std::int64_t people = 5000;          // looked at for the moving map
  std::optional<std::size_t> lives;    // told; usually fewer where arms are many, for size
  std::size_t most_bytes = 1'500'000;  // packed: so many steps of customers are shown as fit
  int threads = 0;                     // 0: every core
  std::function<void(std::int64_t person_days)> on_progress;  // from any thread; may be empty
  std::function<bool()> cancelled;                            // may be empty
};

// The runs that a report takes, ready to go.
class ReportRuns {
 public:
  // Throws RecordingError where the file lacks something. The scenario must outlive it.
  static Result<ReportRuns> of(const NetcdfReader& reader, const Scenario& scenario,
                               const ReportPlan& plan);

  ReportRuns(ReportRuns&&) noexcept;
  ReportRuns& operator=(ReportRuns&&) noexcept;
  ~ReportRuns();

  // People times days that all runs pass together.
  std::int64_t person_days() const;

  // `Content` of the page's content.ts. Nothing if it was cancelled.
  std::optional<Json> run(const ReportPlan& plan);

 private:
  struct Content;
  explicit ReportRuns(std::unique_ptr<Content> content);
  std::unique_ptr<Content> content_;
};

}  // namespace cxsim
