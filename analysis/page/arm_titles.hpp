// What arms are called on the page.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace cxsim {

// Their titles, or names where they have none; where two would be called the same, with the name
// behind. For whatever has both.
template <class SomeArm>
std::vector<std::string> titles_of(const std::vector<SomeArm>& arms) {
  std::vector<std::string> titles;
  for (const SomeArm& arm : arms) titles.push_back(arm.title.empty() ? arm.name : arm.title);
  const std::vector<std::string> given = titles;
  for (std::size_t k = 0; k < arms.size(); ++k)
    if (std::count(given.begin(), given.end(), given[k]) > 1 && given[k] != arms[k].name)
      titles[k] += " (" + arms[k].name + ")";
  return titles;
}

}  // namespace cxsim
