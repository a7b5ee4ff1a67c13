#include "analysis/page/report_content.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "analysis/explain/explanation.hpp"
#include "analysis/page/content_json.hpp"
#include "analysis/page/customers.hpp"
#include "analysis/page/decision_json.hpp"
#include "analysis/page/lives.hpp"
#include "analysis/page/report_page.hpp"
#include "analysis/report/comparison.hpp"
#include "analysis/report/file_source.hpp"
#include "engine/crew.hpp"

namespace cxsim {
namespace {

constexpr std::size_t baseline = 0;        // the first arm of every file
constexpr std::int64_t runs_of_lives = 2;  // one to choose them, one to tell them

// The ledger of one decision.
struct LedgerOfDecision {
  std::optional<double> npv;  // that the swings are laid on
  Swings swings;
};

// Of one replication in every arm.
std::int64_t days_of_a_run(const SimulationSettings& s, std::size_t arms) {
  return s.burn_in + s.days * static_cast<std::int64_t>(arms);
}

// Each is told once an arm: a diary weighs some 10 kB in the file.
std::size_t usual_lives(std::size_t arms) {
  constexpr std::size_t most_diaries = 36, most = 12, fewest = 3;
  return std::clamp(most_diaries / arms, fewest, most);
}

// A step of a customer weighs about two and a half bytes, packed.
std::size_t steps_that_fit(std::size_t most_bytes, std::size_t taken) {
  constexpr std::size_t fewest = 100'000;
  if (taken >= most_bytes) return fewest;
  return std::max(fewest, static_cast<std::size_t>(static_cast<double>(most_bytes - taken) / 2.6));
}

CustomersPlan plan_of_customers(const ReportPlan& plan, std::size_t bytes_taken) {
  CustomersPlan customers;
  customers.people = plan.people;
  customers.repeats = Repeats::once_a_month;
  customers.most_steps = steps_that_fit(plan.most_bytes, bytes_taken);
  return customers;
}

// Tells days of a run with so many people as person-days.
auto in_person_days(const ReportPlan& plan, std::int64_t people) {
  return [&plan, people](std::int64_t days) {
    if (plan.on_progress) plan.on_progress(days * people);
  };
}

}  // namespace

struct ReportRuns::Content {
  const Scenario& scenario;
  Json json;
  std::vector<LedgerOfDecision> ledger;  // by decision; empty without
  std::size_t runs_of_customers;         // at the most

  std::int64_t people() const { return scenario.world.simulation.people; }
  std::int64_t days_of_customers() const {
    return days_of_a_run(scenario.world.simulation, scenario.arms.size());
  }

  std::optional<Problems> prepare_ledger(const NetcdfReader& reader, const ReportPlan& plan);
  bool add_ledger(const ReportPlan& plan);
  bool add_customers(const ReportPlan& plan);
  bool add_lives(const ReportPlan& plan);
};

std::optional<Problems> ReportRuns::Content::prepare_ledger(const NetcdfReader& reader,
                                                            const ReportPlan& plan) {
  const FileSource source(reader);
  const MonthlyResults results(source);
  for (const std::size_t arm : all_arms_but(baseline, source.facts())) {
    auto swings = Swings::of(plan.scenario_with, source.facts(), arm, baseline, {});
    if (!swings) return swings.problems();
    ledger.push_back({npv_change(explain(results, scenario, arm, baseline)), std::move(*swings)});
  }
  return {};
}

bool ReportRuns::Content::add_ledger(const ReportPlan& plan) {
  for (std::size_t k = 0; k < ledger.size(); ++k) {
    LeaningPlan leaning;
    leaning.npv = ledger[k].npv;
    leaning.threads = plan.threads;
    leaning.cancelled = plan.cancelled;
    leaning.on_progress = in_person_days(plan, ledger[k].swings.people());
    const std::optional<Leaning> found = ledger[k].swings.run(leaning);
    if (!found) return false;
    json["decisions"][k]["explanation"]["leans_on"] = page_leaning_json(*found);
  }
  return true;
}

bool ReportRuns::Content::add_customers(const ReportPlan& plan) {
  CustomersPlan customers = plan_of_customers(plan, packed(json).size());
  customers.on_progress = in_person_days(plan, people());
  customers.cancelled = plan.cancelled;
  std::optional<Json> found = customers_json(scenario, customers);
  if (found) json["customers"] = std::move(*found);
  return found.has_value();
}

bool ReportRuns::Content::add_lives(const ReportPlan& plan) {
  LivesPlan lives;
  lives.on_progress = in_person_days(plan, people());
  lives.cancelled = plan.cancelled;
  std::optional<Json> found =
      lives_json(scenario, plan.lives.value_or(usual_lives(scenario.arms.size())), lives);
  if (found) json["lives"] = std::move(*found);
  return found.has_value();
}

ReportRuns::ReportRuns(std::unique_ptr<Content> content) : content_(std::move(content)) {}
ReportRuns::ReportRuns(ReportRuns&&) noexcept = default;
ReportRuns& ReportRuns::operator=(ReportRuns&&) noexcept = default;
ReportRuns::~ReportRuns() = default;

Result<ReportRuns> ReportRuns::of(const NetcdfReader& reader, const Scenario& scenario,
                                  const ReportPlan& plan) {
  auto content =
      std::make_unique<Content>(Content{scenario,
                                        content_json(reader, scenario, plan.command),
                                        {},
                                        customers_runs(scenario, plan_of_customers(plan, 0))});
  if (plan.ledger == LedgerRuns::with)
    if (auto problems = content->prepare_ledger(reader, plan)) return std::move(*problems);
  return ReportRuns(std::move(content));
}

std::int64_t ReportRuns::person_days() const {
  const auto runs = static_cast<std::int64_t>(content_->runs_of_customers) + runs_of_lives;
  std::int64_t all = runs * content_->people() * content_->days_of_customers();
  for (const LedgerOfDecision& one : content_->ledger)
    all += one.swings.people() * one.swings.days_in_all();
  return all;
}

std::optional<Json> ReportRuns::run(const ReportPlan& plan) {
  const Crew crew(plan.threads);
  // Customers last: they take what room is left.
  if (!content_->add_lives(plan) || !content_->add_ledger(plan) || !content_->add_customers(plan))
    return {};
  return std::move(content_->json);
}

}  // namespace cxsim
