// What an arm leans on, as people read it, and as programs do.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/explain/leaning.hpp"
#include "analysis/report/number_text.hpp"

namespace cxsim {
namespace {

constexpr std::size_t most_rows = 8;
constexpr Format money{0};

std::string name_of(const Assumption& one) {
  return one.is_effectiveness ? "effectiveness of " + one.meaning : one.key;
}

std::string npv_of(const PairedDifference& difference) {
  return shown_change(difference.spread.mean, money);
}

bool is_clear(const Swing& swing) { return excludes_zero(swing.spread.t); }

std::string origin_of(const Assumption& one) {
  const std::string tag(name_of(one.tag));
  return one.tag == Tag::choice || one.source.empty() ? tag : tag + ": " + one.source;
}

std::vector<Swing> rows_of(const Leaning& leaning) {
  const auto count = std::min(most_rows, leaning.swings.size());
  return {leaning.swings.begin(), leaning.swings.begin() + static_cast<std::ptrdiff_t>(count)};
}

std::size_t width_of(const std::vector<Swing>& rows) {
  std::size_t width = 30;
  for (const Swing& row : rows) width = std::max(width, name_of(row.assumption).size() + 2);
  return width;
}

std::string row_of(const Swing& swing, std::size_t width) {
  const Assumption& a = swing.assumption;
  return fmt::format(
      "  {:<{}}{:>9.4g}{:>9.4g}{:>13}{:>13} {}{:>10}  {}\n", name_of(a), width, a.low, a.high,
      npv_of(swing.low), npv_of(swing.high), is_clear(swing) ? "*" : " ",
      swing.flips_at && is_clear(swing) ? fmt::format("{:.3g}", *swing.flips_at) : "-",
      origin_of(a));
}

std::string table_of(const Leaning& leaning) {
  const std::vector<Swing> rows = rows_of(leaning);
  const std::size_t width = width_of(rows);
  std::string text = fmt::format("  {:<{}}{:>9}{:>9}{:>13}{:>13}  {:>10}\n", "", width, "low",
                                 "high", "NPV at low", "NPV at high", "flips at");
  for (const Swing& row : rows) text += row_of(row, width);
  return text;
}

bool is_assumed(const Swing& swing) { return swing.assumption.tag != Tag::choice; }

std::string widest_of(const Leaning& leaning, bool assumed, const char* whose) {
  for (const Swing& swing : leaning.swings) {
    const Assumption& a = swing.assumption;
    if (!is_clear(swing) || is_assumed(swing) != assumed) continue;
    return fmt::format("{} it leans most on {}: from {:.4g} to {:.4g}, NPV goes from {} to {}.\n",
                       whose, name_of(a), a.low, a.high, npv_of(swing.low), npv_of(swing.high));
  }
  return "";
}

std::string of_the_widest(const Leaning& leaning) {
  const std::string assumed = widest_of(leaning, true, "Of the model's assumptions");
  const std::string chosen = widest_of(leaning, false, "Of what you state yourself");
  if (assumed.empty() && chosen.empty())
    return "Luck hides what it leans on most: no swing stands out of it at this size.\n";
  return (assumed.empty() ? "No swing of a model's assumption stands out of luck at this size.\n"
                          : assumed) +
         chosen;
}

std::string of_flips(const Leaning& leaning) {
  std::string text;
  for (const Swing& swing : leaning.swings)
    if (swing.flips_at && is_clear(swing) && !swing.assumption.is_effectiveness)
      text += fmt::format("{}{} {:.3g}", text.empty() ? "" : ", ", name_of(swing.assumption),
                          *swing.flips_at);
  return text.empty() ? "No swing that stands out of luck turns the sign, but for effectiveness.\n"
                      : "The sign turns at " + text + ".\n";
}

std::string of_break_even(const Leaning& leaning) {
  std::string text;
  for (const Swing& swing : leaning.swings) {
    const Assumption& a = swing.assumption;
    if (!a.is_effectiveness) continue;
    if (!is_clear(swing))
      text += fmt::format("How well {} works makes no difference that stands out of luck.\n",
                          a.meaning);
    else if (!swing.break_even)
      text += fmt::format("{}: no effectiveness up to three times that assumed breaks even.\n",
                          a.meaning);
    else
      text +=
          fmt::format("{} breaks even at effectiveness {:.2f}{}.\n", a.meaning, *swing.break_even,
                      swing.flips_at ? "" : ", by a straight line beyond what was tried");
  }
  return text;
}

std::string of_terms(const Leaning& leaning) {
  std::string text = fmt::format(
      "  What each swing changes was found by running again with {} people and {} replications of "
      "the file's seed,\n    scaled to the file's people and laid on the file's own NPV: sizes are "
      "rough.\n"
      "  * The swing stands out of luck. Flips at: the value at which NPV changes its sign, by a "
      "straight line.\n",
      shown(static_cast<double>(leaning.people), {0}), leaning.replications);
  if (!leaning.left_out.empty())
    text += fmt::format("  Left out, for the scenario does not allow the swing: {}.\n",
                        fmt::join(leaning.left_out, ", "));
  return text;
}

Json json_of(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

Json json_of(const Swing& swing) {
  const Assumption& a = swing.assumption;
  return {{"key", a.key},
          {"meaning", a.meaning},
          {"unit", a.unit},
          {"tag", name_of(a.tag)},
          {"source", a.source},
          {"value", a.value},
          {"low", a.low},
          {"high", a.high},
          {"npv_at_low", cxsim::json_of(swing.low)},
          {"npv_at_high", cxsim::json_of(swing.high)},
          {"spread", cxsim::json_of(swing.spread)},
          {"flips_at", json_of(swing.flips_at)},
          {"break_even", json_of(swing.break_even)}};
}

}  // namespace

std::string to_text(const Leaning& leaning, const std::string& arm, const std::string& against,
                    const std::string& currency) {
  return fmt::format(
             "What it leans on: NPV of {} less {}, {} {} as it is, with one number at a time swung "
             "a quarter down and up\n\n",
             arm, against, shown_change(leaning.as_is, money), currency) +
         of_the_widest(leaning) + of_flips(leaning) + of_break_even(leaning) + "\n" +
         table_of(leaning) + "\n" + of_terms(leaning);
}

Json json_of(const Leaning& leaning) {
  Json json{{"people", leaning.people},
            {"replications", leaning.replications},
            {"as_is", cxsim::json_of(leaning.as_is)},
            {"usual_in_these_runs", cxsim::json_of(leaning.usual)},
            {"left_out", leaning.left_out},
            {"swings", Json::array()}};
  for (const Swing& swing : leaning.swings) json["swings"].push_back(json_of(swing));
  return json;
}

}  // namespace cxsim
