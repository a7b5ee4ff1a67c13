// The kernels over one number type: groups of people are taken out of the tables, live, and are
// put back.
#pragma once

#include <algorithm>
#include <bit>

#include "engine/census.hpp"
#include "engine/happen.hpp"
#include "engine/kernels.hpp"
#include "engine/recover.hpp"
#include "engine/review.hpp"
#include "engine/walk.hpp"

namespace cxsim {

// The next people of a list that make a group: of one segment, at most one for each lane.
template <class F>
struct Group {
  std::size_t filled;
  SegmentId segment;
  decltype(spread(Whole<F>())) places;  // spare lanes repeat the first
  Whole<F> ids;
};

template <class F>
Group<F> next_group(const People& people, std::size_t from, const World& world) {
  const auto rest = people.places.subspan(from);
  const auto id = [&](std::size_t k) { return people.first.value + rest[k]; };
  Group<F> group;
  group.segment = segment_of(PersonId(id(0)), world);
  const std::uint32_t end = world.segment_ends[group.segment.index()];
  group.filled = std::min(lane_count<F>, rest.size());
  while (id(group.filled - 1) >= end) --group.filled;
  const Whole<F> places = load_places<F>(rest.data(), group.filled);
  group.places = spread(places);
  group.ids = places + as_whole(people.first.value);
  return group;
}

template <class F>
Person<F> take_out(const People& people, const Group<F>& group, const Today& today) {
  CustomerWords<F> words;
  load_words(people.customers, group.places.data(), words);
  const Mask<F> everybody = NumberTraits<F>::first(group.filled);
  return {from_words<F>(words),
          everybody,
          everybody,
          group.ids,
          group.segment,
          LuckOf<F>(today.key, as_word(group.ids), today.day),
          people.histories,
          group.places.data()};
}

template <class F>
void put_back(const CustomerOf<F>& self, const People& people, const Group<F>& group) {
  store_words(to_words(self), people.customers, group.places.data(), group.filled);
  const auto due = spread(min_of(self.next_due(), Whole<F>(last_searchable_day)));
  for (std::size_t k = 0; k < group.filled; ++k)
    people.due[static_cast<std::size_t>(group.places[k])] = static_cast<std::uint16_t>(due[k]);
}

template <class F, class Live>
void for_groups(const People& people, const World& world, Live live) {
  for (std::size_t from = 0; from < people.places.size();) {
    const Group<F> group = next_group<F>(people, from, world);
    live(group, from);
    from += group.filled;
  }
}

// Everybody of the list lives through something that changes them.
template <class F, class Live>
void let(const People& people, const Today& today, Live live) {
  for_groups<F>(people, today.world, [&](const Group<F>& group, std::size_t from) {
    Person<F> p = take_out(people, group, today);
    live(p, from, group.filled);
    put_back(p.self, people, group);
  });
}

inline std::size_t find_due_one_by_one(std::span<const std::uint16_t> due, std::int32_t day,
                                       std::uint32_t* places) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < due.size(); ++i) {
    places[found] = static_cast<std::uint32_t>(i);
    found += static_cast<std::size_t>(due[i] <= day);
  }
  return found;
}

inline std::int32_t Customer::*date_of(Appointment appointment) {
  return appointment == Appointment::contact    ? &Customer::next_contact
         : appointment == Appointment::recovery ? &Customer::next_recovery
                                                : &Customer::next_review;
}

