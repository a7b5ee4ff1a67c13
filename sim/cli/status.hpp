// How the program ends.
#pragma once

namespace cxsim {

enum class Status : int { done = 0, failed = 1, wrong_input = 2, interrupted = 130 };

}  // namespace cxsim
