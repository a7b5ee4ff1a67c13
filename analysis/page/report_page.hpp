// One HTML file that holds the page and its results, and loads nothing.
#pragma once

#include <string>

#include "analysis/page/page_files.hpp"
#include "analysis/report/json_values.hpp"

namespace cxsim {

// The element that holds the results: gzipped JSON in base64.
inline constexpr const char* content_element = "content";

// Content as that element holds it.
std::string packed(const Json& content);

// The same page and content give the same bytes. Throws RecordingError where memory ends.
std::string report_page(const PageFiles& page, const Json& content);

// Code and style between their tags, so that none of it ends them.
std::string escaped_script(const std::string& script);
std::string escaped_style(const std::string& style);

}  // namespace cxsim
