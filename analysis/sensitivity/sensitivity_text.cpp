// Sensitivity as people read it.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/number_text.hpp"
#include "analysis/sensitivity/sensitivity.hpp"
#include "analysis/sensitivity/sensitivity_plots.hpp"

namespace cxsim {
namespace {

constexpr std::size_t most_rows = 30;

std::string percent(double share) {
  return std::isnan(share) ? "-" : fmt::format("{:.0f}%", 100 * share);
}

std::string percent(const Interval& interval) {
  if (!is_known(interval)) return "";
  return fmt::format("{:.0f} to {:.0f}", 100 * interval.low, 100 * interval.high);
}

// Of a level or a difference, with its sign.
std::string told(const Sensitivity& s, double value) {
  return s.against.empty() ? shown(value, s.outcome.format) : shown_change(value, s.outcome.format);
}

std::string design_in_words(const SweptFacts& facts, std::size_t settings) {
  return fmt::format("{} point{} of {} parameter{} ({}), {} replication{}", facts.points,
                     facts.points == 1 ? "" : "s", settings, settings == 1 ? "" : "s",
                     row_of(facts.design).name, facts.replications,
                     facts.replications == 1 ? "" : "s");
}

std::string part_in_words(const char* name, const VariancePart& part) {
  return fmt::format("{} {}{}", name, percent(part.share),
                     part.was_negative ? " (its estimate fell below 0)" : "");
}

bool is_constant(const Sensitivity& s) { return s.spread.sd == 0; }

std::string spread_text(const Sensitivity& s) {
  if (!is_sample(s.facts)) return "";
  if (is_constant(s))
    return fmt::format("It is the same at every point: {}\n", told(s, s.spread.mean));
  std::string text =
      fmt::format("Over the points    mean {}, standard deviation {}, P5 {}, P50 {}, P95 {}\n",
                  told(s, s.spread.mean), shown(s.spread.sd, s.outcome.format),
                  told(s, s.spread.p5), told(s, s.spread.p50), told(s, s.spread.p95));
  if (s.above_zero && s.above_zero->of > 0)
    text += fmt::format("                   above 0 at {} of {} points\n", s.above_zero->count,
                        s.above_zero->of);
  if (std::isnan(s.split.parameters.share))
    text += s.facts.replications < 2
                ? "What luck adds     not known from one replication; give two or more\n"
                : "";
  else
    text += fmt::format("Variance of runs   {}, {}, {}\n",
                        part_in_words("parameters", s.split.parameters),
                        part_in_words("luck", s.split.luck),
                        part_in_words("luck that differs between points", s.split.together));
  return text;
}

// A table whose columns are as wide as what stands in them; the first is aligned to the left.
class TextTable {
 public:
  explicit TextTable(std::vector<std::string> header) { rows_.push_back(std::move(header)); }
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

  std::string text() const {
    std::vector<std::size_t> widths(rows_.front().size(), 0);
    for (const std::vector<std::string>& row : rows_)
      for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], row[c].size());
    std::string text;
    for (const std::vector<std::string>& row : rows_) {
      std::string line = fmt::format("  {:<{}}", row[0], widths[0]);
      for (std::size_t c = 1; c < row.size(); ++c)
        line += fmt::format("  {:>{}}", row[c], widths[c]);
      text += line + "\n";
    }
    return text;
  }

 private:
  std::vector<std::vector<std::string>> rows_;
};

// What was swept.
std::string range_of(const Sensitivity& s, const SettingEffect& e) {
  const SweptParameter& parameter = s.parameters[e.parameter];
  if (!parameter.labels.empty()) return fmt::format("{} texts", parameter.labels.size());
  double low = HUGE_VAL, high = -HUGE_VAL;
  for (const double value : parameter.values) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
  return parameter.short_text_of(low) + " to " + parameter.short_text_of(high);
}

std::string ends_of(const Sensitivity& s, const SettingEffect& e) {
  const SweptParameter& parameter = s.parameters[e.parameter];
  return fmt::format("{} to {}", parameter.short_text_of(e.low.value),
                     parameter.short_text_of(e.high.value));
}

std::string more_rows(const Sensitivity& s) {
  if (s.settings.size() <= most_rows) return "";
  return fmt::format("  and {} more, each weaker than these (all of them with --json)\n",
                     s.settings.size() - most_rows);
}

template <class Row>
std::string rows_text(const Sensitivity& s, std::vector<std::string> header, Row row) {
  TextTable table(std::move(header));
  for (std::size_t k = 0; k < std::min(s.settings.size(), most_rows); ++k)
    table.add(row(s.settings[k]));
  return table.text() + more_rows(s);
}

std::string sobol_text(const Sensitivity& s) {
  return "Share of the variance by each parameter: alone (first order), and with all it takes part "
         "in\n"
         "(total), by Sobol' indices; from few points they may pass 100% and each other\n" +
         rows_text(s, {"parameter", "from", "alone", "95% interval", "in total", "95% interval"},
                   [&](const SettingEffect& e) -> std::vector<std::string> {
                     return {s.parameters[e.parameter].key, range_of(s, e),
                             percent(e.sobol->first),       percent(e.sobol->first_interval),
                             percent(e.sobol->total),       percent(e.sobol->total_interval)};
                   });
}

