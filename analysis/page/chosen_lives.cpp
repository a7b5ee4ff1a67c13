#include "analysis/page/chosen_lives.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace cxsim {
namespace {

constexpr std::int32_t shortly = 90;  // days

struct Rule {
  std::string why;
  std::function<bool(std::size_t person)> fits;
};
using Rules = std::vector<Rule>;

bool stays(const LifeInBrief& life) {
  return life.record.active_at_start && life.record.churn_day < 0;
}
bool leaves(const LifeInBrief& life) {
  return life.record.active_at_start && life.record.churn_day >= 0;
}
bool has_joined(const LifeInBrief& life) {
  return !life.record.active_at_start && life.record.acquired_day >= 0;
}
bool is_outside(const LifeInBrief& life) {
  return !life.record.active_at_start && life.record.acquired_day < 0;
}

class Choice {
 public:
  Choice(const std::vector<LivesOfArm>& arms, const std::vector<std::string>& titles,
         float promoter_score)
      : arms_(arms), titles_(titles), promoter_score_(promoter_score) {}

  std::vector<ChosenLife> choose(std::size_t count) {
    const Rules rules = in_turn();
    std::vector<ChosenLife> chosen;
    std::size_t before = 0;
    do {
      before = chosen.size();
      for (const Rule& rule : rules) {
        if (chosen.size() == count) return chosen;
        if (const auto person = short_one(rule, chosen)) chosen.push_back({*person, rule.why});
      }
    } while (chosen.size() > before);
    return chosen;
  }

 private:
  const LifeInBrief& baseline(std::size_t person) const { return arms_[0][person]; }

  template <class Fits>
  bool in_every_arm(std::size_t person, Fits fits) const {
    return std::all_of(arms_.begin(), arms_.end(),
                       [&](const LivesOfArm& arm) { return fits(arm[person]); });
  }

  // What the arm changes for somebody: `there` holds in the arm, `here` in the baseline.
  template <class Here, class There>
  Rule parted(std::size_t arm, const char* words, Here here, There there) const {
    return {fmt::format(fmt::runtime(words), titles_[0], titles_[arm]),
            [=, this](std::size_t p) { return here(baseline(p)) && there(arms_[arm][p]); }};
  }

  Rules lives_that_teach() const {
    const std::string everywhere = arms_.size() > 1 ? " in every arm" : "";
    const std::string here = arms_.size() > 1 ? fmt::format(" (in “{}”)", titles_[0]) : "";
    const auto every = [this](auto fits) {
      return [=, this](std::size_t p) { return in_every_arm(p, fits); };
    };
    const auto now = [this](auto fits) {
      return [=, this](std::size_t p) { return fits(baseline(p)); };
    };
    return {
        {"Leaves" + everywhere, every(leaves)},
        {"Stays to the end and is a promoter then" + everywhere,
         every([this](const LifeInBrief& life) {
           return stays(life) && life.record.recommend_score >= promoter_score_;
         })},
        {"Hears well of the firm from others and soon joins" + here,
         now([](const LifeInBrief& life) { return life.joined_on_good_word; })},
        {"Complains, is ignored, and leaves" + here,
         now([](const LifeInBrief& life) { return leaves(life) && life.ignored; })},
        {"A bad experience is put right, and they stay" + here,
         now([](const LifeInBrief& life) { return stays(life) && life.put_right; })},
        {"Leaves hostile to the firm" + here,
         now([](const LifeInBrief& life) { return leaves(life) && life.left_hostile; })},
        {"Leaves and comes back" + here, now([](const LifeInBrief& life) {
           return leaves(life) && life.record.lifecycle == Lifecycle::active;
         })},
        most("Has more contacts with the firm than anybody else looked at",
             [](const LifeInBrief& life) { return life.record.contacts; }),
        most("Tells others more often than anybody else looked at",
             [](const LifeInBrief& life) { return static_cast<std::int32_t>(life.told); }),
        {"An ordinary life: stays" + everywhere, every(stays)},
        {"Meets the firm and never buys" + everywhere, every([](const LifeInBrief& life) {
           return is_outside(life) && life.record.contacts > 0;
         })},
    };
  }

