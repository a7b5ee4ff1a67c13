#include "experiments/sweep_jobs.hpp"

#include <cstddef>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace cxsim {

Job job_at(const Sweep& sweep, std::size_t run) {
  return {run / sweep.replications(), run % sweep.replications()};
}

bool is_cancelled(const SweepRunPlan& plan) { return plan.cancelled && plan.cancelled(); }

SweepWriter writer_for(const Sweep& sweep, const std::string& output) {
  return SweepWriter(output, sweep.base().world, sweep.arms(), sweep.settings(), sweep.measures(),
                     sweep.texts());
}

void write_point(SweepWriter& writer, const RunsOfPoint& runs) {
  std::vector<const SweptRun*> known;
  for (const std::optional<SweptRun>& run : runs) known.push_back(run ? &*run : nullptr);
  writer.write_point(known);
}

void keep_memory_flat() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

}  // namespace cxsim
