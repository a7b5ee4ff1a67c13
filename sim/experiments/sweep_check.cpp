// Whether every point of a sweep can be run, asked before anything is.
#include <fmt/format.h>

#include <algorithm>

#include "engine/crew.hpp"
#include "experiments/sweep_jobs.hpp"

namespace cxsim {
namespace {

constexpr std::uint64_t most_draws = 100;  // of one point
constexpr std::size_t most_told = 6;       // settings in a message

template <class Thing>
bool have_equal_names(const std::vector<Thing>& a, const std::vector<Thing>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Thing& x, const Thing& y) { return x.name == y.name; });
}

// Points must fit into one dataset.
Problems check_shape(const Scenario& base, const Scenario& at_point) {
  const World &a = base.world, &b = at_point.world;
  const bool is_same = have_equal_names(base.arms, at_point.arms) &&
                       have_equal_names(a.touchpoints, b.touchpoints) &&
                       have_equal_names(a.journeys, b.journeys) &&
                       have_equal_names(a.segments, b.segments) &&
                       have_equal_names(a.company.departments, b.company.departments) &&
                       have_equal_names(a.company.root_causes, b.company.root_causes);
  if (!is_same)
    return {{{},
             "",
             "it has other arms, touchpoints, journeys, segments, departments or root causes",
             "all points lie in one dataset, with one set of names",
             "vary numbers, texts and flags rather than what there is"}};
  if (a.simulation.currency != b.simulation.currency)
    return {{{},
             "simulation.currency",
             "it has another currency than the scenario",
             "all points lie in one dataset, with one unit of money",
             "vary amounts instead"}};
  if (a.simulation.start_date != b.simulation.start_date)
    return {{{},
             "simulation.start_date",
             "it has another start date than the scenario",
             "all points lie in one dataset, with one calendar",
             "nothing in the model depends on the date: leave it"}};
  if (b.simulation.days > a.simulation.days)
    return {{{},
             "simulation.days",
             "it has more days than the scenario",
             "all points lie in one dataset, as long as the scenario",
             "give the scenario the longest time with --days, and vary it downwards"}};
  return {};
}

Problems problems_at(const Sweep& sweep, std::size_t point) {
  const auto scenario = sweep.scenario_at(point);
  Problems problems = scenario ? check_shape(sweep.base(), *scenario) : scenario.problems();
  std::string where = fmt::format("at point {}", point);
  std::size_t told = 0;
  for (const std::string& assignment : sweep.overrides_at(point)) {
    if (++told > most_told) continue;
    where += ", " + assignment;
  }
  if (told > most_told) where += fmt::format(" and {} more", told - most_told);
  for (Problem& problem : problems) {
    problem.what = where + ": " + problem.what;
    if (problem.place.file.empty()) problem.place = sweep.place_of(point);
  }
  return problems;
}

// Of a random sweep all: what one point becomes decides what the others' keys are.
std::vector<std::size_t> points_of(const Sweep& sweep, Shard shard) {
  if (sweep.is_random()) shard = {};
  std::vector<std::size_t> points;
  for (std::size_t run = shard.index; run < sweep.runs(); run += shard.of) {
    const std::size_t point = job_at(sweep, run).point;
    if (points.empty() || points.back() != point) points.push_back(point);
  }
  return points;
}

std::vector<Problems> checked(const Sweep& sweep, const std::vector<std::size_t>& points) {
  std::vector<Problems> problems(points.size());
  share_out(points.size(), [&](std::size_t k) { problems[k] = problems_at(sweep, points[k]); });
  return problems;
}

}  // namespace

Result<std::size_t> check_points(Sweep& sweep, const Shard& shard, int threads) {
  const Crew crew(threads);
  std::vector<std::size_t> points = points_of(sweep, shard);
  std::size_t redrawn = 0;
  for (std::uint64_t attempt = 1;; ++attempt) {
    const std::vector<Problems> problems = checked(sweep, points);
    std::vector<std::size_t> wrong;
    const Problems* first = nullptr;
    for (std::size_t k = 0; k < points.size(); ++k) {
      if (problems[k].empty()) continue;
      if (first == nullptr) first = &problems[k];
      wrong.push_back(points[k]);
    }
    if (wrong.empty()) return redrawn;
    if (!sweep.is_random() || attempt > most_draws) return *first;
    for (const std::size_t point : wrong) sweep.draw_again(point, attempt);
    redrawn += wrong.size();
    points = std::move(wrong);
  }
}

}  // namespace cxsim
