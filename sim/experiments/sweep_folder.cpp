#include "experiments/sweep_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "recording/netcdf_error.hpp"
#include "recording/netcdf_types.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& path, std::string what, std::string why,
                         std::string cure) {
  throw RecordingError({{path, 0}, "", std::move(what), std::move(why), std::move(cure)});
}

[[noreturn]] void fail(const std::string& path, const std::string& deed, int error) {
  const bool is_full = error == ENOSPC || error == EDQUOT || error == EFBIG;
  refuse(path, "cannot " + deed + ": " + std::strerror(error),
         "a sweep keeps its plan and its runs there",
         is_full ? "free some space, then give the same command with --resume"
                 : "choose a folder where you may write with -o, or change its permissions");
}

void make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directory(path, error);
  std::error_code ignored;
  if (error && !fs::is_directory(path, ignored)) fail(path, "make the folder", error.value());
}

void require_writable(const std::string& path) {
  if (access(path.c_str(), W_OK | X_OK) != 0) fail(path, "write in the folder", errno);
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

// Under a name of its own first, so that it is there whole or not at all.
void write_whole(const std::string& path, const std::string& content) {
  std::string name = path + ".XXXXXX";
  const int file = mkstemp(name.data());
  if (file < 0) fail(path, "write the plan", errno);
  std::size_t done = 0;
  while (done < content.size()) {
    const ssize_t put = write(file, content.data() + done, content.size() - done);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) break;
    done += static_cast<std::size_t>(put);
  }
  const bool is_written = done == content.size() && fchmod(file, 0644) == 0 && fsync(file) == 0;
  int error = errno;
  close(file);
  if (is_written && std::rename(name.c_str(), path.c_str()) == 0) return;
  if (is_written) error = errno;
  unlink(name.c_str());
  fail(path, "write the plan", error);
}

// The first line in which two plans differ, for people.
std::string difference(const std::string& here, const std::string& asked) {
  std::istringstream left(here), right(asked);
  for (std::string a, b;;) {
    const bool has_a = static_cast<bool>(std::getline(left, a));
    const bool has_b = static_cast<bool>(std::getline(right, b));
    if (!has_a && !has_b) return "in nothing";
    if (!has_a || !has_b || a != b)
      return fmt::format("it has `{}` where this command has `{}`", has_a ? a : "", has_b ? b : "");
  }
}

void check_plan(const SweepFolder& folder, const std::string& plan, Joining joining) {
  const std::string here = content_of(folder.plan());
  if (here == plan && joining == Joining::fresh)
    refuse(folder.path, "this folder holds this sweep already",
           "starting it again would be work done twice",
           "add --resume to go on with it, or name another folder with -o");
  if (here != plan && joining != Joining::extend)
    refuse(folder.plan(), "this folder holds another sweep: " + difference(here, plan),
           "its results would be mixed up",
           "name another folder with -o, or add --extend to put this sweep in its place: runs that "
           "fit are kept");
}

bool exists(const std::string& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

// Those of another plan, which would be taken for this one's.
void remove_results(const SweepFolder& folder) {
  std::error_code ignored;
  fs::remove(folder.results(), ignored);
  fs::remove(folder.results() + std::string(partial_suffix), ignored);
}

bool is_empty(const std::string& path) {
  std::error_code ignored;
  return fs::is_empty(path, ignored);
}

}  // namespace

SweepFolder sweep_folder(const std::string& path, const std::string& plan, Joining joining) {
  const bool has_slash = path.ends_with('/') && path.size() > 1;
  const SweepFolder folder{has_slash ? path.substr(0, path.size() - 1) : path};
  if (!exists(folder.path)) return folder;
  if (!is_folder(folder.path))
    refuse(path, "this is a file, not a folder", "a sweep keeps many things in a folder",
           "name a folder with -o");
  // Asked in this order, because another shard may be making it just now.
  if (!is_empty(folder.path) && !exists(folder.runs()) && !exists(folder.plan()))
    refuse(path, "this folder holds something else", "a sweep would be lost among it",
           "name a new folder with -o");
  if (exists(folder.plan())) check_plan(folder, plan, joining);
  return folder;
}

void make_sweep_folder(const SweepFolder& folder, const std::string& plan, Joining joining) {
  make_folder(folder.path);
  require_writable(folder.path);
  make_folder(folder.runs());
  const bool has_plan = exists(folder.plan());
  if (has_plan) check_plan(folder, plan, joining);
  if (has_plan && content_of(folder.plan()) == plan) return;
  remove_results(folder);
  write_whole(folder.plan(), plan);
}

// Open for writing, because NFS locks nothing else (flock(2)).
GatheringLock::GatheringLock(const SweepFolder& folder)
    : file_(open(folder.plan().c_str(), O_RDWR | O_CLOEXEC)) {
  while (flock(file_, LOCK_EX) != 0 && errno == EINTR) continue;
}

GatheringLock::~GatheringLock() {
  if (file_ >= 0) close(file_);
}

}  // namespace cxsim
