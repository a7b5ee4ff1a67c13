// An attempt to put a bad journey right: what it answered, whether it worked, what it changed.
#include <fmt/format.h>

#include "experiments/diary_telling.hpp"
#include "experiments/diary_words.hpp"

namespace cxsim {
namespace {

using namespace words;

// What the attempt answers: the bad close they complained of, or else the last one before it.
struct Grievance {
  const LifeEvent* close = nullptr;
  bool complained = false;
};

Grievance grievance_before(const LifeEvent& recovery, const Telling& telling) {
  const float bad_below = telling.world.customer.complaint.bad_below;
  Grievance found;
  for (const Moment& moment : telling.lived()) {
    if (moment.event >= &recovery) break;
    const bool of_this_close = found.close != nullptr && found.close->day == moment.day();
    if (moment.is(LifeEventKind::recovery)) found = {};
    if (moment.is(LifeEventKind::close) && moment.event->amount < bad_below && !found.complained)
      found.close = moment.event;
    if (moment.is(LifeEventKind::complaint) && of_this_close) found.complained = true;
    if (moment.is(LifeEventKind::ignored) && of_this_close) found.complained = false;
  }
  return found;
}

std::string occasion_told(const LifeEvent& recovery, const Telling& telling) {
  const Grievance grievance = grievance_before(recovery, telling);
  if (grievance.close == nullptr) return "";
  const auto days = static_cast<std::size_t>(recovery.day - grievance.close->day);
  const std::string& title = telling.world.journeys[grievance.close->journey.index()].title;
  return fmt::format(
      "{} after {} had gone wrong, {}, ", count_of(days, "day"), quoted(title),
      grievance.complained ? "in answer to their complaint" : "without having been asked");
}

}  // namespace

Paragraphs tell_recovery(const Chapter& chapter, const Telling& telling) {
  const Moment& moment = chapter.moments.front();
  const LifeEvent& event = *moment.event;
  const CompanyPlan& firm = telling.world.company;
  const Mind<float>&before = moment.before, &after = event.mind;
  std::string text =
      fmt::format("{}{} came back to them {}: {}, {}.", capitalised(occasion_told(event, telling)),
                  firm.departments[firm.recovery_department.index()].title,
                  event.success ? "and put it right" : "and failed to put it right",
                  satisfaction_change_told(before.satisfaction, after.satisfaction),
                  trust_change_told(before.trust, after.trust));
  if (event.number > 1 && event.success)
    text += fmt::format(" It was attempt number {}, and worth less than a first.", event.number);
  const std::string told = what_they_told(chapter.moments);
  return {told.empty() ? text : text + " " + told};
}

}  // namespace cxsim
