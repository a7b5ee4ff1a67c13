// How far a task of the studio is, told to its pages a few times a second.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

#include "analysis/studio/events.hpp"

namespace cxsim {

class ProgressEvents {
 public:
  // `of` in days of runs; `people` in each.
  ProgressEvents(Events& events, int run, std::string task, std::int64_t of, std::int64_t people);

  // From any thread.
  void advance(std::int64_t days);

 private:
  using Clock = std::chrono::steady_clock;
  void tell();

  Events& events_;
  int run_;
  std::string task_;
  std::int64_t of_, people_;
  std::atomic<std::int64_t> done_{0};
  std::mutex telling_;
  Clock::time_point told_;
};

}  // namespace cxsim