std::string alone_text(const Sensitivity& s) {
  return "Share of the variance by each parameter alone (first order), from the sample; what is "
         "left "
         "is\n"
         "interactions, luck and what the sample is too small to show\n" +
         rows_text(
             s, {"parameter", "from 5% to 95%", "alone", "95% interval", "outcome at 5%", "at 95%"},
             [&](const SettingEffect& e) -> std::vector<std::string> {
               return {s.parameters[e.parameter].key, ends_of(s, e),
                       percent(e.alone.share),        percent(e.alone.interval),
                       told(s, e.low.outcome),        told(s, e.high.outcome)};
             });
}

std::string morris_text(const Sensitivity& s) {
  const Format format = s.outcome.format;
  return "Elementary effects over each parameter's range: their mean size (mu*), mean (mu) and "
         "standard\n"
         "deviation (sigma: interactions or curvature)\n" +
         rows_text(s, {"parameter", "from", "mu*", "95% interval", "mu", "sigma"},
                   [&](const SettingEffect& e) -> std::vector<std::string> {
                     const ElementaryEffects& one = *e.elementary;
                     const std::string interval =
                         is_known(one.absolute_interval)
                             ? shown(one.absolute_interval.low, format) + " to " +
                                   shown(one.absolute_interval.high, format)
                             : "";
                     return {s.parameters[e.parameter].key,  range_of(s, e),
                             shown(one.absolute, format),    interval,
                             shown_change(one.mean, format), shown(one.sd, format)};
                   });
}

std::string single_text(const Sensitivity& s) {
  return fmt::format("One parameter at a time; with the scenario's own values the outcome is {}\n",
                     told(s, s.own)) +
         rows_text(s, {"parameter", "from", "at its low end", "at its high end"},
                   [&](const SettingEffect& e) -> std::vector<std::string> {
                     return {s.parameters[e.parameter].key, ends_of(s, e), told(s, e.low.outcome),
                             told(s, e.high.outcome)};
                   });
}

std::string incomplete_text(const Sensitivity& s) {
  if (!s.facts.known_runs) return "";
  return fmt::format("Incomplete: {} of {} runs are there.\n", *s.facts.known_runs,
                     s.facts.points * s.facts.replications);
}

std::string warning_of(const Sensitivity& s) {
  const std::size_t settings = s.parameters.size();
  if (!is_sample(s.facts) || s.sample.size() >= 2 * settings) return "";
  return fmt::format(
      "  {} points cannot tell {} parameters apart: small shares here are chance. Give more "
      "points,\n"
      "  or screen them first with --design morris.\n",
      s.sample.size(), settings);
}

std::string settings_text(const Sensitivity& s) {
  if (s.settings.front().sobol) return sobol_text(s);
  if (s.settings.front().elementary) return morris_text(s);
  return s.facts.design == DesignKind::one_at_a_time ? single_text(s) : alone_text(s);
}

std::string money(const Sensitivity& s, double value) {
  return shown(value, {0}) + " " + s.facts.currency;
}

// Those worth anything, the most valuable first.
std::vector<SettingEffect> worth_knowing(const Sensitivity& s) {
  std::vector<SettingEffect> worth;
  for (const SettingEffect& one : s.settings)
    if (one.knowing.value > 0) worth.push_back(one);
  std::stable_sort(worth.begin(), worth.end(), [](const SettingEffect& a, const SettingEffect& b) {
    return a.knowing.value > b.knowing.value;
  });
  if (worth.size() > 10) worth.resize(10);
  return worth;
}

std::string choice_text(const Sensitivity& s) {
  if (!s.choice || std::isnan(s.choice->everything.value)) return "";
  const InformationValue& choice = *s.choice;
  if (choice.another_is_best.count == 0)
    return fmt::format(
        "\nChoosing among {} arms by NPV: {} is best at every point, so nothing that could be "
        "learnt\n"
        "about these parameters would change the choice.\n",
        s.facts.arms.size(), s.facts.arms[choice.best_arm]);
  std::string text = fmt::format(
      "\nChoosing among {} arms by NPV: {} is best on average; another is best at {} of {} "
      "points.\n",
      s.facts.arms.size(), s.facts.arms[choice.best_arm], choice.another_is_best.count,
      choice.another_is_best.of);
  text += fmt::format("Knowing everything before choosing is worth {} at most",
                      money(s, choice.everything.value));
  if (is_known(choice.everything.interval))
    text += fmt::format(" (95% interval {} to {})", shown(choice.everything.interval.low, {0}),
                        shown(choice.everything.interval.high, {0}));
  const std::vector<SettingEffect> worth = worth_knowing(s);
  if (worth.empty())
    return text + ".\nKnowing any one of these parameters would not change the choice.\n";
  text += "; knowing one parameter alone:\n";
  TextTable table({"parameter", s.facts.currency, "95% interval"});
  for (const SettingEffect& one : worth)
    table.add({s.parameters[one.parameter].key, shown(one.knowing.value, {0}),
               is_known(one.knowing.interval) ? shown(one.knowing.interval.low, {0}) + " to " +
                                                    shown(one.knowing.interval.high, {0})
                                              : ""});
  return text + table.text();
}

}  // namespace

std::string to_text(const Sensitivity& s, int width) {
  std::string text = fmt::format("{}\n{} ({})\n{}\n\n", s.facts.title, outcome_in_words(s),
                                 unit_in_words(s), design_in_words(s.facts, s.parameters.size()));
  const std::string spread = incomplete_text(s) + spread_text(s);
  if (!spread.empty()) text += spread + "\n";
  if (is_constant(s)) return text;
  text += settings_text(s) + warning_of(s);
  for (const std::string& plot : plots_text(s, width)) text += "\n" + plot;
  return text + choice_text(s);
}

}  // namespace cxsim
