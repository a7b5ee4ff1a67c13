#include "analysis/explain/assumption.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

#include "scenario/section_reader.hpp"
#include "scenario/sections.hpp"
#include "scenario/toml_tokens.hpp"

namespace cxsim {
namespace {

constexpr double quarter = .25;
constexpr std::string_view margin = "money.margin";

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

bool is_unproven(const Assumption& one) {
  return one.tag == Tag::assumption || one.tag == Tag::derived || one.key == margin;
}

bool is_known(const std::vector<Assumption>& all, std::string_view key) {
  return std::any_of(all.begin(), all.end(),
                     [key](const Assumption& one) { return one.key == key; });
}

void add_setting(std::vector<Assumption>& chosen, const std::vector<Assumption>& settings,
                 std::string_view key) {
  for (const Assumption& one : settings)
    if (one.key == key && is_unproven(one) && one.low < one.high && !is_known(chosen, key))
      chosen.push_back(one);
}

// A name as a part of a key.
std::string quoted(const std::string& name) {
  const char quote = name.find('"') == std::string::npos ? '"' : '\'';
  return quote + name + quote;
}

void add_effectiveness(std::vector<Assumption>& chosen, const Intervention& one) {
  Assumption effectiveness{
      effectiveness_key(one), "factor",    one.title,
      "the scenario's own",   Tag::choice, shortest_decimal(one.timing.effectiveness)};
  effectiveness.is_effectiveness = true;
  effectiveness = swung(std::move(effectiveness), {0, 10});
  if (!is_known(chosen, effectiveness.key)) chosen.push_back(std::move(effectiveness));
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

std::vector<Assumption> assumptions_of(const Scenario& scenario, const Arm& arm,
                                       const Arm& against) {
  const std::vector<Assumption> settings = number_settings(scenario.world);
  std::vector<Assumption> chosen;
  for (const Arm* one : {&arm, &against})
    for (const Intervention& intervention : one->programme.interventions())
      for (const std::string_view key : intervention.kind->leans_on)
        add_setting(chosen, settings, key);
  for (const std::string_view key : leant_on_by_all) add_setting(chosen, settings, key);
  for (const Arm* one : {&arm, &against})
    for (const Intervention& intervention : one->programme.interventions())
      add_effectiveness(chosen, intervention);
  return chosen;
}

}  // namespace cxsim
