// The runs behind a leaning: each swing is a world or a programme of its own, with the same luck.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <utility>

#include "analysis/explain/discounted.hpp"
#include "analysis/explain/leaning.hpp"
#include "analysis/report/memory_source.hpp"
#include "analysis/report/money.hpp"
#include "engine/crew.hpp"
#include "experiments/experiment.hpp"

namespace cxsim {
namespace {

constexpr double most_person_days = 2.2e9;  // about half a minute on two cores
constexpr std::int64_t fewest_people = 500;
constexpr std::size_t usual_arm = 0, usual_against = 1;  // programmes of any group

// Programmes that live in one world, from one burn-in.
struct Group {
  const World* world;
  std::vector<const Programme*> programmes;
};

// Where the NPVs of one value of one assumption stand.
struct Trial {
  std::size_t group = 0, arm = usual_arm, against = usual_against;
};

struct Candidate {
  Assumption assumption;
  Trial low, high;
};

// NPV by programme and replication.
using Npvs = std::vector<std::vector<double>>;

const Arm& arm_named(const Scenario& scenario, const std::string& name) {
  return *std::find_if(scenario.arms.begin(), scenario.arms.end(),
                       [&](const Arm& arm) { return arm.name == name; });
}

bool applies(const Arm& arm, const std::string& effectiveness) {
  const auto interventions = arm.programme.interventions();
  return std::any_of(interventions.begin(), interventions.end(), [&](const Intervention& one) {
    return effectiveness_key(one) == effectiveness;
  });
}

std::string assignment(const std::string& key, double value) {
  return fmt::format("{}={:.9g}", key, value);
}

// Fixed costs do not shrink with the population; everything else does.
double npv_for_people(const MonthlyResults& results, std::size_t programme, double scale) {
  const RunWindow run{programme, 0, 0, results.months()};
  const double fixed = discounted_sum(results, "intervention_cost", run) +
                       discounted_sum(results, "advertising_cost", run);
  return (net_present_value(results, run) + fixed) * scale - fixed;
}

// So many that all runs together stay within the time goal.
std::int64_t people_for(const SimulationSettings& s, const std::vector<Assumption>& assumptions,
                        const LeaningPlan& plan) {
  double days = static_cast<double>(s.burn_in + 2 * s.days);
  for (const Assumption& one : assumptions)
    days += static_cast<double>(one.is_effectiveness ? 2 * s.days : 2 * s.burn_in + 4 * s.days);
  const double affordable = most_person_days / (days * static_cast<double>(plan.replications));
  const auto people = std::min(plan.most_people, static_cast<std::int64_t>(affordable));
  return std::min(s.people, std::max(people, fewest_people));
}

// By replication.
std::vector<double> differences(const Trial& trial, const std::vector<Npvs>& npvs) {
  std::vector<double> all = npvs[trial.group][trial.arm];
  for (std::size_t r = 0; r < all.size(); ++r) all[r] -= npvs[trial.group][trial.against][r];
  return all;
}

// What a swing adds to the difference, replication by replication, laid on what it is.
PairedDifference laid_on(double as_is, const std::vector<double>& swung,
                         const std::vector<double>& usual) {
  std::vector<double> values = swung;
  for (double& value : values) value += as_is;
  return paired_difference(values, usual);
}

bool ranks_before(const Swing& a, const Swing& b) {
  const bool a_clear = excludes_zero(a.spread.t), b_clear = excludes_zero(b.spread.t);
  if (a_clear != b_clear) return a_clear;
  return std::abs(a.spread.spread.mean) > std::abs(b.spread.spread.mean);
}

}  // namespace

struct Swings::Content {
  std::deque<Scenario> scenarios;  // their worlds and programmes stay where they are
  std::vector<Group> groups;       // the first is the usual world
  std::vector<Candidate> candidates;
  std::vector<std::string> left_out;
  std::string arm, against;
  std::int32_t decision = 0;
  std::int64_t people = 0, replications = 0, days = 0, burn_in = 0;
  double scale = 1;  // people of the file to people of these runs

