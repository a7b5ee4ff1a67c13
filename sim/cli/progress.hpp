// A bar with rate and time left, where somebody is watching.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

namespace cxsim {

enum class Watched : unsigned char { yes, no };

class Progress {
 public:
  // `work` in days of runs; `people` in each.
  Progress(std::int64_t work, std::int64_t people, Watched watched);
  // `work` in runs.
  Progress(std::int64_t work, Watched watched);
  ~Progress();

  // From any thread.
  void advance(std::int64_t days);

 private:
  using Clock = std::chrono::steady_clock;
  void draw(std::int64_t done);
  std::string rate_in_words(std::int64_t done, double seconds) const;

  std::int64_t work_, people_;  // people 0: work is counted in runs
  bool watched_;
  std::atomic<std::int64_t> done_{0};
  std::mutex drawing_;
  Clock::time_point begun_, drawn_;
};

}  // namespace cxsim
