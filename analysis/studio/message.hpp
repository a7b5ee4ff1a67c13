// What the studio is asked and what it answers, whatever carries it.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cxsim {

struct Request {
  std::string method;                              // "GET"
  std::string path;                                // decoded, without the query: "/api/library"
  std::multimap<std::string, std::string> query;   // decoded; values of one name in their order
  std::multimap<std::string, std::string> fields;  // of the head, by name in lower case
  std::string body;
  std::string target;  // path and query as they were written
};

struct Response {
  unsigned status = 200;
  std::string type;  // of the body: "application/json"
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // more than every answer has
};

// Takes the answer to one request, from any thread. Only the first call counts; it does no harm
// when the client has gone, and if nobody ever calls it the client hears of an error.
using Reply = std::function<void(Response)>;

// Answers now or later, and must not block: it is called on the thread that serves everybody.
using Handler = std::function<void(const Request&, Reply)>;

// The first value of a field, such as "content-type"; empty if there is none.
inline std::string_view field_of(const Request& request, const std::string& name) {
  const auto found = request.fields.find(name);
  return found == request.fields.end() ? std::string_view{} : std::string_view(found->second);
}

inline bool is_api(std::string_view path) { return path.starts_with("/api/"); }

}  // namespace cxsim
