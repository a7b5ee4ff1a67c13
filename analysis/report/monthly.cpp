#include "analysis/report/monthly.hpp"

#include <cmath>
#include <utility>

#include "analysis/statistics/interval.hpp"

namespace cxsim {
namespace {

// Calls `take(month, place)` for every value of the box.
template <class Take>
void for_each(const RunWindow& w, const Places& places, Take&& take) {
  for (std::size_t month = w.from; month < w.to; ++month)
    for (std::size_t place = places.from; place < places.to; ++place) take(month, place);
}

}  // namespace

Monthly::Monthly(Values<double> array) : array_(std::move(array)) {
  for (std::size_t axis = 3; axis < array_.shape.size(); ++axis) places_ *= array_.shape[axis];
}

double Monthly::at(std::size_t arm, std::size_t replication, std::size_t month,
                   std::size_t place) const {
  const std::size_t run = arm * array_.shape[1] + replication;
  return array_.values[(run * array_.shape[2] + month) * places_ + place];
}

const Monthly& MonthlyResults::measure(const std::string& name) const {
  const auto known = measures_.find(name);
  if (known != measures_.end()) return known->second;
  return measures_.emplace(name, Monthly(source_.read(name))).first->second;
}

Places all_places(const MonthlyResults& results, const std::string& measure) {
  return {0, results.measure(measure).places()};
}

// Every finished month has a profit; files keep zeros for counts of runs that did not end.
bool has_run(const MonthlyResults& results, std::size_t arm, std::size_t replication) {
  return results.months() > 0 && !std::isnan(results.measure("profit").at(arm, replication, 0, 0));
}

std::size_t replications_ended(const MonthlyResults& results) {
  const ResultFacts& facts = results.facts();
  std::size_t ended = 0;
  for (std::size_t r = 0; r < facts.replications; ++r)
    for (std::size_t arm = 0; arm < facts.arms.size(); ++arm)
      if (has_run(results, arm, r)) {
        ++ended;
        break;
      }
  return ended;
}

double sum_at(const MonthlyResults& results, const std::string& measure, const RunWindow& w,
              const Places& places) {
  const Monthly& values = results.measure(measure);
  double sum = 0;
  for_each(w, places, [&](std::size_t month, std::size_t place) {
    const double value = values.at(w.arm, w.replication, month, place);
    if (!std::isnan(value)) sum += value;
  });
  return sum;
}

double sum_of(const MonthlyResults& results, const std::string& measure, const RunWindow& w) {
  return sum_at(results, measure, w, all_places(results, measure));
}

double mean_of(const MonthlyResults& results, const std::string& measure, const RunWindow& w) {
  return sum_of(results, measure, w) / static_cast<double>(w.to - w.from);
}

double mean_at(const MonthlyResults& results, const std::string& measure, const RunWindow& w,
               const Places& places) {
  const Monthly& values = results.measure(measure);
  double sum = 0, count = 0;
  for_each(w, places, [&](std::size_t month, std::size_t place) {
    const double value = values.at(w.arm, w.replication, month, place);
    if (std::isnan(value)) return;
    sum += value;
    count += 1;
  });
  return count > 0 ? sum / count : not_known;
}

double weighted_mean_at(const MonthlyResults& results, const std::string& measure,
                        const std::string& weight, const RunWindow& w, const Places& places) {
  const Monthly& values = results.measure(measure);
  const Monthly& weights = results.measure(weight);
  double sum = 0, total = 0;
  for_each(w, places, [&](std::size_t month, std::size_t place) {
    const double value = values.at(w.arm, w.replication, month, place);
    const double weighs = weights.at(w.arm, w.replication, month, place);
    if (std::isnan(value) || std::isnan(weighs)) return;
    sum += value * weighs;
    total += weighs;
  });
  return total > 0 ? sum / total : not_known;
}

double weighted_mean_of(const MonthlyResults& results, const std::string& measure,
                        const std::string& weight, const RunWindow& w) {
  return weighted_mean_at(results, measure, weight, w, all_places(results, measure));
}

}  // namespace cxsim
