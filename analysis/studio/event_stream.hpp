// A client that listens: server-sent events for as long as it stays and keeps up.
#pragma once

#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <string_view>

#include "analysis/studio/deadline.hpp"
#include "analysis/studio/guests.hpp"
#include "analysis/studio/outgoing.hpp"
#include "analysis/studio/site.hpp"

namespace cxsim {

// Holds no queue of its own: what it has not sent is in Events. Once that has forgotten something
// it should have sent, it is dropped, and its browser comes back for what is left.
class EventStream : public Guest, public std::enable_shared_from_this<EventStream> {
 public:
  EventStream(boost::asio::ip::tcp::socket socket, std::shared_ptr<Site> site,
              std::string_view last_event_id);

  void begin();
  void end() override;
  void hear_events() override;

 private:
  void send(std::string text);
  void write();
  void watch();

  boost::asio::ip::tcp::socket socket_;
  std::shared_ptr<Site> site_;
  Deadline deadline_;
  Outgoing outgoing_;
  std::uint64_t told_;  // the number of the last event that was sent
  std::array<char, 256> ignored_{};
};

}  // namespace cxsim
