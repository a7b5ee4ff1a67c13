// Looking elsewhere, and leaving: the numbers behind it, and the life behind the numbers.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "experiments/diary_reasons.hpp"
#include "experiments/diary_telling.hpp"
#include "experiments/diary_words.hpp"

namespace cxsim {
namespace {

using namespace words;

// What a cause is measured by, and which way it hurts.
struct Measure {
  std::string_view name;
  float (*of)(const Mind<float>&, const World&);
  float harmful;  // -1 where a fall drives away
  std::string (*shown)(float) = plain;
};

Measure measure_of(CauseOfLeaving cause) {
  switch (cause) {
    case CauseOfLeaving::dissatisfaction:
      return {"satisfaction", [](const Mind<float>& m, const World&) { return m.satisfaction; }, -1,
              with_sign};
    case CauseOfLeaving::low_expected_quality:
      return {"believed quality",
              [](const Mind<float>& m, const World& w) {
                return overall_belief(m.belief, w.customer.preference);
              },
              -1};
    case CauseOfLeaving::broken_trust:
      return {"trust", [](const Mind<float>& m, const World&) { return m.trust; }, -1};
    case CauseOfLeaving::weak_commitment:
      return {"commitment", [](const Mind<float>& m, const World&) { return m.commitment; }, -1};
    case CauseOfLeaving::unfairness:
      return {"sense of fairness", [](const Mind<float>& m, const World&) { return m.equity; }, -1,
              with_sign};
    case CauseOfLeaving::hostility:
      return {"cynicism", [](const Mind<float>& m, const World&) { return m.cynicism; }, 1};
    default:
      return {"", nullptr, 0};
  }
}

std::string label_of(const Chapter& chapter, const Telling& telling) {
  const std::string when = telling.dates.months(chapter.first_day(), chapter.last_day());
  if (chapter.kind == DiaryKind::quiet) return "the everyday of " + when;
  if (chapter.kind == DiaryKind::recovery) {
    const bool mended = chapter.opening().success;
    return fmt::format("the {} to put it right in {}", mended ? "attempt" : "failed attempt", when);
  }
  const std::string ignored =
      chapter.first(LifeEventKind::ignored) != nullptr ? " and being ignored" : "";
  return fmt::format("{}{} in {}", quoted(journeys_in(chapter, telling.world)), ignored, when);
}

// What did most harm to the measure since they became a customer, worst first.
std::vector<DiaryTerm> harm_done(const Measure& measure, const Telling& telling) {
  std::vector<DiaryTerm> harm;
  float changed = 0;
  const Moment *first = nullptr, *last = nullptr;
  for (const Chapter& chapter : telling.as_customer()) {
    float change = 0;
    for (const Moment& moment : chapter.moments) {
      change +=
          measure.of(moment.event->mind, telling.world) - measure.of(moment.before, telling.world);
      if (first == nullptr || moment.event < first->event) first = &moment;
      if (last == nullptr || moment.event > last->event) last = &moment;
    }
    harm.push_back({label_of(chapter, telling), change});
    changed += change;
  }
  if (first != nullptr) {
    const float in_all =
        measure.of(last->event->mind, telling.world) - measure.of(first->before, telling.world);
    harm.push_back({"the passing of time", in_all - changed});
  }
  std::erase_if(harm, [&](const DiaryTerm& term) { return term.value * measure.harmful < .02f; });
  std::stable_sort(harm.begin(), harm.end(), [](const DiaryTerm& a, const DiaryTerm& b) {
    return std::fabs(a.value) > std::fabs(b.value);
  });
  return harm;
}

std::string harm_told(CauseOfLeaving cause, const Mind<float>& mind, const Telling& telling) {
  constexpr std::size_t most = 3;
  const Measure measure = measure_of(cause);
  if (measure.of == nullptr) return "";
  std::vector<std::string> parts;
  for (const DiaryTerm& term : harm_done(measure, telling))
    if (parts.size() < most) parts.push_back(term.name + " (" + with_sign(term.value) + ")");
  std::string text = fmt::format(" Their {} stood at {}.", measure.name,
                                 measure.shown(measure.of(mind, telling.world)));
  if (!parts.empty())
    text += fmt::format(" What {} it most: {}.", measure.harmful < 0 ? "lowered" : "raised",
                        listed(parts));
  return text;
}

struct Voice {
  std::size_t complaints = 0, ignored = 0, attempts = 0, failed = 0, bad = 0;
};

Voice voice_of(const Telling& telling) {
  const float bad_below = telling.world.customer.complaint.bad_below;
  Voice sum;
  for (const Chapter& chapter : telling.as_customer())
    for (const Moment& moment : chapter.moments) {
      sum.complaints += moment.is(LifeEventKind::complaint);
      sum.ignored += moment.is(LifeEventKind::ignored);
      sum.attempts += moment.is(LifeEventKind::recovery);
      sum.failed += moment.is(LifeEventKind::recovery) && !moment.event->success;
      sum.bad += moment.is(LifeEventKind::close) && moment.event->amount < bad_below;
    }
  return sum;
}

std::string voice_told(const Telling& telling) {
  const Voice sum = voice_of(telling);
  std::string text;
  if (sum.complaints > 0)
    text = fmt::format("They had complained {}, and had been {}.", times(sum.complaints),
                       sum.ignored == 0 ? "heard" : "ignored " + times(sum.ignored));
  else if (sum.bad == 0)
    text = "They had never complained; there was no single bad journey to complain of.";
  else
    text = fmt::format("They had been through {} and never complained{}.",
                       count_of(sum.bad, "bad journey"),
                       sum.attempts == 0 ? ": the firm never heard a word" : "");
  if (sum.failed > 0)
    text += fmt::format(" The firm had failed to put things right {}.", times(sum.failed));
  return text;
}

std::string open_journey_told(const Telling& telling) {
  const auto journey =
      std::find_if(telling.before.rbegin(), telling.before.rend(),
                   [](const Chapter& chapter) { return chapter.kind == DiaryKind::journey; });
  if (journey == telling.before.rend()) return "";
  const Moment* need = journey->last(LifeEventKind::need);
  const Moment* close = journey->last(LifeEventKind::close);
  const bool open = need != nullptr && journey->first(LifeEventKind::declined) == nullptr &&
                    (close == nullptr || close->event < need->event);
  if (!open) return "";
  const std::string& title = telling.world.journeys[need->event->journey.index()].title;
  return fmt::format(" {} was still under way.", capitalised(quoted(title)));
}

}  // namespace

Paragraphs tell_look(const Chapter& chapter, const Telling& telling) {
  const LifeEvent& event = chapter.opening();
  const DiaryLook look = look_of(event, telling.world);
  return {fmt::format("{} {} {}", why_they_looked(look, event.mind), what_they_compared(look),
                      what_held_them(look))};
}

Paragraphs tell_departure(const Chapter& chapter, const Telling& telling) {
  const LifeEvent& event = chapter.opening();
  const DiaryLook look = look_of(event, telling.world);
  const std::string tenure = span_of_days(event.day - telling.customer_since());
  return {fmt::format("After {} as a customer they left. {}{}{}", tenure, main_cause_told(look),
                      harm_told(event.cause, event.mind, telling), open_journey_told(telling)),
          why_they_looked(look, event.mind),
          fmt::format("{} {}", what_they_compared(look), what_held_them(look)),
          voice_told(telling)};
}

}  // namespace cxsim
