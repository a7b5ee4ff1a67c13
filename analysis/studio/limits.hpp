// How much and how long the studio's server bears with a client.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "base/problem.hpp"

namespace cxsim {

struct Limits {
  std::size_t head_bytes = 8192;
  std::size_t body_bytes = 262'144;
  std::size_t connections = 64;
  std::chrono::milliseconds request_time{5'000};  // for a whole request, from its first byte
  std::chrono::milliseconds idle_time{30'000};    // between two requests
  std::chrono::milliseconds stall_time{10'000};   // while a client takes nothing of its answer
  std::chrono::milliseconds linger_time{1'000};   // for a client to read why it is sent away
  std::chrono::milliseconds keep_alive{15'000};   // between signs of life of a stream of events
};

// "request_time=400,connections=8": other limits, for tests; times in milliseconds.
Result<Limits> read_limits(std::string_view text);

}  // namespace cxsim
