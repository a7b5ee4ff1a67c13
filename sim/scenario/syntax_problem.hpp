// What the TOML parser says, in words for people who do not know TOML.
#pragma once

#include <string_view>

#include "base/problem.hpp"

namespace cxsim {

// `description` is toml++'s; `place` the line it names in `text`.
Problem syntax_problem(std::string_view text, Place place, std::string_view description);

}  // namespace cxsim
