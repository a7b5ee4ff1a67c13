#include "analysis/studio/request_head.hpp"

#include <algorithm>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <limits>
#include <optional>
#include <utility>

#include "analysis/studio/answer.hpp"
#include "analysis/studio/request_target.hpp"

namespace cxsim {
namespace {

namespace http = boost::beast::http;
using Parser = http::request_parser<http::empty_body>;

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower;
}

std::string text_of(boost::beast::string_view text) { return {text.data(), text.size()}; }

Response not_understood() {
  return refusal(400, "",
                 {{},
                  "",
                  "This request cannot be understood",
                  "It is not HTTP/1.1 as browsers speak it.",
                  "Open the studio's link in a browser."});
}

Response too_large(const Request& request, const Limits& limits) {
  return refusal(413, request.path,
                 {{},
                  "",
                  "This request is too large",
                  "The studio takes " + std::to_string(limits.body_bytes) + " bytes at most.",
                  "Send less at once."});
}

Response without_length(const Request& request) {
  return refusal(411, request.path,
                 {{},
                  "",
                  "This request does not say how long it is",
                  "The studio takes no body in pieces.",
                  "Send Content-Length."});
}

Response not_expected(const Request& request) {
  return refusal(417, request.path,
                 {{},
                  "Expect",
                  "The studio cannot do what is expected",
                  "Of all expectations it knows 100-continue alone.",
                  "Leave the field out."});
}

void copy_fields(const Parser& parser, Request& request) {
  for (const auto& field : parser.get())
    request.fields.emplace(lower_case(text_of(field.name_string())), text_of(field.value()));
}

// The request without its body; nothing if this is no head or its target cannot be.
std::optional<RequestHead> head_in(const Parser& parser) {
  RequestHead head;
  Request& request = head.request;
  request.target = text_of(parser.get().target());
  auto target = read_target(request.target);
  if (!target) return std::nullopt;
  request.method = text_of(parser.get().method_string());
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  copy_fields(parser, request);
  head.keep_alive = parser.get().keep_alive();
  head.expects_continue = lower_case(field_of(request, "expect")) == "100-continue";
  return head;
}

}  // namespace

std::variant<RequestHead, Response> read_head(std::string_view text, const Limits& limits) {
  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(limits.head_bytes));
  // Weighed below, where it is known who is to be told; Boost 1.74 takes no limit for a limit of
  // none.
  parser.body_limit(std::numeric_limits<std::uint64_t>::max());
  boost::system::error_code error;
  const std::size_t read = parser.put(boost::asio::buffer(text.data(), text.size()), error);
  if (error || !parser.is_header_done() || read != text.size()) return not_understood();
  auto head = head_in(parser);
  if (!head) return not_understood();

  const std::uint64_t body_bytes = parser.content_length().value_or(0);
  if (head->request.fields.count("transfer-encoding") > 0) return without_length(head->request);
  if (body_bytes > limits.body_bytes) return too_large(head->request, limits);
  if (head->request.fields.count("expect") > 0 && !head->expects_continue)
    return not_expected(head->request);
  head->body_bytes = static_cast<std::size_t>(body_bytes);
  return std::move(*head);
}

}  // namespace cxsim
