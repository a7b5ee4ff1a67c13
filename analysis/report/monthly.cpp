#include "analysis/report/monthly.hpp"

#include <cmath>
#include <limits>

namespace cxsim {

Monthly::Monthly(Values<double> array)
    : array_(std::move(array)), others_(array_.shape.size() > 3 ? array_.shape[3] : 1) {}

double Monthly::at(std::size_t arm, std::size_t replication, std::size_t month,
                   std::size_t other) const {
  const std::size_t run = arm * array_.shape[1] + replication;
  return array_.values[(run * array_.shape[2] + month) * others_ + other];
}

const Monthly& MonthlyResults::measure(const std::string& name) const {
  const auto known = measures_.find(name);
  if (known != measures_.end()) return known->second;
  return measures_.emplace(name, Monthly(reader_.read<double>(name))).first->second;
}

std::size_t MonthlyResults::months() const {
  return static_cast<std::size_t>(reader_.length("month"));
}

double sum_of(const MonthlyResults& results, const std::string& measure, const RunWindow& w) {
  const Monthly& values = results.measure(measure);
  double sum = 0;
  for (std::size_t month = w.from; month < w.to; ++month)
    for (std::size_t other = 0; other < values.others(); ++other) {
      const double value = values.at(w.arm, w.replication, month, other);
      if (!std::isnan(value)) sum += value;
    }
  return sum;
}

double mean_of(const MonthlyResults& results, const std::string& measure, const RunWindow& w) {
  return sum_of(results, measure, w) / static_cast<double>(w.to - w.from);
}

namespace {

double weighted_mean(const MonthlyResults& results, const std::string& measure,
                     const std::string& weight, const RunWindow& w, std::size_t from,
                     std::size_t to) {
  const Monthly& values = results.measure(measure);
  const Monthly& weights = results.measure(weight);
  double sum = 0, total = 0;
  for (std::size_t month = w.from; month < w.to; ++month)
    for (std::size_t other = from; other < to; ++other) {
      const double value = values.at(w.arm, w.replication, month, other);
      const double weighs = weights.at(w.arm, w.replication, month, other);
      if (std::isnan(value) || std::isnan(weighs)) continue;
      sum += value * weighs;
      total += weighs;
    }
  return total > 0 ? sum / total : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

double weighted_mean_at(const MonthlyResults& results, const std::string& measure,
                        const std::string& weight, const RunWindow& w, std::size_t other) {
  return weighted_mean(results, measure, weight, w, other, other + 1);
}

double weighted_mean_of(const MonthlyResults& results, const std::string& measure,
                        const std::string& weight, const RunWindow& w) {
  return weighted_mean(results, measure, weight, w, 0, results.measure(measure).others());
}

}  // namespace cxsim
