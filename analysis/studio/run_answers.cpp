// Parts of a run that is done: customers, lives, its files, its report.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "analysis/page/customers.hpp"
#include "analysis/page/lives.hpp"
#include "analysis/page/report_page.hpp"
#include "analysis/studio/answer.hpp"
#include "analysis/studio/chosen_scenario.hpp"
#include "analysis/studio/ready_answers.hpp"
#include "analysis/studio/run_tasks.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

constexpr std::size_t usual_lives = 12;

// What is kept is not worked out again.
template <class WorkOut>
Response kept_or(StudioRun& run, const std::string& what, WorkOut work_out) {
  if (const auto kept = run.kept(what)) return json_text_answer(*kept);
  const std::optional<Json> found = work_out();
  if (!found) return cancelled_answer();
  run.keep(what, json_text(*found));
  return json_text_answer(*run.kept(what));
}

LivesPlan lives_plan(const TaskPlan& plan) {
  LivesPlan lives;
  lives.cancelled = plan.cancelled;
  return lives;
}

}  // namespace

Response cancelled_answer() {
  return problems_answer(410, {{{},
                                "",
                                "this was stopped before it was done",
                                "a newer run began, or somebody stopped the studio's work",
                                "ask again"}});
}

Response customers_answer(StudioRun& run, std::int64_t people, const TaskPlan& plan) {
  return kept_or(run, "customers " + std::to_string(people), [&] {
    CustomersPlan customers;
    customers.people = people;
    customers.most_steps = 1'000'000;
    customers.repeats = Repeats::once_a_month;
    customers.cancelled = plan.cancelled;
    return customers_json(run.scenario, customers);
  });
}

Response life_answer(StudioRun& run, std::int64_t person, const TaskPlan& plan) {
  if (person >= run.people())
    return problems_answer(
        400, {{{},
               "person",
               "there is no person of this number",
               "people are counted from 0 to " + std::to_string(run.people() - 1) + " in this run",
               "choose a smaller number"}});
  return kept_or(run, "life " + std::to_string(person), [&] {
    return life_json(run.scenario, PersonId(static_cast<std::size_t>(person)), lives_plan(plan));
  });
}

Response lives_answer(StudioRun& run, const TaskPlan& plan) {
  return kept_or(run, "lives",
                 [&] { return lives_json(run.scenario, usual_lives, lives_plan(plan)); });
}

Response leaning_answer(const StudioRun& run, const std::string& arm) {
  if (const auto kept = run.kept(leaning_of(arm))) return json_text_answer(*kept);
  return problems_answer(409, {{{},
                                "arm",
                                "what this arm leans on has not been worked out",
                                "it takes runs of its own",
                                "begin them first, and wait for the event leaning"}});
}

Response results_answer(const StudioRun& run) {
  std::ifstream file(run.file, std::ios::binary);
  if (!file)
    throw RecordingError({{run.file, 0},
                          "",
                          "the result file is gone",
                          "somebody emptied the folder for temporary files",
                          "run it again"});
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return download("application/x-hdf5", saved_name(run.choice) + ".h5", std::move(bytes));
}

Result<ReportRuns> prepare_report(StudioRun& run, Pace pace, const TaskPlan& plan) {
  const ResultFacts facts = run.facts();
  for (std::size_t arm = 1; pace == Pace::usual && arm < facts.arms.size(); ++arm) {
    const std::string& name = facts.arms[arm].name;
    if (plan.cancelled()) break;
    if (run.kept(leaning_of(name))) continue;
    const auto swings = swings_of(run, name);
    if (!swings) return swings.problems();
    lean(run, name, *swings, plan);
  }
  const NetcdfReader reader(run.file);
  ReportPlan report;
  report.command = plan.command;
  report.ledger = LedgerRuns::without;  // those above take its place
  return ReportRuns::of(reader, run.scenario, report);
}

Response report_answer(StudioRun& run, ReportRuns& runs, const PageFiles& page,
                       const TaskPlan& plan) {
  ReportPlan report;
  report.command = plan.command;
  report.threads = plan.threads;
  report.cancelled = plan.cancelled;
  std::optional<Json> content = runs.run(report);
  if (!content) return cancelled_answer();
  const ResultFacts facts = run.facts();
  for (std::size_t arm = 1; arm < facts.arms.size(); ++arm) {
    const auto leaning = run.kept(leaning_of(facts.arms[arm].name));
    if (leaning)
      (*content)["decisions"][arm - 1]["explanation"]["leans_on"] = Json::parse(*leaning);
  }
  return download("text/html; charset=utf-8", saved_name(run.choice) + ".html",
                  report_page(page, *content));
}

}  // namespace cxsim
