#include "analysis/studio/control_json.hpp"

#include <algorithm>
#include <cctype>

namespace cxsim {
namespace {

// "maturity_stage" as "Maturity stage".
std::string label_of(std::string_view name) {
  std::string label(name);
  std::replace(label.begin(), label.end(), '_', ' ');
  if (!label.empty())
    label.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(label.front())));
  return label;
}

}  // namespace

std::string unit_in(std::string_view unit, std::string_view currency) {
  constexpr std::string_view word = "currency";
  if (!unit.starts_with(word)) return std::string(unit);
  return std::string(currency) + std::string(unit.substr(word.size()));
}

Json control_json(const ControlRow& row, double value, const Slider& slider,
                  std::string_view currency) {
  return {{"key", row.key},          {"label", label_of(row.name)},
          {"meaning", row.meaning},  {"unit", unit_in(row.unit, currency)},
          {"tag", name_of(row.tag)}, {"source", row.source},
          {"value", json_of(value)}, {"low", slider.low},
          {"high", slider.high},     {"step", slider.step},
          {"whole", slider.whole}};
}

}  // namespace cxsim
