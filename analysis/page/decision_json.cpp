#include "analysis/page/decision_json.hpp"

#include <algorithm>
#include <string_view>

#include "analysis/page/page_number.hpp"

namespace cxsim {
namespace {

constexpr std::size_t baseline = 0;  // the first arm of every file

Json figure(double value) { return page_number(value, digits_in_tables); }

// By replication; null where one of the two runs did not end.
Json npv_values_json(const MonthlyResults& results, const ComparedOutcome& npv, std::size_t arm) {
  const std::vector<double> with = values_of(npv.outcome, results, arm);
  const std::vector<double> without = values_of(npv.outcome, results, baseline);
  Json values = Json::array();
  for (std::size_t r = 0; r < with.size(); ++r) values.push_back(figure(with[r] - without[r]));
  return values;
}

Json npv_json(const MonthlyResults& results, const ComparedOutcome& npv, std::size_t arm) {
  const PairedDifference& d = npv.difference;
  return {{"mean", figure(d.spread.mean)},
          {"low", figure(d.t.low)},
          {"high", figure(d.t.high)},
          {"values", npv_values_json(results, npv, arm)}};
}

Json chance_json(const Proportion& p) {
  return {{"share", page_number(share_of(p))},
          {"low", page_number(p.interval.low)},
          {"high", page_number(p.interval.high)}};
}

Json payback_json(const Payback& payback) {
  Json months = Json::array();
  for (const double month : payback.months) months.push_back(page_number(month));
  return {{"median", page_number(payback.median)},
          {"within_run", page_number(share_of(payback.within_run))},
          {"months", std::move(months)}};
}

std::string title_of(const PeopleGroup& group, const World& world) {
  if (group.name == "everybody") return "Everybody";
  for (const std::string_view tier : {"bottom", "middle", "top"})
    if (group.name == "value " + std::string(tier)) return "Value: " + std::string(tier) + " tier";
  for (const Segment& segment : world.segments)
    if (group.name == "segment " + segment.name && !segment.title.empty()) return segment.title;
  const std::string_view kind = "segment ";
  return group.name.starts_with(kind) ? group.name.substr(kind.size()) : group.name;
}

// Mean and interval of a difference, in units of `one`.
Json difference_json(const PairedDifference& d, double one) {
  return {{"mean", figure(d.spread.mean / one)},
          {"low", figure(d.t.low / one)},
          {"high", figure(d.t.high / one)}};
}

Json group_json(const PeopleGroup& group, const World& world) {
  return {{"name", group.name},
          {"title", title_of(group, world)},
          {"people", page_number(size_of(group))},
          {"customers_at_start", page_number(customers_at_start(group))},
          {"kept", page_number(group.of(Fate::kept))},
          {"lost", page_number(group.of(Fate::lost))},
          {"won", page_number(group.of(Fate::won))},
          {"missed", page_number(group.of(Fate::missed))},
          {"net_kept", difference_json(group.net_kept, customers_at_start(group))},
          {"profit", difference_json(group.profit, 1)}};
}

}  // namespace

Json decision_json(const MonthlyResults& results, const ComparedArm& compared, std::size_t arm,
                   const Explanation& explanation) {
  const ComparedOutcome& npv = outcome_named(compared, "npv");
  Json explained = json_of(explanation);
  shorten(explained, digits_in_tables);
  return {{"arm", arm},
          {"npv", npv_json(results, npv, arm)},
          {"chance_above_zero", chance_json(npv.difference.above_zero)},
          {"payback", payback_json(compared.payback)},
          {"explanation", std::move(explained)},
          {"people", Json::array()}};
}

// The only segment there is repeats everybody; nobody says nothing.
Json people_groups_json(const Individuals& individuals, const World& world) {
  const PeopleGroup& all = individuals.groups.front();
  Json json = Json::array();
  for (const PeopleGroup& group : individuals.groups) {
    const bool is_part = &group == &all || size_of(group) < size_of(all);
    if (size_of(group) > 0 && is_part) json.push_back(group_json(group, world));
  }
  return json;
}

Json page_leaning_json(const Leaning& leaning) {
  Json json = json_of(leaning);
  shorten(json, digits_in_tables);
  return json;
}

}  // namespace cxsim
