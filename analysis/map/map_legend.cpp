#include "analysis/map/map_legend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "analysis/map/map_lines.hpp"
#include "analysis/plots/svg_text.hpp"
#include "analysis/plots/text_fit.hpp"

namespace cxsim {
namespace {

constexpr double font_size = 12, row_height = 26, sample_width = 34, space = 26;

// A sample of ink and the words for it; the sample is drawn from its left end.
struct Entry {
  std::function<std::string(Point)> sample;
  std::string words, note;
};

std::string stroke(Point from, double length, double width, std::string_view kind) {
  return fmt::format("<path class=\"{}\" stroke-width=\"{:.1f}\" d=\"M{:.1f} {:.1f}h{:.1f}\"/>",
                     kind, width, from.x, from.y, length);
}

std::string arrow(Point from, double width, std::string_view kind) {
  return stroke(from, sample_width - 7, width, kind) +
         arrow_head({from.x + sample_width, from.y}, {1, 0}, width);
}

Entry journey_entry(const MapJourney& journey) {
  const std::string colour = colour_class(journey.id);
  return {[colour](Point p) {
            return fmt::format("<g class=\"{}\">{}</g>", colour, arrow(p, 4, "line"));
          },
          journey.title, journey.note};
}

template <class Test>
bool any_link(const MapContent& content, Test test) {
  return std::any_of(content.links.begin(), content.links.end(), test);
}

std::string loop_sample(Point p) {
  return fmt::format(
      "<g class=\"loop\"><path class=\"line failure\" stroke-width=\"2\" "
      "d=\"M{:.1f} {:.1f}c5 -23 -19 -23 -14 -6\"/>{}</g>",
      p.x + 24, p.y + 9, arrow_head({p.x + 10, p.y + 10}, {0, 1}, 2));
}

std::string sign_sample(Point p) {
  return stroke(p, sample_width, 2, "line") +
         fmt::format("<circle class=\"sign\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4.5\"/>",
                     p.x + sample_width / 2, p.y);
}

std::string indirect_sample(Point p) {
  return fmt::format(
      "<rect class=\"box indirect\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"26\" height=\"15\" "
      "rx=\"4\"/>",
      p.x + 4, p.y - 7.5);
}

std::vector<Entry> style_entries(const MapContent& content) {
  std::vector<Entry> entries;
  entries.push_back(
      {[](Point p) {
         return arrow({p.x, p.y - 5}, 1.4, "line") + arrow({p.x, p.y + 5}, 4.6, "line");
       },
       "the wider, the likelier to be taken", ""});
  if (any_link(content, [](const MapLink& l) { return l.on == EdgeOutcome::failure; }))
    entries.push_back({[](Point p) { return arrow(p, 2.4, "line failure"); }, "on failure", ""});
  if (any_link(content, [](const MapLink& l) { return l.from == l.to; }))
    entries.push_back({loop_sample, "back to the same touchpoint", ""});
  if (any_link(content, [](const MapLink& l) { return l.slopes.any(); }))
    entries.push_back({sign_sample, "chance follows the customer's state", ""});
  if (std::any_of(content.places.begin(), content.places.end(),
                  [](const MapPlace& p) { return p.contact == Contact::indirect; }))
    entries.push_back({indirect_sample, "indirect contact", ""});
  return entries;
}

// Lays entries side by side and breaks to the next row where they would leave the page.
class Rows {
 public:
  Rows(double x, double y, double width) : left_(x), end_(x + width), at_{x, y} {}

  void add(const Entry& entry) {
    const double words = text_width(entry.words, font_size);
    const double note = entry.note.empty() ? 0 : text_width(entry.note, font_size - 1) + 12;
    const double width = sample_width + 10 + words + note;
    if (at_.x > left_ && at_.x + width > end_) start_row();
    out_ += entry.sample(at_);
    const double x = at_.x + sample_width + 10;
    out_ += svg_text({x, at_.y + 4, font_size, "label"}, entry.words);
    if (note > 0) out_ += svg_text({x + words + 8, at_.y + 4, font_size - 1, "detail"}, entry.note);
    at_.x += width + space;
  }

  void start_row() { at_ = {left_, at_.y + row_height}; }
  Legend end(double top) { return {std::move(out_), at_.y + row_height / 2 - top}; }

 private:
  double left_, end_;
  Point at_;
  std::string out_;
};

}  // namespace

Legend legend_of(const MapContent& content, double x, double y, double width) {
  Rows rows(x, y + row_height / 2, width);
  for (const MapJourney& journey : content.journeys) rows.add(journey_entry(journey));
  rows.start_row();
  for (const Entry& entry : style_entries(content)) rows.add(entry);
  Legend legend = rows.end(y);
  legend.svg = "<g class=\"legend\">\n" + legend.svg + "</g>\n";
  return legend;
}

}  // namespace cxsim
