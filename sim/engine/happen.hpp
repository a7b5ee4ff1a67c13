// What reaches many people on one day, before anything else of that day.
#pragma once

#include "engine/person.hpp"
#include "model/news.hpp"

namespace cxsim {

template <class F>
Mask<F> is_reached(Person<F>& p, const Happening& happening, const Today& today) {
  Mask<F> reached = happening.reaches == Reaches::everybody   ? Mask<F>(true)
                    : happening.reaches == Reaches::customers ? p.self.active()
                                                              : p.self.is(Lifecycle::former);
  if (happening.scope->is_about_people()) {
    auto concerned = spread(Whole<F>(0));
    among(p, reached, [&] {
      for_everybody(p, today, [&](std::size_t k, const Somebody& one) {
        concerned[k] = concerns(*happening.scope, one, today) ? 1 : 0;
      });
    });
    reached = reached && collect(concerned) != Whole<F>(0);
  }
  LuckOf<F> luck = p.luck.again(happening.occasion);
  return reached && luck.happens(Decision::reached, F(happening.reach));
}

template <class F>
void meet_happening(Person<F>& p, const Happening& happening, const Today& today, Ledger& ledger) {
  const WordOfMouthSettings& s = today.world.customer.word_of_mouth;
  CustomerOf<F>& c = p.self;
  where(p, is_reached(p, happening, today), [&] {
    catch_up(p, today);
    if (happening.weight > 0) {
      hear(c.mind, F(happening.experience), F(happening.weight), c.active(), s);
      become_aware(p);
    }
    lose_trust(c.mind, F(happening.trust_loss), F(happening.shield), s);
    be_marked(c.mind, F(happening.implicit_loss));
    if (happening.brings_offer) {
      c.set(Fact::has_offer, Mask<F>(true));
      c.next_review = Whole<F>(today.day);
    }
    count(p, CompanySum::people_reached, ledger);
    note(p, LifeEventKind::reached, today, ledger, [&](auto& event) {
      event.amount = happening.experience;
      event.success = happening.brings_offer;
    });
  });
}

}  // namespace cxsim
