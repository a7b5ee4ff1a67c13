// The tornado in a terminal.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/plots/axis.hpp"
#include "analysis/plots/key_label.hpp"
#include "analysis/plots/terminal.hpp"
#include "analysis/plots/tornado.hpp"

namespace cxsim {
namespace {

constexpr std::size_t least_chart = 14, widest_chart = 61, least_label = 16;

struct Row {
  std::string label, values, low, high;
};

struct Columns {
  std::size_t label = 9, values = 0, number = 7, chart = 0;
  bool margins = true;  // whether outcomes say ± half their interval
};

std::string outcome_text(double outcome, const Interval& interval, const Format& format,
                         bool margins) {
  const std::string text = known_text(outcome, format);
  if (!margins || !is_known(interval)) return text;
  return text + " ±" + shown((interval.high - interval.low) / 2, format);
}

Row row_of(const TornadoBar& bar, const Format& format, bool margins, std::size_t widest_value) {
  const std::string from = kept_start(bar.low_value, widest_value);
  const std::string to = kept_start(bar.high_value, widest_value);
  return {bar.label, from.empty() && to.empty() ? "" : from + " to " + to,
          outcome_text(bar.low, bar.low_interval, format, margins),
          outcome_text(bar.high, bar.high_interval, format, margins)};
}

// What is left for the chart where the columns are as wide as what they hold.
Columns columns_of(const std::vector<Row>& rows, std::size_t width, bool margins, bool values) {
  Columns columns;
  columns.margins = margins;
  for (const Row& row : rows) {
    columns.label = std::max(columns.label, letters_in(row.label));
    if (values) columns.values = std::max(columns.values, letters_in(row.values));
    columns.number = std::max({columns.number, letters_in(row.low), letters_in(row.high)});
  }
  const std::size_t others =
      2 + 2 + 2 * (columns.number + 2) + (columns.values > 0 ? columns.values + 2 : 0);
  const std::size_t room = width > others ? width - others : 0;
  columns.label = std::min(columns.label, std::max(least_label, room * 3 / 5));
  columns.chart = std::min(widest_chart, room - std::min(room, columns.label));
  return columns;
}

class TornadoTable {
 public:
  TornadoTable(const Tornado& tornado, std::size_t width)
      : tornado_(tornado), bars_(shown_bars(tornado)), width_(width) {
    range_.add(tornado.middle);
    for (const TornadoBar& bar : bars_) range_.add(std::vector<double>{bar.low, bar.high});
    format_ = format_over(range_);
    axis_ = axis_within(range_, PlotScale::linear, 2);
    choose_columns();
    shorten();
  }

  std::string write() const;

 private:
  void choose_columns();
  void shorten();
  std::size_t cell_of(double value) const;
  std::string chart_of(const TornadoBar& bar) const;
  std::string line_of(const Row& row, const std::string& chart) const;
  std::string line_of_ends() const;
  std::string legend() const;

  const Tornado& tornado_;
  std::vector<TornadoBar> bars_;
  std::size_t width_;
  DataRange range_;
  PlotAxis axis_;
  Format format_{0};
  Columns columns_;
  std::vector<Row> rows_;
};

// Drops the margins first, then the parameters' values, until the chart has room.
void TornadoTable::choose_columns() {
  const std::size_t widest_value = width_ < 100 ? 8 : 12;
  for (const auto& [margins, values] :
       {std::pair{true, true}, std::pair{false, true}, std::pair{false, false}}) {
    rows_.clear();
    for (const TornadoBar& bar : bars_)
      rows_.push_back(row_of(bar, format_, margins, widest_value));
    columns_ = columns_of(rows_, width_, margins, values);
    if (columns_.chart >= least_chart) return;
  }
}

void TornadoTable::shorten() {
  std::vector<std::string> labels;
  for (const Row& row : rows_) labels.push_back(row.label);
  labels = short_keys(labels, columns_.label);
  for (std::size_t k = 0; k < rows_.size(); ++k) rows_[k].label = labels[k];
}

std::size_t TornadoTable::cell_of(double value) const {
  const double last = static_cast<double>(columns_.chart - 1);
  return static_cast<std::size_t>(std::lround(place_on(axis_, value) * last));
}

std::string TornadoTable::chart_of(const TornadoBar& bar) const {
  std::vector<std::string> cells(columns_.chart, " ");
  if (columns_.chart == 0) return "";
  if (!std::isfinite(tornado_.middle)) return repeated(" ", columns_.chart);
  const std::size_t middle = cell_of(tornado_.middle);
  const auto fill = [&](double outcome, const std::string& ink) {
    if (!std::isfinite(outcome)) return;
    const std::size_t end = cell_of(outcome);
    for (std::size_t k = std::min(end, middle); k <= std::max(end, middle); ++k)
      cells[k] = cells[k] == " " || k == middle ? ink : "▒";
  };
  fill(bar.low, "░");
  fill(bar.high, "█");
  if (range_.holds(0)) cells[cell_of(0)] = "║";
  cells[middle] = "│";
  std::string chart;
  for (const std::string& cell : cells) chart += cell;
  return chart;
}

std::string TornadoTable::line_of(const Row& row, const std::string& chart) const {
  std::string line = "  " + at_left(row.label, columns_.label) + "  ";
  if (columns_.values > 0) line += at_left(row.values, columns_.values) + "  ";
  line += chart + "  " + at_right(row.low, columns_.number) + "  " +
          at_right(row.high, columns_.number);
  return line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

// The outcomes at both ends of the chart.
std::string TornadoTable::line_of_ends() const {
  if (range_.is_empty()) return "";
  const std::string low = shown(axis_.range.low, format_), high = shown(axis_.range.high, format_);
  if (low.size() + 1 + high.size() > columns_.chart) return "";
  return line_of({}, low + at_right(high, columns_.chart - low.size()));
}

std::string TornadoTable::legend() const {
  std::string words = "░ outcome at the parameter's low end, █ at its high end, ▒ both; │ ";
  words += "all in the middle: " + known_text(tornado_.middle, format_);
  if (range_.holds(0)) words += "; ║ zero: here the sign turns";
  const bool any_margin = std::any_of(rows_.begin(), rows_.end(), [](const Row& row) {
    return (row.low + row.high).find("±") != std::string::npos;
  });
  if (any_margin) words += fmt::format("; ± half of the {:.0f}% interval", 100 * confidence_level);
  return wrapped(words + ".", width_);
}

std::string TornadoTable::write() const {
  std::string text =
      wrapped(tornado_.title, width_, 0) + wrapped(tornado_.axis_title, width_) + "\n";
  text += line_of({"parameter", "low to high", "at low", "at high"}, repeated(" ", columns_.chart));
  for (std::size_t k = 0; k < bars_.size(); ++k) text += line_of(rows_[k], chart_of(bars_[k]));
  text += line_of_ends();
  const std::string others = note_of_others(tornado_);
  if (!others.empty()) text += wrapped(others, width_);
  return text + "\n" + legend();
}

}  // namespace

std::string tornado_text(const Tornado& tornado, int width) {
  return TornadoTable(tornado, static_cast<std::size_t>(std::max(60, width))).write();
}

}  // namespace cxsim
