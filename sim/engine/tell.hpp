// Indirect contact, the sending side: friends, public reviews, neighbours, and the one who
// referred.
#pragma once

#include "engine/person.hpp"

namespace cxsim {

// Tells of one day apart.
enum class Occasion : unsigned char { close, recovery, leaving };

// Sequence numbers of a sender's day: a tell has up to 250 messages, then come exits and thanks.
inline constexpr std::uint32_t messages_per_tell = 256;
inline constexpr std::uint32_t exits_from = 1024;
inline constexpr std::uint32_t thanks_from = 4096;

inline void send(PersonId from, PersonId to, std::uint32_t sequence, MessageKind kind,
                 float experience, Ledger& ledger) {
  if (to == from) return;
  ledger.outbox.push_back({to, from, static_cast<std::uint16_t>(sequence), kind, experience, 1.0f});
  ledger.tally.of(CompanySum::messages_sent).count();
}

// The word of one person: tell.cpp.
void send_word(PersonId from, Occasion occasion, float experience, std::int32_t messages,
               const Today& today, Ledger& ledger);

// A review by one person: tell.cpp. Returns the stars.
float publish_review(PersonId from, Occasion occasion, float experience, const Today& today,
                     Ledger& ledger);

template <class F>
void spread_word(Person<F>& p, F experience, Whole<F> messages, Occasion occasion,
                 const Today& today, Ledger& ledger) {
  const auto ids = spread(p.id), counts = spread(messages);
  const auto experiences = spread(experience);
  for_each(p.here, [&](std::size_t k) {
    send_word(PersonId(static_cast<std::size_t>(ids[k])), occasion, experiences[k], counts[k],
              today, ledger);
    const bool praise = experiences[k] >= 0;
    ledger.tally.of(p.segment, praise ? SegmentSum::wom_positive : SegmentSum::wom_negative)
        .count(counts[k]);
    if (praise) p.history(k).note_praise(today.day);
  });
  note(p, LifeEventKind::told, today, ledger, [&](auto& event) {
    event.number = static_cast<std::uint32_t>(single(messages));
    event.amount = experience;
  });
}

template <class F>
void write_review(Person<F>& p, F experience, Occasion occasion, const Today& today,
                  Ledger& ledger) {
  const auto ids = spread(p.id);
  const auto experiences = spread(experience);
  float stars = 0;
  for_each(p.here, [&](std::size_t k) {
    stars = publish_review(PersonId(static_cast<std::size_t>(ids[k])), occasion, experiences[k],
                           today, ledger);
  });
  note(p, LifeEventKind::published_review, today, ledger, [&](auto& event) {
    event.score = stars;
    event.amount = experience;
  });
}

// Word of mouth and perhaps a public review.
template <class F>
void tell(Person<F>& p, std::type_identity_t<F> experience, std::type_identity_t<F> importance,
          Occasion occasion, const Today& today, Ledger& ledger) {
  const CustomerSettings& s = today.world.customer;
  LuckOf<F> again = p.luck.again(static_cast<std::uint32_t>(occasion));
  LuckOf<F>& luck = occasion == Occasion::close ? p.luck : again;
  const F expected =
      messages_expected(experience, importance, trait(p, Trait::talkativeness, today),
                        p.self.is(Fact::hostile), s.word_of_mouth);
  const Whole<F> messages = poisson_count(expected, luck.uniform(Decision::messages));
  const Mask<F> writes =
      luck.happens(Decision::writes_review, review_chance(experience, importance, s.online_review));
  among(p, messages > Whole<F>(0),
        [&] { spread_word(p, experience, messages, occasion, today, ledger); });
  among(p, writes, [&] { write_review(p, experience, occasion, today, ledger); });
}

// Why they left, to friends.
template <class F>
void explain_leaving(Person<F>& p, const Today& today, Ledger& ledger) {
  const WordOfMouthSettings& s = today.world.customer.word_of_mouth;
  if (s.leaving <= 0) return;
  const F expected = trait(p, Trait::talkativeness, today) * s.leaving;
  const Whole<F> messages = poisson_count(expected, p.luck.uniform(Decision::leaving_messages));
  const F experience = min_of(p.self.mind.satisfaction, F(s.leaving_experience));
  among(p, messages > Whole<F>(0),
        [&] { spread_word(p, experience, messages, Occasion::leaving, today, ledger); });
}

template <class F>
void tell_of_leaving(Person<F>& p, const Today& today, Ledger& ledger) {
  const auto ids = spread(p.id);
  for_each(p.here, [&](std::size_t k) {
    const PersonId from(static_cast<std::size_t>(ids[k]));
    for (std::uint32_t link = 0; link < today.network.links(); ++link)
      send(from, today.network.link(from, link), exits_from + link, MessageKind::neighbour_left, 0,
           ledger);
  });
}

template <class F>
void thank_referrer(Person<F>& p, const Today& today, Ledger& ledger) {
  const auto ids = spread(p.id);
  for_each(p.here, [&](std::size_t k) {
    PersonId& referrer = p.history(k).referrer;
    if (!referrer.exists()) return;
    send(PersonId(static_cast<std::size_t>(ids[k])), referrer, thanks_from, MessageKind::referral,
         today.world.money.referral_value, ledger);
    referrer = PersonId();
  });
}

}  // namespace cxsim
