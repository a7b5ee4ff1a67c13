#include "analysis/report/json_values.hpp"

#include <cmath>

namespace cxsim {

Json json_of(double value) { return std::isnan(value) ? Json(nullptr) : Json(value); }

Json json_of(const Interval& interval) {
  if (!is_known(interval)) return nullptr;
  return Json::array({interval.low, interval.high});
}

Json json_of(const Spread& s) {
  return {{"mean", json_of(s.mean)},
          {"sd", json_of(s.sd)},
          {"p5", json_of(s.p5)},
          {"p50", json_of(s.p50)},
          {"p95", json_of(s.p95)}};
}

Json json_of(const Proportion& p) {
  return {{"count", p.count},
          {"of", p.of},
          {"share", json_of(share_of(p))},
          {"interval", json_of(p.interval)}};
}

Json json_of(const PairedDifference& d) {
  Json json{{"pairs", d.count}};
  json.update(json_of(d.spread));
  json["t_interval"] = json_of(d.t);
  json["bootstrap_interval"] = json_of(d.bootstrap);
  json["above_zero"] = json_of(d.above_zero);
  json["replications_to_halve"] = d.count_to_halve ? Json(*d.count_to_halve) : Json(nullptr);
  return json;
}

std::string json_text(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace cxsim
