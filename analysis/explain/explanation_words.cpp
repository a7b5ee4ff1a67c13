// The explanation in a few sentences: by size, and only what luck leaves no doubt of.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/explain/explanation.hpp"

namespace cxsim {
namespace {

// How a term of the NPV is spoken of where it brings money, and where it takes it.
struct SpokenTerm {
  std::string_view name, gain, loss;
};

constexpr auto spoken_terms = std::to_array<SpokenTerm>({
    {"revenue_customers", "revenue of more customers", "revenue lost with fewer customers"},
    {"revenue_each", "customers who pay more each", "customers who pay less each"},
    {"cost_of_goods", "a lower cost of goods", "a higher cost of goods"},
    {"contact_cost", "a lower cost of contacts", "a higher cost of contacts"},
    {"recovery_cost", "a lower cost of recoveries", "a higher cost of recoveries"},
    {"care_cost", "a lower cost of care", "the cost of care"},
    {"acquisition_cost", "a lower cost of acquisition", "a higher cost of acquisition"},
    {"programme_cost", "a cheaper programme", "a dearer programme"},
    {"benefit_cost", "a lower cost of loyalty benefits", "the cost of loyalty benefits"},
    {"advertising_cost", "less advertising", "more advertising"},
    {"intervention_cost", "cheaper interventions", "what the interventions themselves cost"},
});

double mean_of(const Term& term) { return term.change.spread.mean; }

std::string spoken(const Term& term) {
  for (const SpokenTerm& one : spoken_terms)
    if (one.name == term.name) return std::string(mean_of(term) > 0 ? one.gain : one.loss);
  return term.title;
}

// Clear terms that pass, the largest first; not those that are small beside it.
template <class Passes>
std::vector<Term> largest_clear(const std::vector<Term>& terms, std::size_t most, Passes passes) {
  std::vector<Term> chosen;
  for (const Term& term : terms)
    if (is_clear(term) && passes(term)) chosen.push_back(term);
  std::stable_sort(chosen.begin(), chosen.end(), [](const Term& a, const Term& b) {
    return std::abs(mean_of(a)) > std::abs(mean_of(b));
  });
  constexpr double small = .05;
  std::erase_if(chosen, [largest = chosen.empty() ? 0 : mean_of(chosen.front())](const Term& term) {
    return std::abs(mean_of(term)) < small * std::abs(largest);
  });
  if (chosen.size() > most) chosen.resize(most);
  return chosen;
}

std::vector<Term> largest_clear(const Step& step, std::size_t most) {
  return largest_clear(step.terms, most, [](const Term&) { return true; });
}

std::string in_change(const Term& term, const Format& format) {
  return shown_change(mean_of(term), format);
}

// "a, b and c"
std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (k > 0) text += k + 1 == words.size() ? " and " : ", ";
    text += words[k];
  }
  return text;
}

template <class Words>
std::string listed(const std::vector<Term>& terms, const Format& format, Words words) {
  std::vector<std::string> all;
  for (const Term& term : terms)
    all.push_back(fmt::format("{} ({})", words(term), in_change(term, format)));
  return listed(all);
}

std::string title_of(const Term& term) { return term.title; }

std::string verdict(const Explanation& e, const Step& money) {
  const Term& npv = *money.total;
  const std::string change =
      fmt::format("NPV {} {}", in_change(npv, money.heading.format), e.facts.currency);
  if (is_same(npv))
    return fmt::format("{} changes no money against {} after the decision.", e.arm, e.against);
  if (!is_known(npv.change.t))
    return fmt::format("{} against {}: {}. One replication cannot tell effect from luck.", e.arm,
                       e.against, change);
  const std::string interval = shown_change(npv.change.t, money.heading.format);
  if (!is_clear(npv))
    return fmt::format("Luck hides whether {} wins or loses against {}: {}, 95% interval {}.",
                       e.arm, e.against, change, interval);
  return fmt::format("{} {} against {}: {} (95% interval {}).", e.arm,
                     mean_of(npv) > 0 ? "wins" : "loses", e.against, change, interval);
}

