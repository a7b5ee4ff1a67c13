#include "analysis/studio/studio_run.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace cxsim {
namespace {

// Of each that is asked for by a number: customers weigh some megabytes, a life some kilobytes.
struct Numbered {
  std::string_view what;
  std::size_t most;
};
constexpr std::array numbered{Numbered{"customers ", 1}, Numbered{"life ", 32}};

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
  oldest_.push_back(what);
  for (const Numbered& kind : numbered) forget_beyond(kind.most, kind.what);
}

// Called within the lock.
void StudioRun::forget_beyond(std::size_t most, std::string_view kind) {
  const auto is_of_kind = [&](const std::string& what) { return what.starts_with(kind); };
  const auto kept = std::count_if(oldest_.begin(), oldest_.end(), is_of_kind);
  if (kept <= static_cast<std::ptrdiff_t>(most)) return;
  const auto first = std::find_if(oldest_.begin(), oldest_.end(), is_of_kind);
  answers_.erase(*first);
  oldest_.erase(first);
}

}  // namespace cxsim
