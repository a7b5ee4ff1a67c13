#include "experiments/diary_words.hpp"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <cmath>

namespace cxsim::words {
namespace {

constexpr std::string_view minus = "−";

// Two decimals without the leading zero, the way qualities and shares are written.
std::string magnitude_of(float value) {
  std::string text = fmt::format("{:.2f}", std::fabs(value));
  if (text.starts_with("0.")) text.erase(0, 1);
  return text;
}

bool rounds_to_nothing(float value) { return std::fabs(value) < .005f; }

struct Feeling {
  float above;  // lowest valence it is used for
  std::string_view calm, stirred;
};

constexpr std::array<Feeling, 7> feelings{{
    {.5f, "happy", "delighted"},
    {.15f, "content", "pleased"},
    {.05f, "calm", "alert"},
    {-.05f, "unmoved", "uneasy"},
    {-.2f, "a little let down", "irritated"},
    {-.5f, "disappointed", "annoyed"},
    {-2.0f, "dejected", "angry"},
}};

}  // namespace

std::string plain(float value) {
  if (rounds_to_nothing(value)) return ".00";
  return (value < 0 ? std::string(minus) : "") + magnitude_of(value);
}

std::string with_sign(float value) {
  if (rounds_to_nothing(value)) return ".00";
  return std::string(value < 0 ? minus : "+") + magnitude_of(value);
}

std::string percent(float chance) {
  const float hundredths = chance * 100.0f;
  if (hundredths >= .95f || hundredths <= 0.0f) return fmt::format("{:.0f}%", hundredths);
  return hundredths < .05f ? "under .1%" : fmt::format("{:.1f}%", hundredths).substr(1);
}

std::string times_over(float factor) { return "× " + magnitude_of(factor); }

std::string money(float amount, std::string_view currency) {
  return fmt::format("{} {:.2f}", currency, amount);
}

std::string minutes(float wait) {
  const auto whole = static_cast<std::size_t>(std::lround(wait));
  return count_of(whole, "minute");
}

std::string of_which(std::size_t count) { return count == 0 ? "none" : fmt::format("{}", count); }

std::string count_of(std::size_t count, std::string_view noun) {
  return count == 1 ? fmt::format("one {}", noun) : fmt::format("{} {}s", count, noun);
}

std::string times(std::size_t count) {
  return count == 1 ? "once" : count == 2 ? "twice" : fmt::format("{} times", count);
}

std::string span_of_days(int days) {
  constexpr double days_a_month = 30.44, days_a_year = 365.25;
  if (days < 60) return count_of(static_cast<std::size_t>(days), "day");
  if (days < 700) return fmt::format("{:.0f} months", days / days_a_month);
  return fmt::format("{:.1f} years", days / days_a_year);
}

std::string days_later(int days) {
  return days == 0   ? "the same day"
         : days == 1 ? "the next day"
                     : fmt::format("{} days later", days);
}

std::string listed(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

std::string capitalised(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string in_sentence(std::string title) {
  const bool is_abbreviation =
      title.size() < 2 || std::isupper(static_cast<unsigned char>(title[1])) != 0;
  if (!is_abbreviation)
    title[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(title[0])));
  return title;
}

std::string quoted(std::string_view title) { return fmt::format("“{}”", title); }

std::string_view feeling(float valence, float arousal) {
  constexpr float stirred_above = .35f, furious_below = -.57f, furious_above = .6f;
  if (valence < furious_below && arousal > furious_above) return "furious";
  for (const Feeling& word : feelings)
    if (valence >= word.above) return arousal > stirred_above ? word.stirred : word.calm;
  return feelings.back().calm;
}

std::string_view memory(float experience) {
  return experience > .8f    ? "wonderful"
         : experience > .4f  ? "good"
         : experience > .1f  ? "fairly good"
         : experience > -.1f ? "neither good nor bad"
         : experience > -.4f ? "rather bad"
         : experience > -.7f ? "bad"
                             : "terrible";
}

std::string_view gap(float gap, float tolerance) {
  constexpr float noticeable = .02f, far = 3.0f;
  if (gap > tolerance)
    return gap > far * tolerance ? "far above the zone of tolerance"
                                 : "above the zone of tolerance";
  if (gap > noticeable) return "a little above expectation";
  if (gap >= -noticeable) return "as good as expected";
  if (gap >= -tolerance) return "a little short of expectation";
  return gap < -far * tolerance ? "far below the zone of tolerance" : "below the zone of tolerance";
}

std::string_view name_of(CauseOfLeaving cause) {
  constexpr std::array<std::string_view, static_cast<std::size_t>(CauseOfLeaving::count)> names{
      "none",         "dissatisfaction", "low expected quality",
      "broken trust", "weak commitment", "unfairness",
      "price",        "a better rival",  "neighbours who left",
      "hostility",    "chance"};
  return names[static_cast<std::size_t>(cause)];
}

std::string_view explanation(CauseOfLeaving cause) {
  switch (cause) {
    case CauseOfLeaving::dissatisfaction:
      return "they remembered too little that was good";
    case CauseOfLeaving::low_expected_quality:
      return "they no longer believed that good quality would come";
    case CauseOfLeaving::broken_trust:
      return "too many promises had been broken";
    case CauseOfLeaving::weak_commitment:
      return "little bound them to the firm";
    case CauseOfLeaving::unfairness:
      return "they felt treated unfairly";
    case CauseOfLeaving::price:
      return "they paid more than it was worth to them";
    case CauseOfLeaving::better_rival:
      return "a rival offered more";
    case CauseOfLeaving::neighbours_left:
      return "people they knew had gone before them";
    case CauseOfLeaving::hostility:
      return "they had turned against the firm";
    default:
      return "nothing in particular pushed them";
  }
}

}  // namespace cxsim::words
