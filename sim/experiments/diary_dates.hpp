// The days of a run as dates: day 0 is the start date, which ends the burn-in.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace cxsim {

class DiaryDates {
 public:
  // `start_date` as yyyy-mm-dd; anything else leaves the days their numbers.
  explicit DiaryDates(const std::string& start_date);

  std::string date(std::int32_t day) const;                         // 5 March 2027
  std::string month(std::int32_t day) const;                        // March 2027
  std::string days(std::int32_t first, std::int32_t last) const;    // 28 March to 4 April 2027
  std::string months(std::int32_t first, std::int32_t last) const;  // March to June 2027
  int year(std::int32_t day) const;

 private:
  std::chrono::year_month_day on(std::int32_t day) const;

  std::chrono::sys_days start_{};
  bool known_ = false;
};

}  // namespace cxsim
