// One run of the studio: what was chosen, how far it is, its result file, and answers worked out of
// it.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/source.hpp"
#include "analysis/studio/scenario_choice.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

enum class RunState : unsigned char { under_way, done, stopped, failed };

// Whoever reads it holds it: the file goes with the last of them.
class StudioRun {
 public:
  StudioRun(int run_number, ScenarioChoice chosen, ScenarioFamily scenarios, Scenario simulated,
            std::string result_file);
  ~StudioRun();
  StudioRun(const StudioRun&) = delete;
  StudioRun& operator=(const StudioRun&) = delete;

  const int number;
  const ScenarioChoice choice;
  const ScenarioFamily family;  // for runs with other settings
  const Scenario scenario;
  const std::string file;

  std::int64_t people() const { return scenario.world.simulation.people; }
  bool has_arm(const std::string& name) const;  // other than the baseline

  // All of these from any thread.
  RunState state() const;
  Problems problems() const;  // why it failed
  void stop();
  void fail(Problems problems);
  void finish(ResultFacts facts);  // after its content was kept
  ResultFacts facts() const;       // of a run that is done

  // JSON by what it answers: "content", "life 7"; null if it was not kept, or many others of its
  // kind since.
  std::shared_ptr<const std::string> kept(const std::string& what) const;
  void keep(const std::string& what, std::string json);

 private:
  void forget_beyond(std::size_t most, std::string_view kind);

  mutable std::mutex mutex_;
  RunState state_ = RunState::under_way;
  Problems problems_;
  ResultFacts facts_;
  std::map<std::string, std::shared_ptr<const std::string>> answers_;
  std::vector<std::string> oldest_;  // the names of the answers, the oldest first
};

}  // namespace cxsim
