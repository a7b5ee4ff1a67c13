// Requests out of the bytes of a connection, however these are cut. Knows no socket.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/studio/limits.hpp"
#include "analysis/studio/request_head.hpp"

namespace cxsim {

// Take bytes; at a head, look whether it is welcome and take on with none; when whole, hand it on.
class Intake {
 public:
  explicit Intake(const Limits& limits) : limits_(limits) {}

  enum class Stage { more, head, whole, refused };
  Stage take(std::string_view bytes);

  bool is_empty() const { return !head_ && bytes_.empty(); }
  bool has_body_begun() const { return !bytes_.empty(); }
  const RequestHead& head() const { return *head_; }    // from Stage::head on
  const Response& refusal() const { return refusal_; }  // at Stage::refused, the last one

  RequestHead hand_on();  // at Stage::whole; what is left begins the next request

 private:
  Stage take_head();
  Stage refuse(Response response);

  Limits limits_;
  std::string bytes_;         // not yet used
  std::size_t searched_ = 0;  // of them, for the end of the head
  std::optional<RequestHead> head_;
  Response refusal_;
};

}  // namespace cxsim
