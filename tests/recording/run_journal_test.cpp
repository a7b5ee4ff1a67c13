#include "recording/run_journal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "netcdf_sample.hpp"

namespace cxsim {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

using Bytes = std::vector<std::byte>;

constexpr std::size_t header_bytes = 48;

Bytes bytes_in(std::string_view text) {
  const auto* first = reinterpret_cast<const std::byte*>(text.data());
  return {first, first + text.size()};
}

RunKey numbered(std::uint64_t k) { return {k, 1000 + k}; }

// A record of its own for each number, some of them empty.
Bytes record_of(std::uint64_t k) { return Bytes(7 * (k % 5), static_cast<std::byte>(k)); }

class Journal : public testing::Test {
 protected:
  std::string folder() const { return folder_.file(""); }
  std::string first() const { return folder_.file("mine.0.runs"); }

  void write(std::uint64_t from, std::uint64_t to, const std::string& name = "mine") {
    RunJournal journal(folder(), name);
    for (std::uint64_t k = from; k < to; ++k) journal.append(numbered(k), record_of(k));
  }

  void expect_kept(std::uint64_t from, std::uint64_t to) {
    const RunShelf shelf(folder());
    for (std::uint64_t k = from; k < to; ++k) {
      ASSERT_TRUE(shelf.has(numbered(k))) << k;
      EXPECT_EQ(shelf.read(numbered(k)), record_of(k)) << k;
    }
  }

  std::size_t kept() { return RunShelf(folder()).size(); }

