#include "cli/library.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace cxsim {
namespace {

namespace fs = std::filesystem;

bool is_library(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(folder / "bases", error);
}

fs::path program_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : program.parent_path();
}

}  // namespace

std::string library_folder() {
  const char* named = std::getenv("CXSIM_SCENARIOS");
  if (named != nullptr && named[0] != '\0') return named;
  const fs::path program = program_folder();
  for (const fs::path& folder :
       {fs::path("scenarios"), program / "../../scenarios", program / "../share/cxsim/scenarios"})
    if (is_library(folder)) return folder.lexically_normal().string();
  return {};
}

std::vector<std::string> library_scenarios() {
  std::vector<std::string> found;
  const fs::path library = library_folder();
  if (library.empty()) return found;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(library, error)) {
    const fs::path below = entry.path().lexically_relative(library);
    if (entry.path().extension() == ".toml" && *below.begin() != "bases")
      found.push_back(below.string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string find_scenario(const std::string& name) {
  std::error_code error;
  if (fs::exists(name, error) && !fs::is_directory(name, error)) return name;
  const fs::path library = library_folder();
  for (const std::string& scenario : library_scenarios()) {
    const fs::path path = scenario;
    if (scenario == name || path.stem() == name || path.filename() == name)
      return (library / path).string();
  }
  return name;
}

std::string page_folder() {
  const char* named = std::getenv("CXSIM_PAGE");
  if (named != nullptr && named[0] != '\0') return named;
  std::error_code error;
  const fs::path program = program_folder();
  for (const fs::path& folder : {program / "page", program / "../share/cxsim/page"})
    if (fs::exists(folder / "index.html", error)) return folder.lexically_normal().string();
  return {};
}

}  // namespace cxsim
