#include "population/network.hpp"

namespace cxsim {
namespace {

constexpr std::int32_t before_time = -1;  // links are drawn on a day that no decision has

}  // namespace

PersonId Network::link(PersonId from, std::uint32_t k) const {
  Luck luck(key_, from.value, before_time);
  const std::uint32_t first_word = 4 * k;
  if (luck.uniform(first_word) < rewired_) {
    const std::uint64_t anywhere = luck.bits(first_word + 1);
    return PersonId(static_cast<std::size_t>(anywhere * people_ >> 32));
  }
  const std::uint64_t ahead = k < half_ ? k + 1 : std::uint64_t{people_} * half_ - (k - half_ + 1);
  return PersonId(static_cast<std::size_t>((from.value + ahead) % people_));
}

}  // namespace cxsim
