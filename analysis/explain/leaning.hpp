// What an arm's NPV leans on: it is run again with one assumption at a time swung down and up.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/explain/assumption.hpp"
#include "analysis/report/json_values.hpp"
#include "analysis/report/source.hpp"
#include "base/problem.hpp"

namespace cxsim {

// NPV of the arm less that of the other, with the assumption at both ends of its swing.
struct Swing {
  Assumption assumption;
  PairedDifference low, high;      // NPV differences: as it is, and what the swing adds
  PairedDifference spread;         // high less low
  std::optional<double> flips_at;  // value between the ends where the difference changes its sign
  std::optional<double>
      break_even;  // of an effectiveness: in a straight line, also beyond the ends
};

struct Leaning {
  std::int64_t people = 0, replications = 0;  // of these runs; NPV is told for the file's people
  double as_is = not_known;                   // NPV difference of the results that are explained
  PairedDifference usual;                     // the same in these smaller runs
  std::vector<Swing> swings;                  // those clear of luck first, and the widest first
  std::vector<std::string> left_out;          // keys that the scenario does not let swing
};

// The scenario of the results with overrides such as "simulation.people=4000".
using ScenarioWith = std::function<Result<Scenario>(const std::vector<std::string>& overrides)>;

struct LeaningPlan {
  std::int64_t most_people = 4000, replications = 4;
  std::optional<double> npv;  // difference that the swings are laid on; else that of their own runs
  int threads = 0;            // 0: every core
  std::function<void(std::int64_t days)> on_progress;  // days passed in any run; from any thread
  std::function<bool()> cancelled;
};

// Every run that the swings take, ready to go.
class Swings {
 public:
  // The arms by their place in the facts.
  static Result<Swings> of(const ScenarioWith& scenario_with, const ResultFacts& facts,
                           std::size_t arm, std::size_t against, const LeaningPlan& plan);

  Swings(Swings&&) noexcept;
  Swings& operator=(Swings&&) noexcept;
  ~Swings();

  std::int64_t people() const;
  std::int64_t days_in_all() const;

  // Nothing if it was cancelled.
  std::optional<Leaning> run(const LeaningPlan& plan) const;

 private:
  struct Content;
  explicit Swings(std::unique_ptr<Content> content);
  std::unique_ptr<Content> content_;
};

// Where a straight line through two points meets zero; nothing where it is level.
std::optional<double> zero_of_line(double x0, double y0, double x1, double y1);

// Fills in what follows from the NPV differences at both ends and as it is.
void judge(Swing& swing, double as_is);

std::string to_text(const Leaning& leaning, const std::string& arm, const std::string& against,
                    const std::string& currency);
Json json_of(const Leaning& leaning);

}  // namespace cxsim
