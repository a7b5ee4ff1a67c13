// One client's connection: reads a request, has it answered, and again, until either side ends it.
#pragma once

#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <memory>

#include "analysis/studio/deadline.hpp"
#include "analysis/studio/guests.hpp"
#include "analysis/studio/intake.hpp"
#include "analysis/studio/outgoing.hpp"
#include "analysis/studio/response_text.hpp"
#include "analysis/studio/site.hpp"

namespace cxsim {

class Connection : public Guest, public std::enable_shared_from_this<Connection> {
 public:
  Connection(boost::asio::ip::tcp::socket socket, std::shared_ptr<Site> site);

  void begin();
  void send_away();  // says that the house is full
  void end() override;

 private:
  // No bytes of a request yet; some of it; being worked on; the answer going out; waiting for a
  // client that was sent away to read why.
  enum class Phase { idle, receiving, working, answering, leaving };

  void await_request();
  void read();
  void go_on(Intake::Stage stage);
  void check_head();
  void say_continue();
  void serve();
  void stream(const Request& request);
  void hand_over(const Request& request);
  void answer(Response response, AfterThis after);
  void write();
  void leave();
  void discard();
  void note_late();

  boost::asio::ip::tcp::socket socket_;
  std::shared_ptr<Site> site_;
  Deadline deadline_;
  Intake intake_;
  Outgoing outgoing_;
  Phase phase_ = Phase::idle;
  AfterThis after_ = AfterThis::next_request;
  bool is_head_only_ = false;  // the client asked for the head of the answer
  std::array<char, 8192> chunk_{};
};

}  // namespace cxsim