  TestFolder folder_;
};

TEST(RunKeys, AreThoseOfTheirContent) {
  EXPECT_EQ(key_of("a run"), key_of("a run"));
  EXPECT_NE(key_of("a run"), key_of("a rum"));
  EXPECT_NE(key_of(""), key_of(std::string_view("\0", 1)));
  // XXH3, 128 bits, of nothing: published with the function.
  EXPECT_EQ(key_of(""), (RunKey{0x99aa06d3014798d8, 0x6001c324468d497f}));
}

TEST_F(Journal, GivesBackWhatItKept) {
  write(0, 100);
  expect_kept(0, 100);
  EXPECT_EQ(kept(), 100u);
  EXPECT_FALSE(RunShelf(folder()).has(numbered(100)));
  EXPECT_FALSE(RunShelf(folder()).has({0, 0}));
}

TEST_F(Journal, CanBeReadWhileItGrows) {
  RunJournal journal(folder(), "mine");
  for (std::uint64_t k = 0; k < 5; ++k) {
    journal.append(numbered(k), record_of(k));
    EXPECT_EQ(kept(), k + 1);
  }
}

TEST_F(Journal, TakesTheFirstNameThatIsFree) {
  write(0, 3);
  const RunJournal again(folder(), "mine");
  EXPECT_THAT(again.path(), EndsWith("/mine.1.runs"));
  const RunJournal other(folder(), "yours");
  EXPECT_THAT(other.path(), EndsWith("/yours.0.runs"));
}

TEST_F(Journal, LeavesNoFileWhereNothingWasKept) {
  write(0, 0);
  EXPECT_FALSE(std::filesystem::exists(first()));
}

TEST_F(Journal, SharesAFolderWithOthers) {
  write(0, 10);
  write(10, 20);
  write(20, 30, "yours");
  write_bytes(folder_.file("mine.0.runs.bak"), "something else");
  expect_kept(0, 30);
  EXPECT_EQ(kept(), 30u);
}

TEST_F(Journal, CountsARunThatIsThereTwiceOnce) {
  write(0, 10);
  write(5, 15);
  expect_kept(0, 15);
  EXPECT_EQ(kept(), 15u);
}

// More journals than the shelf holds open at once.
TEST_F(Journal, IsOneOfHundreds) {
  write(0, 300);
  const std::string all = bytes_of(first());
  std::filesystem::remove(first());
  std::size_t at = 0;
  for (std::uint64_t k = 0; k < 300; ++k) {
    const std::size_t size = header_bytes + record_of(k).size();
    write_bytes(folder_.file("mine." + std::to_string(k) + ".runs"), all.substr(at, size));
    at += size;
  }
  ASSERT_EQ(at, all.size());
  expect_kept(0, 300);
}

// A process was killed within a record, wherever that was.
TEST_F(Journal, LosesNothingButATornLastRecord) {
  write(0, 3);
  const std::string before = bytes_of(first());
  std::filesystem::remove(first());
  write(0, 4);
  const std::string whole = bytes_of(first());
  ASSERT_EQ(whole.size(), before.size() + header_bytes + record_of(3).size());
  for (std::size_t end = before.size(); end < whole.size(); ++end) {
    write_bytes(first(), whole.substr(0, end));
    ASSERT_EQ(kept(), 3u) << end;
    expect_kept(0, 3);
  }
  // Whoever comes next makes it again, in a file of its own.
  write_bytes(first(), whole.substr(0, whole.size() - 1));
  write(3, 4);
  expect_kept(0, 4);
}

// As a file system may leave it after the machine failed.
TEST_F(Journal, PassesOverATailThatIsNotItsOwn) {
  write(0, 3);
  const std::string whole = bytes_of(first());
  for (const std::string& tail :
       {std::string(500, '\0'), std::string(500, '\xFF'), std::string("garbage"),
        std::string("cxxrun.1") + std::string(100, 'x'), whole.substr(1)}) {
    write_bytes(first(), whole + tail);
    EXPECT_EQ(kept(), 3u);
    expect_kept(0, 3);
  }
}

TEST_F(Journal, PassesOverFilesThatAreNone) {
  write_bytes(folder_.file("empty.runs"), "");
  write_bytes(folder_.file("text.runs"), "no journal at all, though it is long enough to be one");
  EXPECT_EQ(kept(), 0u);
  write(0, 2);
  expect_kept(0, 2);
}

// Whichever byte of a header is wrong, nothing is taken for what it is not.
TEST_F(Journal, BelievesNoDamagedHeader) {
  write(1, 2);
  const std::string whole = bytes_of(first());
  for (std::size_t bit = 0; bit < 8 * header_bytes; bit += 5) {
    std::string damaged = whole;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    write_bytes(first(), damaged);
    ASSERT_EQ(kept(), 0u) << "bit " << bit;
  }
}

// Only the damaged run is made again.
TEST_F(Journal, PassesOverADamagedRun) {
  write(0, 4);
  write(4, 6);
  std::string bytes = bytes_of(first());
  const std::size_t second = header_bytes + record_of(0).size() + header_bytes;
  bytes[second + record_of(1).size() / 2] ^= 1;
  write_bytes(first(), bytes);
  const RunShelf shelf(folder());
  EXPECT_EQ(shelf.size(), 5u);
  EXPECT_FALSE(shelf.has(numbered(1)));
  expect_kept(0, 1);
  expect_kept(2, 6);
  write(1, 2);
  expect_kept(0, 6);
}

TEST_F(Journal, TellsOfARunThatIsDamagedMeanwhile) {
  write(1, 4);
  const RunShelf shelf(folder());
  std::string bytes = bytes_of(first());
  bytes[header_bytes + record_of(1).size() / 2] ^= 1;
  write_bytes(first(), bytes);
  EXPECT_EQ(shelf.read(numbered(2)), record_of(2));
  const Problem problem = problem_of([&] { shelf.read(numbered(1)); });
  EXPECT_EQ(problem.place.file, first());
  EXPECT_THAT(problem.what, HasSubstr("damaged"));
  EXPECT_THAT(problem.cure, HasSubstr("--resume"));
  std::filesystem::resize_file(first(), bytes.size() - 1);
  EXPECT_THAT(problem_of([&] { shelf.read(numbered(3)); }).what, HasSubstr("damaged"));
}

TEST_F(Journal, NeedsAFolder) {
  const std::string nowhere = folder_.file("nowhere");
  const Problem unwritten = problem_of([&] { const RunJournal journal(nowhere, "mine"); });
  EXPECT_THAT(unwritten.what, HasSubstr("cannot make the file"));
  EXPECT_EQ(unwritten.place.file, nowhere + "/mine.0.runs");
  const Problem unread = problem_of([&] { const RunShelf shelf(nowhere); });
  EXPECT_THAT(unread.what, HasSubstr("No such file"));
  EXPECT_FALSE(unread.cure.empty());
}

// Files of this process may not grow beyond so many bytes, as on a full disk, while it lives.
class LargestFile {
 public:
  explicit LargestFile(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit now{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &now);
  }
  ~LargestFile() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  LargestFile(const LargestFile&) = delete;
  LargestFile& operator=(const LargestFile&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int);
};

TEST_F(Journal, TakesBackWhatCannotBeWrittenWhole) {
  RunJournal journal(folder(), "mine");
  journal.append(numbered(1), record_of(1));
  const std::string before = bytes_of(first());
  {
    const LargestFile full(before.size() + header_bytes + 3);
    const Problem problem = problem_of([&] { journal.append(numbered(2), record_of(2)); });
    EXPECT_THAT(problem.what, HasSubstr("cannot keep a run"));
    EXPECT_THAT(problem.cure, HasSubstr("free some space"));
    EXPECT_EQ(problem.place.file, first());
  }
  EXPECT_EQ(bytes_of(first()), before);
  // Once there is room again it goes on where it was.
  journal.append(numbered(3), record_of(3));
  EXPECT_EQ(kept(), 2u);
  expect_kept(1, 2);
  expect_kept(3, 4);
}

RC_GTEST_PROP(RunJournals, GiveBackAnyBytes, ()) {
  const TestFolder folder;
  const auto records = *rc::gen::container<std::vector<std::string>>(
      rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
  {
    RunJournal journal(folder.file(""), "mine");
    for (std::size_t k = 0; k < records.size(); ++k) journal.append({k, ~k}, bytes_in(records[k]));
  }
  const RunShelf shelf(folder.file(""));
  RC_ASSERT(shelf.size() == records.size());
  for (std::size_t k = 0; k < records.size(); ++k)
    RC_ASSERT(shelf.read({k, ~k}) == bytes_in(records[k]));
}

}  // namespace
}  // namespace cxsim
