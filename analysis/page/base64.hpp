// Bytes as letters that a page can carry: base64 as in RFC 4648.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cxsim {

inline std::string base64(std::string_view bytes) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t first = 0; first < bytes.size(); first += 3) {
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 3; ++k)
      three = three << 8 |
              (first + k < bytes.size() ? static_cast<unsigned char>(bytes[first + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      text += first + k <= bytes.size() ? letters[three >> (18 - 6 * k) & 63U] : '=';
  }
  return text;
}

}  // namespace cxsim
