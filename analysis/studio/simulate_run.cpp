// A run from its first day to the JSON that shows it, and the runs behind its assumption ledger.
#include <algorithm>
#include <chrono>
#include <utility>

#include "analysis/explain/explanation.hpp"
#include "analysis/page/content_json.hpp"
#include "analysis/page/decision_json.hpp"
#include "analysis/report/file_source.hpp"
#include "analysis/studio/answer.hpp"
#include "analysis/studio/guarded.hpp"
#include "analysis/studio/progress_events.hpp"
#include "analysis/studio/ready_answers.hpp"
#include "analysis/studio/run_tasks.hpp"
#include "experiments/experiment.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

constexpr std::size_t baseline = 0;

enum class Ended : unsigned char { done, cancelled };

Result<Ended> run_and_read(StudioRun& run, const TaskPlan& plan) {
  const Scenario& scenario = run.scenario;
  ProgressEvents progress(plan.events, run.number, "run", days_in_all(scenario), run.people());
  ExperimentPlan experiment;
  experiment.output = run.file;
  experiment.threads = plan.threads;
  experiment.on_progress = [&progress](std::int64_t days) { progress.advance(days); };
  experiment.cancelled = plan.cancelled;
  const auto report = run_experiment(scenario, experiment);
  if (!report) return report.problems();
  if (!report->complete) return Ended::cancelled;
  return attempt([&] {
    const NetcdfReader reader(run.file);
    run.keep("content", json_text(content_json(reader, scenario, plan.command)));
    run.finish(FileSource(reader).facts());
    return Ended::done;
  });
}

std::size_t place_of(const std::string& arm, const ResultFacts& facts) {
  const auto found = std::find_if(facts.arms.begin(), facts.arms.end(),
                                  [&](const ArmFacts& known) { return known.name == arm; });
  return static_cast<std::size_t>(found - facts.arms.begin());
}

// The difference that the swings are laid on.
std::optional<double> npv_of(const StudioRun& run, std::size_t arm) {
  const NetcdfReader reader(run.file);
  const FileSource source(reader);
  return npv_change(explain(MonthlyResults(source), run.scenario, arm, baseline));
}

void tell_stopped(const StudioRun& run, Events& events) {
  events.publish("stopped", Json{{"event", "stopped"}, {"run", run.number}});
}

// Nothing if it was cancelled.
std::optional<Leaning> leaning_found(const StudioRun& run, const std::string& arm,
                                     const Swings& swings, const TaskPlan& plan) {
  if (plan.cancelled()) return {};
  ProgressEvents progress(plan.events, run.number, "leaning", swings.days_in_all(),
                          swings.people());
  LeaningPlan leaning;
  leaning.npv = npv_of(run, place_of(arm, run.facts()));
  leaning.threads = plan.threads;
  leaning.on_progress = [&progress](std::int64_t days) { progress.advance(days); };
  leaning.cancelled = plan.cancelled;
  return swings.run(leaning);
}

}  // namespace

void simulate(StudioRun& run, const TaskPlan& plan) {
  using Clock = std::chrono::steady_clock;
  const auto begun = Clock::now();
  Result<Ended> ended = Ended::cancelled;
  guarded_by([&](const Problems& problems) { ended = problems; },
             [&] {
               if (!plan.cancelled()) ended = run_and_read(run, plan);
             });
  if (!ended) {
    run.fail(ended.problems());
    return tell_failure(run, plan, ended.problems());
  }
  if (*ended == Ended::cancelled) {
    run.stop();
    return tell_stopped(run, plan.events);
  }
  const std::chrono::duration<double> seconds = Clock::now() - begun;
  plan.events.publish("done",
                      Json{{"event", "done"}, {"run", run.number}, {"seconds", seconds.count()}});
}

void tell_failure(const StudioRun& run, const TaskPlan& plan, const Problems& problems) {
  plan.events.publish(
      "failed", Json{{"event", "failed"}, {"run", run.number}, {"problems", json_of(problems)}});
}

std::string leaning_of(const std::string& arm) { return "leaning " + arm; }

void tell_leaning(const StudioRun& run, const std::string& arm, Events& events) {
  events.publish("leaning", Json{{"event", "leaning"}, {"run", run.number}, {"arm", arm}});
}

Result<Swings> swings_of(const StudioRun& run, const std::string& arm) {
  const auto scenario_with = [&run](const std::vector<std::string>& overrides) {
    return run.family.with(overrides);
  };
  const ResultFacts facts = run.facts();
  return Swings::of(scenario_with, facts, place_of(arm, facts), baseline, {});
}

void lean(StudioRun& run, const std::string& arm, const Swings& swings, const TaskPlan& plan) {
  const std::optional<Leaning> found = leaning_found(run, arm, swings, plan);
  if (!found) return tell_stopped(run, plan.events);
  run.keep(leaning_of(arm), json_text(page_leaning_json(*found)));
  tell_leaning(run, arm, plan.events);
}

}  // namespace cxsim
