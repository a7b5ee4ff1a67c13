#include "analysis/export/xes_attribute.hpp"

#include <fmt/format.h>

namespace cxsim {
namespace {

std::string attribute(std::string_view type, std::string_view key, std::string_view value) {
  return fmt::format("<{} key=\"{}\" value=\"{}\"/>", type, key, value);
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    switch (letter) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:  // XML knows no control characters
        out += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
    }
  }
  return out;
}

std::string xes_text(std::string_view key, std::string_view value) {
  return attribute("string", key, xml_escaped(value));
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
