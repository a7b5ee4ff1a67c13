#include "analysis/export/journey_ends.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include "engine/life_event.hpp"

namespace cxsim {
namespace {

constexpr unsigned long long rows_at_once = 1 << 16;

constexpr auto closed = static_cast<std::int32_t>(LifeEventKind::close);
constexpr auto declined = static_cast<std::int32_t>(LifeEventKind::declined);

}  // namespace

JourneyEnds::JourneyEnds(const NetcdfReader& reader, const LoggedRun& run)
    : reader_(reader), run_(run), next_(run.first) {}

std::string_view JourneyEnds::end_of(std::int32_t person, std::int32_t day) {
  std::string_view end = unknown_end;
  for (; !is_at_end(); ++row_) {
    if (row_ == rows_) read_on();
    if (is_before(person, day)) continue;
    if (person_[row_] != person || day_[row_] != day) break;
    if (end == unknown_end) end = end_here();
  }
  return end;
}

bool JourneyEnds::is_before(std::int32_t person, std::int32_t day) const {
  return std::tie(person_[row_], day_[row_]) < std::tie(person, day);
}

std::string_view JourneyEnds::end_here() const {
  if (kind_[row_] == declined) return "declined";
  if (kind_[row_] != closed) return unknown_end;
  return success_[row_] != 0 ? "resolved" : "abandoned";
}

void JourneyEnds::read_on() {
  const unsigned long long count = std::min(rows_at_once, run_.last - next_);
  const auto column = [&](const char* name) {
    return reader_.read_slab<std::int32_t>(std::string("life_events/") + name, {next_}, {count})
        .values;
  };
  person_ = column("person");
  day_ = column("day");
  kind_ = column("kind");
  success_ = column("success");
  next_ += count;
  row_ = 0;
  rows_ = count;
}

}  // namespace cxsim
