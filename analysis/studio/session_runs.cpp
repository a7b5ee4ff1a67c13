// The session's runs: begun, stopped, and read.
#include <memory>
#include <optional>
#include <utility>

#include "analysis/studio/answer.hpp"
#include "analysis/studio/chosen_scenario.hpp"
#include "analysis/studio/guarded.hpp"
#include "analysis/studio/ready_answers.hpp"
#include "analysis/studio/run_limits.hpp"
#include "analysis/studio/session.hpp"
#include "engine/crew.hpp"
#include "experiments/experiment.hpp"

namespace cxsim {
namespace {

Response refused(unsigned status, std::string what, std::string why, std::string cure) {
  return problems_answer(status, {{{}, "", std::move(what), std::move(why), std::move(cure)}});
}

Response not_kept(const RunShelf& shelf, int number) {
  if (shelf.had(number))
    return refused(410, "this run is no longer kept",
                   "the studio keeps the last four, and none that was stopped", "run it again");
  return refused(404, "there is no run of this number", "runs are counted from 1",
                 "start one first: POST /api/runs");
}

// Why there is nothing to read of it yet, or any more.
std::optional<Response> not_readable(const StudioRun& run) {
  switch (run.state()) {
    case RunState::done:
      return {};
    case RunState::under_way:
      return refused(409, "this run is still under way", "its results are there at its end",
                     "wait for the event done");
    case RunState::stopped:
      return cancelled_answer();
    case RunState::failed:
      return problems_answer(500, run.problems());
  }
  return {};
}

Response unknown_arm(const std::string& arm) {
  return problems_answer(400, {{{},
                                "arm",
                                "no arm of this run but the baseline is called \"" + arm + "\"",
                                "an arm is held against the baseline",
                                "name one of the arms of the scenario"}});
}

}  // namespace

void Session::answer(const StartRun& asked, const Reply& reply) {
  asks_.give([this, asked, reply] { guarded(reply, [&] { start(asked.choice, reply); }); });
}

void Session::start(const ScenarioChoice& choice, const Reply& reply) {
  auto family = read_choice(choice, plan_.library, folder_.path());
  if (!family) return reply(scenario_problems_answer(family.problems()));
  const Problems too_much =
      check_size(family->base(), plan_.threads, command_of(choice, plan_.library));
  if (!too_much.empty()) return reply(scenario_problems_answer(too_much));
  Scenario scenario = as_chosen(choice, family->base(), plan_.library);
  const StopSign sign = stop_all();
  const auto run = shelf_.add(choice, std::move(*family), std::move(scenario));
  reply(json_answer(200, {{"run", run->number},
                          {"people", run->people()},
                          {"person_days", days_in_all(run->scenario) * run->people()}}));
  runs_.give([this, run, sign] { simulate(*run, task_plan(*run, sign)); });
}

void Session::answer(const StopRun&, const Reply& reply) {
  const auto run = shelf_.under_way();
  stop_all();
  // And what was asked for before, but has still to begin.
  asks_.give([this, run, reply] {
    const auto begun = shelf_.under_way();
    stop_all();
    const auto stopped = begun != nullptr ? begun : run;
    reply(json_answer(200,
                      {{"stopped", stopped != nullptr ? Json(stopped->number) : Json(nullptr)}}));
  });
}

void Session::answer(const BeginLeaning& asked, const Reply& reply) {
  const auto run = shelf_.find(asked.run);
  if (run == nullptr) return reply(not_kept(shelf_, asked.run));
  if (auto unreadable = not_readable(*run)) return reply(std::move(*unreadable));
  if (!run->has_arm(asked.arm)) return reply(unknown_arm(asked.arm));
  asks_.give([this, run, arm = asked.arm, reply] {
    guarded(reply, [&] { begin_leaning(run, arm, reply); });
  });
}

void Session::begin_leaning(const std::shared_ptr<StudioRun>& run, const std::string& arm,
                            const Reply& reply) {
  const auto begun = [&](std::int64_t person_days) {
    reply(json_answer(200, {{"run", run->number}, {"arm", arm}, {"person_days", person_days}}));
  };
  if (run->kept(leaning_of(arm))) {
    begun(0);
    return tell_leaning(*run, arm, *plan_.events);
  }
  auto found = swings_of(*run, arm);
  if (!found) return reply(problems_answer(400, found.problems()));
  const auto swings = std::make_shared<const Swings>(std::move(*found));
  begun(swings->days_in_all() * swings->people());
  runs_.give([this, run, arm, swings, sign = current_sign()] {
    const TaskPlan plan = task_plan(*run, sign);
    const auto failed = [&](const Problems& problems) { tell_failure(*run, plan, problems); };
    guarded_by(failed, [&] {
      if (run->kept(leaning_of(arm)))
        tell_leaning(*run, arm, *plan_.events);
      else
        lean(*run, arm, *swings, plan);
    });
  });
}

void Session::answer(const ReadRun& asked, const Reply& reply) {
  const auto run = shelf_.find(asked.run);
  if (run == nullptr) return reply(not_kept(shelf_, asked.run));
  if (auto unreadable = not_readable(*run)) return reply(std::move(*unreadable));
  if (asked.part == RunPart::leaning && !run->has_arm(asked.arm))
    return reply(unknown_arm(asked.arm));
  if (asked.part == RunPart::report)
    return make_report(run, asked.quick ? Pace::quick : Pace::usual, reply);
  const bool takes_runs = asked.part == RunPart::customers || asked.part == RunPart::life ||
                          asked.part == RunPart::lives;
  Worker& worker = takes_runs ? readings_ : asks_;
  worker.give([this, run, asked, reply, sign = current_sign()] {
    guarded(reply, [&] { reply(part_of(*run, asked, task_plan(*run, sign))); });
  });
}

Response Session::part_of(StudioRun& run, const ReadRun& asked, const TaskPlan& plan) const {
  const Crew crew(plan.threads);
  switch (asked.part) {
    case RunPart::content:
      return json_text_answer(*run.kept("content"));
    case RunPart::customers:
      return customers_answer(run, asked.number, plan);
    case RunPart::life:
      return life_answer(run, asked.number, plan);
    case RunPart::lives:
      return lives_answer(run, plan);
    case RunPart::leaning:
      return leaning_answer(run, asked.arm);
    case RunPart::scenario:
      return download("application/toml", saved_name(run.choice) + ".toml",
                      saved_scenario(run.choice, run.scenario, plan_.library));
    case RunPart::results:
    case RunPart::report:
      break;
  }
  return results_answer(run);
}

// The file is read where files are written, the rest beside it.
void Session::make_report(const std::shared_ptr<StudioRun>& run, Pace pace, const Reply& reply) {
  runs_.give([this, run, pace, reply, sign = current_sign()] {
    guarded(reply, [&] {
      const TaskPlan plan = task_plan(*run, sign);
      auto found = prepare_report(*run, pace, plan);
      if (!found) return reply(problems_answer(500, found.problems()));
      const auto report = std::make_shared<ReportRuns>(std::move(*found));
      readings_.give([this, run, reply, report, plan] {
        guarded(reply, [&] { reply(report_answer(*run, *report, plan_.page, plan)); });
      });
    });
  });
}

}  // namespace cxsim
