#include "experiments/diary_reasons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "experiments/diary_words.hpp"

namespace cxsim {
namespace {

using namespace words;

constexpr float shown_from = .005f;  // what two decimals can show

void largest_first(std::vector<DiaryTerm>& terms) {
  std::erase_if(terms, [](const DiaryTerm& term) { return std::fabs(term.value) < shown_from; });
  std::stable_sort(terms.begin(), terms.end(), [](const DiaryTerm& a, const DiaryTerm& b) {
    return std::fabs(a.value) > std::fabs(b.value);
  });
}

std::vector<DiaryTerm> look_factors_of(const LookFactors<float>& look) {
  std::vector<DiaryTerm> factors{{"satisfaction", look.satisfaction},
                                 {"neighbours who left", look.neighbours},
                                 {"hostility", look.hostility}};
  std::stable_sort(factors.begin(), factors.end(), [](const DiaryTerm& a, const DiaryTerm& b) {
    return std::fabs(log(a.value)) > std::fabs(log(b.value));
  });
  factors.insert(factors.begin(), {"base", look.base});
  return factors;
}

std::vector<DiaryTerm> pushes_of(const LifeEvent& event, const World& world) {
  const float typical = world.segments[segment_of(event.person, world).index()].commitment;
  std::vector<DiaryTerm> terms;
  for (const Push<float>& push : pushes_to_leave(event.look, event.preference, typical,
                                                 world.customer.loyalty, world.customer.preference))
    if (push.strength > 0) terms.push_back({std::string(name_of(push.cause)), push.strength});
  largest_first(terms);
  return terms;
}

std::string comparison(float net_preference) {
  constexpr float same = .05f;
  return net_preference > same    ? "the firm was worth more to them than its rivals"
         : net_preference < -same ? "the rivals were worth more to them than the firm"
                                  : "the firm and its rivals were worth the same to them";
}

}  // namespace

std::vector<DiaryTerm> terms_of(const Preference<float>& p) {
  std::vector<DiaryTerm> terms{{"believed quality", p.quality},
                               {"remembered satisfaction", p.satisfaction},
                               {"the subconscious association", p.implicit},
                               {"commitment", p.commitment},
                               {"trust", p.trust},
                               {"the sense of being treated fairly", p.equity},
                               {"price", p.price},
                               {"hostility", p.hostility},
                               {"the rivals' offers", -p.rivals}};
  for (DiaryTerm& term : terms)
    if (term.value < 0 && term.name == "the sense of being treated fairly")
      term.name = "the sense of being treated unfairly";
  largest_first(terms);
  return terms;
}

DiaryLook look_of(const LifeEvent& event, const World& world) {
  DiaryLook look;
  look.day = event.day;
  look.left = event.kind == LifeEventKind::left;
  look.hostile = event.hostile;
  look.look_chance = look_chance(event.look, world.customer.loyalty);
  look.look_factors = look_factors_of(event.look);
  look.net_preference = event.net_preference;
  look.preference = terms_of(event.preference);
  look.inertia = event.inertia;
  look.leave_chance = event.chance;
  look.cause = event.cause;
  look.pushes = pushes_of(event, world);
  return look;
}

std::string look_factors_told(const DiaryLook& look, const Mind<float>& mind) {
  std::vector<std::string> parts;
  for (const DiaryTerm& factor : look.look_factors) {
    if (factor.name == "base")
      parts.push_back(fmt::format("a base of {}", percent(factor.value)));
    else if (factor.name == "satisfaction")
      parts.push_back(fmt::format("{} for a satisfaction of {}", times_over(factor.value),
                                  with_sign(mind.satisfaction)));
    else if (std::fabs(factor.value - 1.0f) >= shown_from)
      parts.push_back(fmt::format("{} for {}", times_over(factor.value), factor.name));
  }
  return listed(parts);
}

std::string terms_told(const std::vector<DiaryTerm>& terms, float sign, std::size_t most) {
  std::vector<std::string> parts;
  for (const DiaryTerm& term : terms)
    if (term.value * sign > 0 && parts.size() < most)
      parts.push_back(term.name + " " + with_sign(term.value));
  return parts.empty() ? "nothing" : listed(parts);
}

std::string why_they_looked(const DiaryLook& look, const Mind<float>& mind) {
  return fmt::format(
      "The chance that this monthly review would make them look elsewhere was {}: {}.",
      percent(look.look_chance), look_factors_told(look, mind));
}

std::string what_they_compared(const DiaryLook& look) {
  constexpr std::size_t everything = 99, most_for_staying = 3;
  const std::size_t most = look.left ? everything : most_for_staying;
  const std::string pro = terms_told(look.preference, 1, most);
  const std::string con = terms_told(look.preference, -1, most);
  const std::string weighing = look.left
                                   ? fmt::format("Against the firm spoke {}; for it {}.", con, pro)
                                   : fmt::format("For the firm spoke {}; against it {}.", pro, con);
  const std::string hostile =
      look.hostile ? " Hostile as they were, experience no longer counted, only price." : "";
  return fmt::format("They looked, and {}: net preference {}. {}{}",
                     comparison(look.net_preference), with_sign(look.net_preference), weighing,
                     hostile);
}

std::string what_held_them(const DiaryLook& look) {
  constexpr float unlikely = .15f, next_to_nothing = .3f;
  const std::string chance = percent(look.leave_chance);
  const std::string odds =
      !look.left                       ? fmt::format("{}, and they stayed", chance)
      : look.leave_chance < unlikely   ? fmt::format("only {}; it happened all the same", chance)
      : look.net_preference + .05f < 0 ? fmt::format("{}, and they left", chance)
                                       : fmt::format(
                                             "{}, and they left a firm they liked no less "
                                             "than its rivals",
                                             chance);
  const std::string inertia = with_sign(look.inertia);
  if (look.inertia < -next_to_nothing)
    return fmt::format("Changing comes easily to them (inertia {}): the chance to leave was {}.",
                       inertia, odds);
  if (look.inertia < next_to_nothing)
    return fmt::format(
        "Switching would cost them next to nothing (inertia {}): the chance to leave "
        "was {}.",
        inertia, odds);
  return fmt::format(
      "What switching would cost them (inertia {}) spoke for staying: the chance to "
      "leave was {}.",
      inertia, odds);
}

std::string main_cause_told(const DiaryLook& look) {
  std::string text = fmt::format("The main cause: {}", name_of(look.cause));
  const auto named = [&](const DiaryTerm& push) { return push.name == name_of(look.cause); };
  const auto main = std::find_if(look.pushes.begin(), look.pushes.end(), named);
  if (main != look.pushes.end())
    text += fmt::format(" ({} in log-odds of looking and leaving)", with_sign(main->value));
  text += fmt::format("; {}.", explanation(look.cause));
  std::vector<std::string> others;
  for (const DiaryTerm& push : look.pushes)
    if (!named(push) && others.size() < 2)
      others.push_back(fmt::format("{} ({})", push.name, with_sign(push.value)));
  if (!others.empty()) text += fmt::format(" Next came {}.", listed(others));
  return text;
}

}  // namespace cxsim
