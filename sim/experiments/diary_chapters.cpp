#include "experiments/diary_chapters.hpp"

#include <algorithm>

namespace cxsim {
namespace {

// Files each event under the chapter it belongs to, as if every chapter were worth telling.
class Filing {
 public:
  explicit Filing(const World& world) : world_(world) {}

  void file(const Moment& moment) {
    switch (moment.kind()) {
      case LifeEventKind::considered:
        begin(moment, moment.event->success ? DiaryKind::journey : DiaryKind::consideration);
        if (moment.event->success) open_ = recent_;
        break;
      case LifeEventKind::need:
        begin_journey(moment);
        break;
      case LifeEventKind::contact:
      case LifeEventKind::lost_information:
      case LifeEventKind::bought:
        add_to(open_, moment, DiaryKind::journey);
        break;
      case LifeEventKind::close:
      case LifeEventKind::declined:
        add_to(open_, moment, DiaryKind::journey);
        recent_ = open_;
        open_ = nowhere;
        break;
      case LifeEventKind::complaint:
      case LifeEventKind::ignored:
      case LifeEventKind::told:
      case LifeEventKind::published_review:
        add_to(recent_, moment, DiaryKind::quiet);
        break;
      case LifeEventKind::recovery:
        begin(moment, DiaryKind::recovery);
        break;
      case LifeEventKind::looked:
        begin(moment, DiaryKind::look);
        break;
      case LifeEventKind::left:
        begin(moment, DiaryKind::departure);
        open_ = nowhere;
        break;
      case LifeEventKind::heard:
      case LifeEventKind::neighbour_left:
      case LifeEventKind::reached:
      case LifeEventKind::stayed:
        chapters_.push_back({DiaryKind::quiet, {moment}});
        break;
    }
  }

  std::vector<Chapter> chapters() && { return std::move(chapters_); }

 private:
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

  void begin(const Moment& moment, DiaryKind kind) {
    chapters_.push_back({kind, {moment}});
    const bool can_be_told_of = kind != DiaryKind::look && kind != DiaryKind::departure;
    if (can_be_told_of) recent_ = chapters_.size() - 1;
  }

  // The journey that a failed one starts is told with it.
  bool follows_from_failure(const Moment& need) const {
    if (recent_ == nowhere) return false;
    const Moment& last = chapters_[recent_].moments.back();
    const Moment* close = chapters_[recent_].last(LifeEventKind::close);
    return close != nullptr && last.day() == need.day() && !close->event->success &&
           world_.journeys[close->event->journey.index()].spawns == need.event->journey;
  }

  void begin_journey(const Moment& moment) {
    const bool after_considering =
        open_ != nowhere && chapters_[open_].moments.back().is(LifeEventKind::considered);
    if (!after_considering && follows_from_failure(moment)) open_ = recent_;
    if (after_considering || open_ != nowhere) {
      chapters_[open_].moments.push_back(moment);
      return;
    }
    const std::size_t told_of = recent_;
    begin(moment, DiaryKind::journey);
    open_ = recent_;
    recent_ = told_of;
  }

  void add_to(std::size_t& chapter, const Moment& moment, DiaryKind otherwise) {
    if (chapter == nowhere) {
      chapters_.push_back({otherwise, {moment}});
      chapter = chapters_.size() - 1;
      return;
    }
    chapters_[chapter].moments.push_back(moment);
  }

  const World& world_;
  std::vector<Chapter> chapters_;
  std::size_t open_ = nowhere;    // the journey under way
  std::size_t recent_ = nowhere;  // what they would now talk about
};

bool stands_out(const Moment& moment, const World& world) {
  const LifeEvent& event = *moment.event;
  if (event.hostile != moment.was_hostile) return true;
  switch (event.kind) {
    case LifeEventKind::considered:
    case LifeEventKind::bought:
    case LifeEventKind::declined:
    case LifeEventKind::complaint:
    case LifeEventKind::lost_information:
      return true;
    case LifeEventKind::close:
      return !event.success || event.amount < world.customer.complaint.bad_below;
    case LifeEventKind::contact:
      return !event.success || (is_important(event.journey, world) &&
                                event.experience.gap < -world.customer.expectation.tolerance);
    default:
      return false;
  }
}

bool is_worth_telling(const Chapter& chapter, const World& world) {
  constexpr float serious_chance = .15f;
  switch (chapter.kind) {
    case DiaryKind::quiet:
      return false;
    case DiaryKind::look:
      return chapter.opening().chance >= serious_chance;
    case DiaryKind::journey:
      return std::any_of(chapter.moments.begin(), chapter.moments.end(),
                         [&](const Moment& moment) { return stands_out(moment, world); });
    default:
      return true;
  }
}

bool goes_on(const Chapter& last, const Chapter& next) {
  constexpr std::int32_t longest = 365;  // days
  return last.kind == DiaryKind::quiet && next.last_day() - last.first_day() < longest;
}

// What is not worth a chapter joins the quiet one of its time.
std::vector<Chapter> gather_quiet(std::vector<Chapter> all, const World& world) {
  std::vector<Chapter> told;
  for (Chapter& chapter : all) {
    if (is_worth_telling(chapter, world)) {
      told.push_back(std::move(chapter));
      continue;
    }
    if (told.empty() || !goes_on(told.back(), chapter)) told.push_back({DiaryKind::quiet, {}});
    auto& moments = told.back().moments;
    moments.insert(moments.end(), chapter.moments.begin(), chapter.moments.end());
  }
  for (Chapter& chapter : told)
    std::stable_sort(chapter.moments.begin(), chapter.moments.end(),
                     [](const Moment& a, const Moment& b) { return a.event < b.event; });
  return told;
}

}  // namespace

bool is_important(JourneyId journey, const World& world) {
  return world.journeys[journey.index()].importance > world.customer.episode.bonus_importance;
}

const Moment* Chapter::first(LifeEventKind wanted) const {
  const auto found = std::find_if(moments.begin(), moments.end(),
                                  [&](const Moment& moment) { return moment.is(wanted); });
  return found == moments.end() ? nullptr : &*found;
}

const Moment* Chapter::last(LifeEventKind wanted) const {
  const auto found = std::find_if(moments.rbegin(), moments.rend(),
                                  [&](const Moment& moment) { return moment.is(wanted); });
  return found == moments.rend() ? nullptr : &*found;
}

std::size_t Chapter::count(LifeEventKind wanted) const {
  return static_cast<std::size_t>(std::count_if(
      moments.begin(), moments.end(), [&](const Moment& moment) { return moment.is(wanted); }));
}

std::vector<Moment> moments_of(const std::vector<LifeEvent>& events, const Customer& at_birth,
                               const World& world) {
  std::vector<Moment> moments;
  Mind<float> mind = at_birth.mind;
  bool hostile = at_birth.is(Fact::hostile);
  auto day = static_cast<std::int32_t>(-world.simulation.burn_in);
  for (const LifeEvent& event : events) {
    fade(mind, static_cast<float>(event.day - day), world.customer.fading);
    moments.push_back({&event, mind, hostile});
    mind = event.mind;
    hostile = event.hostile;
    day = event.day;
  }
  return moments;
}

std::vector<Chapter> chapters_of(const std::vector<LifeEvent>& events, const Customer& at_birth,
                                 const World& world) {
  Filing filing(world);
  for (const Moment& moment : moments_of(events, at_birth, world)) filing.file(moment);
  return gather_quiet(std::move(filing).chapters(), world);
}

}  // namespace cxsim
