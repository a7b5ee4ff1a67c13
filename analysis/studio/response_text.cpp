#include "analysis/studio/response_text.hpp"

#include <algorithm>
#include <string_view>

namespace cxsim {
namespace {

// Scripts, styles and data from here alone; nobody may frame the page or send its forms.
constexpr std::string_view every_answer =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cache-Control: no-store\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

std::string_view reason_of(unsigned status) {
  switch (status) {
    case 200:
      return "OK";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 303:
      return "See Other";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 411:
      return "Length Required";
    case 413:
      return "Payload Too Large";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 421:
      return "Misdirected Request";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "Answer";
  }
}

// A line break in a value would begin a field of its own.
std::string field_text(const std::string& name, std::string value) {
  std::erase_if(value, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  return name + ": " + value + "\r\n";
}

}  // namespace

std::string head_text(const Response& response, Framing framing, AfterThis after) {
  std::string text = "HTTP/1.1 " + std::to_string(response.status) + " ";
  text += reason_of(response.status);
  text += "\r\n";
  text += every_answer;
  if (!response.type.empty()) text += field_text("Content-Type", response.type);
  if (framing == Framing::length && response.status != 204)
    text += field_text("Content-Length", std::to_string(response.body.size()));
  for (const auto& [name, value] : response.headers) text += field_text(name, value);
  if (after == AfterThis::close) text += "Connection: close\r\n";
  return text + "\r\n";
}

}  // namespace cxsim
