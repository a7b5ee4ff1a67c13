#include "engine/hear.hpp"

#include "engine/life.hpp"

namespace cxsim {
namespace {

void hear_told(Person& p, const Message& message, const Today& today, Ledger& ledger) {
  hear(p.self.mind, message.experience, message.weight, p.self.active(),
       today.world.customer.word_of_mouth);
  become_aware(p);
  if (LifeEvent* event = note(p, LifeEventKind::heard, today, ledger))
    event->amount = message.experience;
}

void hear_one(Person& p, const Message& message, const Today& today, Ledger& ledger) {
  switch (message.kind) {
    case MessageKind::told:
      hear_told(p, message, today, ledger);
      break;
    case MessageKind::neighbour_left:
      if (!p.self.active()) break;
      see_neighbour_leave(p.self.mind);
      note(p, LifeEventKind::neighbour_left, today, ledger);
      break;
    case MessageKind::referral:
      p.history.referral_value += message.experience;
      break;
  }
  ledger.tally.of(CompanySum::messages_heard).count();
}

// Good news can make somebody who is no customer consider the firm soon.
void perhaps_hurry(Person& p, PersonId source, const Today& today) {
  Customer& c = p.self;
  const WordOfMouthSettings& s = today.world.customer.word_of_mouth;
  const bool free_to_consider = !c.active() && c.lifecycle != Lifecycle::considering;
  if (!free_to_consider || c.next_review == never) return;
  if (static_cast<float>(c.next_review - today.day) <= s.interest_patience) return;
  if (!p.luck.happens(Decision::brings_forward, s.interest_chance)) return;
  const float delay = s.interest_delay * p.luck.uniform(Decision::bring_forward_delay);
  c.next_review = due_after(today.day, delay);
  p.history.referrer = source;
}

}  // namespace

void hear_messages(Person& p, std::span<const Message> messages, const Today& today,
                   Ledger& ledger) {
  catch_up(p, today);
  PersonId source;
  bool interesting = false;
  for (const Message& message : messages) {
    hear_one(p, message, today, ledger);
    if (message.kind != MessageKind::told ||
        message.experience <= today.world.customer.word_of_mouth.interest_above)
      continue;
    interesting = true;
    source = message.sender;
  }
  if (interesting) perhaps_hurry(p, source, today);
}

}  // namespace cxsim
