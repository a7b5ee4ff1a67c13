#include "engine/calendar.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "support/chance.hpp"

namespace cxsim {
namespace {

using Due = std::vector<std::uint32_t>;

Due page(Calendar& calendar, std::int32_t day) {
  Due due;
  calendar.turn_page(day, due);
  std::sort(due.begin(), due.end());
  return due;
}

TEST(Calendar, HasNobodyOnAnEmptyPage) {
  Calendar calendar(5);
  EXPECT_TRUE(page(calendar, 0).empty());
}

TEST(Calendar, CallsPeopleOnTheirDayAndOnce) {
  Calendar calendar(5);
  calendar.enter(3, 2, 0);
  calendar.enter(1, 2, 0);
  calendar.enter(4, 1, 0);
  EXPECT_TRUE(page(calendar, 0).empty());
  EXPECT_EQ(page(calendar, 1), (Due{4}));
  EXPECT_EQ(page(calendar, 2), (Due{1, 3}));
  EXPECT_TRUE(page(calendar, 2 + Calendar::ring_days).empty());
}

TEST(Calendar, MovesWhoEntersAgain) {
  Calendar calendar(3);
  for (const std::uint32_t person : {0u, 1u, 2u}) calendar.enter(person, 5, 0);
  calendar.enter(1, 3, 0);
  EXPECT_EQ(page(calendar, 3), (Due{1}));
  EXPECT_EQ(page(calendar, 5), (Due{0, 2}));
}

TEST(Calendar, TakesOutFromAnyPlaceOfTheList) {
  for (const std::uint32_t gone : {0u, 1u, 2u}) {
    Calendar calendar(3);
    for (const std::uint32_t person : {0u, 1u, 2u}) calendar.enter(person, 1, 0);
    calendar.take_out(gone);
    calendar.take_out(gone);
    Due left{0, 1, 2};
    left.erase(left.begin() + gone);
    EXPECT_EQ(page(calendar, 1), left);
  }
}

TEST(Calendar, KeepsFarDatesForItsLastDay) {
  Calendar calendar(2);
  calendar.enter(0, 5000, 10);
  calendar.enter(1, 10 + Calendar::ring_days - 1, 10);
  for (std::int32_t day = 11; day < 10 + Calendar::ring_days - 1; ++day)
    EXPECT_TRUE(page(calendar, day).empty()) << day;
  EXPECT_EQ(page(calendar, 10 + Calendar::ring_days - 1), (Due{0, 1})) << "to be filed anew";
}

TEST(Calendar, FilesWhatIsOverdueForTheNextDay) {
  Calendar calendar(2);
  calendar.enter(0, 7, 7);
  calendar.enter(1, 3, 7);
  EXPECT_EQ(page(calendar, 8), (Due{0, 1}));
}

TEST(Calendar, HoldsAsManyAsItSays) {
  constexpr auto most = static_cast<std::uint32_t>(Calendar::most_people);
  Calendar calendar(most);
  for (std::uint32_t person = 0; person < most; ++person)
    calendar.enter(person, 1 + static_cast<std::int32_t>(person % 2), 0);
  EXPECT_EQ(page(calendar, 1).size(), (most + 1) / 2);
  EXPECT_EQ(page(calendar, 2).size(), most / 2);
}

// A plain book of dates, to be right where the ring could be wrong.
class Book {
 public:
  void enter(std::uint32_t person, std::int32_t due) {
    take_out(person);
    dates_.emplace(due, person);
  }
  void take_out(std::uint32_t person) {
    std::erase_if(dates_, [&](const auto& entry) { return entry.second == person; });
  }
  Due turn_page(std::int32_t day) {
    Due due;
    const auto [from, to] = dates_.equal_range(day);
    for (auto entry = from; entry != to; ++entry) due.push_back(entry->second);
    dates_.erase(from, to);
    std::sort(due.begin(), due.end());
    return due;
  }

 private:
  std::multimap<std::int32_t, std::uint32_t> dates_;
};

// Years of random dates, many of them beyond the ring, which are filed anew as a chunk does.
TEST(Calendar, AgreesWithAPlainBookOfDates) {
  constexpr std::uint32_t people = 40;
  Calendar calendar(people);
  Book book;
  std::map<std::uint32_t, std::int32_t> wanted;
  Dice dice(99);
  for (std::int32_t day = 0; day < 6000; ++day) {
    for (int change = 0; change < 3; ++change) {
      const auto person = static_cast<std::uint32_t>(dice.below(people));
      if (dice.happens(.2)) {
        calendar.take_out(person);
        book.take_out(person);
        wanted.erase(person);
        continue;
      }
      const std::uint64_t reach = dice.happens(.3) ? 3000 : 20;
      const auto due = day + static_cast<std::int32_t>(dice.below(reach));
      calendar.enter(person, due, day - 1);  // the day's page is still to be turned
      book.enter(person, due);
      wanted[person] = due;
    }
    Due called;
    for (const std::uint32_t person : page(calendar, day)) {
      if (wanted.at(person) > day)
        calendar.enter(person, wanted.at(person), day);
      else
        called.push_back(person);
    }
    ASSERT_EQ(called, book.turn_page(day)) << day;
    for (const std::uint32_t person : called) wanted.erase(person);
  }
}

}  // namespace
}  // namespace cxsim
