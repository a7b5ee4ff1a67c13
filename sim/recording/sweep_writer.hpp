// Writes the results of a sweep: one file with the dimension point before those of a run, and the
// design as coordinates.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "recording/netcdf_file.hpp"
#include "recording/provenance.hpp"
#include "recording/result_dimensions.hpp"
#include "recording/swept_run.hpp"

namespace cxsim {

// One setting that the design varies, along the points.
struct SweptSetting {
  std::string key;  // in full, as --set takes it
  std::string unit, meaning;
  std::string scale;                // how it varies: uniform, loguniform, listed, …
  std::vector<std::string> labels;  // of `listed`: what the values 0, 1, 2, … stand for
  std::vector<double> values;       // by point; NaN where it is not a number
  std::vector<double> units;        // by point: place in the unit cube; NaN for the scenario's own
};

struct SweepTexts {
  std::string title, design, design_seed, plan;  // the plan as TOML
  std::int32_t base_points = 0;                  // blocks of the design
  ScenarioText scenario;                         // the base
};

// What the file says of its points, beside measures and the settings that vary.
struct SweepFact {
  std::string_view name;
  std::vector<std::string> dimensions;
  NumberType type;
  std::string_view units, long_name;
};
const std::vector<SweepFact>& sweep_facts();

// The key as the name of a variable: without quotes, spaces and slashes.
std::string variable_name_of(const std::string& key);

// Every function throws RecordingError. To be used from one thread, points in order. Memory does
// not grow with the points.
class SweepWriter {
 public:
  // `world` is the base, with as many replications as the sweep, and the days of its longest point.
  SweepWriter(std::string path, const World& world, const std::vector<ArmText>& arms,
              const std::vector<SweptSetting>& settings, SweptMeasures measures,
              const SweepTexts& texts);

  // The runs of the next point, by replication; null where one is missing.
  void write_point(const std::vector<const SweptRun*>& runs);

  // What was written so far can be read from the partial file.
  void flush();

  // Gives the file its name once every point was written.
  void finish();

 private:
  void define_settings(const std::vector<SweptSetting>& settings, const std::string& currency);
  void write_places(const std::vector<SweptSetting>& settings);
  void define_facts();
  void define_measures(const std::string& currency);
  void keep_facts(const std::vector<const SweptRun*>& runs);
  void write_block();

  NetcdfFile file_;
  SweptMeasures measures_;
  std::size_t points_, arms_, replications_, months_;
  std::size_t block_;                        // points that are written together
  std::size_t written_ = 0;                  // points
  std::size_t held_ = 0;                     // points in the block
  std::vector<std::vector<double>> values_;  // by column: (point, arm, replication, month, cell)
  std::vector<std::int32_t> months_of_points_, action_days_;
  std::vector<double> discount_rates_;
};

}  // namespace cxsim
