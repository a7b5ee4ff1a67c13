#include "analysis/studio/slider.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace cxsim {
namespace {

constexpr double far_enough = 4;       // times the value
constexpr double narrow = 10;          // a range so wide is shown whole
constexpr double too_near_zero = .05;  // of such a range: a value there needs a shorter one
constexpr double steps_wanted = 100;

// The first of 1, 2, 4, 5, 8, 10, 20 ... that is not below the number.
double round_above(double number) {
  const double power = std::pow(10.0, std::floor(std::log10(number)));
  for (const double digit : {1.0, 2.0, 4.0, 5.0, 8.0})
    if (digit * power >= number * (1 - 1e-9)) return digit * power;
  return 10 * power;
}

// The last of 1, 2, 5, 10, 20 ... that is not above it.
double round_below(double number) {
  const double power = std::pow(10.0, std::floor(std::log10(number) + 1e-9));
  for (const double digit : {5.0, 2.0})
    if (digit * power <= number * (1 + 1e-9)) return digit * power;
  return power;
}

bool is_whole(double number) { return std::floor(number) == number; }

bool lies_on(double step, double from, double value) {
  const double steps = (value - from) / step;
  return std::abs(steps - std::round(steps)) < 1e-6 * std::max(1.0, std::abs(steps));
}

// A step fine enough to reach the value.
double step_onto(double value, double low, double step, bool whole) {
  constexpr std::array finer{1.0, 2.0, 5.0, 10.0, 100.0, 1000.0, 10000.0};
  for (const double parts : finer) {
    const double finer_step = step / parts;
    if (whole && finer_step < 1) break;
    if (whole && !is_whole(finer_step)) continue;
    if (lies_on(finer_step, low, value)) return finer_step;
  }
  return whole ? 1 : step / finer.back();
}

bool is_about_days(std::string_view unit) { return unit.starts_with("days"); }
bool is_about_money(std::string_view unit) { return unit.starts_with("currency"); }

// For a number that is 0: its value says nothing about its size.
double usual_size(std::string_view unit, const Horizon& horizon) {
  constexpr double money_a_person = 4, money_a_person_and_day = .01, small = 10;
  if (unit == "currency") return round_above(std::max(1.0, money_a_person * horizon.people));
  if (unit == "currency per day")
    return round_above(std::max(1.0, money_a_person_and_day * horizon.people));
  return unit == "factor" ? far_enough : small;
}

bool is_shown_whole(const SlidingNumber& number) {
  const double width = number.range.high - number.range.low;
  if (!std::isfinite(width) || width > narrow || number.unit == "factor") return false;
  return number.value == 0 || std::abs(number.value) >= too_near_zero * width;
}

Range ends_of(const SlidingNumber& number, const Horizon& horizon) {
  if (is_about_days(number.unit)) return {0, std::max(horizon.days, 1.0)};
  if (is_shown_whole(number)) return number.range;
  const double size = number.value == 0 ? usual_size(number.unit, horizon)
                                        : round_above(far_enough * std::abs(number.value));
  const bool both_ways = number.value < 0 && !is_about_money(number.unit);
  return {both_ways ? -size : 0, size};
}

}  // namespace

Slider slider_between(double low, double high, double step, const SlidingNumber& number) {
  const double from = std::max(std::min(low, number.value), number.range.low);
  const double to = std::min(std::max(high, number.value), number.range.high);
  return {from, to, step_onto(number.value, from, step, number.whole), number.whole};
}

Slider slider_for(const SlidingNumber& number, const Horizon& horizon) {
  SlidingNumber described = number;
  Range ends = ends_of(number, horizon);
  const bool counts = is_about_days(number.unit) || number.unit == "stage";
  described.whole = number.whole || (counts && is_whole(number.value));
  if (described.whole) return slider_between(ends.low, ends.high, 1, described);
  ends = {std::max(ends.low, number.range.low), std::min(ends.high, number.range.high)};
  const double step = round_below(std::max(ends.high - ends.low, 1e-6) / steps_wanted);
  // Above 0, however little: one step.
  if (number.range.low == positive_range.low && ends.low == number.range.low) ends.low = step;
  return slider_between(ends.low, ends.high, step, described);
}

}  // namespace cxsim
