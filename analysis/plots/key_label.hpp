// Keys such as customer.word_of_mouth.heard_rate as labels of plots: the last part stands out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cxsim {

// Plots show this many parameters, and count the others in a note.
inline constexpr std::size_t most_shown = 30;

struct KeyLabel {
  std::string section, name;  // no section where the key has one part, or is no key but words
};

// Splits at the last dot outside quotes.
KeyLabel split_key(std::string_view key);

// The key in at most `letters`: leading parts give way first, then leading letters, to "…".
std::string short_key(std::string_view key, std::size_t letters);

// Each key by itself; those that would then read alike keep a piece of what tells them apart.
std::vector<std::string> short_keys(const std::vector<std::string>& keys, std::size_t letters);

// The last parts alone; where two are the same, with the part before: "effectiveness (faster
// lines)".
std::vector<std::string> names_apart(const std::vector<std::string>& keys);

// Where the label stands: above and below `middle`; `x` is its left end or, anchored "end", its
// right. Pixels.
struct KeyPlace {
  double x, middle, width;
  std::string_view anchor = "end";
};

// Two lines, the name above its section, shrunk and, at last, cut to the width.
std::string key_svg(std::string_view key, const KeyPlace& place);

// One line, the section smaller before the name; it gives way first.
std::string key_line_svg(std::string_view key, const KeyPlace& place);

// What key_svg takes where it need not shrink.
double key_width(std::string_view key);

// "and 12 more (2 of them unknown), each at most 1,300", from the sizes of what is not shown; empty
// if that is nothing.
std::string others_note(const std::vector<double>& sizes, const std::string& unit_words);

}  // namespace cxsim
