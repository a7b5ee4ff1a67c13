// What must hold at the small firm so that a sign shows.
#pragma once

#include "support/small_world.hpp"

namespace cxsim {

// Nobody is selected by leaving.
inline void nobody_leaves(World& w) { without_churn(w); }

// What is heard of is mended within the months of a run.
inline void fast_loop(World& w) { w.company.chosen.outer = 5; }

// Every bad journey is heard of.
inline void heard_of(World& w) {
  w.company.chosen.feedback = w.company.chosen.analytics = 1;
  without_churn(w);
}

// Every bad journey that is heard of is followed up.
inline void taken_up(World& w) {
  w.company.chosen.inner = 1;
  without_churn(w);
}

// People wait.
inline void short_of_staff(World& w) { w.company.policy.staffing = .6f; }

inline void all_consent(World& w) { w.company.policy.consent = 1; }

inline void for_everybody(World& w) { w.company.care_for = CareFor::everybody; }

inline void quiet(World& w) {
  silence(w);
  without_churn(w);
}

// What advertising promises is far from what the firm does.
inline void boasts(World& w) {
  w.company.policy.promise = .95f;
  w.company.policy.claim = 0;
  without_churn(w);
}

// Customers leave in numbers and come back once they get an offer.
inline void people_leave_and_return(World& w) {
  silence(w);
  w.segments[0].initial_share = 1;
  w.segments[0].founding_inertia = 0;
  w.customer.loyalty.look_base = .6f;
  w.customer.acquisition.start_intercept = 20;
  w.customer.acquisition.former_buy_threshold = -1;
}

}  // namespace cxsim
