// Indirect contact, the receiving side: what was said yesterday is heard today.
#pragma once

#include "engine/prospect.hpp"

namespace cxsim {

// The messages of one receiver, in the order in which they are heard.
using Mail = std::span<const Message>;

template <class F>
struct Heard {
  Whole<F> kind, sender;
  F experience, weight;
};

// The k-th message of each, and for whom there is one.
template <class F>
Mask<F> next_messages(std::span<const Mail> mail, std::size_t k, Heard<F>& heard) {
  auto kind = spread(Whole<F>(0)), sender = spread(Whole<F>(0)), there = spread(Whole<F>(0));
  auto experience = spread(F(0.0f)), weight = spread(F(0.0f));
  for (std::size_t i = 0; i < mail.size(); ++i) {
    if (k >= mail[i].size()) continue;
    const Message& message = mail[i][k];
    there[i] = 1;
    kind[i] = static_cast<std::int32_t>(message.kind);
    sender[i] = as_whole(message.sender.value);
    experience[i] = message.experience;
    weight[i] = message.weight;
  }
  heard = {collect(kind), collect(sender), collect(experience), collect(weight)};
  return collect(there) != Whole<F>(0);
}

template <class F>
void hear_told(Person<F>& p, const Heard<F>& message, const Today& today, Ledger& ledger) {
  hear(p.self.mind, message.experience, message.weight, p.self.active(),
       today.world.customer.word_of_mouth);
  become_aware(p);
  note(p, LifeEventKind::heard, today, ledger,
       [&](auto& event) { event.amount = message.experience; });
}

template <class F>
void hear_one(Person<F>& p, const Heard<F>& message, const Today& today, Ledger& ledger) {
  const auto is = [&](MessageKind kind) {
    return message.kind == Whole<F>(static_cast<std::int32_t>(kind));
  };
  CustomerOf<F>& c = p.self;
  where(
      p, is(MessageKind::told), [&] { hear_told(p, message, today, ledger); }, c.mind.belief,
      c.facts, c.lifecycle);
  where(
      p, is(MessageKind::neighbour_left) && c.active(),
      [&] {
        see_neighbour_leave(c.mind);
        note(p, LifeEventKind::neighbour_left, today, ledger);
      },
      c.mind.neighbour_exits);
  among(p, is(MessageKind::referral), [&] {
    const auto value = spread(message.experience);
    for_each(p.here, [&](std::size_t k) { p.history(k).referral_value += value[k]; });
  });
  count(p, CompanySum::messages_heard, ledger);
}

// Good news can make somebody who is no customer consider the firm soon.
template <class F>
void perhaps_hurry(Person<F>& p, Whole<F> source, const Today& today) {
  CustomerOf<F>& c = p.self;
  const WordOfMouthSettings& s = today.world.customer.word_of_mouth;
  const Mask<F> free = !c.active() && !c.is(Lifecycle::considering);
  const Mask<F> patient = c.next_review != Whole<F>(never) &&
                          to_number(c.next_review - Whole<F>(today.day)) > F(s.interest_patience);
  if (none(p.here && free && patient)) return;
  const Mask<F> hurries =
      free && patient && p.luck.happens(Decision::brings_forward, F(s.interest_chance));
  where(
      p, hurries,
      [&] {
        const F delay = s.interest_delay * p.luck.uniform(Decision::bring_forward_delay);
        c.next_review = due_after(today, delay);
        const auto sources = spread(source);
        for_each(p.here, [&](std::size_t k) {
          p.history(k).referrer.value = static_cast<std::uint32_t>(sources[k]);
        });
      },
      c.next_review);
}

// Hears all messages of the day, in order; `mail` has those of each of the group.
template <class F>
void hear_messages(Person<F>& p, std::span<const Mail> mail, const Today& today, Ledger& ledger) {
  catch_up(p, today);
  Whole<F> source = Whole<F>(0);
  Mask<F> interesting = Mask<F>(false);
  std::size_t most = 0;
  for (const Mail& letters : mail) most = std::max(most, letters.size());
  for (std::size_t k = 0; k < most; ++k) {
    Heard<F> message;
    const Mask<F> there = next_messages(mail, k, message);
    among(p, there, [&] { hear_one(p, message, today, ledger); });
    const Mask<F> good = there &&
                         message.kind == Whole<F>(static_cast<std::int32_t>(MessageKind::told)) &&
                         message.experience > F(today.world.customer.word_of_mouth.interest_above);
    interesting = interesting || good;
    source = select(good, message.sender, source);
  }
  among(p, interesting, [&] { perhaps_hurry(p, source, today); });
}

}  // namespace cxsim
