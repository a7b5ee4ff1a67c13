#include "analysis/sensitivity/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/statistics/student.hpp"
#include "recording/netcdf_error.hpp"
#include "scenario/spelling.hpp"

namespace cxsim {
namespace {

constexpr std::size_t shown_places = 21;       // along a curve
constexpr std::size_t most_paired = 12;        // settings whose interactions are looked at
constexpr std::size_t points_a_parameter = 4;  // fewer than these make pairs out of noise
constexpr double low_end = .05, high_end = .95;

std::size_t place_of_arm(const SweptFacts& facts, const std::string& name, std::size_t fallback) {
  if (name.empty()) return fallback;
  const auto found = std::find(facts.arms.begin(), facts.arms.end(), name);
  if (found != facts.arms.end()) return static_cast<std::size_t>(found - facts.arms.begin());
  throw RecordingError({{facts.path, 0},
                        "",
                        "there is no arm " + name,
                        "only arms that were run can be looked at",
                        spelling_cure(name, facts.arms, "arms of this sweep")});
}

double mean_of(const double* first, std::size_t count) {
  double sum = 0;
  std::size_t known = 0;
  for (std::size_t k = 0; k < count; ++k)
    if (!std::isnan(first[k])) {
      sum += first[k];
      ++known;
    }
  return known > 0 ? sum / static_cast<double>(known) : not_known;
}

std::vector<double> means_of(const std::vector<double>& values, std::size_t replications) {
  std::vector<double> means;
  for (std::size_t at = 0; at < values.size(); at += replications)
    means.push_back(mean_of(values.data() + at, replications));
  return means;
}

std::vector<double> less(std::vector<double> values, const std::vector<double>& against) {
  for (std::size_t k = 0; k < values.size(); ++k) values[k] -= against[k];
  return values;
}

// Of a design for Sobol' indices: the points A and B of each block, which are independent.
std::vector<std::size_t> sample_of(const SweptFacts& facts, std::size_t parameters) {
  std::vector<std::size_t> sample;
  for (std::size_t point = 0; point < facts.points; ++point)
    if (facts.design != DesignKind::saltelli || point % (parameters + 2) < 2)
      sample.push_back(point);
  return sample;
}

std::vector<double> chosen(const std::vector<double>& values,
                           const std::vector<std::size_t>& places) {
  std::vector<double> some;
  some.reserve(places.size());
  for (const std::size_t place : places) some.push_back(values[place]);
  return some;
}

// Places in the unit cube, or ranks where the design knows none. Of whole numbers and lists also
// ranks, which are equal where values are, so that means are taken level by level; but not where
// steps in the unit cube are counted.
std::vector<double> unit_places(const SweptFacts& facts, const SweptParameter& parameter) {
  const bool has_places = std::any_of(parameter.places.begin(), parameter.places.end(),
                                      [](double u) { return !std::isnan(u); });
  const bool has_levels = parameter.scale == "integer" || parameter.scale == "listed";
  const bool counts_steps =
      facts.design == DesignKind::morris || facts.design == DesignKind::one_at_a_time;
  if (has_places && (!has_levels || counts_steps)) return parameter.places;
  return unit_ranks(parameter.values);
}

struct Shown {
  std::vector<double> places, values;
};

double value_between(const std::vector<std::pair<double, double>>& pairs, double place) {
  const auto above = std::lower_bound(pairs.begin(), pairs.end(), std::pair(place, -HUGE_VAL));
  if (above == pairs.begin()) return above->second;
  if (above == pairs.end()) return pairs.back().second;
  const auto below = std::prev(above);
  const double share = (place - below->first) / (above->first - below->first);
  return below->second + share * (above->second - below->second);
}

// Values of the setting to draw its curve at: all levels of a few, otherwise from 5% to 95% of its
// distribution; few points hold a curve beyond.
Shown shown_values(const std::vector<double>& places, const std::vector<double>& values) {
  std::vector<std::pair<double, double>> pairs;
  for (std::size_t k = 0; k < places.size(); ++k)
    if (!std::isnan(places[k]) && !std::isnan(values[k])) pairs.emplace_back(places[k], values[k]);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end(),
                          [](const auto& a, const auto& b) { return a.second == b.second; }),
              pairs.end());
  Shown shown;
  if (pairs.size() <= shown_places) {
    for (const auto& [place, value] : pairs) {
      shown.places.push_back(place);
      shown.values.push_back(value);
    }
    return shown;
  }
  for (std::size_t k = 0; k < shown_places; ++k) {
    const double share = static_cast<double>(k) / static_cast<double>(shown_places - 1);
    shown.places.push_back(low_end + share * (high_end - low_end));
    shown.values.push_back(value_between(pairs, shown.places.back()));
  }
  return shown;
}

