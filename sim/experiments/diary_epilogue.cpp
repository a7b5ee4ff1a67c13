// Where they stand when the story ends, and what it came to for both sides.
#include <fmt/format.h>

#include <cmath>

#include "experiments/diary_portrait.hpp"
#include "experiments/diary_words.hpp"

namespace cxsim {
namespace {

using namespace words;

struct Account {
  std::size_t contacts = 0, failed = 0, complaints = 0, ignored = 0, good = 0, bad = 0, reviews = 0;
  std::size_t considered = 0;
  bool left_hostile = false;
};

Account account_of(const std::vector<LifeEvent>& events) {
  Account sum;
  for (const LifeEvent& event : events) {
    const auto is = [&](LifeEventKind kind) { return event.kind == kind; };
    sum.contacts += is(LifeEventKind::contact);
    sum.failed += is(LifeEventKind::contact) && !event.success;
    sum.complaints += is(LifeEventKind::complaint);
    sum.ignored += is(LifeEventKind::ignored);
    sum.considered += is(LifeEventKind::considered);
    if (is(LifeEventKind::left)) sum.left_hostile = event.hostile;
    sum.reviews += is(LifeEventKind::published_review);
    if (is(LifeEventKind::told)) (event.amount >= 0 ? sum.good : sum.bad) += event.number;
  }
  return sum;
}

std::string summed_up(const std::vector<LifeEvent>& events) {
  const Account sum = account_of(events);
  std::vector<std::string> parts{fmt::format(
      "{}, {} of which failed", count_of(sum.contacts, "contact"), of_which(sum.failed))};
  if (sum.complaints > 0)
    parts.push_back(fmt::format("{} ({} ignored)", count_of(sum.complaints, "complaint"),
                                of_which(sum.ignored)));
  if (sum.good + sum.bad > 0)
    parts.push_back(fmt::format("{} of word of mouth sent, {} good and {} bad",
                                count_of(sum.good + sum.bad, "message"), of_which(sum.good),
                                of_which(sum.bad)));
  if (sum.reviews > 0) parts.push_back(count_of(sum.reviews, "public review"));
  std::string text = "In all: ";
  for (std::size_t i = 0; i < parts.size(); ++i) text += (i > 0 ? "; " : "") + parts[i];
  return text + ".";
}

std::string_view promoter_word(float score, const LabelSettings& s) {
  return score >= s.promoter_score    ? "a promoter"
         : score <= s.detractor_score ? "a detractor"
                                      : "a passive";
}

std::string ending(const PersonRecord& record, const Telling& telling) {
  const auto days = static_cast<std::int32_t>(telling.world.simulation.days);
  const std::string when = "When the story ends, on " + telling.dates.date(days) + ", they ";
  switch (record.lifecycle) {
    case Lifecycle::unaware:
      return when + "had still not heard of the firm.";
    case Lifecycle::aware:
      return when + "knew the firm and were no customer.";
    case Lifecycle::considering:
      return when + "were considering the firm.";
    case Lifecycle::former:
      return fmt::format("{}were a former customer, gone since {}.", when,
                         telling.dates.date(record.churn_day));
    case Lifecycle::active:
      break;
  }
  return fmt::format(
      "{}had been a customer for {}. Asked how likely they were to recommend the "
      "firm, they would have said {:.0f} of 10: {}.",
      when, span_of_days(days - record.acquired_day), record.recommend_score,
      promoter_word(record.recommend_score, telling.world.customer.labels));
}

std::string profit_told(const PersonRecord& record, const Telling& telling) {
  const float profit = record.lifetime_profit;
  const std::string sum = money(std::fabs(profit), telling.world.simulation.currency);
  if (profit == 0) return "The firm neither earned nor lost anything with them.";
  return fmt::format("The firm {} {} with them.", profit > 0 ? "earned" : "lost", sum);
}

// What kind of story it was, as the title tells it.
std::string outcome(const std::vector<LifeEvent>& events, const PersonRecord& record,
                    const Telling& telling) {
  const Account sum = account_of(events);
  if (record.lifecycle == Lifecycle::unaware) return "who never heard of the firm";
  if (record.lifecycle == Lifecycle::considering) return "who was considering the firm to the last";
  if (record.lifecycle == Lifecycle::aware)
    return sum.considered > 0 ? "who considered the firm and never bought"
                              : "who heard of the firm and never considered it";
  if (record.lifecycle == Lifecycle::active)
    return record.times_churned > 0 ? "who left and came back"
           : telling.at_birth.active()
               ? sum.failed > 0 ? "who stayed in spite of failures" : "who stayed"
               : "who joined and stayed";
  const std::string again = record.times_churned > 1 ? "came back and left again" : "left";
  if (sum.left_hostile) return "who " + again + " in anger";
  return "who " + again + (sum.complaints > 0 ? " after complaining" : " without a complaint");
}

}  // namespace

std::string title_of(PersonId person, const std::vector<LifeEvent>& events,
                     const PersonRecord& record, const Telling& telling) {
  return fmt::format("The life of person {}, {}", person.value, outcome(events, record, telling));
}

Paragraphs epilogue_of(const std::vector<LifeEvent>& events, const PersonRecord& record,
                       const Telling& telling) {
  if (events.empty() && record.lifecycle == Lifecycle::unaware)
    return {"Nothing happened: they never became aware of the firm."};
  return {ending(record, telling), summed_up(events) + " " + profit_told(record, telling)};
}

}  // namespace cxsim
