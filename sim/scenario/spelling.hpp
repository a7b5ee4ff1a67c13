// The word that was most likely meant.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cxsim {

// The candidate nearest to the word, if one is near enough to be worth suggesting: letters swapped,
// missing, added or changed; capitals, spaces, hyphens and underscores; parts in another order or
// left out. Of equals, the first.
std::optional<std::string> nearest(std::string_view word,
                                   std::span<const std::string_view> candidates);

// What to do about a word that is not among the candidates: take the nearest, or one of the list.
// `noun` says what they are, in the plural: "keys allowed here".
std::string spelling_cure(std::string_view word, std::span<const std::string_view> candidates,
                          std::string_view noun);
std::string spelling_cure(std::string_view word, const std::vector<std::string>& candidates,
                          std::string_view noun);

}  // namespace cxsim
