// Brings the runs of a folder together in one file.
#include <filesystem>
#include <mutex>

#include "engine/crew.hpp"
#include "experiments/sweep_jobs.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

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

}  // namespace cxsim
