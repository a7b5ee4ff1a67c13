// What reaches many people on one day, before anything else of that day.
#include "engine/life.hpp"
#include "model/news.hpp"

namespace cxsim {
namespace {

bool is_reached(const Happening& happening, Person& p, const Today& today) {
  const bool right_people =
      happening.reaches == Reaches::everybody ||
      (happening.reaches == Reaches::customers ? p.self.active()
                                               : p.self.lifecycle == Lifecycle::former);
  if (!right_people || !concerns(*happening.scope, p, today)) return false;
  Luck luck = p.luck.again(happening.occasion);
  return luck.happens(Decision::reached, happening.reach);
}

void take_offer(Person& p, const Today& today) {
  p.self.set(Fact::has_offer, true);
  p.self.next_review = today.day;
}

}  // namespace

bool meet_happening(Person& p, const Happening& happening, const Today& today, Ledger& ledger) {
  if (!is_reached(happening, p, today)) return false;
  const WordOfMouthSettings& s = today.world.customer.word_of_mouth;
  catch_up(p, today);
  if (happening.weight > 0) {
    hear(p.self.mind, happening.experience, happening.weight, p.self.active(), s);
    become_aware(p);
  }
  lose_trust(p.self.mind, happening.trust_loss, happening.shield, s);
  be_marked(p.self.mind, happening.implicit_loss);
  if (happening.brings_offer) take_offer(p, today);
  ledger.tally.of(CompanySum::people_reached).count();
  if (LifeEvent* event = note(p, LifeEventKind::reached, today, ledger)) {
    event->amount = happening.experience;
    event->success = happening.brings_offer;
  }
  return true;
}

}  // namespace cxsim
