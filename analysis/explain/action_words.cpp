// An action as people read it, and as programs do.
#include <fmt/format.h>

#include "analysis/explain/action.hpp"
#include "analysis/report/number_text.hpp"
#include "engine/run.hpp"

namespace cxsim {
namespace {

std::string in_words(const ActionNumber& number) {
  const float amount = number.change.amount;
  if (!number.moves) return fmt::format("{} {:g}", number.key, amount);
  switch (number.change.operation) {
    case Operation::add:
      return fmt::format("{} {:+g}", number.key, amount);
    case Operation::multiply:
      return fmt::format("{} x{:g}", number.key, amount);
    case Operation::move_to:
      return fmt::format("{} to {:g}", number.key, amount);
  }
  return number.key;
}

std::string numbers_in_words(const Action& action) {
  std::string text = action.journey.empty() ? "" : action.journey + " drawn anew";
  for (const ActionNumber& number : action.numbers)
    text += (text.empty() ? "" : ", ") + in_words(number);
  return text.empty() ? action.kind : text;
}

std::string where_in_words(const Action& action) {
  std::string text;
  if (!action.where.empty()) text = fmt::format(" at {}", fmt::join(action.where, ", "));
  if (action.share < 1) text += fmt::format(" for {:g}% of people", 100 * action.share);
  return text;
}

std::string days_in_words(float days) {
  return fmt::format("{:g} {}", days, days == 1 ? "day" : "days");
}

std::string when_in_words(const Timing& t) {
  std::string text = fmt::format(", from month {}", t.start / days_per_month + 1);
  text += t.duration > 0 ? " for " + days_in_words(t.duration) : " on";
  if (t.ramp > 0) text += ", in full after " + days_in_words(t.ramp);
  if (t.duration > 0 && t.half_life > 0)
    text += ", then halving every " + days_in_words(t.half_life);
  if (t.strength != 1) text += fmt::format(", at strength {:g}", t.strength);
  if (t.effectiveness != 1) text += fmt::format(", at effectiveness {:g}", t.effectiveness);
  return text;
}

std::string cost_in_words(const Timing& t, const std::string& currency) {
  const auto amount = [&](float value) { return shown(static_cast<double>(value), {0}); };
  std::string text;
  if (t.capex > 0) text += fmt::format("; {} {} at the start", amount(t.capex), currency);
  if (t.opex > 0) text += fmt::format("; {:g} {} a day", t.opex, currency);
  return text;
}

Json json_of(const ActionNumber& number) {
  constexpr const char* operations[] = {"add", "multiply", "move_to"};
  const char* operation =
      number.moves ? operations[static_cast<int>(number.change.operation)] : "is";
  return {{"key", number.key},
          {"unit", number.unit},
          {"meaning", number.meaning},
          {operation, number.change.amount}};
}

}  // namespace

std::string in_words(const Action& action, const std::string& currency) {
  return numbers_in_words(action) + where_in_words(action) + when_in_words(action.timing) +
         cost_in_words(action.timing, currency);
}

Json json_of(const Action& action) {
  Json json{{"name", action.name},
            {"title", action.title},
            {"kind", action.kind},
            {"nature", action.nature == Nature::shock ? "shock" : "intervention"}};
  for (const Setting<Timing>& row : settings_of<Timing>) {
    if (const auto* number = std::get_if<float Timing::*>(&row.member))
      json[std::string(row.key)] = action.timing.**number;
    if (const auto* days = std::get_if<std::int64_t Timing::*>(&row.member))
      json[std::string(row.key)] = action.timing.**days;
  }
  json["numbers"] = Json::array();
  for (const ActionNumber& number : action.numbers) json["numbers"].push_back(json_of(number));
  json["where"] = action.where;
  json["share"] = action.share;
  json["journey"] = action.journey.empty() ? Json(nullptr) : Json(action.journey);
  return json;
}

}  // namespace cxsim
