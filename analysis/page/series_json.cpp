// Series as the page reads them: bands over replications, and differences to the baseline.
#include <algorithm>
#include <cmath>

#include "analysis/page/page_number.hpp"
#include "analysis/page/series.hpp"
#include "analysis/report/money.hpp"
#include "analysis/statistics/spread.hpp"
#include "analysis/statistics/student.hpp"

namespace cxsim {
namespace {

constexpr std::size_t baseline = 0;  // the first arm of every file

using ByMonth = std::vector<double>;
using Runs = std::vector<ByMonth>;  // by replication

bool is_running(const SeriesDefinition& series) { return series.course == Course::running_total; }

bool can_be_told(const SeriesDefinition& series, const MonthlyResults& results, std::size_t arm,
                 std::size_t replication) {
  return has_run(results, arm, replication) &&
         (!is_running(series) || has_run(results, baseline, replication));
}

void run_up(ByMonth& gains, std::size_t from) {
  double total = 0;
  for (std::size_t month = 0; month < gains.size(); ++month)
    gains[month] = month < from ? not_known : total += gains[month];
}

Runs runs_of(const SeriesDefinition& series, const MonthlyResults& results, std::size_t arm,
             std::optional<std::size_t> segment = {}) {
  Runs runs;
  for (std::size_t r = 0; r < results.facts().replications; ++r)
    runs.push_back(values_of(series, results, arm, r, segment));
  return runs;
}

std::vector<double> in_month(const Runs& runs, std::size_t month) {
  std::vector<double> values;
  for (const ByMonth& run : runs) values.push_back(run[month]);
  return values;
}

struct Ends {
  Json mean = Json::array(), low = Json::array(), high = Json::array();

  void add(double middle, double bottom, double top) {
    mean.push_back(page_number(middle));
    low.push_back(page_number(bottom));
    high.push_back(page_number(top));
  }
  Json json() && {
    return {{"mean", std::move(mean)}, {"low", std::move(low)}, {"high", std::move(high)}};
  }
};

Json band_json(const Runs& runs, std::size_t months) {
  Ends ends;
  for (std::size_t month = 0; month < months; ++month) {
    const Spread spread = spread_of(in_month(runs, month));
    ends.add(spread.mean, spread.p5, spread.p95);
  }
  return std::move(ends).json();
}

// A NaN on either side leaves the pair out.
Json difference_json(const Runs& arm, const Runs& against, std::size_t months) {
  Ends ends;
  for (std::size_t month = 0; month < months; ++month) {
    std::vector<double> differences = in_month(arm, month);
    for (std::size_t r = 0; r < differences.size(); ++r) differences[r] -= against[r][month];
    std::erase_if(differences, [](double one) { return std::isnan(one); });
    const Spread spread = spread_of(differences);
    const Interval interval = t_interval(spread.mean, spread.sd, differences.size());
    ends.add(spread.mean, interval.low, interval.high);
  }
  return std::move(ends).json();
}

Json means_json(const Runs& runs, std::size_t months) {
  Json means = Json::array();
  for (std::size_t month = 0; month < months; ++month)
    means.push_back(page_number(spread_of(in_month(runs, month)).mean));
  return means;
}

Json heading_json(const SeriesDefinition& series) {
  return {{"name", series.name},
          {"title", series.title},
          {"unit", series.unit},
          {"format", {{"decimals", series.format.decimals}, {"percent", series.format.percent}}},
          {"meaning", series.meaning}};
}

Json one_series(const SeriesDefinition& series, const MonthlyResults& results) {
  const std::size_t months = results.months();
  Json json = heading_json(series);
  json["arms"] = json["differences"] = Json::array();
  const Runs against = runs_of(series, results, baseline);
  for (std::size_t arm = 0; arm < results.facts().arms.size(); ++arm) {
    const Runs runs = runs_of(series, results, arm);
    json["arms"].push_back(band_json(runs, months));
    json["differences"].push_back(arm == baseline ? Json(nullptr)
                                                  : difference_json(runs, against, months));
  }
  return json;
}

Json one_segment_series(const SeriesDefinition& series, const MonthlyResults& results,
                        std::size_t segments) {
  Json json = heading_json(series);
  json["segments"] = Json::array();
  for (std::size_t segment = 0; segment < segments; ++segment) {
    Json arms = Json::array();
    for (std::size_t arm = 0; arm < results.facts().arms.size(); ++arm)
      arms.push_back(means_json(runs_of(series, results, arm, segment), results.months()));
    json["segments"].push_back(std::move(arms));
  }
  return json;
}

}  // namespace

std::vector<double> values_of(const SeriesDefinition& series, const MonthlyResults& results,
                              std::size_t arm, std::size_t replication,
                              std::optional<std::size_t> segment) {
  ByMonth values(results.months(), not_known);
  if (!can_be_told(series, results, arm, replication)) return values;
  for (std::size_t month = 0; month < values.size(); ++month) {
    const double value = series.value(results, {{arm, replication, month, month + 1}, segment});
    if (std::isfinite(value)) values[month] = value;
  }
  if (is_running(series)) run_up(values, decision_month(results.facts()));
  return values;
}

// An arm alone has nothing to gain on.
Json series_json(const MonthlyResults& results) {
  Json json = Json::object();
  for (const SeriesDefinition& series : series_of(results.source()))
    if (!is_running(series) || results.facts().arms.size() > 1)
      json[series.name] = one_series(series, results);
  return json;
}

Json segment_series_json(const MonthlyResults& results) {
  const std::size_t segments = results.source().labels("segment").size();
  Json json = Json::object();
  for (const SeriesDefinition& series : series_of(results.source()))
    if (series.drawn == Drawn::by_segment_too)
      json[series.name] = one_segment_series(series, results, segments);
  return json;
}

}  // namespace cxsim
