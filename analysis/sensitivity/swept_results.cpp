#include "analysis/sensitivity/swept_results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <sstream>
#include <utility>

#include "analysis/statistics/interval.hpp"
#include "recording/measures.hpp"
#include "recording/netcdf_error.hpp"
#include "scenario/spelling.hpp"
#include "scenario/toml_tokens.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t block = 64;  // points; the file's chunks divide it

std::vector<std::string> words_in(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

SweptParameter parameter_of(const NetcdfReader& reader, const std::string& name) {
  const auto text = [&](const char* attribute) {
    return reader.text_attribute(name, attribute).value_or("");
  };
  SweptParameter parameter{name,
                           text("key"),
                           text("units"),
                           text("long_name"),
                           text("scale"),
                           words_in(text("flag_meanings")),
                           reader.read<double>(name).values,
                           {}};
  if (parameter.unit == "1" || !parameter.labels.empty()) parameter.unit.clear();
  return parameter;
}

std::vector<SweptParameter> parameters_of(const NetcdfReader& reader) {
  std::vector<SweptParameter> parameters;
  for (const std::string& name : reader.labels("parameter"))
    parameters.push_back(parameter_of(reader, name));
  const std::vector<double> places = reader.read<double>("place_in_unit_cube").values;
  for (std::size_t k = 0; k < places.size(); ++k)
    parameters[k % parameters.size()].places.push_back(places[k]);
  return parameters;
}

// Runs that the first measure by month knows of, of those that there should be.
std::size_t runs_in(const NetcdfReader& reader) {
  const Values<double> profit = reader.read<double>("profit");
  const auto a_run = static_cast<std::size_t>(profit.shape[3]);
  const auto arms = static_cast<std::size_t>(profit.shape[1]);
  std::size_t runs = 0;
  for (std::size_t at = 0; at < profit.values.size(); at += a_run)
    if (!std::isnan(profit.values[at])) ++runs;
  return runs / arms;
}

SweptFacts facts_of(const NetcdfReader& reader) {
  const auto text = [&](const char* attribute) {
    return reader.text_attribute("", attribute).value_or("");
  };
  return {reader.path(),
          text("title"),
          text("currency"),
          find_design(text("design")).value_or(DesignKind::points),
          static_cast<std::size_t>(reader.length("point")),
          static_cast<std::size_t>(reader.length("replication")),
          reader.labels("arm"),
          reader.is_complete() ? std::nullopt : std::optional(runs_in(reader))};
}

NetcdfReader opened(const std::string& path, Incomplete incomplete) {
  NetcdfReader reader(results_in(path, incomplete), incomplete);
  if (is_sweep(reader)) return reader;
  throw RecordingError({{path, 0},
                        "",
                        "this is the result of one run, not of a sweep",
                        "nothing varies in it",
                        "make one with cxsim sweep, or with cxsim run --uncertain"});
}

// Measures of a block of points, read when first asked for.
class PointBlock {
 public:
  PointBlock(const NetcdfReader& reader, std::size_t first, std::size_t count)
      : reader_(reader), first_(first), count_(count) {}

  // Of the point at a place in the block, without the dimension point, `months` long.
  Values<double> read(const std::string& measure, std::size_t place, std::size_t months) {
    const Values<double>& all = whole(measure);
    Values<double> one{{all.shape.begin() + 1, all.shape.end()}, {}};
    const auto size = all.values.size() / count_;
    const double* from = all.values.data() + place * size;
    const std::size_t arms_and_replications = one.shape[0] * one.shape[1];
    const std::size_t a_run = size / arms_and_replications;
    const std::size_t a_month = one.shape[2] > 0 ? a_run / one.shape[2] : 0;
    for (std::size_t run = 0; run < arms_and_replications; ++run)
      one.values.insert(one.values.end(), from + run * a_run,
                        from + run * a_run + months * a_month);
    one.shape[2] = months;
    return one;
  }

 private:
  const Values<double>& whole(const std::string& measure) {
    const auto found = measures_.find(measure);
    if (found != measures_.end()) return found->second;
    if (!reader_.has_variable(measure))
      throw RecordingError({{reader_.path(), 0},
                            measure,
                            "the sweep did not keep this measure",
                            "the outcome is worked out from it",
                            "sweep again without --measures, or with this one among them"});
    Extents count = reader_.variable(measure).shape, start(count.size(), 0);
    start.front() = first_;
    count.front() = count_;
    return measures_.emplace(measure, reader_.read_slab<double>(measure, start, count))
        .first->second;
  }

  const NetcdfReader& reader_;
  std::size_t first_, count_;
  std::map<std::string, Values<double>> measures_;
};

// One point of a sweep, as if it were a run of its own.
class PointSource : public MonthlySource {
 public:
  PointSource(const NetcdfReader& reader, PointBlock& points, std::size_t place, ResultFacts facts)
      : reader_(reader), points_(points), place_(place), facts_(std::move(facts)) {}

  const ResultFacts& facts() const override { return facts_; }
  std::vector<std::string> labels(const std::string& dimension) const override {
    return reader_.labels(dimension);
  }
  Values<double> read(const std::string& measure) const override {
    return points_.read(measure, place_, facts_.months);
  }

 private:
  const NetcdfReader& reader_;
  PointBlock& points_;
  std::size_t place_;
  ResultFacts facts_;
};

// What each point says about itself.
struct PointFacts {
  std::vector<std::int32_t> months, action_days;
  std::vector<double> discount_rates;
};

PointFacts point_facts_of(const NetcdfReader& reader) {
  return {reader.read<std::int32_t>("months").values,
          reader.read<std::int32_t>("action_day").values,
          reader.read<double>("discount_rate").values};
}

ResultFacts facts_at(const SweptFacts& sweep, const PointFacts& points, std::size_t point) {
  ResultFacts facts{sweep.title, sweep.currency, points.discount_rates[point], {}, 0, 0};
  facts.replications = sweep.replications;
  facts.months = static_cast<std::size_t>(points.months[point]);
  for (std::size_t arm = 0; arm < sweep.arms.size(); ++arm)
    facts.arms.push_back(
        {sweep.arms[arm], sweep.arms[arm], points.action_days[point * sweep.arms.size() + arm]});
  return facts;
}

void add_values(SweptOutcome& outcome, const MonthlyResults& results) {
  for (std::size_t arm = 0; arm < outcome.values.size(); ++arm) {
    const std::vector<double> values = values_of(outcome.definition, results, arm);
    outcome.values[arm].insert(outcome.values[arm].end(), values.begin(), values.end());
  }
}

}  // namespace

