#include "engine/tell.hpp"

namespace cxsim {
namespace {

Luck luck_of(PersonId person, Occasion occasion, const Today& today) {
  return Luck(today.key, person.value, today.day, static_cast<std::uint32_t>(occasion));
}

}  // namespace

void send_word(PersonId from, Occasion occasion, float experience, std::int32_t messages,
               const Today& today, Ledger& ledger) {
  Luck luck = luck_of(from, occasion, today);
  const auto links = static_cast<float>(today.network.links());
  for (std::uint32_t k = 0; k < static_cast<std::uint32_t>(messages); ++k) {
    const auto link = static_cast<std::uint32_t>(luck.uniform(listener(k)) * links);
    send(from, today.network.link(from, link),
         static_cast<std::uint32_t>(occasion) * messages_per_tell + k, MessageKind::told,
         experience, ledger);
  }
}

float publish_review(PersonId from, Occasion occasion, float experience, const Today& today,
                     Ledger& ledger) {
  Luck luck = luck_of(from, occasion, today);
  const float noise = luck.normals(Decision::stars_noise, Decision::stars_noise_angle).first;
  const float stars = stars_given(experience, noise, today.world.customer.online_review);
  ledger.reviews.push_back({from, static_cast<std::uint16_t>(occasion), stars});
  const auto first = static_cast<int>(CompanySum::stars_1);
  ledger.tally.of(static_cast<CompanySum>(first + static_cast<int>(stars) - 1)).count();
  return stars;
}

}  // namespace cxsim
