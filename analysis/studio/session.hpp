// The studio behind its server: what it offers, the runs it made, and the threads that do its work.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

#include "analysis/page/page_files.hpp"
#include "analysis/studio/events.hpp"
#include "analysis/studio/message.hpp"
#include "analysis/studio/private_folder.hpp"
#include "analysis/studio/question.hpp"
#include "analysis/studio/run_shelf.hpp"
#include "analysis/studio/run_tasks.hpp"
#include "analysis/studio/scenario_library.hpp"
#include "analysis/studio/worker.hpp"

namespace cxsim {

struct SessionPlan {
  ScenarioLibrary library;
  ScenarioChoice start;  // shown to whoever names no scenario
  PageFiles page;        // for reports
  int threads = 0;       // 0: every core
  std::shared_ptr<Events> events = std::make_shared<Events>();
};

class Session {
 public:
  // The folder is the session's own, and gone with it.
  Session(SessionPlan plan, PrivateFolder folder);
  ~Session();  // stops what is under way
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // Answers now or later, and never blocks.
  void answer(const Question& question, const Reply& reply);

 private:
  using StopSign = std::shared_ptr<std::atomic<bool>>;

  void answer(const ListLibrary& asked, const Reply& reply);
  void answer(const ShowScenario& asked, const Reply& reply);
  void answer(const ShowCatalogue& asked, const Reply& reply);
  void answer(const StartRun& asked, const Reply& reply);
  void answer(const StopRun& asked, const Reply& reply);
  void answer(const BeginLeaning& asked, const Reply& reply);
  void answer(const ReadRun& asked, const Reply& reply);

  Response library_answer();
  Response scenario_answer(const ScenarioChoice& choice);
  Response catalogue_answer(const ScenarioChoice& choice);
  void start(const ScenarioChoice& choice, const Reply& reply);
  void begin_leaning(const std::shared_ptr<StudioRun>& run, const std::string& arm,
                     const Reply& reply);
  Response part_of(StudioRun& run, const ReadRun& asked, const TaskPlan& plan) const;
  void make_report(const std::shared_ptr<StudioRun>& run, Pace pace, const Reply& reply);

  ScenarioChoice meant(const ScenarioChoice& choice) const;
  TaskPlan task_plan(const StudioRun& run, const StopSign& sign) const;
  StopSign current_sign() const;
  StopSign stop_all();  // and the sign of what begins now

  SessionPlan plan_;
  PrivateFolder folder_;
  RunShelf shelf_;
  std::string library_;  // its JSON, once it was read; used by one thread
  mutable std::mutex signs_;
  StopSign sign_;
  std::atomic<bool> ends_{false};
  // What takes a while beside a simulation; simulations, and whatever opens result files, which
  // only one thread may do; what is answered within a blink. Each gives work to those before it.
  Worker readings_, runs_, asks_;
};

// The session's handler for the server.
Handler studio_handler(Session& session);

}  // namespace cxsim
