#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace cxsim {
namespace {

std::string in_words(double seconds) {
  if (seconds < 1) return "less than a second left";
  if (seconds < 90) return fmt::format("{:.0f} s left", seconds);
  if (seconds < 5400) return fmt::format("{:.0f} min left", seconds / 60);
  return fmt::format("{:.1f} h left", seconds / 3600);
}

}  // namespace

Progress::Progress(std::int64_t work, std::int64_t people, Watched watched)
    : work_(std::max<std::int64_t>(work, 1)),
      people_(people),
      watched_(watched == Watched::yes),
      begun_(Clock::now()),
      drawn_(begun_) {}

Progress::Progress(std::int64_t work, Watched watched) : Progress(work, 0, watched) {}

Progress::~Progress() {
  if (watched_) fmt::print(stderr, "\r\033[K");
}

void Progress::advance(std::int64_t days) {
  const std::int64_t done = done_.fetch_add(days, std::memory_order_relaxed) + days;
  if (!watched_) return;
  const std::unique_lock lock(drawing_, std::try_to_lock);
  if (!lock.owns_lock() || Clock::now() - drawn_ < std::chrono::milliseconds(100)) return;
  draw(done);
}

void Progress::draw(std::int64_t done) {
  drawn_ = Clock::now();
  constexpr int width = 30;
  const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(work_));
  const int full = static_cast<int>(share * width);
  const double seconds = std::chrono::duration<double>(drawn_ - begun_).count();
  fmt::print(stderr, "\r[{:#<{}}{:.<{}}] {:3.0f}%  {}  {}\033[K", "", full, "", width - full,
             100 * share, rate_in_words(done, seconds), in_words(seconds * (1 - share) / share));
  std::fflush(stderr);
}

std::string Progress::rate_in_words(std::int64_t done, double seconds) const {
  const auto count = static_cast<double>(done);
  if (people_ == 0)
    return fmt::format("{} of {} runs  {:.1f} runs/s", done, work_, count / seconds);
  return fmt::format("{:.0f} million person-days/s",
                     count * static_cast<double>(people_) / seconds / 1e6);
}

}  // namespace cxsim
