// The studio's server: this machine's own address only, one thread, for those who hold the link.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "analysis/studio/events.hpp"
#include "analysis/studio/limits.hpp"
#include "analysis/studio/message.hpp"
#include "analysis/studio/static_files.hpp"
#include "base/problem.hpp"

namespace cxsim {

struct ServerPlan {
  std::uint16_t port = 0;  // 0: any that is free
  std::string token;       // empty: a new random one
  StaticFiles files;
  Handler handler;  // of all under /api/ but the stream /api/events
  std::shared_ptr<Events> events = std::make_shared<Events>();
  Limits limits;
};

class Server {
 public:
  // Listens from here on; clients are answered once it runs.
  static Result<Server> open(ServerPlan plan);

  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;
  ~Server();

  std::string address() const;  // with the token: "http://127.0.0.1:8123/?token=..."
  Events& events();

  // Serves until stop() (then returns 0), SIGINT or SIGTERM (then returns that signal); a second
  // signal ends the program at once. Connections are closed, whatever they were doing.
  int run();

  void stop();  // from any thread, but not from a signal handler

 private:
  class Core;
  explicit Server(std::unique_ptr<Core> core);

  std::unique_ptr<Core> core_;
};

}  // namespace cxsim
