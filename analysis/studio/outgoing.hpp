// What is on its way to a client, and how much of it has gone.
#pragma once

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <cstddef>
#include <string>
#include <utility>

namespace cxsim {

class Outgoing {
 public:
  Outgoing() = default;
  explicit Outgoing(std::string head, std::string body = "")
      : head_(std::move(head)), body_(std::move(body)) {}

  bool is_done() const { return sent_ == head_.size() + body_.size(); }
  void pass(std::size_t bytes) { sent_ += bytes; }

  std::array<boost::asio::const_buffer, 2> left() const {
    const std::size_t of_head = std::min(sent_, head_.size());
    const boost::asio::const_buffer head(head_.data(), head_.size());
    const boost::asio::const_buffer body(body_.data(), body_.size());
    return {head + of_head, body + (sent_ - of_head)};
  }

 private:
  std::string head_, body_;
  std::size_t sent_ = 0;
};

}  // namespace cxsim
