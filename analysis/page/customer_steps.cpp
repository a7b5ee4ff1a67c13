#include "analysis/page/customer_steps.hpp"

#include <cmath>
#include <optional>

namespace cxsim {
namespace {

class Following {
 public:
  Following(bool active_at_start, const TakenLinks& links)
      : active_at_start_(active_at_start), links_(links) {}

  CustomerSteps follow(std::span<const LifeEvent> events) {
    bool has_begun = false;
    for (const LifeEvent& event : events) {
      if (!has_begun && event.day >= 0) {
        begin();
        has_begun = true;
      }
      meet(event);
    }
    if (!has_begun) begin();
    return std::move(told_);
  }

 private:
  // Where they are on a journey, and how it went there.
  struct Standing {
    TakenLinks::Place place;
    JourneyId journey;
    Outcome outcome;
    bool has_bought;  // and not yet gone on
  };

  // Day 0: who is a customer then, and where they and others who are under way stand.
  void begin() {
    if (active_at_start_) add(0, codes_.bought(), valence_);
    if (last_ && (active_at_start_ || standing_)) add(0, last_->code, last_->valence);
  }

  void meet(const LifeEvent& event) {
    valence_ = event.mind.valence;
    switch (event.kind) {
      case LifeEventKind::contact:
        return contact(event);
      case LifeEventKind::bought:
        go_to(links_.place_of(Landmark::purchase), event);
        if (event.day >= 0) add(event.day, codes_.bought(), valence_);
        if (const auto purchase = links_.place_of(Landmark::purchase))
          standing_ = {*purchase, event.journey, Outcome::success, true};
        return;
      case LifeEventKind::declined:
        go_to(links_.place_of(Landmark::purchase), event);
        if (const auto purchase = links_.place_of(Landmark::purchase))
          standing_ = {*purchase, event.journey, Outcome::failure, false};
        go_to(links_.place_of(Landmark::declined), event);
        return standing_.reset();
      case LifeEventKind::close:
        go_to(links_.place_of(event.success ? Landmark::resolved : Landmark::abandoned), event);
        return standing_.reset();
      case LifeEventKind::left:
        if (event.day >= 0) add(event.day, codes_.left(), valence_);
        return standing_.reset();
      default:
        return;
    }
  }

  void contact(const LifeEvent& event) {
    const bool is_first = event.number <= 1 && !(standing_ && standing_->has_bought);
    if (is_first) standing_.reset();
    const TakenLinks::Place to = links_.place_of(event.touchpoint);
    const auto link = go_to(to, event);
    last_ = {event.day, link ? codes_.of_link(*link) : codes_.of(event.touchpoint), valence_};
    if (event.day >= 0) told_.steps.push_back(*last_);
    standing_ = {to, event.journey, event.success ? Outcome::success : Outcome::failure, false};
  }

  std::optional<std::size_t> go_to(std::optional<TakenLinks::Place> to, const LifeEvent& event) {
    const bool is_under_way = standing_ && standing_->journey == event.journey;
    const auto link =
        is_under_way
            ? links_.between(standing_->place, to, event.journey, standing_->outcome)
            : links_.between(links_.entry_of(event.journey), to, event.journey, Outcome::success);
    if (link && event.day >= 0) told_.links.push_back(*link);
    return link;
  }

  void add(std::int32_t day, std::size_t code, float valence) {
    told_.steps.push_back({day, code, valence});
  }

  bool active_at_start_;
  const TakenLinks& links_;
  StepCodes codes_{links_.links(), links_.touchpoints()};
  std::optional<Standing> standing_;
  std::optional<CustomerStep> last_;  // contact
  float valence_ = 0;
  CustomerSteps told_;
};

}  // namespace

LifeEventKinds kinds_of_steps() {
  LifeEventKinds kinds;
  for (const LifeEventKind kind :
       {LifeEventKind::contact, LifeEventKind::close, LifeEventKind::bought,
        LifeEventKind::declined, LifeEventKind::left})
    kinds.add(kind);
  return kinds;
}

void leave_out_dull_repeats(std::vector<CustomerStep>& steps) {
  constexpr float same_mood = .1f;
  std::vector<CustomerStep> kept;
  for (const CustomerStep& step : steps) {
    const bool is_dull = !kept.empty() && step.code == kept.back().code &&
                         step.day < kept.back().day + days_per_month &&
                         std::abs(step.valence - kept.back().valence) < same_mood;
    if (!is_dull) kept.push_back(step);
  }
  steps = std::move(kept);
}

CustomerSteps steps_of(std::span<const LifeEvent> events, bool active_at_start,
                       const TakenLinks& links) {
  return Following(active_at_start, links).follow(events);
}

}  // namespace cxsim
