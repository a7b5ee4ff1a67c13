#include "recording/sweep_writer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "recording/column.hpp"

namespace cxsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t largest_block = 64;  // points
constexpr std::size_t largest_block_bytes = std::size_t{32} << 20U;
constexpr std::size_t largest_chunk_bytes = std::size_t{256} << 10U;

// A power of two, so that chunks of fewer points divide it.
std::size_t fitting(std::size_t most, std::size_t bytes_each, std::size_t bytes) {
  std::size_t count = most;
  while (count > 1 && count * bytes_each > bytes) count /= 2;
  return count;
}

std::vector<std::int32_t> numbered(std::size_t count) {
  std::vector<std::int32_t> numbers(count);
  for (std::size_t k = 0; k < count; ++k) numbers[k] = static_cast<std::int32_t>(k);
  return numbers;
}

// As CF asks of flag_meanings: letters, digits and some signs, with a space between words.
std::string as_word(const std::string& text) {
  constexpr std::string_view signs = "_-.+@";
  std::string word;
  for (const char c : text) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || signs.find(c) != std::string_view::npos ||
                          static_cast<unsigned char>(c) >= 0x80;
    if (is_plain)
      word += c;
    else if (c == ' ' || c == ',')
      word += '_';
  }
  return word.empty() ? "_" : word;
}

Attributes attributes_of(const SweptSetting& setting) {
  Attributes attributes{{"key", setting.key}, {"scale", setting.scale}};
  if (!setting.labels.empty()) {
    std::vector<std::int32_t> flags = numbered(setting.labels.size());
    std::string meanings;
    for (const std::string& label : setting.labels)
      meanings += (meanings.empty() ? "" : " ") + as_word(label);
    attributes.push_back({"flag_values", std::move(flags)});
    attributes.push_back({"flag_meanings", std::move(meanings)});
    return attributes;
  }
  std::vector<double> known;
  for (const double value : setting.values)
    if (!std::isnan(value)) known.push_back(value);
  if (known.empty()) return attributes;
  attributes.push_back({"low", *std::min_element(known.begin(), known.end())});
  attributes.push_back({"high", *std::max_element(known.begin(), known.end())});
  return attributes;
}

// xarray takes a number of days for a span of time.
std::string unit_in_file(const std::string& unit, const std::string& currency) {
  if (unit.empty()) return "1";
  if (unit == "days" || unit == "day") return "d";
  if (unit == "hours") return "h";
  if (unit == "minutes") return "min";
  if (unit == "seconds") return "s";
  return units_in(unit, currency);
}

}  // namespace

const std::vector<SweepFact>& sweep_facts() {
  static const std::vector<SweepFact> facts{
      {"place_in_unit_cube",
       {"point", "parameter"},
       NumberType::float64,
       "1",
       "share of its distribution below the setting's value; NaN for the scenario's own"},
      {"months",
       {"point"},
       NumberType::int32,
       "1",
       "months of results; 0: no run of the point was made"},
      {"discount_rate", {"point"}, NumberType::float64, "1", "discount rate, a year"},
      {"action_day", {"point", "arm"}, NumberType::int32, "d", action_day_meaning},
  };
  return facts;
}

std::string variable_name_of(const std::string& key) {
  std::string name;
  for (const char c : key)
    if (c != '"' && c != '\'') name += c == ' ' || c == '/' ? '_' : c;
  return name;
}

SweepWriter::SweepWriter(std::string path, const World& world, const std::vector<ArmText>& arms,
                         const std::vector<SweptSetting>& settings, SweptMeasures measures,
                         const SweepTexts& texts)
    : file_(std::move(path), header_of(texts.title)),
      measures_(std::move(measures)),
      points_(settings.front().values.size()),
      arms_(arms.size()),
      replications_(static_cast<std::size_t>(world.simulation.replications)),
      months_(static_cast<std::size_t>(months_in(world.simulation))),
      block_(fitting(largest_block,
                     arms_ * replications_ * months_ * measures_.cells() * sizeof(double),
                     largest_block_bytes)),
      values_(measures_.columns().size()) {
  file_.write_attribute({"currency", world.simulation.currency});
  file_.write_attribute({"start_date", world.simulation.start_date});
  file_.write_attribute({"design", texts.design});
  file_.write_attribute({"base_points", texts.base_points});
  file_.write_attribute({"design_seed", texts.design_seed});
  file_.define_numbered_dimension("point", numbered(points_), "1", "point of the design");
  define_root_dimensions(file_, world, arms);
  define_settings(settings, world.simulation.currency);
  define_facts();
  write_places(settings);
  define_measures(world.simulation.currency);
  write_provenance(file_, texts.scenario, world);
  file_.write_text("provenance/sweep", texts.plan, "plan of the sweep, in TOML");
}

void SweepWriter::define_settings(const std::vector<SweptSetting>& settings,
                                  const std::string& currency) {
  std::string coordinates;
  std::vector<std::string> names;
  for (const SweptSetting& setting : settings) {
    const std::string name = variable_name_of(setting.key);
    names.push_back(name);
    const bool is_number = setting.labels.empty();
    file_.define_variable({.path = name,
                           .dimensions = {"point"},
                           .type = is_number ? NumberType::float64 : NumberType::int32,
                           .units = is_number ? unit_in_file(setting.unit, currency) : "1",
                           .long_name = setting.meaning.empty() ? setting.key : setting.meaning,
                           .attributes = attributes_of(setting)});
    if (is_number) {
      file_.write_slab(name, {0}, {points_}, setting.values);
    } else {
      const std::vector<std::int32_t> flags(setting.values.begin(), setting.values.end());
      file_.write_slab(name, {0}, {points_}, flags);
    }
    coordinates += (coordinates.empty() ? "" : " ") + name;
  }
  file_.write_attribute({"coordinates", coordinates});
  file_.define_labelled_dimension("parameter", names, "setting that the design varies");
}

