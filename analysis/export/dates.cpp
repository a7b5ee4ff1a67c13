#include "analysis/export/dates.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace cxsim {

std::optional<std::chrono::sys_days> date_in(std::string_view text) {
  int year = 0;
  unsigned month = 0, day = 0;
  if (std::sscanf(std::string(text).c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3) return {};
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return {};
  return date;
}

std::string date_text(std::chrono::sys_days start, std::int64_t days) {
  const std::chrono::year_month_day date = start + std::chrono::days(days);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace cxsim
