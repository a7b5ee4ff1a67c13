#include "engine/life.hpp"

namespace cxsim {

void live_day(Person& p, const Today& today, Ledger& ledger) {
  catch_up(p, today);
  if (p.self.next_recovery <= today.day) receive_recovery(p, today, ledger);
  if (p.self.next_contact <= today.day) go_on_journey(p, today, ledger);
  if (p.self.next_review <= today.day) {
    if (p.self.active())
      review_firm(p, today, ledger);
    else
      consider_firm(p, today, ledger);
  }
}

}  // namespace cxsim
