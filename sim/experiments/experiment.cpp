#include "experiments/experiment.hpp"

#include <algorithm>
#include <iterator>

#include "engine/crew.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

ScenarioText text_of(const Scenario& scenario) {
  return {scenario.as_written, resolved_toml(scenario)};
}

// The lives that any of the logs of the result file tells of.
void observe(const Scenario& scenario, RunPlan& run_plan) {
  const RecordSettings& record = scenario.record;
  const std::vector<PersonId> contacts = people_to_record(record.contacts, scenario.world),
                              lives = people_to_record(record.life_events, scenario.world);
  std::set_union(contacts.begin(), contacts.end(), lives.begin(), lives.end(),
                 std::back_inserter(run_plan.observed));
  run_plan.noted = LifeEventKinds();
  if (!contacts.empty()) run_plan.noted.add(LifeEventKind::contact);
  if (!lives.empty()) run_plan.noted.add(scenario.life_event_kinds);
}

RunPlan plan_of(const Scenario& scenario, const ExperimentPlan& plan) {
  RunPlan run_plan;
  run_plan.people = people_to_record(scenario.record.people, scenario.world);
  observe(scenario, run_plan);
  run_plan.execution = plan.execution;
  run_plan.on_progress = plan.on_progress;
  run_plan.cancelled = plan.cancelled;
  return run_plan;
}

ResultPlan result_plan_of(const Scenario& scenario, const RunPlan& run_plan) {
  ResultPlan result_plan{.title = scenario.about.title,
                         .arms = {},
                         .people = run_plan.people,
                         .contacts = people_to_record(scenario.record.contacts, scenario.world),
                         .lives = people_to_record(scenario.record.life_events, scenario.world),
                         .life_events = scenario.life_event_kinds,
                         .scenario = text_of(scenario)};
  for (const Arm& arm : scenario.arms) result_plan.arms.push_back(described(arm));
  return result_plan;
}

constexpr std::size_t fewest_to_judge = 10;  // replications

// Runs replications in order of their numbers, so many at a time as the batch says.
class Experiment {
 public:
  Experiment(const Scenario& scenario, const ExperimentPlan& plan)
      : scenario_(scenario),
        plan_(plan),
        run_plan_(plan_of(scenario, plan)),
        programmes_(programmes_of(scenario)),
        writer_(plan.output, scenario.world, result_plan_of(scenario, run_plan_)),
        so_far_(programmes_.size()) {}

  ExperimentReport run() {
    const auto most = static_cast<std::size_t>(scenario_.world.simulation.replications);
    const std::size_t batch = plan_.enough ? plan_.batch : most;
    while (done_ < most && !is_cancelled()) {
      // Intervals of a few pairs are short too often by luck to stop on.
      const std::size_t least = plan_.enough ? fewest_to_judge : 0;
      const std::size_t wanted = std::min(most, std::max(least, done_ + batch));
      run_batch(done_, wanted - done_);
      if (report_.runs < wanted * programmes_.size()) return report_;
      done_ = wanted;
      report_.enough = plan_.enough && plan_.enough(so_far_);
      if (report_.enough) break;
    }
    if (is_cancelled()) return report_;
    finish();
    return report_;
  }

 private:
  bool is_cancelled() const { return plan_.cancelled && plan_.cancelled(); }

  void run_batch(std::size_t first, std::size_t count) {
    in_order<std::vector<RunResult>>(
        count, worker_count(),
        [&](std::size_t k) {
          return run_arms(scenario_.world, programmes_, static_cast<std::uint32_t>(first + k),
                          run_plan_);
        },
        [&](std::size_t k, std::vector<RunResult>& arms) { take(first + k, arms); },
        [&] { return !is_cancelled(); });
  }

  void take(std::size_t replication, std::vector<RunResult>& arms) {
    for (std::size_t arm = 0; arm < arms.size(); ++arm) {
      if (!arms[arm].complete) continue;
      writer_.write(arm, replication, arms[arm]);
      ++report_.runs;
      if (!plan_.enough) continue;
      arms[arm].people = {};
      arms[arm].events = {};
      so_far_[arm].push_back(std::move(arms[arm]));
    }
  }

  void finish() {
    if (plan_.enough) writer_.keep_replications(done_);
    report_.complete = true;
    report_.replications = done_;
    writer_.finish();
  }

  const Scenario& scenario_;
  const ExperimentPlan& plan_;
  RunPlan run_plan_;
  std::vector<const Programme*> programmes_;
  ResultWriter writer_;
  std::vector<RunsOfArm> so_far_;
  std::size_t done_ = 0;  // replications
  ExperimentReport report_;
};

}  // namespace

std::vector<const Programme*> programmes_of(const Scenario& scenario) {
  std::vector<const Programme*> programmes;
  for (const Arm& arm : scenario.arms) programmes.push_back(&arm.programme);
  return programmes;
}

ArmText described(const Arm& arm) {
  return {arm.name, arm.title, static_cast<std::int32_t>(arm.programme.first_day())};
}

std::int64_t days_in_all(const Scenario& scenario) {
  const SimulationSettings& s = scenario.world.simulation;
  const auto arms = static_cast<std::int64_t>(scenario.arms.size());
  return (s.burn_in + s.days * arms) * s.replications;
}

std::vector<PersonId> people_to_record(std::int64_t wanted, const World& world) {
  const std::int64_t people = world.simulation.people;
  return evenly_spread(wanted == everybody ? people : wanted, people);
}

Result<ExperimentReport> run_experiment(const Scenario& scenario, const ExperimentPlan& plan) {
  return attempt([&] {
    const Crew crew(plan.threads);
    return Experiment(scenario, plan).run();
  });
}

}  // namespace cxsim
