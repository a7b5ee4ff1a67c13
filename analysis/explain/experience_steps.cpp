// The steps that people live through: contacts, and the journeys they remember.
#include "analysis/explain/mix.hpp"
#include "analysis/explain/path.hpp"

namespace cxsim {
namespace {

// A mean over places, weighted by a count of each.
struct MixedMeasure {
  const char *mean, *weight;
  const char *dimension, *mix_title;
};

std::vector<Part> parts_of(const MonthlyResults& results, const MixedMeasure& measure,
                           const RunWindow& window) {
  std::vector<Part> parts;
  for (std::size_t k = 0; k < all_places(results, measure.weight).to; ++k)
    parts.push_back({sum_at(results, measure.weight, window, {k, k + 1}),
                     weighted_mean_at(results, measure.mean, measure.weight, window, {k, k + 1})});
  return parts;
}

std::vector<Piece> pieces_of(const TwoRuns& runs, const MixedMeasure& measure) {
  const std::vector<Part> against = parts_of(runs.results, measure, runs.against);
  const std::vector<Part> arm = parts_of(runs.results, measure, runs.arm);
  const std::vector<std::string> names = runs.results.source().labels(measure.dimension);
  const MixedChange change = split_mean(against, arm);
  std::vector<Piece> pieces{level_piece("total", "all", change.before, change.after)};
  for (std::size_t k = 0; k < change.own.size(); ++k)
    pieces.push_back({names[k], names[k], change.own[k], against[k].mean, arm[k].mean});
  pieces.push_back({"mix", measure.mix_title, change.mix});
  return pieces;
}

Step mixed_step(StepHeading heading, const PairedRuns& runs, const MixedMeasure& measure) {
  return step_of(std::move(heading), months_of_effect(runs.results), Pieces::sum, runs,
                 [&](const TwoRuns& two) { return pieces_of(two, measure); });
}

}  // namespace

Step touchpoint_step(const PairedRuns& runs) {
  return mixed_step(
      {"touchpoints", "gap at touchpoints", "perceived less expected quality, a contact", {4}},
      runs, {"touchpoint_gap", "touchpoint_contacts", "touchpoint", "another mix of contacts"});
}

Step journey_step(const PairedRuns& runs) {
  return mixed_step(
      {"journeys", "journeys as remembered", "reaction, a closed journey", {4}}, runs,
      {"journey_mean_experience", "journey_closed", "journey", "another mix of journeys"});
}

}  // namespace cxsim
