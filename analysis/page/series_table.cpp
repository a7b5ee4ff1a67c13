// The table of series: one row each, in the order of interest. A row more is a chart more.
#include <algorithm>
#include <array>
#include <string_view>

#include "analysis/page/series.hpp"
#include "analysis/report/money.hpp"
#include "recording/measure_weights.hpp"

namespace cxsim {
namespace {

constexpr std::size_t baseline = 0;  // the first arm of every file

struct Row {
  std::string_view name, title, unit;
  Format format;
  std::string_view meaning;
  double (*value)(const MonthlyResults&, const SeriesMonth&);
  Drawn drawn = Drawn::by_arm;
  Course course = Course::own;
};

// The names of measures as parameters of the formulas below.
template <std::size_t size>
struct Name {
  char text[size]{};
  constexpr Name(const char (&letters)[size]) { std::copy_n(letters, size, text); }
};

Places places_of(const MonthlyResults& r, const char* measure, const SeriesMonth& at) {
  if (at.segment) return {*at.segment, *at.segment + 1};
  return all_places(r, measure);
}

double sum(const MonthlyResults& r, const char* measure, const SeriesMonth& at) {
  return sum_at(r, measure, at.month, places_of(r, measure, at));
}

// A count or an amount, added up.
template <Name measure>
double total(const MonthlyResults& r, const SeriesMonth& at) {
  return sum(r, measure.text, at);
}

// A mean, weighted by what it is a mean of.
template <Name measure>
double level(const MonthlyResults& r, const SeriesMonth& at) {
  const Places places = places_of(r, measure.text, at);
  const std::string weight(weight_of(*find_measure(measure.text)));
  return weight.empty() ? mean_at(r, measure.text, at.month, places)
                        : weighted_mean_at(r, measure.text, weight, at.month, places);
}

// One count of another; nothing is known where there is none of the other.
template <Name part, Name whole>
double share(const MonthlyResults& r, const SeriesMonth& at) {
  return sum(r, part.text, at) / sum(r, whole.text, at);
}

double whole_cost(const MonthlyResults& r, const SeriesMonth& at) {
  return sum(r, "revenue", at) - sum(r, "profit", at);
}

// Profit beyond the baseline's in the same replication, brought to the day of the decision.
double discounted_gain(const MonthlyResults& r, const SeriesMonth& at) {
  const RunWindow& month = at.month;
  const RunWindow same{baseline, month.replication, month.from, month.to};
  return (sum_of(r, "profit", month) - sum_of(r, "profit", same)) *
         discount_factor(month.from, r.facts());
}

constexpr Drawn by_segment = Drawn::by_segment_too;
constexpr std::string_view a_month = "{currency} a month";
constexpr Format whole{0}, tenth{1}, fine{2}, finer{3}, percent{1, true}, fine_percent{2, true};

// Rates are of the customers at the end of their month, as in cxsim summary.
constexpr auto table = std::to_array<Row>({
    {"active_customers", "Active customers", "people at the month's end", whole,
     "People who are customers on the last day of the month.", total<"active_customers">,
     by_segment},
    {"acquired", "Customers won", "people a month", whole,
     "People who bought in the month, with those who had left before and came back.",
     total<"acquired">},
    {"churned", "Customers lost", "people a month", whole, "Customers who left in the month.",
     total<"churned">},
    {"churn_rate", "Churn", "% a month", fine_percent,
     "Customers who left in the month, of those who are customers at its end.",
     share<"churned", "active_customers">, by_segment},
    {"nps_true", "NPS, true", "points", tenth,
     "Net promoter score of all customers, had everybody been asked at the month's end and "
     "answered: promoters less detractors, in points from -100 to 100.",
     level<"nps_true">, by_segment},
    {"nps_measured", "NPS, measured", "points", tenth,
     "Net promoter score of those who answered the month's survey, which is what a firm gets to "
     "see. Who answers is not chance: it can differ from the true one.",
     level<"nps_measured">, by_segment},
    {"promoters", "Promoters", "% of customers", percent,
     "Customers who would recommend the firm with 9 or 10 of 10 points, unless the scenario sets "
     "other limits.",
     share<"promoters", "active_customers">},
    {"detractors", "Detractors", "% of customers", percent,
     "Customers who would give 6 of 10 points or fewer, unless the scenario sets other limits.",
     share<"detractors", "active_customers">},
    {"review_stars", "Review stars", "stars at the month's end", fine,
     "The firm's reputation in public reviews, from 1 to 5 stars.", level<"review_stars">},
    {"wom_positive", "Good word of mouth", "messages a month", whole,
     "What people told others about experiences that were not bad.", total<"wom_positive">},
    {"wom_negative", "Bad word of mouth", "messages a month", whole,
     "What people told others about bad experiences.", total<"wom_negative">},
    {"csat", "CSAT of the relationship", "points", fine,
     "Customer satisfaction with the firm as a whole, from 1 to 5 points, of all customers.",
     level<"relationship_csat">},
    {"touchpoint_satisfied", "Satisfied with touchpoints", "% of respondents", percent,
     "Of those who answered the survey right after a contact, the share who were satisfied.",
     level<"touchpoint_satisfied_share">},
    {"journey_satisfied", "Satisfied with journeys", "% of closed journeys", percent,
     "Journeys that left the customer satisfied when they ended, of all that ended. A journey can "
     "disappoint although each of its touchpoints satisfies.",
     level<"journey_satisfied_share">},
    {"mean_valence", "Mood", "from -1 to 1", finer,
     "Valence: how good or bad customers feel on average, from -1 to 1.", level<"mean_valence">},
    {"mean_trust", "Trust", "from 0 to 1", finer,
     "How far customers rely on the firm, on average, from 0 to 1.", level<"mean_trust">,
     by_segment},
    {"mean_commitment", "Commitment", "from 0 to 1", finer,
     "How attached customers are to the firm, on average, from 0 to 1.", level<"mean_commitment">},
    {"hostile_customers", "Hostile customers", "people at the month's end", whole,
     "Customers for whom only price counts any more.", total<"hostile_customers">, by_segment},
    {"revenue", "Revenue", a_month, whole, "What customers paid.", total<"revenue">, by_segment},
    {"cost", "Cost", a_month, whole,
     "All the firm spent: goods, service, winning customers, advertising, programmes and "
     "interventions.",
     whole_cost},
    {"cost_to_serve", "Cost to serve", a_month, whole,
     "The part of cost that contacts, recoveries and care took.", total<"cost_to_serve">},
    {"profit", "Profit", a_month, whole, "Revenue less all costs.", total<"profit">},
    {"cumulative_npv", "NPV so far", "{currency} at the decision", whole,
     "Net present value: profit beyond the baseline's, added up from the month of the decision on "
     "and discounted to its day. Where it crosses zero for good, the arm has paid back.",
     discounted_gain, Drawn::by_arm, Course::running_total},
    {"complaints", "Complaints", "complaints a month", whole,
     "Bad journeys that customers spoke up about.", total<"complaints">},
    {"reviews", "Public reviews", "reviews a month", whole,
     "Reviews that customers published, of any number of stars.", total<"reviews">},
});

std::string with_currency(std::string_view unit, const std::string& currency) {
  std::string text(unit);
  constexpr std::string_view blank = "{currency}";
  if (const auto at = text.find(blank); at != std::string::npos)
    text.replace(at, blank.size(), currency);
  return text;
}

}  // namespace

std::vector<SeriesDefinition> series_of(const MonthlySource& source) {
  std::vector<SeriesDefinition> all;
  for (const Row& row : table)
    all.push_back({std::string(row.name), std::string(row.title),
                   with_currency(row.unit, source.facts().currency), row.format,
                   std::string(row.meaning), row.drawn, row.course, row.value});
  return all;
}

}  // namespace cxsim
