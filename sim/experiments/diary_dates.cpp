#include "experiments/diary_dates.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <string_view>

namespace cxsim {
namespace {

using Date = std::chrono::year_month_day;

std::string_view month_name(const Date& date) {
  constexpr std::array<std::string_view, 12> names{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
  return names[static_cast<unsigned>(date.month()) - 1];
}

int year_of(const Date& date) { return static_cast<int>(date.year()); }
unsigned day_of(const Date& date) { return static_cast<unsigned>(date.day()); }

}  // namespace

DiaryDates::DiaryDates(const std::string& start_date) {
  int year = 0;
  unsigned month = 0, day = 0;
  if (std::sscanf(start_date.c_str(), "%d-%u-%u", &year, &month, &day) != 3) return;
  const Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  known_ = date.ok();
  if (known_) start_ = date;
}

Date DiaryDates::on(std::int32_t day) const { return start_ + std::chrono::days(day); }

int DiaryDates::year(std::int32_t day) const { return year_of(on(day)); }

std::string DiaryDates::date(std::int32_t day) const {
  if (!known_) return fmt::format("day {}", day);
  const Date date = on(day);
  return fmt::format("{} {} {}", day_of(date), month_name(date), year_of(date));
}

std::string DiaryDates::month(std::int32_t day) const {
  if (!known_) return fmt::format("day {}", day);
  const Date date = on(day);
  return fmt::format("{} {}", month_name(date), year_of(date));
}

std::string DiaryDates::days(std::int32_t first, std::int32_t last) const {
  if (first == last) return date(first);
  const Date a = on(first), b = on(last);
  if (!known_ || a.year() != b.year()) return date(first) + " to " + date(last);
  if (a.month() == b.month()) return fmt::format("{} to {}", day_of(a), date(last));
  return fmt::format("{} {} to {}", day_of(a), month_name(a), date(last));
}

std::string DiaryDates::months(std::int32_t first, std::int32_t last) const {
  const Date a = on(first), b = on(last);
  if (!known_) return days(first, last);
  if (a.year() != b.year()) return month(first) + " to " + month(last);
  if (a.month() == b.month()) return month(last);
  return fmt::format("{} to {}", month_name(a), month(last));
}

}  // namespace cxsim
