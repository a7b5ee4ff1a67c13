#include "experiments/sweep_run.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <optional>

#include "engine/crew.hpp"
#include "experiments/experiment.hpp"
#include "experiments/sweep_jobs.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

// Runs of the shard that are not kept yet.
std::vector<std::size_t> missing_runs(const Sweep& sweep, const Shard& shard,
                                      const RunShelf& shelf) {
  std::vector<std::size_t> missing;
  for (std::size_t run = shard.index; run < sweep.runs(); run += shard.of) {
    const Job job = job_at(sweep, run);
    if (!shelf.has(sweep.key_of_run(job.point, job.replication))) missing.push_back(run);
  }
  return missing;
}

// Time that this process has spent on processors, and on the clock.
class Stopwatch {
 public:
  double seconds() const { return std::chrono::duration<double>(Clock::now() - begun_).count(); }
  double worked() const { return processor_seconds() - worked_before_; }

 private:
  using Clock = std::chrono::steady_clock;

  static double processor_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto in_seconds = [](const timeval& t) {
      return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
    };
    return in_seconds(used.ru_utime) + in_seconds(used.ru_stime);
  }

  Clock::time_point begun_ = Clock::now();
  double worked_before_ = processor_seconds();
};

SweptRun with_facts(SweptRun run, const Scenario& scenario) {
  run.discount_rate = static_cast<double>(scenario.world.money.discount_rate);
  for (const Arm& arm : scenario.arms) run.action_days.push_back(described(arm).action_day);
  return run;
}

// Nothing if it was cancelled.
std::optional<SweptRun> made(const Sweep& sweep, const Job& job, const SweptMeasures& measures,
                             const SweepRunPlan& plan) {
  const auto scenario = sweep.scenario_at(job.point);
  if (!scenario) throw RecordingError(scenario.problems().front());
  RunPlan run_plan;
  run_plan.cancelled = plan.cancelled;
  const std::vector<RunResult> arms =
      run_arms(scenario->world, programmes_of(*scenario),
               static_cast<std::uint32_t>(job.replication), run_plan);
  for (const RunResult& arm : arms)
    if (!arm.complete) return {};
  return with_facts(swept(measures, arms), *scenario);
}

SweepReport report_of(const Stopwatch& watch, std::size_t workers) {
  SweepReport report;
  report.workers = workers;
  report.seconds = watch.seconds();
  report.busy = watch.worked() / (report.seconds * static_cast<double>(workers));
  return report;
}

}  // namespace

std::size_t runs_of(const Sweep& sweep, const Shard& shard) {
  return shard.index < sweep.runs() ? (sweep.runs() - shard.index - 1) / shard.of + 1 : 0;
}

Result<SweepReport> run_shard(const Sweep& sweep, const SweepFolder& folder,
                              const SweepRunPlan& plan) {
  return attempt([&] {
    const Crew crew(plan.threads);
    const RunShelf shelf(folder.runs());
    const std::vector<std::size_t> runs = missing_runs(sweep, plan.shard, shelf);
    if (plan.on_begin) plan.on_begin(runs.size());
    keep_memory_flat();
    const std::size_t workers = worker_count();
    const Stopwatch watch;
    std::size_t made_runs = 0;
    if (!runs.empty()) {
      RunJournal journal(folder.runs(),
                         fmt::format("shard-{}-of-{}", plan.shard.index + 1, plan.shard.of));
      const SweptMeasures measures = sweep.measures();
      as_finished<std::vector<std::byte>>(
          runs.size(), workers,
          [&](std::size_t k) {
            const auto run = made(sweep, job_at(sweep, runs[k]), measures, plan);
            return run ? packed(measures, *run) : std::vector<std::byte>();
          },
          [&](std::size_t k, const std::vector<std::byte>& record) {
            if (record.empty()) return;
            const Job job = job_at(sweep, runs[k]);
            journal.append(sweep.key_of_run(job.point, job.replication), record);
            ++made_runs;
            if (plan.on_run) plan.on_run();
          },
          [&] { return !is_cancelled(plan); });
    }
    SweepReport report = report_of(watch, workers);
    report.made = made_runs;
    report.runs = runs_of(sweep, plan.shard);
    report.kept = report.runs - runs.size();
    report.is_complete = made_runs == runs.size();
    return report;
  });
}

Result<SweepReport> run_into_file(const Sweep& sweep, const std::string& output,
                                  const SweepRunPlan& plan) {
  return attempt([&] {
    const Crew crew(plan.threads);
    keep_memory_flat();
    SweepWriter writer = writer_for(sweep, output);
    const SweptMeasures measures = sweep.measures();
    const std::size_t workers = worker_count();
    const Stopwatch watch;
    std::size_t made_runs = 0;
    RunsOfPoint point(sweep.replications());
    in_order<std::optional<SweptRun>>(
        sweep.runs(), 4 * workers,
        [&](std::size_t run) { return made(sweep, job_at(sweep, run), measures, plan); },
        [&](std::size_t run, std::optional<SweptRun>& result) {
          if (!result) return;
          ++made_runs;
          const Job job = job_at(sweep, run);
          point[job.replication] = std::move(result);
          if (job.replication + 1 == point.size()) {
            write_point(writer, point);
            point.assign(point.size(), {});
          }
          if (plan.on_run) plan.on_run();
        },
        [&] { return !is_cancelled(plan); });
    SweepReport report = report_of(watch, workers);
    report.runs = sweep.runs();
    report.made = made_runs;
    report.is_complete = made_runs == report.runs;
    if (report.is_complete)
      writer.finish();
    else
      writer.flush();
    return report;
  });
}

}  // namespace cxsim
