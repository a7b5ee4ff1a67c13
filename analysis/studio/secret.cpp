#include "analysis/studio/secret.hpp"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace cxsim {

std::string new_secret() {
  std::array<unsigned char, 16> bytes{};
  // So few bytes come all at once or not at all.
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw std::system_error(errno, std::generic_category(), "no random numbers for a secret");
  std::string secret;
  for (const unsigned char byte : bytes) {
    secret += "0123456789abcdef"[byte >> 4U];
    secret += "0123456789abcdef"[byte & 15U];
  }
  return secret;
}

bool is_same_secret(std::string_view secret, std::string_view guess) {
  if (secret.empty() || secret.size() != guess.size()) return false;
  // Volatile keeps the loop from ending at the first difference.
  volatile unsigned char difference = 0;
  for (std::size_t k = 0; k < secret.size(); ++k)
    difference = static_cast<unsigned char>(difference | (secret[k] ^ guess[k]));
  return difference == 0;
}

}  // namespace cxsim
