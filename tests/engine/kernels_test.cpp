#include "engine/kernels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "support/chance.hpp"

namespace cxsim {
namespace {

using Days = std::vector<std::uint16_t>;
using Places = std::vector<std::uint32_t>;

TEST(Kernels, BeginWithOneCustomerAtATimeAndGrowWider) {
  const auto all = available_kernels();
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(all[0], &scalar_kernels());
  EXPECT_EQ(all[0]->lanes, 1u);
  EXPECT_EQ(all.back(), &best_kernels());
  for (std::size_t k = 1; k < all.size(); ++k) EXPECT_GT(all[k]->lanes, all[k - 1]->lanes);
}

TEST(Kernels, AreFoundByName) {
  std::set<std::string_view> names;
  for (const Kernels* kernels : available_kernels()) {
    EXPECT_EQ(find_kernels(kernels->name), kernels);
    EXPECT_TRUE(names.insert(kernels->name).second) << kernels->name;
  }
  EXPECT_EQ(find_kernels("scalar"), &scalar_kernels());
  EXPECT_EQ(find_kernels(""), nullptr);
  EXPECT_EQ(find_kernels("abacus"), nullptr);
}

Places plain_search(const Days& due, std::int32_t day) {
  Places found;
  for (std::size_t i = 0; i < due.size(); ++i)
    if (due[i] <= day) found.push_back(static_cast<std::uint32_t>(i));
  return found;
}

// What a search finds; it writes within the room that it was given, a place for each and a group's
// width more.
Places found_by(const Kernels& kernels, const Days& due, std::int32_t day) {
  constexpr std::uint32_t untouched = 0xfeedbeef;
  constexpr std::size_t widest_group = 64, behind = 64;
  Places places(due.size() + widest_group + behind, untouched);
  const std::size_t count = kernels.find_due(due, day, places.data());
  EXPECT_LE(count, due.size());
  EXPECT_EQ(std::count(places.end() - behind, places.end(), untouched), behind) << kernels.name;
  places.resize(std::min(count, due.size()));
  return places;
}

void expect_found(const Days& due, std::int32_t day) {
  const Places expected = plain_search(due, day);
  for (const Kernels* kernels : available_kernels())
    ASSERT_EQ(found_by(*kernels, due, day), expected)
        << kernels->name << " of " << due.size() << " on day " << day;
}

// Days near each other and at the ends of what is kept.
Days random_days(Dice& dice, std::size_t size) {
  Days due(size);
  for (std::uint16_t& day : due) {
    const auto any = static_cast<std::uint16_t>(dice.below(65536));
    day = dice.happens(.1) ? std::uint16_t{65535} : any;
    if (dice.happens(.5)) day = static_cast<std::uint16_t>(day % 400);
  }
  return due;
}

TEST(WhoIsDue, IsFoundAsByAPlainSearch) {
  Dice dice(31);
  for (std::size_t size = 0; size < 200; ++size) {
    const Days due = random_days(dice, size);
    for (const std::int32_t day : {0, 1, 200, 399, 32767, 32768, 50000, 65534, 65535})
      expect_found(due, day);
  }
  for (const std::size_t size : {511u, 512u, 513u, 4095u, 4096u, 4099u}) {
    const Days due = random_days(dice, size);
    for (int k = 0; k < 50; ++k) expect_found(due, static_cast<std::int32_t>(dice.below(65536)));
  }
}

TEST(WhoIsDue, IsFoundAtEveryPlaceAlone) {
  constexpr std::size_t size = 150;
  for (std::size_t i = 0; i < size; ++i) {
    Days due(size, 65535);
    due[i] = 40;
    expect_found(due, 40);
    expect_found(due, 39);
  }
}

TEST(WhoIsDue, IsNobodyWhereAllAreLater) {
  for (const std::size_t size : {0u, 1u, 64u, 100u}) {
    expect_found(Days(size, 65535), 65534);
    expect_found(Days(size, 8), 7);
    for (const Kernels* kernels : available_kernels())
      EXPECT_TRUE(found_by(*kernels, Days(size, 8), 7).empty()) << kernels->name;
  }
}

// What is later than can be kept is looked at again on every day from the last one on.
TEST(WhoIsDue, IsEverybodyFromTheLastSearchableDayOn) {
  Dice dice(5);
  const Days due = random_days(dice, 777);
  Places everybody(due.size());
  std::iota(everybody.begin(), everybody.end(), 0u);
  for (const std::int32_t day :
       {last_searchable_day, last_searchable_day + 1, 70000, 131071, 131072, never - 1})
    for (const Kernels* kernels : available_kernels())
      ASSERT_EQ(found_by(*kernels, due, day), everybody) << kernels->name << " on day " << day;
}

Customer with_dates(Dice& dice) {
  const auto date = [&] {
    return dice.happens(.1) ? never : static_cast<std::int32_t>(dice.below(20)) + 65530;
  };
  Customer c{};
  c.next_contact = date();
  c.next_review = date();
  c.next_recovery = date();
  c.lifecycle = static_cast<Lifecycle>(dice.below(5));
  c.journey_contacts = 255;  // beside the lifecycle
  return c;
}

bool is_chosen(const Customer& c, Whose whose, Appointment appointment, std::int32_t day) {
  const std::int32_t date = appointment == Appointment::recovery  ? c.next_recovery
                            : appointment == Appointment::contact ? c.next_contact
                                                                  : c.next_review;
  const bool theirs = whose == Whose::anybodys || (whose == Whose::customers) == c.active();
  return theirs && date <= day;
}

TEST(WhoIsChosen, HasAnAppointmentAndIsOfThoseWhoAreMeant) {
  Dice dice(77);
  std::vector<Customer> customers(300);
  for (Customer& c : customers) c = with_dates(dice);
  constexpr std::size_t widest_group = 64;
  for (std::size_t size = 0; size < 150; ++size) {
    Places list(size + widest_group);
    for (std::uint32_t& place : list) place = static_cast<std::uint32_t>(dice.below(300));
    const People people{
        PersonId(std::size_t{1000}), customers.size(), customers.data(), nullptr, nullptr,
        std::span(list).first(size)};
    for (const Whose whose : {Whose::anybodys, Whose::customers, Whose::strangers})
      for (const Appointment appointment :
           {Appointment::recovery, Appointment::contact, Appointment::review})
        for (const std::int32_t day : {65529, 65534, 65535, 65536, 65540, 65549}) {
          Places expected;
          for (const std::uint32_t place : people.places)
            if (is_chosen(customers[place], whose, appointment, day)) expected.push_back(place);
          for (const Kernels* kernels : available_kernels()) {
            Places found(size + widest_group);
            found.resize(kernels->choose_due(people, whose, appointment, day, found.data()));
            ASSERT_EQ(found, expected) << kernels->name << " of " << size << " on day " << day;
          }
        }
  }
}

}  // namespace
}  // namespace cxsim
