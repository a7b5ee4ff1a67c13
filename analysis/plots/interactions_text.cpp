// The interactions in a terminal: the lower triangle, columns by number.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/plots/interactions.hpp"
#include "analysis/plots/key_label.hpp"
#include "analysis/plots/terminal.hpp"

namespace cxsim {
namespace {

constexpr std::size_t most_pairs = 5;

struct Pair {
  std::size_t first, second;
  double value;
};

std::vector<Pair> strongest_pairs(const InteractionMap& map) {
  std::vector<Pair> pairs;
  for (std::size_t second = 0; second < map.labels.size(); ++second)
    for (std::size_t first = 0; first < second; ++first)
      if (value_of(map, second, first) >= .005)
        pairs.push_back({first, second, value_of(map, second, first)});
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Pair& a, const Pair& b) { return a.value > b.value; });
  pairs.resize(std::min(most_pairs, pairs.size()));
  return pairs;
}

std::size_t widest_number(const InteractionMap& map) {
  std::size_t widest = 4;
  for (const double value : map.values) widest = std::max(widest, index_text(value).size());
  return widest;
}

std::size_t widest_of(const std::vector<std::string>& labels) {
  std::size_t widest = 9;
  for (const std::string& label : labels) widest = std::max(widest, letters_in(label));
  return widest;
}

std::string pairs_text(const InteractionMap& map, std::size_t width) {
  const std::size_t number = widest_number(map), letters = (width - number - 7) / 2;
  std::string text;
  for (const Pair& pair : strongest_pairs(map))
    text += fmt::format("  {}  {} × {}\n", at_right(index_text(pair.value), number),
                        short_key(map.labels[pair.first], letters),
                        short_key(map.labels[pair.second], letters));
  return text.empty() ? "" : "\n  Strongest pairs\n" + text;
}

}  // namespace

std::string interactions_text(const InteractionMap& map, int columns) {
  const auto width = static_cast<std::size_t>(std::max(60, columns));
  const std::size_t number = widest_number(map) + 1;
  const std::size_t wanted = std::min(most_shown, map.labels.size()) * number;
  const std::size_t room = width - 2 - 4;
  const std::size_t most = std::max(width / 2 - 10, room - std::min(room, wanted));
  const std::vector<std::string> labels = short_keys(map.labels, most);
  const std::size_t label = widest_of(labels);
  const std::size_t count = std::min({most_shown, map.labels.size(), (room - label) / number});
  std::string text = wrapped(map.title, width, 0) + "\n  " + at_left("", label + 4);
  for (std::size_t column = 0; column < count; ++column)
    text += at_right(std::to_string(column + 1), number);
  text += "\n";
  for (std::size_t row = 0; row < count; ++row) {
    text += "  " + at_right(std::to_string(row + 1), 2) + "  " + at_left(labels[row], label);
    for (std::size_t column = 0; column <= row; ++column)
      text += at_right(index_text(value_of(map, row, column)), number);
    text += "\n";
  }
  text += wrapped(note_of_others(map, count), width) + pairs_text(map, width) + "\n";
  return text + wrapped(
                    "On the diagonal each parameter alone (first order), below it what a pair "
                    "adds together; ? unknown.",
                    width);
}

}  // namespace cxsim
