// What takes a run of the studio time: simulating it, and working answers out of it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "analysis/page/page_files.hpp"
#include "analysis/page/report_content.hpp"
#include "analysis/studio/events.hpp"
#include "analysis/studio/message.hpp"
#include "analysis/studio/studio_run.hpp"

namespace cxsim {

// What every task is given beside the run.
struct TaskPlan {
  Events& events;
  int threads = 0;      // 0: every core
  std::string command;  // that makes the run's results again
  std::function<bool()> cancelled;
};

// Simulates all of it, keeps its "content", and tells how it ended.
void simulate(StudioRun& run, const TaskPlan& plan);

// The event of a run, or of runs behind it, that failed.
void tell_failure(const StudioRun& run, const TaskPlan& plan, const Problems& problems);

// What an arm's NPV leans on, kept under the name `leaning_of` gives it, and told when it is there
// or when it was stopped.
std::string leaning_of(const std::string& arm);
Result<Swings> swings_of(const StudioRun& run, const std::string& arm);
void lean(StudioRun& run, const std::string& arm, const Swings& swings, const TaskPlan& plan);
void tell_leaning(const StudioRun& run, const std::string& arm, Events& events);

// Parts of a run that is done. Those that take runs of their own answer 410 if they are cancelled.
Response customers_answer(StudioRun& run, std::int64_t people, const TaskPlan& plan);
Response life_answer(StudioRun& run, std::int64_t person, const TaskPlan& plan);
Response lives_answer(StudioRun& run, const TaskPlan& plan);
Response results_answer(const StudioRun& run);
Response leaning_answer(const StudioRun& run, const std::string& arm);

// A report takes what its file says, with every leaning that is kept or only then worked out, and
// runs for customers and lives; quick, with those that are kept.
enum class Pace : unsigned char { usual, quick };
Result<ReportRuns> prepare_report(StudioRun& run, Pace pace, const TaskPlan& plan);
Response report_answer(StudioRun& run, ReportRuns& runs, const PageFiles& page,
                       const TaskPlan& plan);

Response cancelled_answer();

}  // namespace cxsim
