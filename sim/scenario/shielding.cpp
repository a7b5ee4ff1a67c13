#include "scenario/shielding.hpp"

namespace cxsim {
namespace {

// Byte b is written as U+100000 + b: two bytes that are always the same, and two that hold b.
constexpr std::string_view shield = "\xF4\x80";
constexpr std::size_t shielded_length = 4;

unsigned low_bits(char c) { return static_cast<unsigned char>(c) & 0x3FU; }

bool is_shielded(std::string_view text) {
  return text.size() >= shielded_length && text.substr(0, shield.size()) == shield &&
         (text[2] == '\x82' || text[2] == '\x83');
}

}  // namespace

std::string shielded(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark)
    text.remove_prefix(byte_order_mark.size());
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      result += c;
      continue;
    }
    result += shield;
    result += static_cast<char>(0x80U | (byte >> 6U));
    result += static_cast<char>(0x80U | low_bits(c));
  }
  return result;
}

std::string unshielded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_shielded(text.substr(i))) {
      result += text[i];
      continue;
    }
    result += static_cast<char>((low_bits(text[i + 2]) << 6U) | low_bits(text[i + 3]));
    i += shielded_length - 1;
  }
  return result;
}

std::optional<std::size_t> unshieldable_escape(std::string_view text) {
  const std::size_t at = text.find("\\U001000");
  return at == std::string_view::npos ? std::nullopt : std::optional(at);
}

}  // namespace cxsim
