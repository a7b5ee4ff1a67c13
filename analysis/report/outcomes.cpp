#include "analysis/report/outcomes.hpp"

#include <algorithm>
#include <array>

#include "analysis/report/monthly.hpp"

namespace cxsim {
namespace {

struct Definition {
  std::string_view name, title, unit;
  Format format;
  Window window;
  double (*value)(const MonthlyResults&, const RunWindow&);
};

double nps(const MonthlyResults& r, const RunWindow& w) {
  return weighted_mean_of(r, "nps_true", "active_customers", w);
}
double measured_nps(const MonthlyResults& r, const RunWindow& w) {
  return weighted_mean_of(r, "nps_measured", "nps_answers", w);
}
double active(const MonthlyResults& r, const RunWindow& w) {
  return mean_of(r, "active_customers", w);
}

// The mean over months of a monthly rate against the customers of that month.
double per_customer(const MonthlyResults& r, const char* measure, const RunWindow& w) {
  double sum = 0;
  for (std::size_t month = w.from; month < w.to; ++month) {
    const RunWindow one{w.arm, w.replication, month, month + 1};
    sum += sum_of(r, measure, one) / active(r, one);
  }
  return sum / static_cast<double>(w.to - w.from);
}

double whole_cost(const MonthlyResults& r, const RunWindow& w) {
  return per_customer(r, "revenue", w) - per_customer(r, "profit", w);
}

double share_of_sums(const MonthlyResults& r, const char* part, const char* other,
                     const RunWindow& w) {
  return sum_of(r, part, w) / sum_of(r, other, w);
}

// In the order of the table. Rates are means of the months' own rates; the reference outputs of
// docs/model.md divide by the customers of the last month instead.
constexpr std::array definitions{
    Definition{"active_customers",
               "active customers",
               "people at the end",
               {0},
               Window::last_month,
               active},
    Definition{"nps_true", "NPS, true", "points", {1}, Window::last_year, nps},
    Definition{"nps_measured", "NPS, measured", "points", {1}, Window::last_year, measured_nps},
    Definition{
        "churn_rate",
        "churn",
        "% a month",
        {2, true},
        Window::last_year,
        [](const MonthlyResults& r, const RunWindow& w) { return per_customer(r, "churned", w); }},
    Definition{
        "acquired",
        "acquired",
        "people a month",
        {0},
        Window::last_year,
        [](const MonthlyResults& r, const RunWindow& w) { return mean_of(r, "acquired", w); }},
    Definition{
        "won_back",
        "  of them won back",
        "people a month",
        {0},
        Window::last_year,
        [](const MonthlyResults& r, const RunWindow& w) { return mean_of(r, "won_back", w); }},
    Definition{
        "revenue_per_customer",
        "revenue",
        "{currency} a customer and month",
        {2},
        Window::last_year,
        [](const MonthlyResults& r, const RunWindow& w) { return per_customer(r, "revenue", w); }},
    Definition{"cost_per_customer",
               "cost, all of it",
               "{currency} a customer and month",
               {2},
               Window::last_year,
               whole_cost},
    Definition{"cost_to_serve_per_customer",
               "  of it cost to serve",
               "{currency} a customer and month",
               {2},
               Window::last_year,
               [](const MonthlyResults& r, const RunWindow& w) {
                 return per_customer(r, "cost_to_serve", w);
               }},
    Definition{"touchpoint_satisfied_share",
               "satisfied with touchpoints",
               "% of respondents",
               {1, true},
               Window::whole_run,
               [](const MonthlyResults& r, const RunWindow& w) {
                 return weighted_mean_of(r, "touchpoint_satisfied_share", "touchpoint_surveys", w);
               }},
    Definition{"wom_ratio",
               "positive to negative word",
               "messages each",
               {2},
               Window::whole_run,
               [](const MonthlyResults& r, const RunWindow& w) {
                 return share_of_sums(r, "wom_positive", "wom_negative", w);
               }},
    Definition{
        "review_stars",
        "review stars",
        "stars at the end",
        {2},
        Window::last_month,
        [](const MonthlyResults& r, const RunWindow& w) { return mean_of(r, "review_stars", w); }},
    Definition{"hostile_customers",
               "hostile customers",
               "people at the end",
               {0},
               Window::last_month,
               [](const MonthlyResults& r, const RunWindow& w) {
                 return mean_of(r, "hostile_customers", w);
               }},
    Definition{"profit",
               "profit",
               "{currency} in all",
               {0},
               Window::whole_run,
               [](const MonthlyResults& r, const RunWindow& w) { return sum_of(r, "profit", w); }},
};

std::size_t first_month(Window window, std::size_t months) {
  constexpr std::size_t year = 12;
  switch (window) {
    case Window::last_month:
      return months - 1;
    case Window::last_year:
      return months - std::min(months, year);
    case Window::whole_run:
      return 0;
  }
  return 0;
}

std::string with_currency(std::string_view unit, const std::string& currency) {
  std::string text(unit);
  constexpr std::string_view blank = "{currency}";
  if (const auto at = text.find(blank); at != std::string::npos)
    text.replace(at, blank.size(), currency);
  return text;
}

// How many close a journey satisfied: the whole way, beside its touchpoints.
OutcomeRow journey_outcome(const MonthlyResults& results, std::size_t journey,
                           const std::string& name, std::size_t arms, std::size_t replications) {
  OutcomeRow row{"journey_satisfied_share." + name,
                 "satisfied with journey: " + name,
                 "% of closed journeys",
                 {1, true},
                 {}};
  for (std::size_t arm = 0; arm < arms; ++arm) {
    std::vector<double> values;
    for (std::size_t replication = 0; replication < replications; ++replication)
      values.push_back(weighted_mean_at(results, "journey_satisfied_share", "journey_closed",
                                        {arm, replication, 0, results.months()}, journey));
    row.arms.push_back(spread_of(std::move(values)));
  }
  return row;
}

OutcomeRow outcome_of(const Definition& definition, const MonthlyResults& results,
                      const std::string& currency, std::size_t arms, std::size_t replications) {
  OutcomeRow outcome{std::string(definition.name),
                     std::string(definition.title),
                     with_currency(definition.unit, currency),
                     definition.format,
                     {}};
  const std::size_t months = results.months();
  for (std::size_t arm = 0; arm < arms; ++arm) {
    std::vector<double> values;
    for (std::size_t replication = 0; replication < replications; ++replication)
      values.push_back(definition.value(
          results, {arm, replication, first_month(definition.window, months), months}));
    outcome.arms.push_back(spread_of(std::move(values)));
  }
  return outcome;
}

}  // namespace

Outcomes read_outcomes(const NetcdfReader& reader) {
  const MonthlyResults results(reader);
  Outcomes outcomes;
  outcomes.title = reader.text_attribute("", "title").value_or("");
  outcomes.arms = reader.labels("arm");
  outcomes.replications = static_cast<std::size_t>(reader.length("replication"));
  outcomes.months = results.months();
  const std::string currency = reader.text_attribute("", "currency").value_or("currency");
  const std::vector<std::string> journeys = reader.labels("journey");
  for (const Definition& definition : definitions) {
    outcomes.rows.push_back(
        outcome_of(definition, results, currency, outcomes.arms.size(), outcomes.replications));
    if (definition.name != "touchpoint_satisfied_share") continue;
    for (std::size_t j = 0; j < journeys.size(); ++j)
      outcomes.rows.push_back(
          journey_outcome(results, j, journeys[j], outcomes.arms.size(), outcomes.replications));
  }
  return outcomes;
}

}  // namespace cxsim
