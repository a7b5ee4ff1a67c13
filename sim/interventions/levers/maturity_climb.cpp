// Climbing the stages of customer experience maturity, through each of them; without funds it
// slides back.
#include "interventions/catalogue.hpp"
#include "interventions/intervention.hpp"

namespace cxsim {
namespace {

constexpr std::array parameters{
    Parameter{"stage", 4, {1, 6}, "stage", "stage it climbs to", "", Tag::choice},
    Parameter{"days_per_stage", 270, {1, 36500}, "days per stage", "time that one stage takes"},
    Parameter{"slide_days",
              540,
              {0, 36500},
              "days per stage",
              "time in which it slides back one stage once funding ends; 0 = it stays"},
};
enum Which : std::size_t { stage, days_per_stage, slide_days };

constexpr std::array<std::string_view, 3> leans_on{
    "company.outer_loop.entropy", "company.concert.silo_exponent", "customer.episode.handoff_loss"};

// While it is funded, from where the firm stood on the first day; afterwards back, to no less than
// where the firm would be without it.
float stage_reached(const Intervention& one, const DayOfResults& today) {
  const MaturitySettings& before = today.before.company.maturity;
  const auto since = static_cast<float>(today.day - one.timing.start);
  const float funded = one.timing.duration > 0 ? min_of(since, one.timing.duration) : since;
  const float from = stage_on(static_cast<float>(one.timing.start), before);
  const float way = (one.parameter(stage) - from) * one.timing.strength * one.timing.effectiveness;
  const float steps = min_of(magnitude(way), funded / one.parameter(days_per_stage));
  const float reached = from + (way < 0 ? -steps : steps);
  if (since <= funded || one.parameter(slide_days) <= 0) return reached;
  const float slid = reached - (since - funded) / one.parameter(slide_days);
  const float without = stage_on(static_cast<float>(today.day), before);
  return way < 0 ? reached : max_of(slid, min_of(reached, without));
}

void climb(const Intervention& one, const DayOfResults& today, Conditions& now) {
  now.company.maturity.maturity_stage = clamp(stage_reached(one, today), 1.0f, 6.0f);
  now.company.maturity.slide = 0;  // counted above
}

}  // namespace

const Kind kinds::maturity_climb{
    .name = "maturity_climb",
    .title = "Climb the stages of maturity",
    .meaning =
        "the firm moves to another stage of customer experience maturity, through every "
        "stage between; the programme of each stage costs what the stage says",
    .shape = Shape::own,
    .parameters = parameters,
    .leans_on = leans_on,
    .act = climb,
};

}  // namespace cxsim
