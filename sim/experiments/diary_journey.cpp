// A journey as a paragraph: what brought them, each contact in a sentence, and how it closed.
#include <fmt/format.h>

#include <cmath>

#include "experiments/diary_contact.hpp"
#include "experiments/diary_telling.hpp"
#include "experiments/diary_words.hpp"

namespace cxsim {
namespace {

using namespace words;

class JourneyTeller {
 public:
  JourneyTeller(const Chapter& chapter, const Telling& telling)
      : chapter_(chapter),
        telling_(telling),
        world_(telling.world),
        last_day_(chapter.first_day()) {}

  Paragraphs tell() {
    for (const Moment& moment : chapter_.moments) {
      const bool talks =
          moment.is(LifeEventKind::told) || moment.is(LifeEventKind::published_review);
      if (talks) {
        talk_.push_back(moment);
        continue;
      }
      end_talk();
      tell(moment);
      last_day_ = moment.day();
    }
    end_talk();
    new_paragraph();
    return std::move(told_);
  }

 private:
  void tell(const Moment& moment) {
    const LifeEvent& event = *moment.event;
    switch (event.kind) {
      case LifeEventKind::considered:
        say(consideration_told(event, telling_));
        break;
      case LifeEventKind::need:
        begin(event);
        break;
      case LifeEventKind::contact:
        meet(moment);
        break;
      case LifeEventKind::lost_information:
        if (before_that_ != nullptr) say(handoff_told(*before_that_, *previous_, world_));
        break;
      case LifeEventKind::bought:
      case LifeEventKind::declined:
        say(purchase_told(event, telling_));
        new_paragraph();
        break;
      case LifeEventKind::close:
        close(moment);
        break;
      case LifeEventKind::ignored:
        say(ignored_told(moment));
        break;
      default:
        break;
    }
  }

  void end_talk() {
    say(what_they_told(talk_));
    talk_.clear();
  }

  void begin(const LifeEvent& need) {
    const std::string& title = world_.journeys[need.journey.index()].title;
    if (previous_ != nullptr) {
      new_paragraph();
      const RootCauseId cause = world_.touchpoints[previous_->touchpoint.index()].root_cause;
      say(fmt::format("That led to the next journey, {}{}.", quoted(title),
                      cause_told(cause, "; the root cause behind both: ", "")));
    } else {
      say(cause_told(need.upstream_cause, "What brought them: ", "."));
    }
    contacts_ = 0;
    previous_ = before_that_ = nullptr;
  }

  std::string cause_told(RootCauseId cause, std::string_view lead, std::string_view end) const {
    if (!cause.exists()) return "";
    const std::string& title = world_.company.root_causes[cause.index()].title;
    return fmt::format("{}{}{}", lead, in_sentence(title), end);
  }

  void meet(const Moment& moment) {
    const LifeEvent& event = *moment.event;
    if (contacts_++ == 0) first_contact_day_ = event.day;
    say(contact_told(event, {previous_, event.day - last_day_, felt_}, world_));
    if (event.hostile != moment.was_hostile) say(hostility_told(event));
    felt_ = feeling(event.mind.valence, event.mind.arousal);
    before_that_ = previous_;
    previous_ = &event;
  }

  void close(const Moment& moment) {
    constexpr std::size_t few = 2;
    const LifeEvent& event = *moment.event;
    if (contacts_ > few) new_paragraph();
    say(capitalised(ending(event) + memory_told(moment) + "."));
    const float importance = world_.journeys[event.journey.index()].importance;
    if (is_bad_episode(event.amount, importance, world_.customer.complaint))
      say(voice_told(moment));
  }

  std::string ending(const LifeEvent& event) const {
    const bool retries = world_.journeys[event.journey.index()].retries;
    const std::string_view fate = event.success ? "it was resolved"
                                  : retries     ? "they gave up"
                                                : "it stayed unresolved";
    if (contacts_ <= 1) return std::string(fate);
    const auto days = static_cast<std::size_t>(event.day - first_contact_day_ + 1);
    return fmt::format("after {} in {} {}", count_of(contacts_, "contact"), count_of(days, "day"),
                       fate);
  }

  std::string memory_told(const Moment& close) const {
    constexpr float noticeable = .03f;
    if (!world_.journeys[close.event->journey.index()].remembered) return "";
    const float experience = close.event->amount;
    const float from = close.before.satisfaction, to = close.event->mind.satisfaction;
    std::string text =
        fmt::format(", remembered as {} ({})", memory(experience), with_sign(experience));
    if (std::fabs(to - from) >= noticeable) text += ": " + satisfaction_change_told(from, to);
    return text;
  }

  // Voice or silence; what being ignored did is told with its own moment.
  std::string voice_told(const Moment& close) const {
    bool complained = false, ignored = false;
    for (const Moment& moment : chapter_.moments) {
      if (moment.event < close.event || moment.day() != close.day()) continue;
      complained |= moment.is(LifeEventKind::complaint);
      ignored |= moment.is(LifeEventKind::ignored);
    }
    if (!complained) return "They did not complain.";
    return ignored ? "" : "They complained, and the firm took it up.";
  }

  static std::string ignored_told(const Moment& moment) {
    const Mind<float>&before = moment.before, &after = moment.event->mind;
    return fmt::format("They complained, and nobody answered: {}, {}.",
                       satisfaction_change_told(before.satisfaction, after.satisfaction),
                       trust_change_told(before.trust, after.trust));
  }

  void say(const std::string& sentence) {
    if (sentence.empty()) return;
    if (!paragraph_.empty()) paragraph_ += ' ';
    paragraph_ += sentence;
  }

  void new_paragraph() {
    if (!paragraph_.empty()) told_.push_back(std::move(paragraph_));
    paragraph_.clear();
  }

  const Chapter& chapter_;
  const Telling& telling_;
  const World& world_;
  std::int32_t last_day_;
  Paragraphs told_;
  std::vector<Moment> talk_;  // what they have just said to others
  std::string paragraph_;
  const LifeEvent* previous_ = nullptr;     // contact of this journey
  const LifeEvent* before_that_ = nullptr;  // the contact before
  std::string_view felt_;
  std::size_t contacts_ = 0;  // of this journey
  std::int32_t first_contact_day_ = 0;
};

}  // namespace

Paragraphs tell_journey(const Chapter& chapter, const Telling& telling) {
  return JourneyTeller(chapter, telling).tell();
}

}  // namespace cxsim
