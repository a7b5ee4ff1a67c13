#include "experiments/diary_telling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "experiments/diary_words.hpp"

namespace cxsim {
namespace {

using namespace words;

bool any(std::span<const Chapter> chapters, LifeEventKind kind) {
  return std::any_of(chapters.begin(), chapters.end(),
                     [&](const Chapter& chapter) { return chapter.first(kind) != nullptr; });
}

// The chapter of the last purchase or departure, or the end.
auto last_turn(std::span<const Chapter> chapters) {
  return std::find_if(chapters.rbegin(), chapters.rend(), [](const Chapter& chapter) {
    return chapter.kind == DiaryKind::departure || chapter.first(LifeEventKind::bought) != nullptr;
  });
}

}  // namespace

std::vector<Moment> Telling::lived() const {
  std::vector<Moment> moments;
  for (const Chapter& chapter : before)
    moments.insert(moments.end(), chapter.moments.begin(), chapter.moments.end());
  std::sort(moments.begin(), moments.end(),
            [](const Moment& a, const Moment& b) { return a.event < b.event; });
  return moments;
}

bool Telling::knows_firm() const {
  return at_birth.is(Fact::knows_firm) || any(before, LifeEventKind::heard) ||
         any(before, LifeEventKind::considered);
}

bool Telling::is_former() const { return any(before, LifeEventKind::left) && !is_customer(); }

bool Telling::is_customer() const {
  const auto turn = last_turn(before);
  return turn == before.rend() ? at_birth.active() : turn->kind != DiaryKind::departure;
}

std::int32_t Telling::customer_since() const {
  const auto turn = last_turn(before);
  if (turn != before.rend() && turn->kind != DiaryKind::departure)
    return turn->last(LifeEventKind::bought)->day();
  return at_birth.joined - static_cast<std::int32_t>(world.simulation.burn_in);
}

std::span<const Chapter> Telling::as_customer() const {
  const auto turn = last_turn(before);
  if (turn == before.rend()) return before;
  return before.subspan(static_cast<std::size_t>(before.rend() - turn) - 1);
}

std::string journeys_in(const Chapter& chapter, const World& world) {
  std::vector<std::string> titles;
  for (const Moment& moment : chapter.moments)
    if (moment.is(LifeEventKind::need) && moment.event->journey.exists())
      titles.push_back(world.journeys[moment.event->journey.index()].title);
  if (titles.empty()) return "a journey";
  std::string text = titles.front();
  for (std::size_t i = 1; i < titles.size(); ++i) text += ", then " + in_sentence(titles[i]);
  return text;
}

std::string heading_of(const Chapter& chapter, const Telling& telling) {
  const std::int32_t first = chapter.first_day(), last = chapter.last_day();
  const std::string days = telling.dates.days(first, last);
  switch (chapter.kind) {
    case DiaryKind::quiet:
      return telling.dates.months(first, last);
    case DiaryKind::journey:
      return days + ": " + journeys_in(chapter, telling.world);
    case DiaryKind::consideration:
      return days + ": considering the firm";
    case DiaryKind::recovery:
      return days + ": an attempt to put it right";
    case DiaryKind::look:
      return days + ": looking elsewhere";
    case DiaryKind::departure:
      return days + ": leaving";
  }
  return days;
}

namespace {

template <class Shown>
std::string change_told(std::string_view what, float from, float to, Shown shown) {
  constexpr float noticeable = .005f;
  if (std::fabs(to - from) < noticeable) return fmt::format("{} stayed at {}", what, shown(to));
  return fmt::format("{} {} from {} to {}", what, to > from ? "rose" : "fell", shown(from),
                     shown(to));
}

}  // namespace

std::string satisfaction_change_told(float from, float to) {
  return change_told("satisfaction", from, to, with_sign);
}

std::string trust_change_told(float from, float to) {
  return change_told("trust", from, to, plain);
}

std::string what_they_told(const std::vector<Moment>& moments) {
  std::size_t good = 0, bad = 0;
  std::vector<std::string> parts, stars;
  for (const Moment& moment : moments) {
    const LifeEvent& event = *moment.event;
    if (moment.is(LifeEventKind::told)) (event.amount >= 0 ? good : bad) += event.number;
    if (moment.is(LifeEventKind::published_review))
      stars.push_back(count_of(static_cast<std::size_t>(event.score), "star"));
  }
  if (good > 0) parts.push_back("spoke well of the firm to others " + times(good));
  if (bad > 0) parts.push_back("spoke badly of it to others " + times(bad));
  for (const std::string& given : stars) parts.push_back("published a review with " + given);
  return parts.empty() ? "" : fmt::format("They {}.", listed(parts));
}

}  // namespace cxsim
