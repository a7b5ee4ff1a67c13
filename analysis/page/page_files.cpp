#include "analysis/page/page_files.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace cxsim {
namespace {

constexpr const char* why = "reports and the studio are this page";
constexpr const char* cure = "build it with ./dev page, or name its folder in CXSIM_PAGE";

std::optional<std::string> text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return {};
  std::string text(std::istreambuf_iterator<char>(file), {});
  return file.bad() ? std::nullopt : std::optional(std::move(text));
}

// What report_page looks for.
bool is_whole(const std::string& html) {
  for (const char* part : {"<head>", "</head>", "<title>", "</title>", "</body>"})
    if (html.find(part) == std::string::npos) return false;
  return true;
}

}  // namespace

Result<PageFiles> read_page(const std::string& folder) {
  if (folder.empty()) return Problem{{"the page", 0}, "", "it was not built", why, cure};
  PageFiles page;
  Problems problems;
  const auto read = [&](const char* name, std::string& text) {
    const std::filesystem::path path = std::filesystem::path(folder) / name;
    if (auto content = text_of(path))
      text = std::move(*content);
    else
      problems.push_back({{path.string(), 0}, "", "cannot be read", why, cure});
  };
  read("index.html", page.html);
  read("page.js", page.script);
  read("page.css", page.style);
  if (problems.empty() && !is_whole(page.html))
    problems.push_back({{(std::filesystem::path(folder) / "index.html").string(), 0},
                        "",
                        "this is not the page as it was built: head, title or body is missing",
                        why,
                        cure});
  if (!problems.empty()) return problems;
  return page;
}

}  // namespace cxsim
