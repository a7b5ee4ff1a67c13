#include "scenario/toml_tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace cxsim {
namespace {

bool is_bare_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

std::string escaped(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\t':
      return "\\t";
    case '\r':
      return "\\r";
    default:
      break;
  }
  const auto code = static_cast<unsigned char>(c);
  if (code >= 0x20 && code != 0x7F) return {c};
  constexpr std::string_view digits = "0123456789ABCDEF";
  return std::string("\\u00") + digits[code >> 4U] + digits[code & 15U];
}

}  // namespace

std::string key_token(std::string_view key) {
  const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), is_bare_character);
  return bare ? std::string(key) : text_token(key);
}

std::string join_key(std::string_view path, std::string_view key) {
  return path.empty() ? key_token(key) : std::string(path) + "." + key_token(key);
}

std::string text_token(std::string_view text) {
  std::string token = "\"";
  for (const char c : text) token += escaped(c);
  return token + "\"";
}

std::string plain_number(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
  const double size = std::fabs(number);
  const bool readable_in_full = size == 0 || (size >= 1e-5 && size < 1e15);
  std::array<char, 64> buffer{};
  char* const first = buffer.data();
  char* const last = first + buffer.size();
  const auto written = readable_in_full
                           ? std::to_chars(first, last, number, std::chars_format::fixed)
                           : std::to_chars(first, last, number, std::chars_format::scientific);
  return {first, written.ptr};
}

std::string number_token(double number) {
  std::string token = plain_number(number);
  if (std::isfinite(number) && token.find_first_of(".e") == std::string::npos) token += ".0";
  return token;
}

}  // namespace cxsim
