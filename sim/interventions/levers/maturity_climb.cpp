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

float stage_reached(const Intervention& one, float from, std::int64_t day) {
  const auto since = static_cast<float>(day - one.timing.start);
  const float funded = one.timing.duration > 0 ? min_of(since, one.timing.duration) : since;
  const float pull = one.timing.strength * one.timing.effectiveness;
  const float way = (one.parameter(stage) - from) * pull;
  const float steps = min_of(magnitude(way), funded / one.parameter(days_per_stage));
  const float climbed = way < 0 ? -steps : steps;
  if (since <= funded || one.parameter(slide_days) <= 0) return from + climbed;
  const float slid = (since - funded) / one.parameter(slide_days);
  return from + (climbed > 0 ? positive_part(climbed - slid) : climbed);
}

// The firm starts from where it stood on the first day, and slides no further while it climbs.
void climb(const Intervention& one, const DayOfResults& today, Conditions& now) {
  MaturitySettings& maturity = now.company.maturity;
  const auto results_begin = static_cast<float>(today.before.company.slides_from);
  const float first = results_begin + static_cast<float>(one.timing.start);
  const float from = stage_on(first - results_begin, today.before.company.maturity);
  maturity.maturity_stage = clamp(stage_reached(one, from, today.day), 1.0f, 6.0f);
  maturity.slide = 0;
}

}  // namespace

const Kind kinds::maturity_climb{
    .name = "maturity_climb",
    .title = "Climb the stages of maturity",
    .meaning =
        "the firm moves to another stage of customer experience maturity, through every "
        "stage between; the programme of each stage costs what the stage says",
    .usual = {.half_life = 36500},
    .parameters = parameters,
    .leans_on = leans_on,
    .act = climb,
};

}  // namespace cxsim
