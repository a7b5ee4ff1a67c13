// Indirect contact, the sending side: friends, public reviews, neighbours, and the one who
// referred.
#include "engine/life.hpp"

namespace cxsim {
namespace {

// Sequence numbers of a sender's day: a tell has up to 250 messages, then come exits and thanks.
constexpr std::uint32_t messages_per_tell = 256;
constexpr std::uint32_t exits_from = 1024;
constexpr std::uint32_t thanks_from = 4096;

void send(Person& p, PersonId to, std::uint32_t sequence, MessageKind kind, float experience,
          Ledger& ledger) {
  if (to == p.id) return;
  ledger.outbox.push_back({to, p.id, static_cast<std::uint16_t>(sequence), kind, experience, 1.0f});
  ledger.tally.of(CompanySum::messages_sent).count();
}

void send_word(Person& p, Luck& luck, float experience, int messages, Occasion occasion,
               const Today& today, Ledger& ledger) {
  const auto links = static_cast<float>(today.network.links());
  for (int k = 0; k < messages; ++k) {
    const auto number = static_cast<std::uint32_t>(k);
    const auto link = static_cast<std::uint32_t>(luck.uniform(listener(number)) * links);
    send(p, today.network.link(p.id, link),
         static_cast<std::uint32_t>(occasion) * messages_per_tell + number, MessageKind::told,
         experience, ledger);
  }
  const bool praise = experience >= 0;
  const SegmentSum sum = praise ? SegmentSum::wom_positive : SegmentSum::wom_negative;
  ledger.tally.of(p.segment, sum).count(messages);
  if (praise) p.self.last_praise = today.day;
  if (LifeEvent* event = note(p, LifeEventKind::told, today, ledger)) {
    event->number = static_cast<std::uint32_t>(messages);
    event->amount = experience;
  }
}

void perhaps_publish(Person& p, Luck& luck, float experience, float importance, Occasion occasion,
                     const Today& today, Ledger& ledger) {
  const OnlineReviewSettings& s = today.world.customer.online_review;
  if (!luck.happens(Decision::writes_review, review_chance(experience, importance, s))) return;
  const float noise = luck.normals(Decision::stars_noise, Decision::stars_noise_angle).first;
  const float stars = stars_given(experience, noise, s);
  ledger.reviews.push_back({p.id, static_cast<std::uint16_t>(occasion), stars});
  const auto first = static_cast<int>(CompanySum::stars_1);
  ledger.tally.of(static_cast<CompanySum>(first + static_cast<int>(stars) - 1)).count();
  if (LifeEvent* event = note(p, LifeEventKind::published_review, today, ledger)) {
    event->score = stars;
    event->amount = experience;
  }
}

}  // namespace

void tell(Person& p, float experience, float importance, Occasion occasion, const Today& today,
          Ledger& ledger) {
  Luck again = p.luck.again(static_cast<std::uint32_t>(occasion));
  Luck& luck = occasion == Occasion::close ? p.luck : again;
  const float expected =
      messages_expected(experience, importance, trait(p, Trait::talkativeness, today),
                        p.self.is(Fact::hostile), today.world.customer.word_of_mouth);
  const int messages = poisson_count(expected, luck.uniform(Decision::messages));
  if (messages > 0) send_word(p, luck, experience, messages, occasion, today, ledger);
  perhaps_publish(p, luck, experience, importance, occasion, today, ledger);
}

void tell_of_leaving(Person& p, const Today& today, Ledger& ledger) {
  for (std::uint32_t k = 0; k < today.network.links(); ++k)
    send(p, today.network.link(p.id, k), exits_from + k, MessageKind::neighbour_left, 0, ledger);
}

void thank_referrer(Person& p, const Today& today, Ledger& ledger) {
  if (!p.history.referrer.exists()) return;
  send(p, p.history.referrer, thanks_from, MessageKind::referral, today.world.money.referral_value,
       ledger);
  p.history.referrer = PersonId();
}

}  // namespace cxsim
