// What a person does on a day on which something is due.
#pragma once

#include "engine/person.hpp"

namespace cxsim {

// One person's day: they catch up, then recover, meet the firm and review it, as each is due.
void live_day(Person& person, const Today& today, Ledger& ledger);

// recover.cpp
void receive_recovery(Person& person, const Today& today, Ledger& ledger);

// contact.cpp: one encounter at the touchpoint where they are; true if it failed.
bool make_contact(Person& person, const Today& today, Ledger& ledger);

// walk.cpp
void go_on_journey(Person& person, const Today& today, Ledger& ledger);
struct Origin {
  TouchpointId failed_at;  // none where the journey comes from a need
  RootCauseId cause;
};
void start_journey(Person& person, JourneyId journey, Origin origin, const Today& today,
                   Ledger& ledger);
Origin origin_of_need(JourneyId journey, const Today& today);
void schedule_next_need(Person& person, const Today& today);
void leave_journey(Person& person);

// close.cpp: an ACTIVE customer's journey ends.
enum class Ending : unsigned char { resolved, unresolved };
void close_journey(Person& person, Ending ending, const Today& today, Ledger& ledger);

// tell.cpp: word of mouth and perhaps a public review; `occasion` tells tells of one day apart.
enum class Occasion : unsigned char { close, recovery };
void tell(Person& person, float experience, float importance, Occasion occasion, const Today& today,
          Ledger& ledger);
void tell_of_leaving(Person& person, const Today& today, Ledger& ledger);
void thank_referrer(Person& person, const Today& today, Ledger& ledger);

// review.cpp: a customer pays, looks, and perhaps leaves.
void review_firm(Person& person, const Today& today, Ledger& ledger);

// happen.cpp: news and the like; true if it reached them.
bool meet_happening(Person& person, const Happening& happening, const Today& today, Ledger& ledger);

// prospect.cpp: anybody else considers the firm, and perhaps buys.
void consider_firm(Person& person, const Today& today, Ledger& ledger);
enum class Purchase : unsigned char { bought, declined };
Purchase decide_purchase(Person& person, const Today& today, Ledger& ledger);
void decide_against(Person& person, const Today& today);
bool knows_firm(const Person& person, const Today& today);

}  // namespace cxsim
