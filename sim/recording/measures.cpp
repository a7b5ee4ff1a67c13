#include "recording/measures.hpp"

#include <algorithm>
#include <array>

#include "recording/measure_formulas.hpp"

namespace cxsim {
namespace {

using S = SegmentSum;
using T = TouchpointSum;
using J = JourneySum;
using D = DepartmentSum;
using C = CompanySum;

constexpr NumberType count = NumberType::int64;
constexpr NumberType amount = NumberType::float64;
constexpr NumberType level = NumberType::float32;

double profit(const Tally& month, Cell) {
  const double serving = total_of<S::contact_cost>(month) + total_of<S::recovery_cost>(month) +
                         total_of<S::care_cost>(month);
  const double firm = sum_of<C::advertising_cost, C::intervention_cost>(month, {});
  return total_of<S::revenue>(month) - total_of<S::cost_of_goods>(month) - serving -
         total_of<S::acquisition_cost>(month) - total_of<S::programme_cost>(month) -
         total_of<S::benefit_cost>(month) - firm;
}

double review_stars(const Tally& month, Cell cell) {
  return 1 + 4 * sum_of<C::reputation>(month, cell);
}

double reviews(const Tally& month, Cell cell) {
  const auto first = static_cast<std::size_t>(C::stars_1);
  return month.company.value(0, static_cast<C>(first + cell.row));
}

double contact_reasons(const Tally& month, Cell cell) {
  return static_cast<double>(month.upstream_touchpoints.value(cell.row, cell.column));
}

double contact_causes(const Tally& month, Cell cell) {
  return static_cast<double>(month.upstream_causes.value(cell.row, cell.column));
}

double root_cause_level(const Tally& month, Cell cell) { return month.root_cause_levels[cell.row]; }

constexpr auto table = std::to_array<Measure>({
    // People and customers at the end of the month.
    {"active_customers", Axis::segment, count, "customers", "customers at the end of the month",
     sum_of<S::active>},
    {"unaware", Axis::segment, count, "people", "people who do not know the firm, at month end",
     sum_of<S::unaware>},
    {"aware", Axis::segment, count, "people",
     "people who know the firm, never bought and are not on the way to, at month end",
     sum_of<S::aware>},
    {"considering", Axis::segment, count, "people",
     "people on the journey that leads to a purchase, at month end", sum_of<S::considering>},
    {"former", Axis::segment, count, "people",
     "people who left the firm and have not come back, at month end", sum_of<S::former>},
    {"cultivated", Axis::segment, count, "customers",
     "customers of long standing who are satisfied, at month end", sum_of<S::cultivated>},
    {"advocates", Axis::segment, count, "customers",
     "promoters who spoke well of the firm lately, at month end", sum_of<S::advocates>},
    {"at_risk", Axis::segment, count, "customers",
     "customers likely to look elsewhere at their next review, at month end", sum_of<S::at_risk>},
    {"value_adders", Axis::segment, count, "customers",
     "customers whose margin and referrals so far exceed their cost, at month end",
     sum_of<S::value_adders>},
    {"hostile_customers", Axis::segment, count, "customers",
     "customers for whom only price counts any more, at month end", sum_of<S::hostile>},

    // Coming and going.
    {"acquired", Axis::segment, count, "customers", "people who bought, those won back included",
     sum_of<S::acquired>},
    {"won_back", Axis::segment, count, "customers", "former customers who bought again",
     sum_of<S::won_back>},
    {"looked", Axis::segment, count, "customers", "reviews at which customers looked elsewhere",
     sum_of<S::looked>},
    {"churned", Axis::segment, count, "customers", "customers who left", sum_of<S::churned>},

    // Recommendation, true and as measured.
    {"promoters", Axis::segment, count, "customers",
     "customers who would score 9 or 10 if asked at month end (the scenario can move the limit)",
     sum_of<S::promoters>},
    {"passives", Axis::segment, count, "customers", "customers between promoters and detractors",
     sum_of<S::passives>},
    {"detractors", Axis::segment, count, "customers",
     "customers who would score 0 to 6 if asked at month end (the scenario can move the limit)",
     sum_of<S::detractors>},
    {"nps_true", Axis::segment, level, "points",
     "true NPS of everybody: 100 (promoters - detractors) / active_customers",
     net_promoters_of<S::promoters, S::detractors, S::active>},
    {"nps_measured", Axis::segment, level, "points",
     "NPS of those who answer: 100 (nps_promoters - nps_detractors) / nps_answers",
     net_promoters_of<S::nps_promoters, S::nps_detractors, S::nps_answers>},
    {"nps_answers", Axis::segment, count, "answers", "answers to the relationship survey",
     sum_of<S::nps_answers>},
    {"nps_promoters", Axis::segment, count, "answers", "answers from promoters",
     sum_of<S::nps_promoters>},
    {"nps_detractors", Axis::segment, count, "answers", "answers from detractors",
     sum_of<S::nps_detractors>},
    {"wom_positive", Axis::segment, count, "messages",
     "word of mouth sent about an experience that was not bad", sum_of<S::wom_positive>},
    {"wom_negative", Axis::segment, count, "messages", "word of mouth sent about a bad experience",
     sum_of<S::wom_negative>},
    {"relationship_csat", Axis::segment, level, "points",
     "CSAT of the relationship, 1 to 5, of all customers: points / active_customers",
     mean_of<S::csat_points, S::active>},
    {"ces", Axis::segment, level, "points",
     "customer effort score, 1 to 7 = easy: points / ces_answers",
     mean_of<S::ces_points, S::ces_answers>},
    {"ces_answers", Axis::segment, count, "answers", "answers to the customer effort survey",
     sum_of<S::ces_answers>},

    // Minds at the end of the month.
    {"mean_valence", Axis::segment, level, "1",
     "mood, -1 to 1: sum over customers / active_customers", mean_of<S::valence, S::active>},
    {"mean_trust", Axis::segment, level, "1",
     "trust, 0 to 1: sum over customers / active_customers", mean_of<S::trust, S::active>},
    {"mean_commitment", Axis::segment, level, "1",
     "commitment, 0 to 1: sum over customers / active_customers",
     mean_of<S::commitment, S::active>},
    {"mean_satisfaction", Axis::segment, level, "1",
     "remembered satisfaction, -1 to 1: sum over customers / active_customers",
     mean_of<S::satisfaction, S::active>},
    {"effective_net_preference", Axis::segment, level, "1",
     "utility of the firm less that of its rivals: sum over customers / active_customers",
     mean_of<S::net_preference, S::active>},
    {"net_preference_share", Axis::segment, level, "1",
     "customers whose net preference is above 0 / active_customers",
     mean_of<S::preferring, S::active>},

    // What net preference is made of: each term is a sum over customers / active_customers, and the
    // terms less the rivals' add up to effective_net_preference.
    {"preference_quality", Axis::segment, level, "1", "utility of believed quality",
     mean_of<S::preference_quality, S::active>},
    {"preference_satisfaction", Axis::segment, level, "1", "utility of remembered satisfaction",
     mean_of<S::preference_satisfaction, S::active>},
    {"preference_implicit", Axis::segment, level, "1", "utility of the subconscious association",
     mean_of<S::preference_implicit, S::active>},
    {"preference_commitment", Axis::segment, level, "1", "utility of commitment",
     mean_of<S::preference_commitment, S::active>},
    {"preference_trust", Axis::segment, level, "1", "utility of trust",
     mean_of<S::preference_trust, S::active>},
    {"preference_equity", Axis::segment, level, "1", "utility of being treated fairly",
     mean_of<S::preference_equity, S::active>},
    {"preference_price", Axis::segment, level, "1", "utility of the price",
     mean_of<S::preference_price, S::active>},
    {"preference_hostility", Axis::segment, level, "1", "utility that hostility leaves",
     mean_of<S::preference_hostility, S::active>},
    {"preference_rivals", Axis::segment, level, "1", "utility of the rivals, which is taken off",
     mean_of<S::preference_rivals, S::active>},

    // Money by segment.
    {"revenue", Axis::segment, amount, currency_unit, "what customers paid", sum_of<S::revenue>},
    {"cost_of_goods", Axis::segment, amount, currency_unit,
     "cost of the goods they paid for: (1 - margin) revenue", sum_of<S::cost_of_goods>},
    {"cost_to_serve", Axis::segment, amount, currency_unit,
     "contact_cost + recovery_cost + care_cost",
     sum_of<S::contact_cost, S::recovery_cost, S::care_cost>},
    {"contact_cost", Axis::segment, amount, currency_unit, "cost of contacts, prospects' too",
     sum_of<S::contact_cost>},
    {"recovery_cost", Axis::segment, amount, currency_unit, "cost of recoveries",
     sum_of<S::recovery_cost>},
    {"care_cost", Axis::segment, amount, currency_unit, "cost of care for chosen customers",
     sum_of<S::care_cost>},
    {"benefit_cost", Axis::segment, amount, currency_unit, "cost of loyalty benefits",
     sum_of<S::benefit_cost>},
    {"acquisition_cost", Axis::segment, amount, currency_unit,
     "cost of winning the people who bought", sum_of<S::acquisition_cost>},

    // Touchpoints.
    {"touchpoint_contacts", Axis::touchpoint, count, "contacts", "direct contacts",
     sum_of<T::contacts>},
    {"touchpoint_bot_contacts", Axis::touchpoint, count, "contacts", "contacts answered by a bot",
     sum_of<T::bot_contacts>},
    {"touchpoint_failures", Axis::touchpoint, count, "contacts", "contacts that failed",
     sum_of<T::failures>},
    {"failure_demand", Axis::touchpoint, count, "contacts",
     "contacts that repeat or follow a failure", sum_of<T::repeats>},
    {"touchpoint_surveys", Axis::touchpoint, count, "answers",
     "customers who answered the survey after a contact", sum_of<T::surveys>},
    {"touchpoint_csat", Axis::touchpoint, level, "points",
     "CSAT, 1 to 5: points / touchpoint_surveys", mean_of<T::survey_points, T::surveys>},
    {"touchpoint_satisfied_share", Axis::touchpoint, level, "1",
     "answers of 4 or 5 (the scenario can move the limit) / touchpoint_surveys",
     mean_of<T::satisfied, T::surveys>},
    {"touchpoint_gap", Axis::touchpoint, level, "1",
     "true gap, perceived less expected quality: sum over contacts / touchpoint_contacts",
     mean_of<T::gap, T::contacts>},
    {"touchpoint_gap_seen", Axis::touchpoint, level, "1",
     "gap as the firm measures it: sum of measured gaps / touchpoint_gaps_seen",
     mean_of<T::gap_seen, T::gaps_seen>},
    {"touchpoint_gaps_seen", Axis::touchpoint, count, "contacts",
     "contacts whose gap the firm measured", sum_of<T::gaps_seen>},
    {"touchpoint_wait", Axis::touchpoint, level, "min",
     "mean wait for people to answer: minutes waited / touchpoint_waits",
     mean_of<T::wait, T::waits>},
    {"touchpoint_waits", Axis::touchpoint, count, "contacts",
     "contacts that queued for people to answer", sum_of<T::waits>},
    {"contact_reasons", Axis::touchpoint_by_upstream, count, "contacts",
     "contacts by the touchpoint whose failure started their journey; none: a need of their own",
     contact_reasons},
    {"contact_causes", Axis::touchpoint_by_cause, count, "contacts",
     "contacts by the root cause behind their journey", contact_causes},
    {"root_cause_level", Axis::root_cause, level, "1",
     "strength of the root cause at month end, as a factor on failures or needs", root_cause_level},

    // Journeys.
    {"journey_closed", Axis::journey, count, "journeys", "journeys of customers that ended",
     sum_of<J::closed>},
    {"journey_abandoned", Axis::journey, count, "journeys",
     "journeys of customers that ended unresolved", sum_of<J::abandoned>},
    {"journey_satisfied_share", Axis::journey, level, "1",
     "journeys that satisfied, without survey noise or non-response / journey_closed",
     mean_of<J::satisfied, J::closed>},
    {"journey_csat", Axis::journey, level, "points",
     "CSAT of the whole journey, 1 to 5, without survey noise or non-response: points / "
     "journey_closed",
     mean_of<J::csat_points, J::closed>},
    {"journey_mean_experience", Axis::journey, level, "1",
     "experience of the journey as remembered, -1 to 1: sum over journeys / journey_closed",
     mean_of<J::experience, J::closed>},

    // Departments.
    {"department_load", Axis::department, level, "1", "work offered / capacity, mean over days",
     mean_of<D::load, D::days>},
    {"department_morale", Axis::department, level, "1", "morale, 0 to 1, mean over days",
     mean_of<D::morale, D::days>},
    {"department_wait", Axis::department, level, "min", "expected wait, mean over days",
     mean_of<D::wait, D::days>},
    {"department_minutes", Axis::department, amount, "min", "service time worked",
     sum_of<D::minutes>},

    // The firm as a whole.
    {"programme_cost", Axis::company, amount, currency_unit,
     "cost of the customer experience programme", total_of<S::programme_cost>},
    {"advertising_cost", Axis::company, amount, currency_unit, "advertising spend",
     sum_of<C::advertising_cost>},
    {"intervention_cost", Axis::company, amount, currency_unit,
     "capital and running cost of interventions", sum_of<C::intervention_cost>},
    {"profit", Axis::company, amount, currency_unit,
     "revenue - cost_of_goods - cost_to_serve - acquisition_cost - programme_cost - benefit_cost - "
     "advertising_cost - intervention_cost",
     profit},
    {"missed_opportunity", Axis::company, amount, currency_unit,
     "present value of the margin that customers who left would have brought",
     total_of<S::missed_opportunity>},
    {"complaints", Axis::company, count, "complaints", "bad journeys that customers spoke up about",
     sum_of<C::complaints>},
    {"recoveries", Axis::company, count, "recoveries", "attempts to make up for a bad journey",
     sum_of<C::recoveries>},
    {"recoveries_succeeded", Axis::company, count, "recoveries", "recoveries that succeeded",
     sum_of<C::recoveries_succeeded>},
    {"recovery_first_gain", Axis::company, level, "1",
     "change of satisfaction from before the bad journey to after its recovery, where that was the "
     "first and succeeded: sum / such recoveries",
     mean_of<C::first_recovery_gain, C::first_recoveries>},
    {"recovery_repeat_gain", Axis::company, level, "1",
     "the same where the customer had had one before",
     mean_of<C::repeat_recovery_gain, C::repeat_recoveries>},
    {"recovery_failed_gain", Axis::company, level, "1", "the same where the recovery failed",
     mean_of<C::failed_recovery_gain, C::failed_recoveries>},
    {"people_reached", Axis::company, count, "people",
     "people whom news, a data breach or a campaign reached", sum_of<C::people_reached>},
    {"handoffs_lost", Axis::company, count, "contacts",
     "contacts at which customers had to repeat themselves to another department",
     sum_of<C::handoffs_lost>},
    {"messages_sent", Axis::company, count, "messages",
     "messages between people: word of mouth, leaving seen by neighbours, thanks for referrals",
     sum_of<C::messages_sent>},
    {"messages_heard", Axis::company, count, "messages", "messages delivered",
     sum_of<C::messages_heard>},
    {"review_stars", Axis::company, level, "stars",
     "reputation in public reviews at month end, 1 to 5 stars: 1 + 4 reputation", review_stars},
    {"reviews", Axis::stars, count, "reviews", "public reviews published, by their stars", reviews},
    {"inconsistency", Axis::company, level, "1",
     "how much one customer's reactions differ: sum of standard deviations / customers with two "
     "contacts or more",
     total_mean_of<S::inconsistency, S::inconsistency_people>},
});

}  // namespace

std::span<const Measure> measures() { return table; }

const Measure* find_measure(std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [name](const Measure& measure) { return measure.name == name; });
  return found == table.end() ? nullptr : &*found;
}

std::vector<std::string> dimensions_of(const Measure& measure) {
  std::vector<std::string> dimensions{"arm", "replication", "month"};
  for (std::string& dimension : dimensions_along(measure.axis))
    dimensions.push_back(std::move(dimension));
  return dimensions;
}

std::vector<double> values_of(const Measure& measure, std::span<const Tally> months,
                              const TallyShape& shape) {
  const std::vector<Cell> cells = cells_along(measure.axis, shape);
  std::vector<double> values;
  values.reserve(months.size() * cells.size());
  for (const Tally& month : months)
    for (const Cell cell : cells) values.push_back(measure.value(month, cell));
  return values;
}

}  // namespace cxsim
