// The built page: the three files that the page's own build makes.
#pragma once

#include <string>

#include "base/problem.hpp"

namespace cxsim {

struct PageFiles {
  std::string html, script, style;  // index.html, page.js, page.css
};

// From the folder they lie in; an empty name stands for a page that was not built.
Result<PageFiles> read_page(const std::string& folder);

}  // namespace cxsim
