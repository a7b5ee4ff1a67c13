// The word that only those know who were given the studio's link.
#pragma once

#include <string>
#include <string_view>

namespace cxsim {

// 128 bits from the system's generator, as 32 hex digits. Throws std::system_error if it has none.
std::string new_secret();

// Takes as long for a near miss as for a far one.
bool is_same_secret(std::string_view secret, std::string_view guess);

}  // namespace cxsim
