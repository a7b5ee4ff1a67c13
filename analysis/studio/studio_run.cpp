#include "analysis/studio/studio_run.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace cxsim {
namespace {

constexpr std::size_t most_lives_kept = 32;

bool is_one_life(const std::string& what) { return what.starts_with("life "); }

}  // namespace

StudioRun::StudioRun(int run_number, ScenarioChoice chosen, ScenarioFamily scenarios,
                     Scenario simulated, std::string result_file)
    : number(run_number),
      choice(std::move(chosen)),
      family(std::move(scenarios)),
      scenario(std::move(simulated)),
      file(std::move(result_file)) {}

StudioRun::~StudioRun() {
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  std::filesystem::remove(file + ".partial", ignored);
}

bool StudioRun::has_arm(const std::string& name) const {
  const std::vector<Arm>& arms = scenario.arms;
  return std::any_of(arms.begin() + 1, arms.end(),
                     [&](const Arm& arm) { return arm.name == name; });
}

RunState StudioRun::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

Problems StudioRun::problems() const {
  const std::lock_guard lock(mutex_);
  return problems_;
}

void StudioRun::stop() {
  const std::lock_guard lock(mutex_);
  state_ = RunState::stopped;
}

void StudioRun::fail(Problems problems) {
  const std::lock_guard lock(mutex_);
  state_ = RunState::failed;
  problems_ = std::move(problems);
}

void StudioRun::finish(ResultFacts facts) {
  const std::lock_guard lock(mutex_);
  state_ = RunState::done;
  facts_ = std::move(facts);
}

ResultFacts StudioRun::facts() const {
  const std::lock_guard lock(mutex_);
  return facts_;
}

std::shared_ptr<const std::string> StudioRun::kept(const std::string& what) const {
  const std::lock_guard lock(mutex_);
  const auto found = answers_.find(what);
  return found == answers_.end() ? nullptr : found->second;
}

void StudioRun::keep(const std::string& what, std::string json) {
  const std::lock_guard lock(mutex_);
  answers_[what] = std::make_shared<const std::string>(std::move(json));
  if (!is_one_life(what)) return;
  oldest_.push_back(what);
  if (oldest_.size() <= most_lives_kept) return;
  answers_.erase(oldest_.front());
  oldest_.erase(oldest_.begin());
}

}  // namespace cxsim
