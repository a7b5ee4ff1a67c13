#include "analysis/studio/gatekeeper.hpp"

#include <algorithm>
#include <array>

#include "analysis/studio/answer.hpp"
#include "analysis/studio/request_target.hpp"
#include "analysis/studio/secret.hpp"

namespace cxsim {
namespace {

constexpr const char* open_the_link =
    "Open the link that cxsim studio printed in the terminal. If it has ended, start it again.";

bool is_own_host(const Gate& gate, std::string_view host) {
  for (const std::string name : {"127.0.0.1", "localhost"}) {
    if (host == name + ":" + std::to_string(gate.port)) return true;
    if (gate.port == 80 && host == name) return true;
  }
  return false;
}

std::optional<Response> check_host(const Gate& gate, const Request& request) {
  if (request.fields.count("host") == 1 && is_own_host(gate, field_of(request, "host")))
    return std::nullopt;
  return refusal(421, request.path,
                 {{},
                  "Host",
                  "This is not the studio's address",
                  "The studio answers at 127.0.0.1 and localhost only.",
                  open_the_link});
}

bool is_own_site(const Request& request) {
  const std::string own = "http://" + std::string(field_of(request, "host"));
  for (auto [at, end] = request.fields.equal_range("origin"); at != end; ++at)
    if (at->second != own) return false;
  for (auto [at, end] = request.fields.equal_range("sec-fetch-site"); at != end; ++at)
    if (at->second != "same-origin" && at->second != "none") return false;
  return true;
}

std::optional<Response> check_site(const Request& request) {
  if (is_own_site(request)) return std::nullopt;
  return refusal(403, request.path,
                 {{},
                  "Origin",
                  "The studio does not answer other pages",
                  "This request came from a page of another address.",
                  "Paste the link that cxsim studio printed into the browser's address bar."});
}

// The value of each cookie of that name is tried.
bool has_cookie(const Gate& gate, const Request& request) {
  const std::string start = cookie_name(gate) + "=";
  for (auto [at, end] = request.fields.equal_range("cookie"); at != end; ++at) {
    std::string_view rest = at->second;
    while (!rest.empty()) {
      std::string_view part = rest.substr(0, rest.find(';'));
      rest.remove_prefix(std::min(rest.size(), part.size() + 1));
      part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
      if (part.starts_with(start) && is_same_secret(gate.secret, part.substr(start.size())))
        return true;
    }
  }
  return false;
}

Response no_pass(const Request& request) {
  return refusal(403, request.path,
                 {{},
                  "token",
                  "The studio does not know this browser",
                  "Only the link with its token opens the studio.",
                  open_the_link});
}

// The token leaves the address, so that it is not shared, printed or shown to a classroom with it.
Response let_in(const Gate& gate, const Request& request) {
  return {303,
          "",
          "",
          {{"Location", "/" + query_without(request.target, "token")},
           {"Set-Cookie",
            cookie_name(gate) + "=" + gate.secret + "; HttpOnly; SameSite=Strict; Path=/"}}};
}

std::optional<Response> check_secret(const Gate& gate, const Request& request) {
  if (request.path == "/" && request.method == "GET") {
    const auto token = request.query.find("token");
    if (token != request.query.end())
      return is_same_secret(gate.secret, token->second) ? let_in(gate, request) : no_pass(request);
  }
  if (has_cookie(gate, request)) return std::nullopt;
  return no_pass(request);
}

std::optional<Response> check_method(const Request& request) {
  const bool is_stream = request.path == "/api/events";
  const std::string other = is_stream ? "" : is_api(request.path) ? "POST" : "HEAD";
  if (request.method == "GET" || request.method == other) return std::nullopt;
  const std::string allowed = other.empty() ? "GET" : "GET, " + other;
  Response response = refusal(405, request.path,
                              {{},
                               "method",
                               "The studio does not do that here",
                               "It understands " + allowed + " at this address.",
                               "Use the page, or see docs/studio.md."});
  response.headers.emplace_back("Allow", allowed);
  return response;
}

bool is_json(std::string_view type) {
  std::string name(type.substr(0, type.find_first_of("; \t")));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return name == "application/json";
}

// Other types a page elsewhere could send without asking first.
std::optional<Response> check_type(const Request& request) {
  if (request.method != "POST" || is_json(field_of(request, "content-type"))) return std::nullopt;
  return refusal(415, request.path,
                 {{},
                  "Content-Type",
                  "The studio takes JSON only",
                  "A form or a plain text could come from a page of another address.",
                  "Send Content-Type: application/json."});
}

}  // namespace

std::string cookie_name(const Gate& gate) { return "cxsim_studio_" + std::to_string(gate.port); }

std::optional<Response> stop_at_gate(const Gate& gate, const Request& request) {
  if (auto stop = check_host(gate, request)) return stop;
  if (auto stop = check_site(request)) return stop;
  if (auto stop = check_secret(gate, request)) return stop;
  if (auto stop = check_method(request)) return stop;
  return check_type(request);
}

}  // namespace cxsim
