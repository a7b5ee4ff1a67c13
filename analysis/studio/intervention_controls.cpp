#include "analysis/studio/intervention_controls.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/studio/control_json.hpp"
#include "engine/run.hpp"
#include "scenario/section_reader.hpp"

namespace cxsim {
namespace {

constexpr std::string_view multiplied_unit = "factor";
constexpr double most_factor = 1000;

std::string_view operation_in_words(Operation operation) {
  constexpr std::string_view words[] = {"; added to what it was", "; times what it was",
                                        "; what it becomes"};
  return words[static_cast<int>(operation)];
}

Range amounts_of(Operation operation, const Range& range, double value) {
  const double width = range.high - range.low;
  if (operation == Operation::multiply) return {0, most_factor};
  if (operation == Operation::add) return {value > 0 ? 0 : -width, width};
  return range;
}

// What a number that is left alone would be if it changed nothing.
double neutral(Operation operation) { return operation == Operation::multiply ? 1 : 0; }

class ControlList {
 public:
  ControlList(const Intervention& one, const Surroundings& around, const KeyOf& key_of,
              LeftAlone left_alone)
      : one_(one), around_(around), key_of_(key_of), left_alone_(left_alone) {}

  Json all() {
    for (const Setting<Timing>& row : settings_of<Timing>) add_timing(row);
    if (one_.scope.share < 1) add_share();
    for (std::size_t h = 0; h < one_.changes.size(); ++h) add_handle(h);
    for (std::size_t k = 0; k < one_.parameters.size(); ++k) add_parameter(k);
    return std::move(list_);
  }

 private:
  void add_timing(const Setting<Timing>& row) {
    const bool is_shape = row.key == "ramp" || row.key == "half_life";
    if (is_shape && one_.kind->shape == Shape::own) return;
    std::visit(
        [&](auto member) {
          using Value = std::remove_reference_t<decltype(std::declval<Timing&>().*member)>;
          if constexpr (std::is_arithmetic_v<Value>) add_timing(row, member);
        },
        row.member);
  }

  template <class Value>
  void add_timing(const Setting<Timing>& row, Value Timing::*member) {
    Value held = one_.timing.*member;
    double value = 0;
    if constexpr (std::is_same_v<Value, float>)
      value = shortest_decimal(held);
    else
      value = static_cast<double>(held);
    const bool whole = !std::is_same_v<Value, float>;
    Horizon horizon = around_.horizon;
    if (row.key == "start") horizon.days -= 1;  // it has to begin before the results end
    const Slider slider = slider_for({row.unit, row.range, value, whole}, horizon);
    Intervention at_end = one_;
    at_end.timing.*member = static_cast<Value>(slider.high);
    if (is_refused(at_end)) return;
    add(control_row(row, key_of_(row.key, nullptr)), value, slider);
  }

  bool is_refused(const Intervention& changed) const {
    const auto refusal = one_.kind->refusal;
    return refusal != nullptr && refusal(one_).empty() && !refusal(changed).empty();
  }

  void add_share() {
    const double value = shortest_decimal(one_.scope.share);
    add({key_of_("share", nullptr), "share", "share", "share of people it reaches", "",
         Tag::choice},
        value, slider_for({"share", share_range, value}, around_.horizon));
  }

  void add_handle(std::size_t h) {
    const Handle& handle = one_.kind->handles[h];
    const Change& change = one_.changes[h];
    if (!change.does_anything() && left_alone_ == LeftAlone::left_out) return;
    const Operation operation = change.operation;
    const double value =
        change.does_anything() ? shortest_decimal(change.amount) : neutral(operation);
    const std::string_view unit = operation == Operation::multiply ? multiplied_unit : handle.unit;
    const Slider slider = slider_for(
        {unit, amounts_of(operation, handle.target.range, value), value}, around_.horizon);
    const std::string meaning =
        std::string(handle.meaning) + std::string(operation_in_words(operation));
    add({key_of_(handle.key, &change), handle.key, unit, meaning, handle.source, handle.tag},
        change.does_anything() ? value : untouched, slider);
  }

  void add_parameter(std::size_t k) {
    const Parameter& parameter = one_.kind->parameters[k];
    const double value = shortest_decimal(one_.parameters[k]);
    add({key_of_(parameter.key, nullptr), parameter.key, parameter.unit, parameter.meaning,
         parameter.source, parameter.tag},
        value, slider_for({parameter.unit, parameter.range, value}, around_.horizon));
  }

  void add(const ControlRow& row, double value, const Slider& slider) {
    list_.push_back(control_json(row, value, slider, around_.currency));
  }

  const Intervention& one_;
  const Surroundings& around_;
  const KeyOf& key_of_;
  LeftAlone left_alone_;
  Json list_ = Json::array();
};

}  // namespace

Surroundings surroundings_in(const World& world) {
  const std::int64_t days = months_in(world.simulation) * days_per_month;
  return {{static_cast<double>(days), static_cast<double>(world.simulation.people)},
          world.simulation.currency};
}

Json intervention_controls(const Intervention& one, const Surroundings& around, const KeyOf& key_of,
                           LeftAlone left_alone) {
  return ControlList(one, around, key_of, left_alone).all();
}

std::string_view name_of(Nature nature) {
  return nature == Nature::shock ? "shock" : "intervention";
}

}  // namespace cxsim
