#include "experiments/sweep_run.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <optional>

#include "engine/crew.hpp"
#include "experiments/experiment.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

constexpr std::uint64_t most_draws = 100;  // of one point
constexpr std::size_t most_told = 6;       // settings in a message

// One replication of one point, in every arm.
struct Job {
  std::size_t point, replication;
};

Job job_at(const Sweep& sweep, std::size_t run) {
  return {run / sweep.replications(), run % sweep.replications()};
}

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

bool is_cancelled(const SweepRunPlan& plan) { return plan.cancelled && plan.cancelled(); }

template <class Thing>
bool have_equal_names(const std::vector<Thing>& a, const std::vector<Thing>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Thing& x, const Thing& y) { return x.name == y.name; });
}

// Points must fit into one dataset.
Problems check_shape(const Scenario& base, const Scenario& at_point) {
  const World &a = base.world, &b = at_point.world;
  const bool is_same = have_equal_names(base.arms, at_point.arms) &&
                       have_equal_names(a.touchpoints, b.touchpoints) &&
                       have_equal_names(a.journeys, b.journeys) &&
                       have_equal_names(a.segments, b.segments) &&
                       have_equal_names(a.company.departments, b.company.departments) &&
                       have_equal_names(a.company.root_causes, b.company.root_causes);
  if (!is_same)
    return {{{},
             "",
             "it has other arms, touchpoints, journeys, segments, departments or root causes",
             "all points lie in one dataset, with one set of names",
             "vary numbers, texts and flags rather than what there is"}};
  if (a.simulation.currency != b.simulation.currency)
    return {{{},
             "simulation.currency",
             "it has another currency than the scenario",
             "all points lie in one dataset, with one unit of money",
             "vary amounts instead"}};
  if (a.simulation.start_date != b.simulation.start_date)
    return {{{},
             "simulation.start_date",
             "it has another start date than the scenario",
             "all points lie in one dataset, with one calendar",
             "nothing in the model depends on the date: leave it"}};
  if (b.simulation.days > a.simulation.days)
    return {{{},
             "simulation.days",
             "it has more days than the scenario",
             "all points lie in one dataset, as long as the scenario",
             "give the scenario the longest time with --days, and vary it downwards"}};
  return {};
}

Problems problems_at(const Sweep& sweep, std::size_t point) {
  const auto scenario = sweep.scenario_at(point);
  Problems problems = scenario ? check_shape(sweep.base(), *scenario) : scenario.problems();
  std::string where = fmt::format("at point {}", point);
  std::size_t told = 0;
  for (const std::string& assignment : sweep.overrides_at(point)) {
    if (++told > most_told) continue;
    where += ", " + assignment;
  }
  if (told > most_told) where += fmt::format(" and {} more", told - most_told);
  for (Problem& problem : problems) {
    problem.what = where + ": " + problem.what;
    if (problem.place.file.empty()) problem.place = sweep.place_of(point);
  }
  return problems;
}

// Of a random sweep all: what one point becomes decides what the others' keys are.
std::vector<std::size_t> points_of(const Sweep& sweep, Shard shard) {
  if (sweep.is_random()) shard = {};
  std::vector<std::size_t> points;
  for (std::size_t run = shard.index; run < sweep.runs(); run += shard.of) {
    const std::size_t point = job_at(sweep, run).point;
    if (points.empty() || points.back() != point) points.push_back(point);
  }
  return points;
}

std::vector<Problems> checked(const Sweep& sweep, const std::vector<std::size_t>& points) {
  std::vector<Problems> problems(points.size());
  share_out(points.size(), [&](std::size_t k) { problems[k] = problems_at(sweep, points[k]); });
  return problems;
}

SweepReport report_of(const Stopwatch& watch, std::size_t workers) {
  SweepReport report;
  report.workers = workers;
  report.seconds = watch.seconds();
  report.busy = watch.worked() / (report.seconds * static_cast<double>(workers));
  return report;
}

SweepWriter writer_for(const Sweep& sweep, const std::string& output) {
  return SweepWriter(output, sweep.base().world, sweep.arms(), sweep.settings(), sweep.measures(),
                     sweep.texts());
}

// Each run asks for much and gives it all back. Unless large blocks go back to the system, what is
// left between small ones grows from run to run: to four times the memory in 2,000 runs.
void keep_memory_flat() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