OutcomeAtEnd at_place(const SettingEffect& setting, std::size_t place) {
  const CurvePoint& point = setting.mean.curve[place];
  return {setting.at[place], point.mean, point.band};
}

// Builds one answer step by step; what a design cannot tell stays unknown.
class Inquiry {
 public:
  Inquiry(const SweptResults& results, const SensitivityQuestion& question) : results_(results) {
    answer_.facts = results.facts();
    answer_.parameters = results.parameters();
    arm_ = place_of_arm(answer_.facts, question.arm, answer_.facts.arms.size() - 1);
    against_ = place_of_arm(answer_.facts, question.against, 0);
    answer_.arm = answer_.facts.arms[arm_];
    if (arm_ != against_) answer_.against = answer_.facts.arms[against_];
    SweptOutcome outcome = results.outcome(question.outcome);
    answer_.outcome = std::move(outcome.definition);
    values_ = outcome.values[arm_];
    if (arm_ != against_) values_ = less(values_, outcome.values[against_]);
    if (question.outcome == "npv") benefits_ = std::move(outcome.values);
  }

  Sensitivity answer() {
    look_at_points();
    for (std::size_t k = 0; k < answer_.parameters.size(); ++k) look_at_setting(k);
    look_at_design();
    look_at_choice();
    rank();
    look_at_pairs();
    return std::move(answer_);
  }

 private:
  std::size_t count() const { return answer_.parameters.size(); }

  void look_at_points() {
    answer_.points = means_of(values_, answer_.facts.replications);
    answer_.sample = sample_of(answer_.facts, count());
    y_ = chosen(answer_.points, answer_.sample);
    answer_.spread = spread_of(y_);
    if (!answer_.against.empty()) {
      const auto known =
          std::count_if(y_.begin(), y_.end(), [](double y) { return !std::isnan(y); });
      const auto above = std::count_if(y_.begin(), y_.end(), [](double y) { return y > 0; });
      answer_.above_zero =
          proportion(static_cast<std::size_t>(above), static_cast<std::size_t>(known));
    }
    std::vector<double> runs;
    for (const std::size_t point : answer_.sample)
      for (std::size_t r = 0; r < answer_.facts.replications; ++r)
        runs.push_back(values_[point * answer_.facts.replications + r]);
    answer_.split = variance_split(runs, answer_.facts.replications);
    for (const SweptParameter& parameter : answer_.parameters)
      places_.push_back(unit_places(answer_.facts, parameter));
    for (const std::size_t point : answer_.sample)
      for (const std::vector<double>& places : places_) rows_.push_back(places[point]);
  }

  void look_at_setting(std::size_t k) {
    const SweptParameter& parameter = answer_.parameters[k];
    SettingEffect setting{};
    setting.parameter = k;
    const std::vector<double> u = chosen(places_[k], answer_.sample);
    const Shown shown = shown_values(u, chosen(parameter.values, answer_.sample));
    setting.at = shown.values;
    setting.mean = conditional_mean(u, y_, shown.places);
    if (!setting.mean.curve.empty()) {
      setting.low = at_place(setting, 0);
      setting.high = at_place(setting, setting.mean.curve.size() - 1);
    }
    answer_.settings.push_back(std::move(setting));
  }

  void look_at_design() {
    const DesignKind design = answer_.facts.design;
    if (design == DesignKind::morris) return look_at_trajectories();
    if (design == DesignKind::one_at_a_time) return look_at_single_changes();
    const std::vector<FirstOrder> alone = given_data_first_order(rows_, count(), y_);
    for (std::size_t k = 0; k < count(); ++k) answer_.settings[k].alone = alone[k];
    if (design != DesignKind::saltelli) return;
    const std::vector<SobolIndex> indices = sobol_indices(answer_.points, count());
    for (std::size_t k = 0; k < count(); ++k) answer_.settings[k].sobol = indices[k];
  }

  void look_at_trajectories() {
    const std::vector<ElementaryEffects> effects =
        elementary_effects(rows_, count(), answer_.points);
    for (std::size_t k = 0; k < count(); ++k) answer_.settings[k].elementary = effects[k];
  }

