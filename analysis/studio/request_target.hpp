// What a request asks for: "/api/scenario?name=a&set=b%3D1" as a path and its query.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace cxsim {

struct RequestTarget {
  std::string path;                               // decoded
  std::multimap<std::string, std::string> query;  // decoded; values of one name in their order
};

// Nothing where the target is no plain path below "/" in valid UTF-8: a whole URL, a bad percent
// sign, a control character, a backslash, an encoded slash, a step upwards.
std::optional<RequestTarget> read_target(std::string_view text);

// The text with %41 as A; nothing if a percent sign is followed by anything but two hex digits.
std::optional<std::string> percent_decoded(std::string_view text);

// The query of a target without its values of one name, as it was written: "?a=1&b=2", or empty.
std::string query_without(std::string_view target, std::string_view name);

}  // namespace cxsim
