// A sweep: a scenario at every point of a design, each replication with the same luck everywhere.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "experiments/variation.hpp"
#include "recording/run_journal.hpp"
#include "recording/sweep_writer.hpp"
#include "recording/swept_run.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

// In the order of design_kinds.
enum class DesignKind : std::uint8_t {
  grid,
  latin_hypercube,
  sobol,
  saltelli,
  morris,
  one_at_a_time,
  points,
  random
};

struct DesignRow {
  std::string_view name;  // as the command line and results spell it
  std::size_t usual;      // size if none is asked for; 0: it follows from the levels or points
  std::string_view meaning;
};

inline constexpr auto design_kinds = std::to_array<DesignRow>({
    {"grid", 0, "every combination of the levels"},
    {"lhs", 100, "Latin hypercube: each setting evenly, together at random"},
    {"sobol", 128, "Sobol' sequence: fills the space evenly; a power of two is best"},
    {"saltelli", 128, "for Sobol' indices: n blocks of as many points as settings, and two"},
    {"morris", 20, "for elementary effects: n trajectories of as many points as settings, and one"},
    {"oat", 0,
     "one at a time: each setting across its levels, the others as the scenario has them"},
    {"csv", 0, "the points of a file"},
    {"random", 100, "independent draws"},
});

constexpr const DesignRow& row_of(DesignKind kind) {
  return design_kinds[static_cast<std::size_t>(kind)];
}

// Nothing if there is no such design.
std::optional<DesignKind> find_design(std::string_view name);

struct SweepRequest {
  std::vector<Variation> variations;
  DesignKind design = DesignKind::sobol;
  std::size_t size = 0;  // of the design, as its row says; 0: the usual
  std::uint64_t seed = 1;
  std::vector<std::string> measures = {};  // none: all
  // Of DesignKind::points: values by (point, variation), and where each point is written.
  std::vector<double> points = {};
  std::string file = {};
  std::vector<int> lines = {};
};

// The variations and points of a CSV file: a header of keys, then a row for each point.
Result<SweepRequest> read_points(const std::string& file);

class Sweep {
 public:
  // Replications are those of the base. Throws nothing; a request that cannot be met is a problem.
  static Result<Sweep> of(ScenarioFamily family, SweepRequest request);

  const Scenario& base() const { return family_.base(); }
  const std::vector<Variation>& variations() const { return request_.variations; }
  std::size_t points() const { return values_.size() / variations().size(); }
  std::size_t replications() const {
    return static_cast<std::size_t>(base().world.simulation.replications);
  }
  std::size_t runs() const { return points() * replications(); }
  bool is_random() const { return request_.design == DesignKind::random; }

  // What is set at a point: "key=value"; nothing where the scenario's own value stands.
  std::vector<std::string> overrides_at(std::size_t point) const;
  Result<Scenario> scenario_at(std::size_t point) const;

  // The line of a file that says what a point is; nowhere if none does.
  Place place_of(std::size_t point) const;

  // Draws a point of DesignKind::random again.
  void draw_again(std::size_t point, std::uint64_t attempt);

  // Names the result of a run: by the base, what is set, the replication, the measures and the
  // version of the program.
  RunKey key_of_run(std::size_t point, std::size_t replication) const;

  // Everything that makes the sweep what it is, in TOML. Equal plans make equal results.
  std::string plan() const;

  SweptMeasures measures() const;
  std::vector<SweptSetting> settings() const;
  SweepTexts texts() const;
  std::vector<ArmText> arms() const;

 private:
  Sweep(ScenarioFamily family, SweepRequest request);
  Result<Sweep> laid_out() &&;
  std::string points_text() const;
  void place(std::size_t point, std::span<const double> units);

  ScenarioFamily family_;
  SweepRequest request_;
  std::string base_name_;  // fingerprint of all that the names of its runs have in common
  // By (point, variation); NaN: the scenario's own value.
  std::vector<double> units_;   // places in the unit cube
  std::vector<double> values_;  // as the variations count them
};

}  // namespace cxsim
