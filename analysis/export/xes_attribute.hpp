// The typed attributes that logs, traces and events of an XES file are made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cxsim {

// <string key="outcome" value="success"/>
std::string xes_text(std::string_view key, std::string_view value);
std::string xes_whole(std::string_view key, std::int64_t value);
std::string xes_number(std::string_view key, std::string_view digits);
std::string xes_date(std::string_view key, std::string_view timestamp);

}  // namespace cxsim
