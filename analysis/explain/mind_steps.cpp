// The steps within customers: what they remember, and what makes them prefer the firm.
#include <array>

#include "analysis/explain/path.hpp"

namespace cxsim {
namespace {

struct NamedMeasure {
  const char *measure, *name, *title;
  double sign = 1;
};

constexpr std::array memories{
    NamedMeasure{"mean_satisfaction", "satisfaction", "satisfaction, remembered"},
    NamedMeasure{"mean_trust", "trust", "trust"},
    NamedMeasure{"mean_commitment", "commitment", "commitment"},
    NamedMeasure{"mean_valence", "valence", "mood"},
};

constexpr NamedMeasure net_preference{"effective_net_preference", "total", "net preference"};

constexpr std::array preferences{
    NamedMeasure{"preference_quality", "quality", "believed quality"},
    NamedMeasure{"preference_satisfaction", "satisfaction", "remembered satisfaction"},
    NamedMeasure{"preference_implicit", "implicit", "subconscious association"},
    NamedMeasure{"preference_commitment", "commitment", "commitment"},
    NamedMeasure{"preference_trust", "trust", "trust"},
    NamedMeasure{"preference_equity", "equity", "being treated fairly"},
    NamedMeasure{"preference_price", "price", "the price"},
    NamedMeasure{"preference_hostility", "hostility", "hostility"},
    NamedMeasure{"preference_rivals", "rivals", "rivals", -1},
};

// The mean over customers and months.
Piece piece_of(const NamedMeasure& one, const TwoRuns& two) {
  const auto mean = [&](const RunWindow& window) {
    return one.sign * weighted_mean_of(two.results, one.measure, "active_customers", window);
  };
  return level_piece(one.name, one.title, mean(two.against), mean(two.arm));
}

}  // namespace

Step memory_step(const PairedRuns& runs) {
  return step_of({"memory", "memory", "a customer", {4}}, last_year_of_effect(runs.results),
                 Pieces::levels, runs, [](const TwoRuns& two) {
                   std::vector<Piece> pieces;
                   for (const NamedMeasure& one : memories) pieces.push_back(piece_of(one, two));
                   return pieces;
                 });
}

Step preference_step(const PairedRuns& runs) {
  return step_of({"preference", "net preference", "utility over rivals", {4}},
                 last_year_of_effect(runs.results), Pieces::sum, runs, [](const TwoRuns& two) {
                   std::vector<Piece> pieces{piece_of(net_preference, two)};
                   for (const NamedMeasure& one : preferences) pieces.push_back(piece_of(one, two));
                   return pieces;
                 });
}

}  // namespace cxsim
