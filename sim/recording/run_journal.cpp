#include "recording/run_journal.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>

#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t mark = 0x312e6e7572787863;  // "cxxrun.1"
constexpr std::uint64_t seconds_between_syncs = 5;
constexpr std::size_t most_open_files = 256;
constexpr std::string_view suffix = ".runs";

// As it lies on the disk of a little-endian machine.
struct Header {
  std::uint64_t mark, high, low, bytes, checksum, own_checksum;
};
static_assert(sizeof(Header) == 48);

std::uint64_t checksum_of(const void* first, std::size_t bytes) {
  return XXH3_64bits(first, bytes);
}

std::uint64_t own_checksum_of(const Header& header) {
  return checksum_of(&header, offsetof(Header, own_checksum));
}

std::uint64_t seconds_now() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<std::uint64_t>(now.tv_sec);
}

std::string cure_of(int error) {
  if (error == ENOSPC || error == EDQUOT || error == EFBIG)
    return "free some space, then give the same command with --resume: nothing finished is lost";
  if (error == EACCES || error == EPERM || error == EROFS)
    return "choose a folder where you may write with -o, or change its permissions";
  return "check the disk, then give the same command with --resume: nothing finished is lost";
}

[[noreturn]] void fail(const std::string& path, const char* deed) {
  const int error = errno;
  throw RecordingError({{path, 0},
                        "",
                        std::string("cannot ") + deed + ": " + std::strerror(error),
                        "a run that is not kept has to be made again",
                        cure_of(error)});
}

bool read_at(int file, void* into, std::size_t bytes, std::uint64_t offset) {
  auto* at = static_cast<char*>(into);
  while (bytes > 0) {
    const ssize_t got = pread(file, at, bytes, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += got;
    offset += static_cast<std::uint64_t>(got);
    bytes -= static_cast<std::size_t>(got);
  }
  return true;
}

bool write_all(int file, const std::byte* at, std::size_t bytes) {
  while (bytes > 0) {
    const ssize_t put = write(file, at, bytes);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    at += put;
    bytes -= static_cast<std::size_t>(put);
  }
  return true;
}

}  // namespace

RunKey key_of(std::string_view content) {
  const XXH128_hash_t hash = XXH3_128bits(content.data(), content.size());
  return {hash.high64, hash.low64};
}

std::string fingerprint(std::string_view content) {
  const RunKey key = key_of(content);
  return fmt::format("{:016x}{:016x}", key.high, key.low);
}

RunJournal::RunJournal(const std::string& folder, const std::string& name)
    : synced_at_(seconds_now()) {
  for (int k = 0; file_ < 0; ++k) {
    path_ = (fs::path(folder) / (name + "." + std::to_string(k) + std::string(suffix))).string();
    file_ = open(path_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    if (file_ < 0 && errno != EEXIST) fail(path_, "make the file");
  }
}

RunJournal::~RunJournal() {
  fdatasync(file_);
  close(file_);
  if (size_ == 0) unlink(path_.c_str());
}

void RunJournal::append(const RunKey& key, std::span<const std::byte> record) {
  Header header{mark, key.high, key.low, record.size(), checksum_of(record.data(), record.size()),
                0};
  header.own_checksum = own_checksum_of(header);
  std::vector<std::byte> whole(sizeof header + record.size());
  std::memcpy(whole.data(), &header, sizeof header);
  std::memcpy(whole.data() + sizeof header, record.data(), record.size());
  if (!write_all(file_, whole.data(), whole.size())) {
    const int error = errno;
    [[maybe_unused]] const int ignored = ftruncate(file_, static_cast<off_t>(size_));
    lseek(file_, static_cast<off_t>(size_), SEEK_SET);
    errno = error;
    fail(path_, "keep a run");
  }
  size_ += whole.size();
  sync_now_and_then();
}

// What a failing machine may take is bounded, and nobody waits for the disk after every run.
void RunJournal::sync_now_and_then() {
  const std::uint64_t now = seconds_now();
  if (now - synced_at_ < seconds_between_syncs) return;
  if (fdatasync(file_) != 0 && errno != EINVAL) fail(path_, "bring runs to the disk");
  synced_at_ = now;
}

RunShelf::RunShelf(const std::string& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    if (entry->path().string().ends_with(suffix)) paths_.push_back(entry->path().string());
  if (error) {
    errno = error.value();
    fail(folder, "list the runs that are kept");
  }
  std::sort(paths_.begin(), paths_.end());
  open_.assign(paths_.size(), -1);
  for (std::uint32_t file = 0; file < paths_.size(); ++file) list(file);
}

RunShelf::~RunShelf() { close_all(); }

// Passes over a damaged record; ends where one is unfinished, or its header damaged, which hides
// where the next begins.
void RunShelf::list(std::uint32_t file) {
  const int opened_file = opened(file);
  if (opened_file < 0) return;  // its process made no run and took it away
  struct stat about {};
  if (fstat(opened_file, &about) != 0) fail(paths_[file], "read the runs that are kept");
  const auto size = static_cast<std::uint64_t>(about.st_size);
  Header header{};
  for (std::uint64_t at = 0; at + sizeof header <= size; at += header.bytes) {
    if (!read_at(opened_file, &header, sizeof header, at)) break;
    at += sizeof header;
    const bool is_whole = header.mark == mark && header.own_checksum == own_checksum_of(header) &&
                          header.bytes <= size - at;
    if (!is_whole) break;
    std::vector<std::byte> record(header.bytes);
    if (!read_at(opened_file, record.data(), record.size(), at)) break;
    if (checksum_of(record.data(), record.size()) != header.checksum) continue;
    places_.insert({{header.high, header.low},
                    {file, static_cast<std::uint32_t>(header.bytes), at, header.checksum}});
  }
}

std::vector<std::byte> RunShelf::read(const RunKey& key) const {
  const Place& place = places_.at(key);
  std::vector<std::byte> record(place.bytes);
  const bool is_read = read_at(opened(place.file), record.data(), record.size(), place.offset);
  if (is_read && checksum_of(record.data(), record.size()) == place.checksum) return record;
  throw RecordingError({{paths_[place.file], 0},
                        "",
                        "a run that is kept here is damaged",
                        "its results cannot be trusted",
                        "remove this file and give the same command with --resume: its runs are "
                        "made again"});
}

int RunShelf::opened(std::uint32_t file) const {
  if (open_[file] >= 0) return open_[file];
  if (open_count_ >= most_open_files) close_all();
  open_[file] = open(paths_[file].c_str(), O_RDONLY | O_CLOEXEC);
  if (open_[file] < 0 && errno == ENOENT) return -1;
  if (open_[file] < 0) fail(paths_[file], "read the runs that are kept");
  ++open_count_;
  return open_[file];
}

void RunShelf::close_all() const {
  for (int& file : open_) {
    if (file >= 0) close(file);
    file = -1;
  }
  open_count_ = 0;
}

}  // namespace cxsim
