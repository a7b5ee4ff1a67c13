// The runs of a studio by number: the one under way, and the last few that are done.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "analysis/studio/studio_run.hpp"

namespace cxsim {

// May be used from any thread.
class RunShelf {
 public:
  explicit RunShelf(std::string folder, std::size_t most = 4)
      : folder_(std::move(folder)), most_(most) {}

  // A new one, in place of those that were stopped or failed or are under way, and of the oldest.
  std::shared_ptr<StudioRun> add(ScenarioChoice choice, ScenarioFamily family, Scenario scenario);

  std::shared_ptr<StudioRun> find(int number) const;  // null if it is not kept
  std::shared_ptr<StudioRun> under_way() const;       // the newest; null if none is
  bool had(int number) const;                         // whether there ever was one

 private:
  using Runs = std::vector<std::shared_ptr<StudioRun>>;
  Runs::iterator least_needed();

  std::string folder_;
  std::size_t most_;
  mutable std::mutex mutex_;
  int last_ = 0;
  Runs runs_;
};

}  // namespace cxsim
