#include "analysis/studio/limits.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <string>

namespace cxsim {
namespace {

constexpr std::size_t most = 1'000'000'000;

struct NamedSize {
  std::string_view name;
  std::size_t Limits::*member;
};

struct NamedTime {
  std::string_view name;
  std::chrono::milliseconds Limits::*member;
};

constexpr std::array sizes{NamedSize{"head_bytes", &Limits::head_bytes},
                           NamedSize{"body_bytes", &Limits::body_bytes},
                           NamedSize{"connections", &Limits::connections}};
constexpr std::array times{
    NamedTime{"request_time", &Limits::request_time}, NamedTime{"idle_time", &Limits::idle_time},
    NamedTime{"stall_time", &Limits::stall_time}, NamedTime{"linger_time", &Limits::linger_time},
    NamedTime{"keep_alive", &Limits::keep_alive}};

std::optional<std::size_t> number_in(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (number < 1 || number > most) return std::nullopt;
  return number;
}

bool set_limit(Limits& limits, std::string_view name, std::size_t number) {
  for (const NamedSize& size : sizes)
    if (size.name == name) return limits.*size.member = number, true;
  for (const NamedTime& time : times)
    if (time.name == name) return limits.*time.member = std::chrono::milliseconds(number), true;
  return false;
}

}  // namespace

Result<Limits> read_limits(std::string_view text) {
  Limits limits;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(','));
    text.remove_prefix(std::min(text.size(), part.size() + 1));
    const std::size_t equals = std::min(part.find('='), part.size());
    const auto number = number_in(part.substr(std::min(part.size(), equals + 1)));
    if (!number || !set_limit(limits, part.substr(0, equals), *number))
      return Problem{{},
                     std::string(part),
                     "this is no limit of the server",
                     "a limit is a name and a whole number from 1",
                     "write it like request_time=400,connections=8"};
  }
  return limits;
}

}  // namespace cxsim
