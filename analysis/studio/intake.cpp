#include "analysis/studio/intake.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "analysis/studio/answer.hpp"

namespace cxsim {
namespace {

constexpr std::string_view end_of_head = "\r\n\r\n";

Response too_long(const Limits& limits) {
  return refusal(431, "",
                 {{},
                  "",
                  "This address or its fields are too long",
                  "The studio takes " + std::to_string(limits.head_bytes) + " bytes at most.",
                  "Delete this browser's cookies for 127.0.0.1 and open the link again."});
}

Response no_request() {
  return refusal(400, "",
                 {{},
                  "",
                  "This is no request",
                  "The studio speaks HTTP; its link begins with http, not with https.",
                  "Open the studio's link in a browser."});
}

// Said at the first byte: other protocols would wait for an answer.
bool can_begin_request(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

Intake::Stage Intake::take(std::string_view bytes) {
  bytes_ += bytes;
  if (!head_) return take_head();
  if (bytes_.size() < head_->body_bytes) return Stage::more;
  return Stage::whole;
}

Intake::Stage Intake::take_head() {
  if (bytes_.empty()) return Stage::more;
  if (!can_begin_request(bytes_.front())) return refuse(no_request());
  const std::size_t end = bytes_.find(end_of_head, searched_);
  const std::size_t size = end == std::string::npos ? bytes_.size() : end + end_of_head.size();
  if (size > limits_.head_bytes) return refuse(too_long(limits_));
  if (end == std::string::npos) {
    searched_ = size - std::min(size, end_of_head.size() - 1);
    return Stage::more;
  }
  auto head = read_head(std::string_view(bytes_).substr(0, size), limits_);
  if (auto* response = std::get_if<Response>(&head)) return refuse(std::move(*response));
  head_ = std::move(*std::get_if<RequestHead>(&head));
  bytes_.erase(0, size);
  searched_ = 0;
  return Stage::head;
}

Intake::Stage Intake::refuse(Response response) {
  refusal_ = std::move(response);
  return Stage::refused;
}

RequestHead Intake::hand_on() {
  RequestHead head = std::move(*head_);
  head_.reset();
  head.request.body = bytes_.substr(0, head.body_bytes);
  bytes_.erase(0, head.body_bytes);
  return head;
}

}  // namespace cxsim
