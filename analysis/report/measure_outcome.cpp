#include "analysis/report/measure_outcome.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace cxsim {
namespace {

// "touchpoint_csat.call" as {"touchpoint_csat", "call"}.
std::vector<std::string> parts_of(std::string_view name) {
  std::vector<std::string> parts(1);
  for (const char c : name) {
    if (c == '.')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

std::vector<std::string> labels_along(const MonthlySource& source, const std::string& dimension) {
  if (dimension == "stars") return {"1", "2", "3", "4", "5"};
  return source.labels(dimension);
}

// Narrowed from all places by one label after the other, outermost dimension first.
std::optional<Places> places_at(const MonthlySource& source, const Measure& measure,
                                const std::vector<std::string>& labels) {
  const std::vector<std::string> dimensions = dimensions_along(measure.axis);
  if (labels.size() > dimensions.size()) return {};
  Places places{0, 1};
  for (std::size_t d = 0; d < dimensions.size(); ++d) {
    const std::vector<std::string> known = labels_along(source, dimensions[d]);
    places = {places.from * known.size(), places.to * known.size()};
    if (d >= labels.size()) continue;
    const auto found = std::find(known.begin(), known.end(), labels[d]);
    if (found == known.end()) return {};
    places.from += static_cast<std::size_t>(found - known.begin());
    places.to = places.from + 1;
  }
  return places;
}

// The months' mean of one measure over some of its places.
struct MeanOfMeasure {
  std::string measure, weight;
  Places places;
  bool averaged;  // over places, which cannot be added up

  double operator()(const MonthlyResults& r, const RunWindow& w) const {
    if (!weight.empty()) return weighted_mean_at(r, measure, weight, w, places);
    if (averaged) return mean_at(r, measure, w, places);
    return sum_at(r, measure, w, places) / static_cast<double>(w.to - w.from);
  }
};

std::string unit_of(const Measure& measure, const std::string& currency) {
  if (measure.units == "1") return "";
  return std::string(measure.units == currency_unit ? currency : measure.units) +
         (is_mean(measure) ? "" : " a month");
}

}  // namespace

std::optional<OutcomeDefinition> measure_outcome(const MonthlySource& source,
                                                 std::string_view name) {
  const std::string_view path = name.substr(measure_prefix.size());
  const std::vector<std::string> parts = parts_of(path);
  const Measure* measure = find_measure(parts.front());
  if (measure == nullptr) return {};
  const auto places = places_at(source, *measure, {parts.begin() + 1, parts.end()});
  if (!places) return {};
  return OutcomeDefinition{
      std::string(name),
      std::string(path),
      unit_of(*measure, source.facts().currency),
      {is_mean(*measure) ? 3 : 1},
      Window::whole_run,
      Shown::in_comparisons,
      MeanOfMeasure{parts.front(), std::string(weight_of(*measure)), *places, is_mean(*measure)}};
}

}  // namespace cxsim