// Why, in terms of money: the side that decided it first.
std::string reasons(const Step& money) {
  const auto side = [&](double sign, const char* words) {
    const auto most = largest_clear(money.terms, 3,
                                    [sign](const Term& term) { return sign * mean_of(term) > 0; });
    return most.empty() ? "" : words + listed(most, money.heading.format, spoken);
  };
  std::vector<std::string> sides{side(1, "gains most by "), side(-1, "loses most by ")};
  if (mean_of(*money.total) < 0) std::swap(sides[0], sides[1]);
  std::erase_if(sides, [](const std::string& words) { return words.empty(); });
  return sides.empty() ? "" : fmt::format("It {}.", fmt::join(sides, "; it "));
}

std::string of_what_weighs(const Step& step) {
  constexpr std::size_t most = 3;
  const auto terms = largest_clear(step, most);
  return terms.empty()
             ? "."
             : fmt::format("; what weighs most: {}.", listed(terms, step.heading.format, title_of));
}

std::string of_experience(const Step& step, std::string_view better, std::string_view worse) {
  if (!step.total || !is_clear(*step.total)) return {};
  return fmt::format("{} ({}){}", mean_of(*step.total) > 0 ? better : worse,
                     in_change(*step.total, step.heading.format), of_what_weighs(step));
}

std::string rise_or_fall(const Step& step) {
  return fmt::format("{} by {}", mean_of(*step.total) > 0 ? "rises" : "falls",
                     shown(std::abs(mean_of(*step.total)), step.heading.format));
}

// What customers carry with them, where luck leaves no doubt: satisfaction, trust, commitment,
// mood.
std::string of_memory(const Step& step) {
  std::vector<Term> clear;
  for (const Term& term : step.terms)
    if (is_clear(term)) clear.push_back(term);
  return clear.empty() ? ""
                       : fmt::format("What customers carry with them changes: {}.",
                                     listed(clear, step.heading.format, title_of));
}

std::string of_preference(const Step& step) {
  if (!step.total || !is_clear(*step.total)) return {};
  return fmt::format("Net preference {}{}", rise_or_fall(step), of_what_weighs(step));
}

std::string of_churn(const Step& step) {
  if (!step.total || !is_clear(*step.total)) return {};
  const auto words = [](const Term& term) {
    const bool more = mean_of(term) > 0;
    if (term.name == "look") return more ? "more look elsewhere" : "fewer look elsewhere";
    return more ? "more of those who look leave" : "fewer of those who look leave";
  };
  const auto terms = largest_clear(step, 2);
  return fmt::format("Churn {} percentage points a month{}.", rise_or_fall(step),
                     terms.empty() ? "" : ": " + listed(terms, step.heading.format, words));
}

std::string of_customers(const Step& step) {
  if (!step.total || !is_clear(*step.total)) return {};
  const auto words = [](const Term& term) {
    const bool gain = mean_of(term) > 0;
    if (term.name == "acquired") return gain ? "more were acquired" : "fewer were acquired";
    return gain ? "fewer left" : "more left";
  };
  const auto terms = largest_clear(step, 2);
  return fmt::format("At the end it has {} {} customers{}.",
                     shown(std::abs(mean_of(*step.total)), step.heading.format),
                     mean_of(*step.total) > 0 ? "more" : "fewer",
                     terms.empty() ? "" : ": " + listed(terms, step.heading.format, words));
}

std::string of_luck(const std::vector<Step>& path) {
  std::vector<std::string> hidden;
  for (const Step& step : path)
    if (step.total && step.heading.name != "money" && !is_clear(*step.total) &&
        !is_same(*step.total))
      hidden.push_back(step.heading.title);
  return hidden.empty() ? "" : "Luck hides whether it changes " + listed(hidden) + ".";
}

}  // namespace

std::vector<std::string> sentences(const Explanation& e) {
  const auto step = [&](const char* name) -> const Step& { return *find_step(e.path, name); };
  if (!step("money").total)
    return {"No replication has ended in both arms: there is nothing to explain."};
  std::vector<std::string> all{verdict(e, step("money"))};
  const bool told = e.pairs > 1 && !is_same(*step("money").total);
  if (told)
    for (std::string& sentence : std::vector<std::string>{
             reasons(step("money")),
             of_experience(step("touchpoints"), "Contacts meet expectations better",
                           "Contacts meet expectations worse"),
             of_experience(step("journeys"), "Journeys are remembered better",
                           "Journeys are remembered worse"),
             of_memory(step("memory")), of_preference(step("preference")), of_churn(step("churn")),
             of_customers(step("customers")), of_luck(e.path)})
      if (!sentence.empty()) all.push_back(std::move(sentence));
  return all;
}

}  // namespace cxsim
