#include "recording/netcdf_publish.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "recording/netcdf_error.hpp"
#include "recording/netcdf_types.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path, std::string what, std::string why,
                       std::string cure) {
  throw RecordingError({{path, 0}, "", std::move(what), std::move(why), std::move(cure)});
}

[[noreturn]] void fail_in_system(const std::string& path, const std::string& deed) {
  fail(path, "cannot " + deed + ": " + std::strerror(errno),
       "without this step a crash could leave a file that looks whole and is not",
       "check the disk and the folder, then run again; what was written is in " +
           partial_path_of(path));
}

fs::path folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

void require_no_folder(const std::string& path) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return;
  fail(path, "this is a folder, not a file", "the results are written to one file",
       "give the name of a file, such as " + (fs::path(path) / "results.h5").string());
}

void require_folder(const std::string& path) {
  const fs::path folder = folder_of(path);
  std::error_code ignored;
  if (!fs::exists(folder, ignored))
    fail(path, "there is no folder " + folder.string(),
         "folders are not created, so that a misspelt path does not scatter results",
         "create it with: mkdir -p " + folder.string());
  if (!fs::is_directory(folder, ignored))
    fail(path, folder.string() + " is a file, not a folder", "the results need a folder to lie in",
         "choose another place with -o");
  if (access(folder.c_str(), W_OK | X_OK) != 0)
    fail(path, "cannot write in the folder " + folder.string() + ": " + std::strerror(errno),
         "the results are first written beside the file's final name, then renamed",
         "choose a folder where you may write with -o, or change its permissions");
}

// Folders on some file systems cannot be synced (EINVAL); there is nothing better to do there.
void sync(const std::string& path, const std::string& what, int open_flags) {
  const int file = open(what.c_str(), open_flags | O_CLOEXEC);
  if (file < 0) fail_in_system(path, "open " + what);
  const int status = fsync(file);
  const int error = errno;
  close(file);
  errno = error;
  if (status != 0 && errno != EINVAL) fail_in_system(path, "bring " + what + " safely to the disk");
}

}  // namespace

std::string partial_path_of(const std::string& path) { return path + std::string(partial_suffix); }

void require_place_for(const std::string& path) {
  if (path.empty() || fs::path(path).filename().empty())
    fail(path, "the path of the result file has no file name", "there is nowhere to write to",
         "give one with -o, such as -o results.h5");
  require_folder(path);
  require_no_folder(path);
  require_no_folder(partial_path_of(path));
}

void publish(const std::string& partial_path, const std::string& path) {
  sync(path, partial_path, O_RDWR);
  if (std::rename(partial_path.c_str(), path.c_str()) != 0)
    fail_in_system(path, "rename " + partial_path);
  sync(path, folder_of(path).string(), O_RDONLY | O_DIRECTORY);
}

}  // namespace cxsim