// Without a branch: which of many are due no processor can guess.
template <class F>
std::size_t choose_due(const People& people, Whose whose, Appointment appointment, std::int32_t day,
                       std::uint32_t* chosen) {
  const std::span<const Customer> customers(people.customers, people.count);
  const Whole<F> active = Whole<F>(static_cast<std::int32_t>(Lifecycle::active));
  std::size_t found = 0;
  for (std::size_t from = 0; from < people.places.size(); from += lane_count<F>) {
    const std::size_t filled = std::min(lane_count<F>, people.places.size() - from);
    const Whole<F> places = load_places<F>(people.places.data() + from, filled);
    Mask<F> wanted = NumberTraits<F>::first(filled) &&
                     look_up(customers, date_of(appointment), places) <= Whole<F>(day);
    if (whose != Whose::anybodys) {
      const Mask<F> customer = look_up(customers, &Customer::lifecycle, places) == active;
      wanted = wanted && (whose == Whose::customers ? customer : !customer);
    }
    found += write_those(wanted, places, chosen + found);
  }
  return found;
}

template <class F>
void be_born_each(const People& people, const World& world, StreamKey key) {
  const BirthSettings settings{world.customer.loyalty.period,
                               world.customer.acquisition.first_consideration};
  for_groups<F>(people, world, [&](const Group<F>& group, std::size_t) {
    const LuckOf<F> luck(key, as_word(group.ids), 0);
    put_back(be_born(luck, world.segments[group.segment.index()], settings), people, group);
  });
}

template <class F>
void meet_each(const People& people, const Happening& happening, const Today& today,
               Ledger& ledger) {
  let<F>(people, today, [&](Person<F>& p, std::size_t, std::size_t) {
    meet_happening(p, happening, today, ledger);
  });
}

template <class F>
void hear_each(const People& people, std::span<const Mail> mail, const Today& today,
               Ledger& ledger) {
  let<F>(people, today, [&](Person<F>& p, std::size_t from, std::size_t count) {
    hear_messages(p, mail.subspan(from, count), today, ledger);
  });
}

// A step of the day for those for whom something is due.
template <class F, void (*step)(Person<F>&, const Today&, Ledger&)>
void step_each(const People& people, const Today& today, Ledger& ledger) {
  let<F>(people, today, [&](Person<F>& p, std::size_t, std::size_t) {
    catch_up(p, today);
    step(p, today, ledger);
  });
}

template <class F>
void go_on_journey_each(const People& people, const Today& today, Ledger& ledger,
                        std::uint8_t* ends) {
  let<F>(people, today, [&](Person<F>& p, std::size_t from, std::size_t count) {
    catch_up(p, today);
    const auto end = spread(go_on_journey(p, today, ledger));
    for (std::size_t k = 0; k < count; ++k) ends[from + k] = static_cast<std::uint8_t>(end[k]);
  });
}

template <class F>
void end_walk_each(const People& people, const std::uint8_t* ends, const Today& today,
                   Ledger& ledger) {
  let<F>(people, today, [&](Person<F>& p, std::size_t from, std::size_t count) {
    auto end = spread(Whole<F>(no_id));
    for (std::size_t k = 0; k < count; ++k) end[k] = ends[from + k];
    end_walk(p, collect(end), today, ledger);
  });
}

template <class F>
void count_customer_each(const People& people, const Today& moment, Ledger& ledger) {
  for_groups<F>(people, moment.world, [&](const Group<F>& group, std::size_t) {
    Person<F> p = take_out(people, group, moment);
    count_customer(p, moment, ledger);
  });
}

template <class F>
void count_reached_each(const People& people, const Today& moment, Ledger& ledger) {
  for_groups<F>(people, moment.world, [&](const Group<F>& group, std::size_t) {
    count_reached<F>(group.ids, NumberTraits<F>::first(group.filled), group.segment, moment,
                     ledger);
  });
}

template <class F>
Kernels kernels_over(std::string_view name, decltype(Kernels::find_due) find_due) {
  return {name,
          lane_count<F>,
          be_born_each<F>,
          meet_each<F>,
          hear_each<F>,
          step_each<F, receive_recovery<F>>,
          step_each<F, review_firm<F>>,
          step_each<F, consider_firm<F>>,
          go_on_journey_each<F>,
          end_walk_each<F>,
          count_customer_each<F>,
          count_reached_each<F>,
          find_due,
          choose_due<F>};
}

}  // namespace cxsim
