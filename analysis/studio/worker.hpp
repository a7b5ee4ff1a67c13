// A thread of the studio that does one task after the other.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace cxsim {

class Worker {
 public:
  Worker();
  ~Worker();  // finishes the task under way and forgets the others
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // From any thread. A task answers for its own exceptions.
  void give(std::function<void()> task);

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  bool ends_ = false;
  std::thread thread_;
};

}  // namespace cxsim
