// Sensitivity for programs: every setting, in full.
#include "analysis/sensitivity/sensitivity.hpp"

namespace cxsim {
namespace {

Json end_json(const SweptParameter& parameter, const OutcomeAtEnd& end) {
  return {
      {"value", parameter.labels.empty() ? json_of(end.value) : Json(parameter.text_of(end.value))},
      {"outcome", json_of(end.outcome)},
      {"interval", json_of(end.interval)}};
}

Json knowing_json(const ValueOfKnowing& value) {
  return {{"value", json_of(value.value)}, {"interval", json_of(value.interval)}};
}

Json part_json(const VariancePart& part) {
  return {{"variance", json_of(part.variance)}, {"share", json_of(part.share)}};
}

Json setting_json(const Sensitivity& s, const SettingEffect& e) {
  const SweptParameter& parameter = s.parameters[e.parameter];
  Json json{{"key", parameter.key},
            {"unit", parameter.unit},
            {"scale", parameter.scale},
            {"low", end_json(parameter, e.low)},
            {"high", end_json(parameter, e.high)}};
  if (e.alone.points > 0)
    json["first_order"] = {{"share", json_of(e.alone.share)},
                           {"interval", json_of(e.alone.interval)}};
  if (e.sobol)
    json["sobol"] = {{"first", json_of(e.sobol->first)},
                     {"first_interval", json_of(e.sobol->first_interval)},
                     {"total", json_of(e.sobol->total)},
                     {"total_interval", json_of(e.sobol->total_interval)}};
  if (e.elementary)
    json["morris"] = {{"mu_star", json_of(e.elementary->absolute)},
                      {"mu_star_interval", json_of(e.elementary->absolute_interval)},
                      {"mu", json_of(e.elementary->mean)},
                      {"sigma", json_of(e.elementary->sd)}};
  if (s.choice) json["value_of_knowing"] = knowing_json(e.knowing);
  return json;
}

}  // namespace

Json json_of(const Sensitivity& s) {
  Json json{{"title", s.facts.title},
            {"design", row_of(s.facts.design).name},
            {"points", s.facts.points},
            {"replications", s.facts.replications},
            {"outcome", s.outcome.name},
            {"unit", unit_in_words(s)},
            {"arm", s.arm},
            {"against", s.against.empty() ? Json() : Json(s.against)}};
  if (is_sample(s.facts)) {
    json["spread"] = {{"mean", json_of(s.spread.mean)},
                      {"sd", json_of(s.spread.sd)},
                      {"p5", json_of(s.spread.p5)},
                      {"p50", json_of(s.spread.p50)},
                      {"p95", json_of(s.spread.p95)}};
    json["variance"] = {{"parameters", part_json(s.split.parameters)},
                        {"luck", part_json(s.split.luck)},
                        {"together", part_json(s.split.together)}};
  }
  if (s.above_zero)
    json["above_zero"] = {{"points", s.above_zero->count}, {"of", s.above_zero->of}};
  if (s.facts.design == DesignKind::one_at_a_time) json["own"] = json_of(s.own);
  json["parameters"] = Json::array();
  for (const SettingEffect& one : s.settings) json["parameters"].push_back(setting_json(s, one));
  const std::size_t k = s.paired.size();
  json["interactions"] = Json::array();
  for (std::size_t i = 0; i < k && !s.interactions.empty(); ++i)
    for (std::size_t j = i + 1; j < k; ++j)
      json["interactions"].push_back({{"parameters",
                                       {s.parameters[s.settings[s.paired[i]].parameter].key,
                                        s.parameters[s.settings[s.paired[j]].parameter].key}},
                                      {"share", json_of(s.interactions[i * k + j])}});
  if (s.choice)
    json["choice"] = {{"best_arm", s.facts.arms[s.choice->best_arm]},
                      {"another_is_best", s.choice->another_is_best.count},
                      {"of", s.choice->another_is_best.of},
                      {"value_of_knowing_everything", knowing_json(s.choice->everything)}};
  return json;
}

}  // namespace cxsim
