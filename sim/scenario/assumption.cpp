#include "scenario/assumption.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

#include "scenario/section_reader.hpp"
#include "scenario/sections.hpp"
#include "scenario/toml_tokens.hpp"

namespace cxsim {
namespace {

constexpr double quarter = .25;

template <class Section>
void add_numbers(std::vector<Assumption>& all, const std::string& path, const Section& section) {
  for (const Setting<Section>& row : settings_of<Section>) {
    const auto* member = std::get_if<float Section::*>(&row.member);
    if (member == nullptr || std::isnan(section.**member)) continue;
    all.push_back(swung({join_key(path, row.key), std::string(row.unit), std::string(row.meaning),
                         std::string(row.source), row.tag, shortest_decimal(section.**member)},
                        row.range));
  }
}

// A name as a part of a key.
std::string quoted(const std::string& name) {
  const char quote = name.find('"') == std::string::npos ? '"' : '\'';
  return quote + name + quote;
}

}  // namespace

std::string effectiveness_key(const Intervention& intervention) {
  const bool is_shock = intervention.kind->nature == Nature::shock;
  return (is_shock ? "shock." : "intervention.") + quoted(intervention.name) + ".effectiveness";
}

Assumption swung(Assumption one, const Range& range) {
  double step = quarter * std::abs(one.value);
  if (one.value == 0) step = quarter * (range.high - range.low);
  if (!std::isfinite(step)) step = 0;
  one.low = std::clamp(one.value - step, range.low, range.high);
  one.high = std::clamp(one.value + step, range.low, range.high);
  return one;
}

std::vector<Assumption> number_settings(const World& world) {
  std::vector<Assumption> all;
  for_each_single_section(world, [&](const std::string& path, const auto& section) {
    add_numbers(all, path, section);
  });
  return all;
}

Assumption effectiveness_of(const Intervention& one) {
  Assumption effectiveness{
      effectiveness_key(one), "factor",    one.title,
      "the scenario's own",   Tag::choice, shortest_decimal(one.timing.effectiveness)};
  effectiveness.is_effectiveness = true;
  return swung(std::move(effectiveness), {0, 10});
}

}  // namespace cxsim
