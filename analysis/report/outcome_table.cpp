// The table of outcomes, in the order in which reports show them.
#include <algorithm>
#include <array>
#include <utility>

#include "analysis/report/money.hpp"
#include "analysis/report/outcome.hpp"

namespace cxsim {
namespace {

using Value = double (*)(const MonthlyResults&, const RunWindow&);

struct Definition {
  std::string_view name, title, unit;
  Format format;
  Window window;
  Value value;
  Shown where = Shown::everywhere;
};

// The mean over months of a monthly rate against the customers of that month.
double per_customer(const MonthlyResults& r, const char* measure, const RunWindow& w) {
  double sum = 0;
  for (std::size_t month = w.from; month < w.to; ++month) {
    const RunWindow one{w.arm, w.replication, month, month + 1};
    sum += sum_of(r, measure, one) / sum_of(r, "active_customers", one);
  }
  return sum / static_cast<double>(w.to - w.from);
}

// The text parameters of the formulas below.
template <std::size_t size>
struct Name {
  char text[size]{};
  constexpr Name(const char (&letters)[size]) { std::copy_n(letters, size, text); }
};

template <Name measure>
double total(const MonthlyResults& r, const RunWindow& w) {
  return sum_of(r, measure.text, w);
}

template <Name measure>
double monthly(const MonthlyResults& r, const RunWindow& w) {
  return mean_of(r, measure.text, w);
}

template <Name measure>
double per_customer(const MonthlyResults& r, const RunWindow& w) {
  return per_customer(r, measure.text, w);
}

template <Name measure, Name weight>
double weighted(const MonthlyResults& r, const RunWindow& w) {
  return weighted_mean_of(r, measure.text, weight.text, w);
}

template <Name part, Name other>
double ratio(const MonthlyResults& r, const RunWindow& w) {
  return sum_of(r, part.text, w) / sum_of(r, other.text, w);
}

double whole_cost(const MonthlyResults& r, const RunWindow& w) {
  return per_customer(r, "revenue", w) - per_customer(r, "profit", w);
}

constexpr Window end = Window::last_month, year = Window::last_year, run = Window::whole_run;
constexpr Shown compared = Shown::in_comparisons;
constexpr std::string_view a_customer = "{currency} a customer and month";
constexpr std::string_view in_all = "{currency} in all";
constexpr std::string_view satisfied_touchpoints = "touchpoint_satisfied_share";

// Rates are means of the months' own rates; the reference outputs of docs/model.md divide by the
// customers of the last month instead.
constexpr auto table = std::to_array<Definition>({
    {"active_customers",
     "active customers",
     "people at the end",
     {0},
     end,
     monthly<"active_customers">},
    {"nps_true", "NPS, true", "points", {1}, year, weighted<"nps_true", "active_customers">},
    {"nps_measured", "NPS, measured", "points", {1}, year, weighted<"nps_measured", "nps_answers">},
    {"effective_net_preference",
     "net preference",
     "utility over rivals",
     {3},
     year,
     weighted<"effective_net_preference", "active_customers">,
     compared},
    {"churn_rate", "churn", "% a month", {2, true}, year, per_customer<"churned">},
    {"acquired", "acquired", "people a month", {0}, year, monthly<"acquired">},
    {"won_back", "  of them won back", "people a month", {0}, year, monthly<"won_back">},
    {"revenue_per_customer", "revenue", a_customer, {2}, year, per_customer<"revenue">},
    {"cost_per_customer", "cost, all of it", a_customer, {2}, year, whole_cost},
    {"cost_to_serve_per_customer",
     "  of it cost to serve",
     a_customer,
     {2},
     year,
     per_customer<"cost_to_serve">},
    {"contacts_per_customer",
     "contacts",
     "a customer and month",
     {2},
     year,
     per_customer<"touchpoint_contacts">},
    {satisfied_touchpoints,
     "satisfied with touchpoints",
     "% of respondents",
     {1, true},
     run,
     weighted<"touchpoint_satisfied_share", "touchpoint_surveys">},
    {"wom_ratio",
     "positive to negative word",
     "messages each",
     {2},
     run,
     ratio<"wom_positive", "wom_negative">},
    {"review_stars", "review stars", "stars at the end", {2}, end, monthly<"review_stars">},
    {"hostile_customers",
     "hostile customers",
     "people at the end",
     {0},
     end,
     monthly<"hostile_customers">,
     Shown::in_summaries},
    {"hostile_share",
     "hostile customers",
     "% of customers",
     {2, true},
     year,
     per_customer<"hostile_customers">,
     compared},
    {"revenue", "revenue in all", in_all, {0}, run, total<"revenue">, compared},
    {"cost_to_serve", "cost to serve in all", in_all, {0}, run, total<"cost_to_serve">, compared},
    {"profit", "profit", in_all, {0}, run, total<"profit">},
    {"npv_before_costs",
     "NPV before costs of actions",
     "{currency} at the decision",
     {0},
     run,
     net_present_value_before_costs,
     compared},
    {"npv", "NPV", "{currency} at the decision", {0}, run, net_present_value, compared},
});

std::string with_currency(std::string_view unit, const std::string& currency) {
  std::string text(unit);
  constexpr std::string_view blank = "{currency}";
  if (const auto at = text.find(blank); at != std::string::npos)
    text.replace(at, blank.size(), currency);
  return text;
}

OutcomeDefinition outcome_of(const Definition& d, const std::string& currency) {
  return {std::string(d.name),
          std::string(d.title),
          with_currency(d.unit, currency),
          d.format,
          d.window,
          d.where,
          d.value};
}

// How many close a journey satisfied: the whole way, beside its touchpoints.
OutcomeDefinition journey_outcome(std::size_t journey, const std::string& name) {
  const auto satisfied = [journey](const MonthlyResults& r, const RunWindow& w) {
    return weighted_mean_at(r, "journey_satisfied_share", "journey_closed", w,
                            {journey, journey + 1});
  };
  return {"journey_satisfied_share." + name,
          "satisfied with journey: " + name,
          "% of closed journeys",
          {1, true},
          run,
          Shown::everywhere,
          satisfied};
}

}  // namespace

std::vector<OutcomeDefinition> outcomes_of(const MonthlySource& source) {
  std::vector<OutcomeDefinition> outcomes;
  const std::vector<std::string> journeys = source.labels("journey");
  for (const Definition& definition : table) {
    outcomes.push_back(outcome_of(definition, source.facts().currency));
    if (definition.name != satisfied_touchpoints) continue;
    for (std::size_t j = 0; j < journeys.size(); ++j)
      outcomes.push_back(journey_outcome(j, journeys[j]));
  }
  return outcomes;
}

}  // namespace cxsim
