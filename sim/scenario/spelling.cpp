#include "scenario/spelling.hpp"

#include <algorithm>
#include <cstddef>

namespace cxsim {
namespace {

constexpr std::size_t longest_word = 64;  // beyond it nobody mistyped a key
constexpr std::size_t longest_list = 40;  // words in an answer that lists everything
constexpr std::size_t shortest_stem = 4;  // letters that make "maturity" mean maturity_stage

bool separates(char c) { return c == '_' || c == '-' || c == ' ' || c == '.'; }

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The word without capitals and separators.
std::string folded(std::string_view word) {
  std::string letters;
  for (const char c : word)
    if (!separates(c)) letters += lowered(c);
  return letters;
}

// The parts of the word in alphabetical order, run together.
std::string sorted_parts(std::string_view word) {
  std::vector<std::string> parts(1);
  for (const char c : word) {
    if (separates(c))
      parts.emplace_back();
    else
      parts.back() += lowered(c);
  }
  std::sort(parts.begin(), parts.end());
  std::string joined;
  for (const std::string& part : parts) joined += part;
  return joined;
}

// How many letters were swapped, missing, added or changed (Damerau-Levenshtein, neighbours only).
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<std::size_t> row(b.size() + 1);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = std::move(last);
    last = std::move(row);
  }
  return last[b.size()];
}

bool is_stem(const std::string& part, const std::string& whole) {
  return part.size() >= shortest_stem && whole.find(part) != std::string::npos;
}

// Small is near; nothing if too far to suggest. A third of the letters may be wrong.
std::optional<std::size_t> remoteness(std::string_view word, std::string_view candidate) {
  const std::string a = folded(word);
  const std::string b = folded(candidate);
  if (a.empty() || b.empty() || a.size() > longest_word || b.size() > longest_word) return {};
  const std::size_t steps = distance(a, b);
  if (steps <= std::max(a.size(), b.size()) / 3) return steps;
  if (sorted_parts(word) == sorted_parts(candidate)) return 1;
  if (is_stem(a, b) || is_stem(b, a)) return longest_word + steps;
  return {};
}

std::string listed(std::span<const std::string_view> words) {
  std::string list;
  for (std::size_t i = 0; i < std::min(words.size(), longest_list); ++i)
    list += (i ? ", " : "") + std::string(words[i]);
  if (words.size() > longest_list)
    list += " and " + std::to_string(words.size() - longest_list) + " more";
  return list;
}

}  // namespace

std::optional<std::string> nearest(std::string_view word,
                                   std::span<const std::string_view> candidates) {
  std::optional<std::string> best;
  std::size_t best_remoteness = 0;
  for (const std::string_view candidate : candidates) {
    const auto remote = remoteness(word, candidate);
    if (!remote || (best && *remote >= best_remoteness)) continue;
    best = std::string(candidate);
    best_remoteness = *remote;
  }
  return best;
}

std::string spelling_cure(std::string_view word, std::span<const std::string_view> candidates,
                          std::string_view noun) {
  if (candidates.empty()) return "remove it: there are no " + std::string(noun);
  if (const auto near = nearest(word, candidates)) return "did you mean " + *near + "?";
  return "choose one of the " + std::string(noun) + ": " + listed(candidates);
}

std::string spelling_cure(std::string_view word, const std::vector<std::string>& candidates,
                          std::string_view noun) {
  const std::vector<std::string_view> views(candidates.begin(), candidates.end());
  return spelling_cure(word, views, noun);
}

}  // namespace cxsim
