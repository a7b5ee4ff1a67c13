// Prospects and former customers: what spoke for starting or buying, and what against.
#include <fmt/format.h>

#include <cmath>

#include "experiments/diary_reasons.hpp"
#include "experiments/diary_telling.hpp"
#include "experiments/diary_words.hpp"

namespace cxsim {
namespace {

using namespace words;

float log_odds(float chance) { return log(chance / (1.0f - chance)); }

std::string weighing(std::vector<DiaryTerm> terms, bool for_it_first) {
  std::erase_if(terms, [](const DiaryTerm& term) { return std::fabs(term.value) < .005f; });
  std::stable_sort(terms.begin(), terms.end(), [](const DiaryTerm& a, const DiaryTerm& b) {
    return std::fabs(a.value) > std::fabs(b.value);
  });
  const std::string pro = terms_told(terms, 1), con = terms_told(terms, -1);
  return for_it_first ? fmt::format("For it spoke {}; against it {}.", pro, con)
                      : fmt::format("Against it spoke {}; for it {}.", con, pro);
}

// The reviews of the day are not noted; they are what the chance holds beyond the other terms.
std::vector<DiaryTerm> start_terms(const LifeEvent& event, const Telling& telling) {
  const CustomerSettings& s = telling.world.customer;
  const float belief = overall_belief(event.mind.belief, s.preference);
  std::vector<DiaryTerm> terms{
      {"believed quality", s.acquisition.quality * (belief - s.acquisition.quality_reference)},
      {"a prospect's caution", s.acquisition.start_intercept}};
  if (telling.is_former()) {
    terms.push_back({"having left once", s.acquisition.former_penalty});
    terms.push_back(
        {"the subconscious association", s.acquisition.former_implicit * event.mind.implicit});
  }
  float rest = log_odds(event.chance);
  for (const DiaryTerm& term : terms) rest -= term.value;
  terms.push_back({"public reviews", rest});
  return terms;
}

std::vector<DiaryTerm> purchase_terms(const LifeEvent& event, const Telling& telling) {
  const AcquisitionSettings& s = telling.world.customer.acquisition;
  const float threshold = telling.is_former() ? s.former_buy_threshold : s.buy_threshold;
  std::vector<DiaryTerm> terms = terms_of(event.preference);
  terms.push_back({"the hurdle of a purchase", -threshold});
  terms.push_back({"public reviews", log_odds(event.chance) - event.net_preference + threshold});
  return terms;
}

}  // namespace

std::string consideration_told(const LifeEvent& event, const Telling& telling) {
  const std::string known =
      telling.knows_firm() ? "" : "They had come to know the firm by its advertising. ";
  const std::string_view what = telling.is_former() ? "coming back" : "the firm";
  const std::string_view decision =
      event.success ? (telling.is_former() ? "and tried" : "and set out to join") : "and let it be";
  return fmt::format("{}They considered {} {} (chance to start {}). {}", known, what, decision,
                     percent(event.chance), weighing(start_terms(event, telling), event.success));
}

std::string purchase_told(const LifeEvent& event, const Telling& telling) {
  const bool bought = event.kind == LifeEventKind::bought;
  const std::string_view decision = !bought               ? "They did not buy"
                                    : telling.is_former() ? "They came back and bought"
                                                          : "They bought";
  return fmt::format("{} (chance to buy {}). {}", decision, percent(event.chance),
                     weighing(purchase_terms(event, telling), bought));
}

Paragraphs tell_consideration(const Chapter& chapter, const Telling& telling) {
  return {consideration_told(chapter.opening(), telling)};
}

}  // namespace cxsim
