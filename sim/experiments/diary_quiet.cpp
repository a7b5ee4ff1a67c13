// The months in which nothing stood out, summed up.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "experiments/diary_telling.hpp"
#include "experiments/diary_words.hpp"

namespace cxsim {
namespace {

using namespace words;

struct Contacts {
  std::size_t count = 0;
  float expected = 0, perceived = 0, valence = 0, arousal = 0;  // sums, then means
  std::map<TouchpointId, std::size_t> at;
};

Contacts contacts_of(const Chapter& chapter) {
  Contacts all;
  for (const Moment& moment : chapter.moments) {
    if (!moment.is(LifeEventKind::contact)) continue;
    const LifeEvent& event = *moment.event;
    ++all.count;
    ++all.at[event.touchpoint];
    all.expected += event.experience.expected;
    all.perceived += event.experience.perceived;
    all.valence += event.mind.valence;
    all.arousal += event.mind.arousal;
  }
  const auto n = static_cast<float>(std::max<std::size_t>(all.count, 1));
  for (float* sum : {&all.expected, &all.perceived, &all.valence, &all.arousal}) *sum /= n;
  return all;
}

std::string contacts_told(const Contacts& all, const World& world) {
  if (all.count == 0) return "";
  std::vector<std::string> places;
  for (const auto& [touchpoint, count] : all.at) {
    const std::string place = quoted(world.touchpoints[touchpoint.index()].title);
    places.push_back(all.at.size() == 1 ? place : place + " " + times(count));
  }
  const float tolerance = world.customer.expectation.tolerance;
  const std::string_view who = all.at.size() > 1 || all.count == 1 ? "at"
                               : all.count == 2                    ? "both at"
                                                                   : "all at";
  return fmt::format("{} of no note, {} {}: {}{} (expected {}, perceived {}), and it left them {}.",
                     capitalised(count_of(all.count, "contact")), who, listed(places),
                     all.count > 1 ? "on average " : "",
                     gap(all.perceived - all.expected, tolerance), plain(all.expected),
                     plain(all.perceived), feeling(all.valence, all.arousal));
}

// Journeys that matter and went well, with how each was remembered.
std::string smooth_journeys_told(const Chapter& chapter, const World& world) {
  std::map<JourneyId, std::vector<std::string>> remembered;
  for (const Moment& moment : chapter.moments)
    if (moment.is(LifeEventKind::close) && is_important(moment.event->journey, world))
      remembered[moment.event->journey].push_back(with_sign(moment.event->amount));
  std::vector<std::string> parts;
  for (const auto& [journey, experiences] : remembered)
    parts.push_back(fmt::format(
        "{}{} (remembered as {})", quoted(world.journeys[journey.index()].title),
        experiences.size() > 1 ? " " + times(experiences.size()) : "", listed(experiences)));
  return parts.empty() ? "" : fmt::format("What they needed went smoothly: {}.", listed(parts));
}

std::string heard_told(const Chapter& chapter, const Telling& telling) {
  std::size_t good = 0, bad = 0;
  for (const Moment& moment : chapter.moments)
    if (moment.is(LifeEventKind::heard)) ++(moment.event->amount >= 0 ? good : bad);
  if (good + bad == 0) return "";
  std::vector<std::string> parts;
  if (good > 0) parts.push_back("good " + times(good));
  if (bad > 0) parts.push_back("bad " + times(bad));
  return telling.knows_firm()
             ? fmt::format("By word of mouth they heard {}.", listed(parts))
             : fmt::format("They heard of the firm for the first time, by word of mouth: {}.",
                           listed(parts));
}

std::string news_told(const Chapter& chapter) {
  std::vector<std::string> sentences;
  for (const Moment& moment : chapter.moments) {
    if (!moment.is(LifeEventKind::reached)) continue;
    const LifeEvent& event = *moment.event;
    sentences.emplace_back(event.success       ? "An offer to come back reached them."
                           : event.amount != 0 ? "News of the firm reached them."
                                               : "They learnt that their data had been breached.");
  }
  return fmt::format("{}", fmt::join(sentences, " "));
}

std::string neighbours_told(const Chapter& chapter) {
  const std::size_t gone = chapter.count(LifeEventKind::neighbour_left);
  if (gone == 0) return "";
  return gone == 1 ? "Somebody they know left the firm."
                   : fmt::format("{} people they know left the firm.", gone);
}

std::string looks_told(const Chapter& chapter, const Telling& telling) {
  std::size_t looks = 0;
  float most = 0, greatest_chance = 0, net_preference = 0;
  for (const Moment& moment : chapter.moments) {
    if (moment.is(LifeEventKind::looked)) {
      ++looks;
      if (moment.event->chance > greatest_chance) {
        greatest_chance = moment.event->chance;
        net_preference = moment.event->net_preference;
      }
    }
    if (moment.is(LifeEventKind::stayed)) most = std::max(most, moment.event->chance);
  }
  std::string text;
  if (looks > 0)
    text = fmt::format(
        "They looked elsewhere {} and stayed (net preference {}, chance to leave "
        "{}{}).",
        times(looks), with_sign(net_preference), looks > 1 ? "at most " : "",
        percent(greatest_chance));
  if (most > telling.world.customer.labels.at_risk_look)
    text += fmt::format("{}They were at risk: the chance to look elsewhere reached {}.",
                        text.empty() ? "" : " ", percent(most));
  return text;
}

// From where the chapter before left them.
std::string drift_told(const Chapter& chapter, const Telling& telling) {
  constexpr float noticeable = .05f;
  const LifeEvent* past =
      telling.before.empty() ? nullptr : telling.before.back().moments.back().event;
  const auto begin = std::find_if(chapter.moments.begin(), chapter.moments.end(),
                                  [&](const Moment& moment) { return moment.event > past; });
  if (begin == chapter.moments.end()) return "";
  const Mind<float>&first = begin->before, &last = chapter.moments.back().event->mind;
  std::vector<std::string> parts;
  if (std::fabs(last.satisfaction - first.satisfaction) >= noticeable)
    parts.push_back(satisfaction_change_told(first.satisfaction, last.satisfaction));
  if (std::fabs(last.trust - first.trust) >= noticeable)
    parts.push_back(trust_change_told(first.trust, last.trust));
  return parts.empty() ? "" : capitalised(listed(parts) + ".");
}

// A contact or two, and nothing else.
bool is_too_small(const Contacts& contacts, const Paragraphs& sentences) {
  constexpr std::size_t few = 2;
  return contacts.count <= few &&
         std::all_of(sentences.begin() + 1, sentences.end(),
                     [](const std::string& sentence) { return sentence.empty(); });
}

}  // namespace

Paragraphs tell_quiet(const Chapter& chapter, const Telling& telling) {
  const Contacts contacts = contacts_of(chapter);
  const Paragraphs sentences{contacts_told(contacts, telling.world),
                             smooth_journeys_told(chapter, telling.world),
                             what_they_told(chapter.moments),
                             heard_told(chapter, telling),
                             news_told(chapter),
                             neighbours_told(chapter),
                             looks_told(chapter, telling),
                             telling.is_customer() ? drift_told(chapter, telling) : ""};
  if (is_too_small(contacts, sentences)) return {};
  std::string text;
  for (const std::string& sentence : sentences) {
    if (!sentence.empty() && !text.empty()) text += ' ';
    text += sentence;
  }
  return {text};
}

}  // namespace cxsim
