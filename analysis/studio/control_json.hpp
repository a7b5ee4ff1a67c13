// One number that a slider can change, as the page reads it: the row of a settings table.
#pragma once

#include <string>
#include <string_view>

#include "analysis/report/json_values.hpp"
#include "analysis/studio/slider.hpp"
#include "base/setting.hpp"

namespace cxsim {

struct ControlRow {
  std::string key;        // as --set takes it
  std::string_view name;  // the last part of it: "maturity_stage"
  std::string_view unit, meaning, source;
  Tag tag = Tag::choice;
};

template <class Section>
ControlRow control_row(const Setting<Section>& row, std::string key) {
  return {std::move(key), row.key, row.unit, row.meaning, row.source, row.tag};
}

// Control of the page's studio_api.ts; a value that is not a number becomes null.
Json control_json(const ControlRow& row, double value, const Slider& slider,
                  std::string_view currency);

// A unit with the scenario's currency in it: "EUR per day".
std::string unit_in(std::string_view unit, std::string_view currency);

}  // namespace cxsim
