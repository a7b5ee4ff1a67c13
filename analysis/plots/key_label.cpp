#include "analysis/plots/key_label.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/plots/axis.hpp"
#include "analysis/plots/svg_text.hpp"
#include "analysis/plots/terminal.hpp"
#include "analysis/plots/text_fit.hpp"
#include "analysis/report/markup_text.hpp"

namespace cxsim {
namespace {

constexpr double name_size = 12.5, section_size = 10, line_size = 10.5, smallest_size = 8.5;
constexpr double bold = 1.08;  // how much wider than the regular face

// Positions of the dots outside quotes; none where blanks show that the text is no key.
std::vector<std::size_t> dots_of(std::string_view key) {
  std::vector<std::size_t> dots;
  bool quoted = false;
  for (std::size_t at = 0; at < key.size(); ++at) {
    if (key[at] == '"') quoted = !quoted;
    if (quoted) continue;
    if (key[at] == ' ') return {};
    if (key[at] == '.' && at > 0 && at + 1 < key.size()) dots.push_back(at);
  }
  return dots;
}

// The part before the last, without quotes.
std::string part_before(std::string_view key) {
  std::string part = split_key(split_key(key).section).name;
  std::erase(part, '"');
  return part;
}

// Half of the letters for either part.
std::string balanced_key(std::string_view key, std::size_t letters) {
  letters = std::max<std::size_t>(letters, 1);
  const std::string name = kept_end(split_key(key).name, (letters - 1) / 2);
  return kept_start(part_before(key), letters - 1 - letters_in(name)) + "." + name;
}

bool is_twice(const std::vector<std::string>& all, const std::string& one) {
  return std::count(all.begin(), all.end(), one) > 1;
}

enum class Keep { start, end };

struct FittedLine {
  std::string words;
  double size;
};

FittedLine fit_line(std::string_view words, double width, double size, Keep keep) {
  size = std::clamp(size * width / std::max(1.0, text_width(words, size)), smallest_size, size);
  if (text_width(words, size) <= width * 1.001) return {std::string(words), size};
  for (std::size_t letters = letters_in(words) - 1; letters > 0; --letters) {
    const std::string cut =
        keep == Keep::start ? kept_start(words, letters) : kept_end(words, letters);
    if (text_width(cut, size) <= width) return {cut, size};
  }
  return {"…", size};
}

// Upwards to two digits, so that "at most" holds.
double rounded_up(double value) {
  if (value <= 0) return 0;
  const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1);
  return std::ceil(value / unit - 1e-9) * unit;
}

}  // namespace

KeyLabel split_key(std::string_view key) {
  const auto dots = dots_of(key);
  if (dots.empty()) return {"", std::string(key)};
  return {std::string(key.substr(0, dots.back())), std::string(key.substr(dots.back() + 1))};
}

std::string short_key(std::string_view key, std::size_t letters) {
  if (letters_in(key) <= letters) return std::string(key);
  for (const std::size_t dot : dots_of(key)) {
    const std::string rest = "…" + std::string(key.substr(dot + 1));
    if (letters_in(rest) <= letters) return rest;
  }
  return kept_end(key, letters);
}

std::vector<std::string> short_keys(const std::vector<std::string>& keys, std::size_t letters) {
  std::vector<std::string> names, all;
  for (const std::string& key : keys) {
    names.push_back(split_key(key).name);
    all.push_back(short_key(key, letters));
  }
  for (std::size_t k = 0; k < keys.size(); ++k) {
    const bool name_alone = letters_in(all[k]) <= letters_in(names[k]) + 1 && all[k] != keys[k];
    if (name_alone && is_twice(names, names[k])) all[k] = balanced_key(keys[k], letters);
  }
  return all;
}

std::vector<std::string> names_apart(const std::vector<std::string>& keys) {
  std::vector<std::string> all;
  for (const std::string& key : keys) all.push_back(split_key(key).name);
  std::vector<std::string> apart = all;
  for (std::size_t k = 0; k < keys.size(); ++k)
    if (is_twice(all, all[k]) && !part_before(keys[k]).empty())
      apart[k] += " (" + part_before(keys[k]) + ")";
  return apart;
}

std::string key_svg(std::string_view key, const KeyPlace& place) {
  const KeyLabel label = split_key(key);
  const FittedLine name = fit_line(label.name, place.width / bold, name_size, Keep::start);
  const bool alone = label.section.empty();
  const double y = place.middle + (alone ? .35 * name.size : -1);
  std::string out = svg_text({place.x, y, name.size, "name", place.anchor}, name.words);
  if (alone) return out;
  const FittedLine section = fit_line(label.section, place.width, section_size, Keep::end);
  return out + svg_text({place.x, place.middle + 11, section.size, "section", place.anchor},
                        section.words);
}

std::string key_line_svg(std::string_view key, const KeyPlace& place) {
  const KeyLabel label = split_key(key);
  const FittedLine name = fit_line(label.name, place.width / bold, line_size, Keep::start);
  const double room = place.width - bold * text_width(name.words, name.size);
  std::string section = label.section.empty() ? "" : label.section + ".";
  for (std::size_t k = letters_in(section); k > 0 && text_width(section, smallest_size) > room;)
    section = kept_end(label.section + ".", --k);
  return fmt::format(
      "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\"><tspan class=\"section\" "
      "font-size=\"{:g}\">{}</tspan><tspan class=\"name\" font-size=\"{:g}\">{}</tspan></text>\n",
      place.x, place.middle + .36 * name.size, place.anchor, smallest_size, markup_text(section),
      name.size, markup_text(name.words));
}

double key_width(std::string_view key) {
  const KeyLabel label = split_key(key);
  return std::max(bold * text_width(label.name, name_size),
                  text_width(label.section, section_size));
}

std::string others_note(const std::vector<double>& sizes, const std::string& unit_words) {
  if (sizes.empty()) return "";
  DataRange range;
  range.add(sizes);
  const auto unknown = static_cast<std::size_t>(
      std::count_if(sizes.begin(), sizes.end(), [](double size) { return !std::isfinite(size); }));
  std::string note = fmt::format("and {} more", sizes.size());
  if (unknown == sizes.size()) return note + ", unknown";
  if (unknown > 0) note += fmt::format(" ({} of them unknown)", unknown);
  const double largest = rounded_up(range.high);
  const Format format{largest >= 10 || largest == 0 ? 0
                                                    : format_over({largest, largest}).decimals - 1};
  return note + fmt::format(", each at most {}{}", shown(largest, format), unit_words);
}

}  // namespace cxsim
