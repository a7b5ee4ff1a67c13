#include "analysis/studio/run_shelf.hpp"

#include <utility>

namespace cxsim {

std::shared_ptr<StudioRun> RunShelf::add(ScenarioChoice choice, ScenarioFamily family,
                                         Scenario scenario) {
  const std::lock_guard lock(mutex_);
  std::erase_if(runs_, [](const auto& run) {
    return run->state() == RunState::stopped || run->state() == RunState::failed;
  });
  while (runs_.size() >= most_) runs_.erase(runs_.begin());
  const std::string file = folder_ + "/run-" + std::to_string(++last_) + ".h5";
  runs_.push_back(std::make_shared<StudioRun>(last_, std::move(choice), std::move(family),
                                              std::move(scenario), file));
  return runs_.back();
}

std::shared_ptr<StudioRun> RunShelf::find(int number) const {
  const std::lock_guard lock(mutex_);
  for (const auto& run : runs_)
    if (run->number == number) return run;
  return nullptr;
}

std::shared_ptr<StudioRun> RunShelf::under_way() const {
  const std::lock_guard lock(mutex_);
  if (runs_.empty() || runs_.back()->state() != RunState::under_way) return nullptr;
  return runs_.back();
}

bool RunShelf::had(int number) const {
  const std::lock_guard lock(mutex_);
  return number >= 1 && number <= last_;
}

}  // namespace cxsim
