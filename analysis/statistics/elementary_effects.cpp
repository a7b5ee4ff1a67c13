#include "analysis/statistics/elementary_effects.hpp"

#include <optional>

#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/spread.hpp"

namespace cxsim {
namespace {

std::optional<std::size_t> changed_alone(std::span<const double> from, std::span<const double> to) {
  std::optional<std::size_t> changed;
  for (std::size_t j = 0; j < from.size(); ++j) {
    if (from[j] == to[j]) continue;
    if (changed) return {};
    changed = j;
  }
  return changed;
}

// The effects of each parameter, trajectory by trajectory.
std::vector<std::vector<double>> known_effects(std::span<const double> rows, std::size_t parameters,
                                               std::span<const double> values) {
  std::vector<std::vector<double>> effects(parameters);
  for (std::size_t point = 0; point + 1 < values.size(); ++point) {
    if ((point + 1) % (parameters + 1) == 0) continue;  // the next one starts another trajectory
    const auto from = rows.subspan(point * parameters, parameters);
    const auto to = rows.subspan((point + 1) * parameters, parameters);
    const std::optional<std::size_t> j = changed_alone(from, to);
    if (!j) continue;
    const double effect = (values[point + 1] - values[point]) / (to[*j] - from[*j]);
    if (!std::isnan(effect)) effects[*j].push_back(effect);
  }
  return effects;
}

ElementaryEffects summary_of(const std::vector<double>& effects) {
  std::vector<double> absolute;
  absolute.reserve(effects.size());
  for (const double effect : effects) absolute.push_back(std::fabs(effect));
  const Spread spread = spread_of(effects);
  return {effects.size(), spread.mean, spread_of(absolute).mean, bootstrap_interval(absolute),
          spread.sd};
}

}  // namespace

std::vector<ElementaryEffects> elementary_effects(std::span<const double> rows,
                                                  std::size_t parameters,
                                                  std::span<const double> values) {
  std::vector<ElementaryEffects> found;
  for (const std::vector<double>& effects : known_effects(rows, parameters, values))
    found.push_back(summary_of(effects));
  return found;
}

}  // namespace cxsim
