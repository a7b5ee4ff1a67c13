#include "analysis/studio/run_shelf.hpp"

#include <algorithm>
#include <utility>

namespace cxsim {

std::shared_ptr<StudioRun> RunShelf::add(ScenarioChoice choice, ScenarioFamily family,
                                         Scenario scenario) {
  const std::lock_guard lock(mutex_);
  std::erase_if(runs_, [](const auto& run) {
    return run->state() == RunState::stopped || run->state() == RunState::failed;
  });
  if (runs_.size() >= most_) runs_.erase(least_needed());
  const std::string file = folder_ + "/run-" + std::to_string(++last_) + ".h5";
  runs_.push_back(std::make_shared<StudioRun>(last_, std::move(choice), std::move(family),
                                              std::move(scenario), file));
  return runs_.back();
}

// One that is about to be stopped for the new one, before any that somebody may be reading.
RunShelf::Runs::iterator RunShelf::least_needed() {
  const auto under_way = std::find_if(runs_.begin(), runs_.end(), [](const auto& run) {
    return run->state() == RunState::under_way;
  });
  return under_way != runs_.end() ? under_way : runs_.begin();
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
