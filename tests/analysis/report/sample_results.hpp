// Hand-made monthly results: zero in every month of every measure, but where a test says otherwise.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analysis/report/monthly.hpp"
#include "analysis/statistics/interval.hpp"
#include "recording/measures.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {

// Two segments, three touchpoints, two journeys.
class SampleResults : public MonthlySource {
 public:
  using Value = std::function<double(const RunWindow& month, std::size_t place)>;

  SampleResults(std::vector<ArmFacts> arms, std::size_t replications, std::size_t months) {
    facts_.title = "A sample";
    facts_.currency = "EUR";
    facts_.discount_rate = .1;
    facts_.arms = std::move(arms);
    facts_.replications = replications;
    facts_.months = months;
  }

  void set(const std::string& measure, Value value) { values_[measure] = std::move(value); }
  void forget_runs_from(std::size_t arm, std::size_t replication) { lost_ = {arm, replication}; }

  const ResultFacts& facts() const override { return facts_; }

  std::vector<std::string> labels(const std::string& dimension) const override {
    if (dimension == "segment") return {"thrifty", "demanding"};
    if (dimension == "touchpoint") return {"web", "call", "visit"};
    if (dimension == "upstream_touchpoint") return {"none", "web", "call", "visit"};
    if (dimension == "journey") return {"join", "fix"};
    return {"one"};
  }

  Values<double> read(const std::string& measure) const override {
    const Measure* known = find_measure(measure);
    const Axis axis = known == nullptr ? Axis::segment : known->axis;
    if (known == nullptr && values_.count(measure) == 0)
      throw RecordingError({{}, measure, "no such measure", "", ""});
    Values<double> array{{facts_.arms.size(), facts_.replications, facts_.months}, {}};
    std::size_t places = 1;
    for (const std::string& dimension : dimensions_along(axis)) {
      array.shape.push_back(labels(dimension).size());
      places *= labels(dimension).size();
    }
    for (std::size_t arm = 0; arm < facts_.arms.size(); ++arm)
      for (std::size_t replication = 0; replication < facts_.replications; ++replication)
        for (std::size_t month = 0; month < facts_.months; ++month)
          for (std::size_t place = 0; place < places; ++place)
            array.values.push_back(value_at(measure, {arm, replication, month, month + 1}, place));
    return array;
  }

 private:
  double value_at(const std::string& measure, const RunWindow& month, std::size_t place) const {
    if (month.arm == lost_.first && month.replication >= lost_.second) return not_known;
    const auto known = values_.find(measure);
    return known == values_.end() ? 0 : known->second(month, place);
  }

  ResultFacts facts_;
  std::map<std::string, Value> values_;
  std::pair<std::size_t, std::size_t> lost_{~std::size_t{0}, 0};
};

}  // namespace cxsim
