#include "analysis/export/xes_attribute.hpp"

#include <fmt/format.h>

#include "analysis/report/markup_text.hpp"

namespace cxsim {
namespace {

std::string attribute(std::string_view type, std::string_view key, std::string_view value) {
  return fmt::format("<{} key=\"{}\" value=\"{}\"/>", type, key, value);
}

}  // namespace

std::string xes_text(std::string_view key, std::string_view value) {
  return attribute("string", key, markup_text(value));
}

std::string xes_whole(std::string_view key, std::int64_t value) {
  return attribute("int", key, std::to_string(value));
}

std::string xes_number(std::string_view key, std::string_view digits) {
  return attribute("float", key, digits);
}

std::string xes_date(std::string_view key, std::string_view timestamp) {
  return attribute("date", key, timestamp);
}

}  // namespace cxsim
