#include "analysis/page/place_months_json.hpp"

#include <array>
#include <cmath>
#include <string>

#include "analysis/page/page_number.hpp"
#include "recording/measure_weights.hpp"

namespace cxsim {
namespace {

constexpr std::array touchpoint_measures{
    "touchpoint_contacts", "touchpoint_failures", "touchpoint_satisfied_share",
    "touchpoint_csat",     "touchpoint_gap",      "touchpoint_gap_seen",
    "touchpoint_wait",     "failure_demand"};
constexpr std::array journey_measures{"journey_closed", "journey_abandoned",
                                      "journey_satisfied_share"};
constexpr std::array department_measures{"department_load", "department_morale", "department_wait"};

// One place of one measure in one arm.
struct Spot {
  const Monthly& values;
  const Monthly* weights;  // null where every replication counts the same
  std::size_t arm, place;
};

// Over the replications that ended.
double mean_in(const Spot& spot, const MonthlyResults& results, std::size_t month) {
  double sum = 0, total = 0;
  for (std::size_t r = 0; r < results.facts().replications; ++r) {
    if (!has_run(results, spot.arm, r)) continue;
    const double value = spot.values.at(spot.arm, r, month, spot.place);
    const double weight =
        spot.weights == nullptr ? 1 : spot.weights->at(spot.arm, r, month, spot.place);
    if (std::isnan(value) || std::isnan(weight)) continue;
    sum += value * weight;
    total += weight;
  }
  return total > 0 ? sum / total : not_known;
}

Json months_json(const Spot& spot, const MonthlyResults& results) {
  Json months = Json::array();
  for (std::size_t month = 0; month < results.months(); ++month)
    months.push_back(page_number(mean_in(spot, results, month)));
  return months;
}

// By arm, place and month.
Json measure_json(const std::string& measure, const MonthlyResults& results) {
  const Monthly& values = results.measure(measure);
  const std::string weight(weight_of(*find_measure(measure)));
  const Monthly* weights = weight.empty() ? nullptr : &results.measure(weight);
  Json arms = Json::array();
  for (std::size_t arm = 0; arm < results.facts().arms.size(); ++arm) {
    Json places = Json::array();
    for (std::size_t place = 0; place < values.places(); ++place)
      places.push_back(months_json({values, weights, arm, place}, results));
    arms.push_back(std::move(places));
  }
  return arms;
}

template <std::size_t size>
Json measures_json(const std::array<const char*, size>& names, const MonthlyResults& results) {
  Json json = Json::object();
  for (const char* name : names) json[name] = measure_json(name, results);
  return json;
}

template <class Thing>
const std::string& title_of(const Thing& thing) {
  return thing.title.empty() ? thing.name : thing.title;
}

// Contacts a month by what they came from, 0: by nothing upstream.
class Upstream {
 public:
  Upstream(const MonthlyResults& results, const char* measure, std::size_t touchpoints)
      : results_(results),
        values_(results.measure(measure)),
        columns_(values_.places() / touchpoints),
        from_(results.months() - std::min<std::size_t>(results.months(), 12)) {}

  std::size_t columns() const { return columns_; }

  double contacts(std::size_t arm, std::size_t touchpoint, std::size_t column) const {
    double sum = 0, months = 0;
    for (std::size_t r = 0; r < results_.facts().replications; ++r) {
      if (!has_run(results_, arm, r)) continue;
      for (std::size_t month = from_; month < results_.months(); ++month, ++months)
        sum += values_.at(arm, r, month, touchpoint * columns_ + column);
    }
    return months > 0 ? sum / months : 0;
  }

  double all_contacts(std::size_t arm, std::size_t touchpoint) const {
    double sum = 0;
    for (std::size_t column = 0; column < columns_; ++column)
      sum += contacts(arm, touchpoint, column);
    return sum;
  }

 private:
  const MonthlyResults& results_;
  const Monthly& values_;
  std::size_t columns_, from_;
};

struct Reasons {
  Json list = Json::array();
  std::size_t arm, touchpoint;
  double all;

  void add(const std::string& upstream, const char* kind, double contacts) {
    if (contacts <= 0) return;
    list.push_back({{"arm", arm},
                    {"touchpoint", touchpoint},
                    {"upstream", upstream},
                    {"kind", kind},
                    {"share", page_number(contacts / all, 4)},
                    {"contacts", page_number(contacts)}});
  }
};

void append(Json& list, const Json& more) { list.insert(list.end(), more.begin(), more.end()); }

}  // namespace

Json touchpoint_months_json(const MonthlyResults& results) {
  return measures_json(touchpoint_measures, results);
}

Json journey_months_json(const MonthlyResults& results) {
  return measures_json(journey_measures, results);
}

Json department_months_json(const MonthlyResults& results) {
  return measures_json(department_measures, results);
}

Json reasons_json(const MonthlyResults& results, const World& world) {
  const std::size_t touchpoints = world.touchpoints.size();
  Json list = Json::array();
  if (touchpoints == 0) return list;
  const Upstream failed(results, "contact_reasons", touchpoints);
  const Upstream caused(results, "contact_causes", touchpoints);
  for (std::size_t arm = 0; arm < results.facts().arms.size(); ++arm)
    for (std::size_t here = 0; here < touchpoints; ++here) {
      Reasons reasons{Json::array(), arm, here, failed.all_contacts(arm, here)};
      reasons.add("a need of their own", "own_need", failed.contacts(arm, here, 0));
      for (std::size_t k = 1; k < failed.columns(); ++k)
        reasons.add(title_of(world.touchpoints[k - 1]), "touchpoint",
                    failed.contacts(arm, here, k));
      for (std::size_t k = 1; k < caused.columns(); ++k)
        reasons.add(title_of(world.company.root_causes[k - 1]), "root_cause",
                    caused.contacts(arm, here, k));
      append(list, reasons.list);
    }
  return list;
}

}  // namespace cxsim