void SweepWriter::write_places(const std::vector<SweptSetting>& settings) {
  std::vector<double> units;
  for (std::size_t point = 0; point < points_; ++point)
    for (const SweptSetting& setting : settings) units.push_back(setting.units[point]);
  file_.write_slab("place_in_unit_cube", {0, 0}, {points_, settings.size()}, units);
}

void SweepWriter::define_facts() {
  for (const SweepFact& fact : sweep_facts())
    file_.define_variable({.path = std::string(fact.name),
                           .dimensions = fact.dimensions,
                           .type = fact.type,
                           .units = std::string(fact.units),
                           .long_name = std::string(fact.long_name)});
}

void SweepWriter::define_measures(const std::string& currency) {
  for (std::size_t c = 0; c < values_.size(); ++c) {
    const SweptMeasures::Column& column = measures_.columns()[c];
    const Measure& measure = *column.measure;
    std::vector<std::string> dimensions = dimensions_of(measure);
    dimensions.insert(dimensions.begin(), "point");
    const std::size_t a_run = months_ * column.cells;
    Extents chunk{fitting(block_, a_run * sizeof(double), largest_chunk_bytes), 1, 1, months_};
    for (const auto length : lengths_along(measure.axis, measures_.shape()))
      chunk.push_back(length);
    values_[c].assign(block_ * arms_ * replications_ * a_run, missing);
    file_.define_variable({.path = std::string(measure.name),
                           .dimensions = std::move(dimensions),
                           .type = column.type,
                           .units = units_in(measure.units, currency),
                           .long_name = std::string(measure.long_name),
                           .chunk = std::move(chunk),
                           .in_whole_chunks = true});
  }
}

void SweepWriter::keep_facts(const std::vector<const SweptRun*>& runs) {
  const auto known =
      std::find_if(runs.begin(), runs.end(), [](const SweptRun* run) { return run != nullptr; });
  const SweptRun* run = known == runs.end() ? nullptr : *known;
  months_of_points_.push_back(run != nullptr ? run->months : 0);
  discount_rates_.push_back(run != nullptr ? run->discount_rate : missing);
  for (std::size_t arm = 0; arm < arms_; ++arm)
    action_days_.push_back(run != nullptr ? run->action_days[arm] : -1);
}

void SweepWriter::write_point(const std::vector<const SweptRun*>& runs) {
  keep_facts(runs);
  for (std::size_t replication = 0; replication < replications_; ++replication) {
    const SweptRun* run = runs[replication];
    if (run == nullptr) continue;
    const auto months = static_cast<std::size_t>(run->months);
    auto from = run->values.begin();
    for (std::size_t arm = 0; arm < arms_; ++arm)
      for (std::size_t c = 0; c < values_.size(); ++c) {
        const std::size_t cells = measures_.columns()[c].cells;
        const std::size_t place = (held_ * arms_ + arm) * replications_ + replication;
        const auto count = static_cast<std::ptrdiff_t>(months * cells);
        std::copy(from, from + count,
                  values_[c].begin() + static_cast<std::ptrdiff_t>(place * months_ * cells));
        from += count;
      }
  }
  if (++held_ == block_) write_block();
}

// One arm and replication after the other: whole chunks each time.
void SweepWriter::write_block() {
  if (held_ == 0) return;
  for (std::size_t c = 0; c < values_.size(); ++c) {
    const SweptMeasures::Column& column = measures_.columns()[c];
    const std::size_t a_run = months_ * column.cells;
    const Extents lengths = lengths_along(column.measure->axis, measures_.shape());
    std::vector<double> slab(held_ * a_run);
    for (std::size_t arm = 0; arm < arms_; ++arm)
      for (std::size_t replication = 0; replication < replications_; ++replication) {
        for (std::size_t point = 0; point < held_; ++point) {
          const std::size_t place = (point * arms_ + arm) * replications_ + replication;
          std::copy_n(values_[c].begin() + static_cast<std::ptrdiff_t>(place * a_run), a_run,
                      slab.begin() + static_cast<std::ptrdiff_t>(point * a_run));
        }
        Extents start{written_, arm, replication, 0}, count{held_, 1, 1, months_};
        start.resize(start.size() + lengths.size(), 0);
        count.insert(count.end(), lengths.begin(), lengths.end());
        file_.write_slab(std::string(column.measure->name), start, count, slab);
      }
    std::fill(values_[c].begin(), values_[c].end(), missing);
  }
  file_.write_slab("months", {written_}, {held_}, months_of_points_);
  file_.write_slab("discount_rate", {written_}, {held_}, discount_rates_);
  file_.write_slab("action_day", {written_, 0}, {held_, arms_}, action_days_);
  months_of_points_.clear();
  discount_rates_.clear();
  action_days_.clear();
  written_ += held_;
  held_ = 0;
}

void SweepWriter::flush() {
  write_block();
  file_.flush();
}

void SweepWriter::finish() {
  write_block();
  file_.finish();
}

}  // namespace cxsim
