// Where a sweep keeps its finished runs until they are gathered: files that only grow, one for each
// process that writes, and a record in them for each run, found by the run's key.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace cxsim {

// Names a run by all that its result depends on.
struct RunKey {
  std::uint64_t high = 0, low = 0;
  auto operator<=>(const RunKey&) const = default;
};

// Of a text that says all of it (XXH3, 128 bits).
RunKey key_of(std::string_view content);
std::string fingerprint(std::string_view content);  // the same in 32 hexadecimal digits

// Appends records to a file of its own in a folder. A process that is killed leaves at most one
// record unfinished, at the end, which readers pass over. Every function throws RecordingError.
// To be used from one thread at a time.
class RunJournal {
 public:
  // The file is FOLDER/NAME.k.runs, with the first k that is free.
  RunJournal(const std::string& folder, const std::string& name);
  ~RunJournal();
  RunJournal(const RunJournal&) = delete;
  RunJournal& operator=(const RunJournal&) = delete;

  // What cannot be written whole is taken back.
  void append(const RunKey& key, std::span<const std::byte> record);

  const std::string& path() const { return path_; }

 private:
  void sync_now_and_then();

  std::string path_;
  int file_ = -1;
  std::uint64_t size_ = 0, synced_at_ = 0;  // bytes; seconds
};

// The records of every journal in a folder, by key; each is read once to see that it is whole.
// Throws RecordingError.
class RunShelf {
 public:
  explicit RunShelf(const std::string& folder);
  ~RunShelf();
  RunShelf(const RunShelf&) = delete;
  RunShelf& operator=(const RunShelf&) = delete;

  std::size_t size() const { return places_.size(); }
  bool has(const RunKey& key) const { return places_.contains(key); }

  // Of a key that is there. A record that has changed on the disk is a problem.
  std::vector<std::byte> read(const RunKey& key) const;

 private:
  struct Place {
    std::uint32_t file;
    std::uint32_t bytes;
    std::uint64_t offset, checksum;
  };
  struct Hash {
    std::size_t operator()(const RunKey& key) const { return key.low; }
  };

  void list(std::uint32_t file);
  int opened(std::uint32_t file) const;
  void close_all() const;

  std::vector<std::string> paths_;
  mutable std::vector<int> open_;  // by file; -1 where it is closed
  mutable std::size_t open_count_ = 0;
  std::unordered_map<RunKey, Place, Hash> places_;
};

}  // namespace cxsim