std::string results_in(const std::string& path, Incomplete incomplete) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return path;
  const std::string results = (fs::path(path) / "results.h5").string();
  if (fs::exists(results, ignored)) return results;
  const std::string partial = results + std::string(partial_suffix);
  if (incomplete == Incomplete::allowed && fs::exists(partial, ignored)) return partial;
  throw RecordingError(
      {{path, 0},
       "",
       "the folder holds no results yet",
       "they are written when every run of the sweep is made",
       "go on with the same cxsim sweep command and --resume, or look at what there "
       "is: add --gather to that command, then --incomplete to this one"});
}

std::string SweptParameter::text_of(double value) const {
  if (std::isnan(value)) return "own";
  if (labels.empty()) return plain_number(value);
  const auto place = static_cast<std::size_t>(std::max(0.0, value));
  return place < labels.size() && value >= 0 ? labels[place] : "own";
}

std::string SweptParameter::short_text_of(double value) const {
  if (!labels.empty() || std::isnan(value)) return text_of(value);
  return fmt::format("{:.{}g}", value, std::abs(value) >= 1000 ? 6 : 3);
}

bool is_sweep(const NetcdfReader& reader) {
  const std::vector<std::string>& dimensions = reader.dimensions();
  return std::find(dimensions.begin(), dimensions.end(), "point") != dimensions.end();
}

SweptResults::SweptResults(const std::string& path, Incomplete incomplete)
    : reader_(opened(path, incomplete)),
      facts_(facts_of(reader_)),
      parameters_(parameters_of(reader_)) {}

std::vector<std::string> SweptResults::table() const {
  PointBlock first_point(reader_, 0, 1);
  const PointSource source(reader_, first_point, 0, facts_at(facts_, point_facts_of(reader_), 0));
  const MonthlyResults results(source);
  std::vector<std::string> names;
  for (const OutcomeDefinition& outcome : outcomes_of(source))
    if (attempt([&] { return outcome.value(results, {0, 0, 0, results.months()}); }))
      names.push_back(outcome.name);
  return names;
}

std::vector<SweptOutcome> SweptResults::outcomes(const std::vector<std::string>& names) const {
  const PointFacts points = point_facts_of(reader_);
  std::vector<SweptOutcome> outcomes;
  for (std::size_t first = 0; first < facts_.points; first += block) {
    const std::size_t count = std::min(block, facts_.points - first);
    PointBlock in_block(reader_, first, count);
    for (std::size_t place = 0; place < count; ++place) {
      const PointSource source(reader_, in_block, place, facts_at(facts_, points, first + place));
      if (outcomes.empty())
        for (const std::string& name : names) {
          auto definition = find_outcome(source, name);
          if (!definition)
            throw RecordingError({{facts_.path, 0},
                                  name,
                                  "there is no outcome of this name",
                                  "nothing can be said of it",
                                  spelling_cure(name, outcome_names(source), "outcomes")});
          outcomes.push_back({std::move(*definition), {}});
          outcomes.back().values.resize(facts_.arms.size());
        }
      const MonthlyResults results(source);
      for (SweptOutcome& outcome : outcomes)
        if (source.facts().months > 0)
          add_values(outcome, results);
        else
          for (std::vector<double>& values : outcome.values)
            values.insert(values.end(), facts_.replications, not_known);
    }
  }
  return outcomes;
}

}  // namespace cxsim
