#include "analysis/studio/session.hpp"

#include <utility>

#include "analysis/studio/answer.hpp"
#include "analysis/studio/chosen_scenario.hpp"
#include "analysis/studio/controls_json.hpp"
#include "analysis/studio/guarded.hpp"
#include "analysis/studio/ready_answers.hpp"

namespace cxsim {

Session::Session(SessionPlan plan, PrivateFolder folder)
    : plan_(std::move(plan)),
      folder_(std::move(folder)),
      shelf_(folder_.path()),
      sign_(std::make_shared<std::atomic<bool>>(false)) {}

Session::~Session() {
  ends_ = true;
  stop_all();
}

Session::StopSign Session::current_sign() const {
  const std::lock_guard lock(signs_);
  return sign_;
}

Session::StopSign Session::stop_all() {
  const std::lock_guard lock(signs_);
  *sign_ = true;
  sign_ = std::make_shared<std::atomic<bool>>(false);
  return sign_;
}

TaskPlan Session::task_plan(const StudioRun& run, const StopSign& sign) const {
  return {*plan_.events, plan_.threads, command_of(run.choice, plan_.library),
          [this, sign] { return ends_ || *sign; }};
}

ScenarioChoice Session::meant(const ScenarioChoice& choice) const {
  if (!choice.name.empty()) return choice;
  const bool is_changed = !choice.set.empty() || !choice.toml.empty();
  return is_changed ? ScenarioChoice{plan_.start.name, choice.set, choice.toml} : plan_.start;
}

void Session::answer(const Question& question, const Reply& reply) {
  std::visit([&](const auto& asked) { answer(asked, reply); }, question);
}

void Session::answer(const ListLibrary&, const Reply& reply) {
  asks_.give([this, reply] { guarded(reply, [&] { reply(library_answer()); }); });
}

void Session::answer(const ShowScenario& asked, const Reply& reply) {
  asks_.give([this, asked, reply] {
    guarded(reply, [&] { reply(scenario_answer(meant(asked.choice))); });
  });
}

void Session::answer(const ShowCatalogue& asked, const Reply& reply) {
  asks_.give([this, asked, reply] {
    guarded(reply, [&] { reply(catalogue_answer(meant(asked.choice))); });
  });
}

Response Session::library_answer() {
  if (library_.empty()) library_ = json_text(library_json(plan_.library));
  return json_text_answer(library_);
}

Response Session::scenario_answer(const ScenarioChoice& choice) {
  const auto family = read_choice(choice, plan_.library, folder_.path());
  if (!family) return scenario_problems_answer(family.problems());
  const std::string& name = plan_.library.find(choice.name)->name;
  return json_answer(200, controls_json(*family, choice, name, command_of(choice, plan_.library)));
}

Response Session::catalogue_answer(const ScenarioChoice& choice) {
  const auto family = read_choice(choice, plan_.library, folder_.path());
  if (!family) return scenario_problems_answer(family.problems());
  return json_answer(200, catalogue_json(family->base()));
}

Handler studio_handler(Session& session) {
  return [&session](const Request& request, const Reply& reply) {
    const auto understood = understand(request);
    if (const auto* refused = std::get_if<Response>(&understood)) return reply(*refused);
    session.answer(*std::get_if<Question>(&understood), reply);
  };
}

}  // namespace cxsim