// The runs of one point, by replication; nothing where one is missing.
using RunsOfPoint = std::vector<std::optional<SweptRun>>;

void write_point(SweepWriter& writer, const RunsOfPoint& runs) {
  std::vector<const SweptRun*> known;
  for (const std::optional<SweptRun>& run : runs) known.push_back(run ? &*run : nullptr);
  writer.write_point(known);
}

// Everything that the folder holds, into the file.
void write_all(const Sweep& sweep, const RunShelf& shelf, const SweepRunPlan& plan,
               SweepWriter& writer) {
  const SweptMeasures measures = sweep.measures();
  std::mutex reading;
  in_order<RunsOfPoint>(
      sweep.points(), 2 * worker_count(),
      [&](std::size_t point) {
        RunsOfPoint runs(sweep.replications());
        for (std::size_t replication = 0; replication < runs.size(); ++replication) {
          const RunKey key = sweep.key_of_run(point, replication);
          if (!shelf.has(key)) continue;
          std::unique_lock lock(reading);
          const std::vector<std::byte> record = shelf.read(key);
          lock.unlock();
          runs[replication] = unpacked(measures, record, sweep.base().arms.size());
        }
        return runs;
      },
      [&](std::size_t, RunsOfPoint& runs) { write_point(writer, runs); },
      [&] { return !is_cancelled(plan); });
}

// Of a file that may not be there.
std::filesystem::file_time_type age_of(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::last_write_time(path, ignored);
}

bool has_all(const Sweep& sweep, const RunShelf& shelf) {
  for (std::size_t run = 0; run < sweep.runs(); ++run) {
    const Job job = job_at(sweep, run);
    if (!shelf.has(sweep.key_of_run(job.point, job.replication))) return false;
  }
  return true;
}

Gathered gathered_under_lock(const Sweep& sweep, const SweepFolder& folder, bool in_parts,
                             const SweepRunPlan& plan) {
  // Looked at before the lock: whoever finds nothing missing stays until the results are written,
  // and does so itself if the one before it looked too early.
  if (!in_parts && !has_all(sweep, RunShelf(folder.runs()))) return Gathered::waiting;
  const auto before = age_of(folder.results());
  const GatheringLock lock(folder);
  const RunShelf shelf(folder.runs());
  const bool is_whole = has_all(sweep, shelf);
  if (is_whole && age_of(folder.results()) != before) return Gathered::whole;
  SweepWriter writer = writer_for(sweep, folder.results());
  write_all(sweep, shelf, plan, writer);
  if (is_cancelled(plan)) return Gathered::cancelled;
  if (is_whole)
    writer.finish();
  else
    writer.flush();
  return is_whole ? Gathered::whole : Gathered::partly;
}

}  // namespace

std::size_t runs_of(const Sweep& sweep, const Shard& shard) {
  return shard.index < sweep.runs() ? (sweep.runs() - shard.index - 1) / shard.of + 1 : 0;
}

Result<std::size_t> check_points(Sweep& sweep, const Shard& shard, int threads) {
  const Crew crew(threads);
  std::vector<std::size_t> points = points_of(sweep, shard);
  std::size_t redrawn = 0;
  for (std::uint64_t attempt = 1;; ++attempt) {
    const std::vector<Problems> problems = checked(sweep, points);
    std::vector<std::size_t> wrong;
    const Problems* first = nullptr;
    for (std::size_t k = 0; k < points.size(); ++k) {
      if (problems[k].empty()) continue;
      if (first == nullptr) first = &problems[k];
      wrong.push_back(points[k]);
    }
    if (wrong.empty()) return redrawn;
    if (!sweep.is_random() || attempt > most_draws) return *first;
    for (const std::size_t point : wrong) sweep.draw_again(point, attempt);
    redrawn += wrong.size();
    points = std::move(wrong);
  }
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

Result<Gathered> gather(const Sweep& sweep, const SweepFolder& folder, bool in_parts,
                        const SweepRunPlan& plan) {
  const auto gathered = attempt([&] {
    const Crew crew(plan.threads);
    keep_memory_flat();
    return gathered_under_lock(sweep, folder, in_parts, plan);
  });
  if (gathered) return *gathered;
  Problems problems = gathered.problems();
  for (Problem& problem : problems)
    problem.cure += "; no run is lost: the same command with --resume writes the results again";
  return problems;
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
