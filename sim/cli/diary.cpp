// cxsim diary: one customer's life as a story, out of the run of everybody.
#include "experiments/diary.hpp"

#include <fmt/format.h>

#include <memory>

#include "analysis/page/diary_json.hpp"
#include "cli/console.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/scenario_options.hpp"
#include "cli/verbs.hpp"
#include "engine/crew.hpp"
#include "scenario/spelling.hpp"

namespace cxsim {
namespace {

struct DiaryOptions {
  ScenarioOptions scenario;
  std::int64_t person = 0;
  std::uint32_t replication = 0;
  std::string arm = "baseline";
  bool json = false, quiet = false;
};

constexpr const char* examples =
    "\nExamples:\n"
    "  cxsim diary 01_first_run --person 42\n"
    "  cxsim diary 01_first_run --person 42 --set company.maturity_stage=5    the same person, "
    "another firm\n";

Problem no_such(const char* option, std::string what, std::string cure) {
  return {{}, option, std::move(what), "there is no such life to tell", std::move(cure)};
}

Problems check_options(const DiaryOptions& options, const Scenario& scenario) {
  Problems problems;
  const SimulationSettings& s = scenario.world.simulation;
  if (options.person < 0 || options.person >= s.people)
    problems.push_back(no_such("--person", fmt::format("there is no person {}", options.person),
                               fmt::format("name one from 0 to {}", s.people - 1)));
  if (options.replication >= s.replications)
    problems.push_back(no_such("--replication",
                               fmt::format("there is no replication {}", options.replication),
                               fmt::format("name one from 0 to {}", s.replications - 1)));
  std::vector<std::string> arms;
  for (const Arm& arm : scenario.arms) arms.push_back(arm.name);
  if (std::find(arms.begin(), arms.end(), options.arm) == arms.end())
    problems.push_back(no_such("--arm", "there is no arm \"" + options.arm + "\"",
                               spelling_cure(options.arm, arms, "arms of this scenario")));
  return problems;
}

const Arm& arm_of(const DiaryOptions& options, const Scenario& scenario) {
  const auto named = [&](const Arm& arm) { return arm.name == options.arm; };
  return *std::find_if(scenario.arms.begin(), scenario.arms.end(), named);
}

RunResult live(const Scenario& scenario, const DiaryOptions& options) {
  const PersonId person(static_cast<std::size_t>(options.person));
  const SimulationSettings& s = scenario.world.simulation;
  Progress progress(s.burn_in + s.days, s.people,
                    has_terminal() && !options.quiet ? Watched::yes : Watched::no);
  RunPlan plan;
  plan.people = plan.observed = {person};
  plan.on_progress = [&](std::int32_t days) { progress.advance(days); };
  plan.cancelled = is_interrupted;
  const Programme* programme = &arm_of(options, scenario).programme;
  return std::move(run_arms(scenario.world, {&programme, 1}, options.replication, plan).front());
}

Status diary_verb(const DiaryOptions& options) {
  const auto scenario = options.scenario.load();
  const Problems problems = scenario ? check_options(options, *scenario) : scenario.problems();
  if (!problems.empty()) {
    tell_problems(problems);
    return Status::wrong_input;
  }
  listen_for_interrupt();
  const RunResult result = live(*scenario, options);
  if (!result.complete) return Status::interrupted;
  const PersonId person(static_cast<std::size_t>(options.person));
  const World& world = scenario->world;
  const Diary diary = tell_life(world, person, result.events, result.people.front(),
                                person_at_birth(world, options.replication, person));
  const std::string text = options.json ? diary_json(diary, world).dump(2) + "\n" : to_text(diary);
  return print(text) ? Status::done : Status::failed;
}

}  // namespace

void add_diary(CLI::App& app, Status& status) {
  auto options = std::make_shared<DiaryOptions>();
  CLI::App* verb = app.add_subcommand("diary", "tell one customer's life as a story");
  options->scenario.add_to(*verb);
  verb->add_option("--person", options->person, "whose life: a number from 0")
      ->type_name("ID")
      ->required();
  verb->add_option("--arm", options->arm, "in which arm (default: baseline)")->type_name("NAME");
  verb->add_option("--replication", options->replication, "with which luck (default: 0)")
      ->type_name("N");
  verb->add_flag("--json", options->json, "print the story and its numbers as JSON");
  verb->add_flag("--quiet", options->quiet, "no progress");
  verb->footer(examples);
  verb->callback([options, &status] { status = diary_verb(*options); });
}

}  // namespace cxsim
