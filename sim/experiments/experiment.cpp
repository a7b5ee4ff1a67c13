#include "experiments/experiment.hpp"

#include "engine/crew.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

ScenarioText text_of(const Scenario& scenario) {
  return {scenario.as_written, resolved_toml(scenario)};
}

RunPlan plan_of(const Scenario& scenario, const ExperimentPlan& plan) {
  RunPlan run_plan;
  run_plan.people = people_to_record(scenario.record.people, scenario.world);
  run_plan.observed = people_to_record(scenario.record.contacts, scenario.world);
  run_plan.execution = plan.execution;
  run_plan.on_progress = plan.on_progress;
  run_plan.cancelled = plan.cancelled;
  return run_plan;
}

ExperimentReport run_all(const Scenario& scenario, const ExperimentPlan& plan) {
  const Crew crew(plan.threads);
  const RunPlan run_plan = plan_of(scenario, plan);
  ResultPlan result_plan{
      scenario.about.title, {}, run_plan.people, run_plan.observed, text_of(scenario)};
  for (const Arm& arm : scenario.arms) result_plan.arms.push_back(arm.name);
  ResultWriter writer(plan.output, scenario.world, result_plan);

  const auto replications = static_cast<std::size_t>(scenario.world.simulation.replications);
  const std::size_t runs = scenario.arms.size() * replications;
  ExperimentReport report;
  const auto is_cancelled = [&] { return plan.cancelled && plan.cancelled(); };
  in_order<RunResult>(
      runs, worker_count(),
      [&](std::size_t index) {
        return run(scenario.world, static_cast<std::uint32_t>(index % replications), run_plan);
      },
      [&](std::size_t index, const RunResult& result) {
        if (!result.complete) return;
        writer.write(index / replications, index % replications, result);
        ++report.runs;
      },
      [&] { return !is_cancelled(); });
  report.complete = report.runs == runs;
  if (report.complete) writer.finish();
  return report;
}

}  // namespace

std::int64_t days_in_all(const Scenario& scenario) {
  const SimulationSettings& s = scenario.world.simulation;
  return (s.burn_in + s.days) * s.replications * static_cast<std::int64_t>(scenario.arms.size());
}

std::vector<PersonId> people_to_record(std::int64_t wanted, const World& world) {
  const std::int64_t people = world.simulation.people;
  return evenly_spread(wanted == everybody ? people : wanted, people);
}

Result<ExperimentReport> run_experiment(const Scenario& scenario, const ExperimentPlan& plan) {
  return attempt([&] { return run_all(scenario, plan); });
}

}  // namespace cxsim
