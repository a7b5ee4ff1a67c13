// How journeys of one run ended, out of its life events.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/export/logged_runs.hpp"

namespace cxsim {

inline constexpr std::string_view unknown_end = "unknown";

// Reads the life events once, beside the contacts, which are in the same order: by person and day.
class JourneyEnds {
 public:
  // `run` as logged_runs gives it for "life_events".
  JourneyEnds(const NetcdfReader& reader, const LoggedRun& run);

  // "resolved", "abandoned" or "declined", of the journey whose last contact was on `day`: a
  // journey closes, and a purchase is declined, on the day of its last contact. Otherwise unknown:
  // the file does not log closes of this person, or the journey did not close, as when the run
  // ended or the person had not become a customer. To be asked in the order of person and day.
  // Throws RecordingError.
  std::string_view end_of(std::int32_t person, std::int32_t day);

 private:
  bool is_before(std::int32_t person, std::int32_t day) const;
  std::string_view end_here() const;
  void read_on();
  bool is_at_end() const { return row_ == rows_ && next_ == run_.last; }

  const NetcdfReader& reader_;
  LoggedRun run_;
  unsigned long long next_;  // row of the file that is read next
  std::size_t row_ = 0, rows_ = 0;
  std::vector<std::int32_t> person_, day_, kind_, success_;
};

}  // namespace cxsim
