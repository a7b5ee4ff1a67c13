#include "analysis/studio/static_files.hpp"

#include <utility>

#include "analysis/studio/answer.hpp"

namespace cxsim {

StaticFiles page_files(std::string html, std::string script, std::string style) {
  StaticFiles files;
  files["/"] = {"text/html; charset=utf-8", std::move(html)};
  files["/page.js"] = {"text/javascript; charset=utf-8", std::move(script)};
  files["/page.css"] = {"text/css; charset=utf-8", std::move(style)};
  return files;
}

Response file_answer(const StaticFiles& files, const std::string& path) {
  // Browsers ask for it unbidden.
  if (path == "/favicon.ico") return {204, "", "", {}};
  const auto found = files.find(path);
  if (found != files.end()) return {200, found->second.type, found->second.body, {}};
  return refusal(404, path,
                 {{},
                  "",
                  "There is no such page",
                  "The studio has a single page.",
                  "Open the studio at / instead."});
}

}  // namespace cxsim
