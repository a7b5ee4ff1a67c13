// The JSON in the body of a request, read member by member.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/json_values.hpp"
#include "base/problem.hpp"

namespace cxsim {

// Why a request that is not understood is refused.
inline constexpr const char* why_refused =
    "what was meant cannot be told, and a guess would mislead";

// Reads an object and notes what does not fit: members that were never asked for, too.
class RequestBody {
 public:
  explicit RequestBody(const std::string& text);

  // A member that has to be there, as `problems` says.
  std::string text(std::string_view name);
  // Members that may be left out.
  std::string text_if_any(std::string_view name);
  std::vector<std::string> texts_if_any(std::string_view name);

  // All that was wrong, once every member has been asked for.
  Problems problems();

 private:
  const Json* member(std::string_view name);
  void complain(std::string_view name, std::string what, std::string cure);

  Json json_;
  std::vector<std::string> known_;
  Problems problems_;
};

}  // namespace cxsim
