#include "analysis/studio/private_folder.hpp"

#include <fmt/format.h>
#include <stdlib.h>  // mkdtemp

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace cxsim {

namespace fs = std::filesystem;

Result<PrivateFolder> PrivateFolder::make() {
  std::error_code error;
  const fs::path temporary = fs::temp_directory_path(error);
  const fs::path parent = error ? fs::path("/tmp") : temporary;
  std::string path = (parent / "cxsim-studio-XXXXXX").string();
  if (mkdtemp(path.data()) != nullptr) return PrivateFolder(std::move(path));
  return Problem{{parent.string(), 0},
                 "",
                 fmt::format("no folder can be made in it: {}", std::strerror(errno)),
                 "the studio keeps the results of its runs there until it ends",
                 "set TMPDIR to a folder that can be written"};
}

PrivateFolder::PrivateFolder(PrivateFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})) {}

PrivateFolder& PrivateFolder::operator=(PrivateFolder&& other) noexcept {
  std::swap(path_, other.path_);
  return *this;
}

PrivateFolder::~PrivateFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

}  // namespace cxsim
