#include "analysis/studio/progress_events.hpp"

#include <utility>

#include "analysis/report/json_values.hpp"

namespace cxsim {
namespace {

constexpr std::chrono::milliseconds pause{100};

}  // namespace

ProgressEvents::ProgressEvents(Events& events, int run, std::string task, std::int64_t of,
                               std::int64_t people)
    : events_(events), run_(run), task_(std::move(task)), of_(of), people_(people) {
  tell();
}

void ProgressEvents::advance(std::int64_t days) {
  done_ += days;
  const std::unique_lock lock(telling_, std::try_to_lock);
  if (lock && Clock::now() - told_ >= pause) tell();
}

void ProgressEvents::tell() {
  told_ = Clock::now();
  events_.publish("progress", Json{{"event", "progress"},
                                   {"run", run_},
                                   {"task", task_},
                                   {"done", done_.load() * people_},
                                   {"of", of_ * people_}});
}

}  // namespace cxsim