  // The first point has the scenario's own values; at each other one setting has a value of its
  // own.
  void look_at_single_changes() {
    answer_.own = answer_.points.front();
    for (SettingEffect& setting : answer_.settings) {
      const std::vector<double>& places = answer_.parameters[setting.parameter].places;
      bool is_first = true;
      for (std::size_t point = 0; point < places.size(); ++point) {
        if (std::isnan(places[point])) continue;
        setting.high = of_point(setting.parameter, point);
        if (is_first) setting.low = setting.high;
        is_first = false;
      }
    }
  }

  OutcomeAtEnd of_point(std::size_t parameter, std::size_t point) const {
    const std::size_t replications = answer_.facts.replications;
    const auto from = values_.begin() + static_cast<std::ptrdiff_t>(point * replications);
    const std::vector<double> runs(from, from + static_cast<std::ptrdiff_t>(replications));
    const Spread spread = spread_of(runs);
    return {answer_.parameters[parameter].values[point], spread.mean,
            t_interval(spread.mean, spread.sd, replications)};
  }

  // By the mean NPV of each arm at each point.
  void look_at_choice() {
    if (answer_.facts.arms.size() < 2 || !is_sample(answer_.facts)) return;
    if (benefits_.empty()) try_to_read_benefits();
    if (benefits_.empty()) return;
    std::vector<std::vector<double>> means;
    for (const std::vector<double>& values : benefits_)
      means.push_back(chosen(means_of(values, answer_.facts.replications), answer_.sample));
    answer_.choice = information_value(means, rows_, count());
    for (std::size_t k = 0; k < count(); ++k)
      answer_.settings[k].knowing = answer_.choice->parameters[k];
  }

  // A sweep may have kept too few measures for it.
  void try_to_read_benefits() {
    try {
      benefits_ = results_.outcome("npv").values;
    } catch (const RecordingError&) {
      benefits_.clear();
    }
  }

  double strength(const SettingEffect& setting) const {
    double strength = setting.alone.share;
    if (setting.sobol) strength = setting.sobol->total;
    if (setting.elementary) strength = setting.elementary->absolute;
    if (answer_.facts.design == DesignKind::one_at_a_time)
      strength = std::abs(setting.high.outcome - setting.low.outcome);
    return std::isnan(strength) ? -1 : strength;
  }

  void rank() {
    std::stable_sort(answer_.settings.begin(), answer_.settings.end(),
                     [this](const SettingEffect& a, const SettingEffect& b) {
                       return strength(a) > strength(b);
                     });
  }

  void look_at_pairs() {
    const bool are_enough = answer_.sample.size() >= points_a_parameter * count();
    if (!is_sample(answer_.facts) || count() < 2 || !are_enough) return;
    answer_.paired.resize(std::min(count(), most_paired));
    std::iota(answer_.paired.begin(), answer_.paired.end(), std::size_t{0});
    std::vector<double> rows;
    for (std::size_t at = 0; at < answer_.sample.size(); ++at)
      for (const std::size_t place : answer_.paired)
        rows.push_back(rows_[at * count() + answer_.settings[place].parameter]);
    answer_.interactions = given_data_interactions(rows, answer_.paired.size(), y_);
  }

  const SweptResults& results_;
  Sensitivity answer_;
  std::size_t arm_ = 0, against_ = 0;
  std::vector<double> values_;                 // by (point, replication)
  std::vector<double> y_;                      // by point of the sample
  std::vector<std::vector<double>> places_;    // by parameter and point
  std::vector<double> rows_;                   // by (point of the sample, parameter)
  std::vector<std::vector<double>> benefits_;  // by arm: NPV by (point, replication)
};

}  // namespace

bool is_sample(const SweptFacts& facts) {
  return facts.design != DesignKind::morris && facts.design != DesignKind::one_at_a_time;
}

Sensitivity sensitivity_of(const SweptResults& results, const SensitivityQuestion& question) {
  return Inquiry(results, question).answer();
}

std::string outcome_in_words(const Sensitivity& s) {
  std::string title = s.outcome.title;
  title.erase(0, title.find_first_not_of(' '));
  return title + ", " + s.arm + (s.against.empty() ? "" : " less " + s.against);
}

std::string unit_in_words(const Sensitivity& s) { return s.outcome.unit; }

}  // namespace cxsim