  template <class Measure>
  Rule most(std::string why, Measure measure) const {
    std::int32_t greatest = 1;
    for (const LifeInBrief& life : arms_[0]) greatest = std::max(greatest, measure(life));
    if (arms_.size() > 1) why += fmt::format(" (in “{}”)", titles_[0]);
    return {std::move(why), [=, this](std::size_t p) { return measure(baseline(p)) == greatest; }};
  }

  // First those whom the arms keep, lose and win, with a life of another kind after each.
  Rules in_turn() const {
    Rules between = lives_that_teach(), rules;
    auto next = between.begin();
    const auto add = [&](Rule rule) {
      rules.push_back(std::move(rule));
      if (next != between.end()) rules.push_back(std::move(*next++));
    };
    for (std::size_t arm = 1; arm < arms_.size(); ++arm)
      add(parted(arm, "Leaves in “{}”, stays in “{}”", leaves, stays));
    for (std::size_t arm = 1; arm < arms_.size(); ++arm)
      add(parted(arm, "Stays in “{}”, leaves in “{}”", stays, leaves));
    for (std::size_t arm = 1; arm < arms_.size(); ++arm)
      add(parted(arm, "Does not join in “{}”, joins in “{}”", is_outside, has_joined));
    rules.insert(rules.end(), next, between.end());
    return rules;
  }

  std::optional<std::size_t> short_one(const Rule& rule,
                                       const std::vector<ChosenLife>& chosen) const {
    std::vector<std::size_t> fitting;
    for (std::size_t p = 0; p < arms_[0].size(); ++p) {
      const bool is_chosen = std::any_of(chosen.begin(), chosen.end(),
                                         [&](const ChosenLife& one) { return one.person == p; });
      if (!is_chosen && rule.fits(p)) fitting.push_back(p);
    }
    if (fitting.empty()) return std::nullopt;
    const auto quarter = fitting.begin() + static_cast<std::ptrdiff_t>(fitting.size() / 4);
    std::nth_element(fitting.begin(), quarter, fitting.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(baseline(a).record.contacts, a) < std::pair(baseline(b).record.contacts, b);
    });
    return *quarter;
  }

  const std::vector<LivesOfArm>& arms_;
  const std::vector<std::string>& titles_;
  float promoter_score_;
};

}  // namespace

LifeEventKinds kinds_of_choice() {
  LifeEventKinds kinds;
  for (const LifeEventKind kind :
       {LifeEventKind::heard, LifeEventKind::bought, LifeEventKind::recovery,
        LifeEventKind::ignored, LifeEventKind::told, LifeEventKind::left})
    kinds.add(kind);
  return kinds;
}

LifeInBrief brief_of(const PersonRecord& record, std::span<const LifeEvent> events) {
  LifeInBrief brief;
  brief.record = record;
  std::optional<std::int32_t> good_word;  // day
  for (const LifeEvent& event : events) {
    if (event.kind == LifeEventKind::heard && event.amount > 0) good_word = event.day;
    if (event.day < 0) continue;
    if (event.kind == LifeEventKind::bought && good_word && event.day - *good_word <= shortly)
      brief.joined_on_good_word = true;
    if (event.kind == LifeEventKind::recovery && event.success) brief.put_right = true;
    if (event.kind == LifeEventKind::ignored) brief.ignored = true;
    if (event.kind == LifeEventKind::told) brief.told += event.number;
    if (event.kind == LifeEventKind::left) brief.left_hostile = event.hostile;
  }
  return brief;
}

std::vector<ChosenLife> choose_lives(const std::vector<LivesOfArm>& arms,
                                     const std::vector<std::string>& titles, float promoter_score,
                                     std::size_t count) {
  return Choice(arms, titles, promoter_score).choose(count);
}

}  // namespace cxsim
