#include "interventions/intervention.hpp"

namespace cxsim {

Intervention usual(const Kind& kind) {
  Intervention one;
  one.kind = &kind;
  one.name = one.title = std::string(kind.name);
  one.timing = defaults<Timing>();
  one.timing.ramp = kind.usual.ramp;
  one.timing.duration = kind.usual.duration;
  one.timing.half_life = kind.usual.half_life;
  for (const Handle& handle : kind.handles)
    one.changes.push_back({handle.usual, static_cast<float>(handle.fallback)});
  for (const Parameter& parameter : kind.parameters)
    one.parameters.push_back(static_cast<float>(parameter.fallback));
  return one;
}

}  // namespace cxsim