  Result<Scenario> reduced(const ScenarioWith& scenario_with, std::vector<std::string> more) const;
  void add_group(Scenario scenario);
  void add(const ScenarioWith& scenario_with, const Assumption& assumption);
  Trial trial(Scenario scenario, const Assumption& assumption);
  Trial in_usual_world(const Assumption& assumption);
  std::vector<double> npvs_of(const Group& group, std::vector<RunResult> runs) const;
  Leaning judged(const std::vector<Npvs>& npvs, std::optional<double> npv) const;
};

Result<Scenario> Swings::Content::reduced(const ScenarioWith& scenario_with,
                                          std::vector<std::string> more) const {
  more.push_back(fmt::format("simulation.people={}", people));
  more.push_back(fmt::format("simulation.replications={}", replications));
  return scenario_with(more);
}

void Swings::Content::add_group(Scenario scenario) {
  const Scenario& kept = scenarios.emplace_back(std::move(scenario));
  groups.push_back(
      {&kept.world, {&arm_named(kept, arm).programme, &arm_named(kept, against).programme}});
}

// Of the last scenario. An effectiveness changes programmes only: they share the usual burn-in.
Trial Swings::Content::in_usual_world(const Assumption& assumption) {
  std::vector<const Programme*>& programmes = groups.front().programmes;
  Trial trial{0, usual_arm, usual_against};
  const auto place = [&](const std::string& name, std::size_t usual) {
    const Arm& one = arm_named(scenarios.back(), name);
    if (!applies(one, assumption.key)) return usual;
    programmes.push_back(&one.programme);
    return programmes.size() - 1;
  };
  trial.arm = place(arm, usual_arm);
  trial.against = place(against, usual_against);
  return trial;
}

Trial Swings::Content::trial(Scenario scenario, const Assumption& assumption) {
  if (!assumption.is_effectiveness) {
    add_group(std::move(scenario));
    return {groups.size() - 1, usual_arm, usual_against};
  }
  scenarios.push_back(std::move(scenario));
  return in_usual_world(assumption);
}

void Swings::Content::add(const ScenarioWith& scenario_with, const Assumption& assumption) {
  auto low = reduced(scenario_with, {assignment(assumption.key, assumption.low)});
  auto high = reduced(scenario_with, {assignment(assumption.key, assumption.high)});
  if (!low || !high) {
    left_out.push_back(assumption.key);
    return;
  }
  const Trial at_low = trial(std::move(*low), assumption);
  candidates.push_back({assumption, at_low, trial(std::move(*high), assumption)});
}

std::vector<double> Swings::Content::npvs_of(const Group& group,
                                             std::vector<RunResult> runs) const {
  std::vector<RunsOfArm> arms(runs.size());
  for (std::size_t k = 0; k < runs.size(); ++k) arms[k].push_back(std::move(runs[k]));
  const std::vector<ArmFacts> facts(arms.size(), {"", "", decision});
  const MemorySource source(*group.world, "", facts, arms);
  const MonthlyResults results(source);
  std::vector<double> npvs;
  for (std::size_t k = 0; k < arms.size(); ++k) npvs.push_back(npv_for_people(results, k, scale));
  return npvs;
}

Leaning Swings::Content::judged(const std::vector<Npvs>& npvs, std::optional<double> npv) const {
  const std::vector<double> usual = differences({}, npvs);
  Leaning leaning;
  leaning.people = people;
  leaning.replications = replications;
  leaning.usual = paired_difference(usual, std::vector<double>(usual.size(), 0.0));
  leaning.as_is = npv.value_or(leaning.usual.spread.mean);
  leaning.left_out = left_out;
  for (const Candidate& one : candidates) {
    const std::vector<double> low = differences(one.low, npvs), high = differences(one.high, npvs);
    Swing swing{one.assumption,
                laid_on(leaning.as_is, low, usual),
                laid_on(leaning.as_is, high, usual),
                paired_difference(high, low),
                {},
                {}};
    judge(swing, leaning.as_is);
    leaning.swings.push_back(std::move(swing));
  }
  std::stable_sort(leaning.swings.begin(), leaning.swings.end(), ranks_before);
  return leaning;
}

Swings::Swings(std::unique_ptr<Content> content) : content_(std::move(content)) {}
Swings::Swings(Swings&&) noexcept = default;
Swings& Swings::operator=(Swings&&) noexcept = default;
Swings::~Swings() = default;

Result<Swings> Swings::of(const ScenarioWith& scenario_with, const ResultFacts& facts,
                          std::size_t arm, std::size_t against, const LeaningPlan& plan) {
  auto scenario = scenario_with({});
  if (!scenario) return scenario.problems();
  auto content = std::make_unique<Content>();
  content->arm = facts.arms[arm].name;
  content->against = facts.arms[against].name;
  content->decision = decision_day(facts);
  content->replications = plan.replications;
  const std::vector<Assumption> assumptions = assumptions_of(
      *scenario, arm_named(*scenario, content->arm), arm_named(*scenario, content->against));
  const SimulationSettings& s = scenario->world.simulation;
  content->people = people_for(s, assumptions, plan);
  content->days = s.days;
  content->burn_in = s.burn_in;
  content->scale = static_cast<double>(s.people) / static_cast<double>(content->people);
  auto usual = content->reduced(scenario_with, {});
  if (!usual) return usual.problems();
  content->add_group(std::move(*usual));
  for (const Assumption& one : assumptions) content->add(scenario_with, one);
  return Swings(std::move(content));
}

std::int64_t Swings::people() const { return content_->people; }

std::int64_t Swings::days_in_all() const {
  std::int64_t days = 0;
  for (const Group& group : content_->groups)
    days += content_->burn_in + static_cast<std::int64_t>(group.programmes.size()) * content_->days;
  return days * content_->replications;
}

std::optional<Leaning> Swings::run(const LeaningPlan& plan) const {
  const Crew crew(plan.threads);
  RunPlan run_plan;
  run_plan.on_progress = plan.on_progress;
  run_plan.cancelled = plan.cancelled;
  const auto carry_on = [&] { return !plan.cancelled || !plan.cancelled(); };
  const std::vector<Group>& groups = content_->groups;
  const auto replications = static_cast<std::size_t>(content_->replications);
  std::vector<Npvs> npvs;
  for (const Group& group : groups)
    npvs.emplace_back(group.programmes.size(), std::vector<double>(replications, not_known));
  in_order<std::vector<RunResult>>(
      groups.size() * replications, worker_count(),
      [&](std::size_t job) {
        const Group& group = groups[job / replications];
        return run_arms(*group.world, group.programmes,
                        static_cast<std::uint32_t>(job % replications), run_plan);
      },
      [&](std::size_t job, std::vector<RunResult>& runs) {
        const std::size_t g = job / replications;
        if (!carry_on()) return;
        const std::vector<double> found = content_->npvs_of(groups[g], std::move(runs));
        for (std::size_t k = 0; k < found.size(); ++k) npvs[g][k][job % replications] = found[k];
      },
      carry_on);
  if (!carry_on()) return {};
  return content_->judged(npvs, plan.npv);
}

}  // namespace cxsim
