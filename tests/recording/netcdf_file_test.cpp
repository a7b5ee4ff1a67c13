#include "recording/netcdf_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <malloc.h>
#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "netcdf_sample.hpp"
#include "recording/netcdf_error.hpp"
#include "recording/netcdf_reader.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

// Every file that this process writes shall stop at a few kilobytes, as on a full disk.
class TinyDisk {
 public:
  TinyDisk() {
    getrlimit(RLIMIT_FSIZE, &before_);
    rlimit tiny = before_;
    tiny.rlim_cur = 64 * 1024;
    setrlimit(RLIMIT_FSIZE, &tiny);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
  }
  ~TinyDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  TinyDisk(const TinyDisk&) = delete;
  TinyDisk& operator=(const TinyDisk&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int) = SIG_DFL;
};

TEST(NetcdfFile, GivesBackWhatWasWritten) {
  const TestFolder folder;
  write_sample(folder.file("sample.h5"));
  const NetcdfReader reader(folder.file("sample.h5"));

  const Values<float> scores = reader.read<float>("nps_true");
  EXPECT_EQ(scores.shape, (Extents{2, 3, 2, 2}));
  EXPECT_EQ(scores.values[0], 0.F);
  EXPECT_EQ(scores.values[23], 123.F);
  EXPECT_EQ(reader.read<double>("revenue").values[23], 123.);
  EXPECT_EQ(reader.read<std::int64_t>("complaints").values[0], 5'000'000'000);
  EXPECT_THAT(reader.read_slab<int>("people/churn_day", {1, 2, 0}, {1, 1, 4}).values,
              ElementsAre(-1, 40, 2, -1));
  EXPECT_THAT(reader.read_slab<float>("people/segment", {0, 0, 1}, {1, 1, 2}).values,
              ElementsAre(1.F, 1.F));
  EXPECT_THAT(reader.read<int>("people/person").values, ElementsAre(0, 5, 9, 12));
}

TEST(NetcdfFile, DescribesItself) {
  const TestFolder folder;
  write_sample(folder.file("sample.h5"));
  const NetcdfReader reader(folder.file("sample.h5"));

  EXPECT_THAT(reader.dimensions(), ElementsAre("arm", "replication", "month", "segment",
                                               "department", "people/person", "contacts/event"));
  EXPECT_THAT(reader.variables(),
              ElementsAre("nps_true", "revenue", "complaints", "department_load",
                          "people/churn_day", "people/segment", "contacts/day", "contacts/wait"));
  EXPECT_THAT(reader.texts(), ElementsAre("provenance/scenario_as_written"));
  EXPECT_THAT(reader.labels("arm"), ElementsAre("baseline", "café"));
  EXPECT_EQ(reader.length("replication"), 3U);
  EXPECT_THAT(reader.variable("people/segment").dimensions,
              ElementsAre("arm", "replication", "people/person"));
  EXPECT_EQ(reader.text_attribute("revenue", "units"), "EUR");
  EXPECT_EQ(reader.text_attribute("", "seed"), "18446744073709551615");
  EXPECT_EQ(reader.text_attribute("", "source"), "cxsim 0.0");
  EXPECT_THAT(*reader.number_attribute("people/segment", "flag_values"), ElementsAre(0, 1));
  EXPECT_EQ(reader.text("provenance/scenario_as_written"),
            "[simulation]\npeople = 4 # vier, quatre, 四\n");
}

TEST(NetcdfFile, LeavesNanWhereNothingWasWrittenOnFloatsOnly) {
  const TestFolder folder;
  write_sample(folder.file("sample.h5"));
  const NetcdfReader reader(folder.file("sample.h5"));

  EXPECT_TRUE(std::isnan(reader.number_attribute("nps_true", "_FillValue")->at(0)));
  EXPECT_TRUE(std::isnan(reader.number_attribute("revenue", "_FillValue")->at(0)));
  EXPECT_FALSE(reader.number_attribute("complaints", "_FillValue"));
  EXPECT_TRUE(std::isnan(reader.read<float>("contacts/wait").values[1]));
}

TEST(NetcdfFile, MakesAllVariablesOfAGrowingDimensionEquallyLong) {
  const TestFolder folder;
  write_sample(folder.file("sample.h5"));
  const NetcdfReader reader(folder.file("sample.h5"));

  EXPECT_EQ(reader.length("contacts/event"), 12U);
  EXPECT_EQ(reader.variable("contacts/wait").shape, Extents{12});
  EXPECT_EQ(reader.read<float>("contacts/wait").values[0], 2.5F);
}

TEST(NetcdfFile, KeepsADimensionWithoutMembers) {
  const TestFolder folder;
  write_sample(folder.file("sample.h5"));
  const NetcdfReader reader(folder.file("sample.h5"));

  EXPECT_EQ(reader.read<float>("department_load").shape, (Extents{2, 3, 2, 0}));
  EXPECT_TRUE(reader.read<float>("department_load").values.empty());
}

// Freshly allocated memory holds other bytes the second time, and the clock has moved on.
TEST(NetcdfFile, WritesTheSameBytesTwice) {
  const TestFolder folder;
  mallopt(M_PERTURB, 0x5A);
  write_sample(folder.file("first.h5"));
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  mallopt(M_PERTURB, 0xC3);
  write_sample(folder.file("second.h5"));
  mallopt(M_PERTURB, 0);

  EXPECT_FALSE(bytes_of(folder.file("first.h5")).empty());
  EXPECT_TRUE(bytes_of(folder.file("first.h5")) == bytes_of(folder.file("second.h5")));
}

TEST(NetcdfFile, TakesItsNameOnlyWhenFinished) {
  const TestFolder folder;
  const std::string path = folder.file("sample.h5");
  {
    NetcdfFile file(path, sample_header);
    define_sample(file);
    fill_sample(file);
    EXPECT_TRUE(fs::exists(path + ".partial"));
    EXPECT_FALSE(fs::exists(path));
    file.finish();
  }
  EXPECT_FALSE(fs::exists(path + ".partial"));
  EXPECT_TRUE(fs::exists(path));
}

TEST(NetcdfFile, StaysPartialWhenAbandoned) {
  const TestFolder folder;
  const std::string path = folder.file("sample.h5");
  {
    NetcdfFile file(path, sample_header);
    define_sample(file);
    fill_sample(file);
  }
  EXPECT_FALSE(fs::exists(path));
  const NetcdfReader reader(path + ".partial", Incomplete::allowed);
  EXPECT_FALSE(reader.is_complete());
  EXPECT_EQ(reader.text_attribute("", "complete"), "no");
  EXPECT_EQ(reader.read<float>("nps_true").values[23], 123.F);
}

TEST(NetcdfFile, CanBeReadAfterAFlushWhileItIsStillWritten) {
  const TestFolder folder;
  NetcdfFile file(folder.file("sample.h5"), sample_header);
  define_sample(file);
  fill_sample(file);
  file.flush();
  write_bytes(folder.file("killed.h5"), bytes_of(folder.file("sample.h5.partial")));
  const NetcdfReader reader(folder.file("killed.h5"), Incomplete::allowed);
  EXPECT_EQ(reader.read<float>("nps_true").values[23], 123.F);
}

TEST(NetcdfFile, ReplacesAnOlderFile) {
  const TestFolder folder;
  write_bytes(folder.file("sample.h5"), "older results");
  write_bytes(folder.file("sample.h5.partial"), "remains of a crash");
  write_sample(folder.file("sample.h5"));
  EXPECT_TRUE(NetcdfReader(folder.file("sample.h5")).is_complete());
}

TEST(NetcdfFile, SaysThatTheFolderIsMissing) {
  const TestFolder folder;
  const Problem problem =
      problem_of([&] { NetcdfFile(folder.file("nowhere/x.h5"), sample_header); });
  EXPECT_EQ(problem.place.file, folder.file("nowhere/x.h5"));
  EXPECT_EQ(problem.what, "there is no folder " + folder.file("nowhere"));
  EXPECT_EQ(problem.cure, "create it with: mkdir -p " + folder.file("nowhere"));
  EXPECT_FALSE(problem.why.empty());
}

TEST(NetcdfFile, SaysThatThePathIsAFolder) {
  const TestFolder folder;
  const Problem problem = problem_of([&] { NetcdfFile(folder.file(""), sample_header); });
  EXPECT_THAT(problem.what, HasSubstr("no file name"));
  fs::create_directory(folder.file("inner"));
  EXPECT_THAT(problem_of([&] { NetcdfFile(folder.file("inner"), sample_header); }).what,
              HasSubstr("this is a folder"));
  EXPECT_THAT(problem_of([&] { NetcdfFile("", sample_header); }).what, HasSubstr("no file name"));
}

TEST(NetcdfFile, SaysThatTheFolderIsReadOnly) {
  if (geteuid() == 0) GTEST_SKIP() << "root may write anywhere";
  const TestFolder folder;
  fs::create_directory(folder.file("locked"));
  fs::permissions(folder.file("locked"), fs::perms::owner_read | fs::perms::owner_exec);
  const Problem problem =
      problem_of([&] { NetcdfFile(folder.file("locked/x.h5"), sample_header); });
  EXPECT_THAT(problem.what, HasSubstr("cannot write in the folder"));
  EXPECT_THAT(problem.what, HasSubstr("Permission denied"));
}

TEST(NetcdfFile, SaysThatTheDiskIsFull) {
  const TestFolder folder;
  Problem problem;
  {
    const TinyDisk disk;
    problem = problem_of([&] {
      NetcdfFile file(folder.file("x.h5"), sample_header);
      file.define_dimension("person", 1'000'000);
      file.define_variable({.path = "lifetime_profit",
                            .dimensions = {"person"},
                            .units = "EUR",
                            .long_name = "profit"});
      std::vector<float> values(1'000'000);
      for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::sin(static_cast<float>(i * i));
      file.write_slab("lifetime_profit", {0}, {values.size()}, values);
      file.finish();
    });
  }
  EXPECT_THAT(problem.what, HasSubstr("File too large"));
  EXPECT_THAT(problem.cure, HasSubstr("-o"));
  EXPECT_FALSE(fs::exists(folder.file("x.h5")));
}

TEST(NetcdfFile, SaysThatAnotherRunWritesTheSameFile) {
  const TestFolder folder;
  const NetcdfFile first(folder.file("x.h5"), sample_header);
  const Problem problem = problem_of([&] { NetcdfFile(folder.file("x.h5"), sample_header); });
  EXPECT_THAT(problem.what, HasSubstr("cannot create the file"));
}

TEST(NetcdfFile, RefusesWhatDoesNotFit) {
  const TestFolder folder;
  NetcdfFile file(folder.file("x.h5"), sample_header);
  define_sample(file);
  const std::vector<float> two{1, 2};
  const auto write = [&](const std::string& path, const Extents& start, const Extents& count) {
    return problem_of([&] { file.write_slab(path, start, count, two); }).what;
  };
  EXPECT_THAT(write("nps", {0}, {2}), HasSubstr("not defined"));
  EXPECT_THAT(write("nps_true", {0}, {2}), HasSubstr("number of axes"));
  EXPECT_THAT(write("nps_true", {0, 0, 0, 0}, {1, 1, 2, 2}), HasSubstr("number of values"));
  EXPECT_THAT(write("nps_true", {0, 0, 0, 1}, {1, 1, 1, 2}), HasSubstr("cannot write nps_true"));
  EXPECT_THAT(write("contacts/day", {0}, {2}), HasSubstr("floating values"));
  EXPECT_EQ(write("contacts/wait", {0}, {2}), "nothing failed");
  EXPECT_THAT(
      problem_of([&] {
        file.define_variable({.path = "x", .dimensions = {"week"}, .units = "1", .long_name = "x"});
      }).what,
      HasSubstr("undefined dimension week"));
}

TEST(NetcdfFile, RefusesToBeWrittenAfterItIsFinished) {
  const TestFolder folder;
  NetcdfFile file(folder.file("x.h5"), sample_header);
  define_sample(file);
  file.finish();
  EXPECT_NE(problem_of([&] { file.finish(); }).what, "nothing failed");
  EXPECT_NE(problem_of([&] { file.flush(); }).what, "nothing failed");
  EXPECT_NE(problem_of([&] { file.define_dimension("late", 1); }).what, "nothing failed");
  EXPECT_NE(problem_of([&] { file.write_attribute({"late", "x"}); }).what, "nothing failed");
}

TEST(NetcdfFile, TurnsErrorsIntoValuesAtTheDoor) {
  const auto made = attempt([] { return std::make_unique<NetcdfFile>("", sample_header); });
  ASSERT_FALSE(made);
  EXPECT_THAT(made.problems().front().what, HasSubstr("no file name"));
  EXPECT_TRUE(attempt([] {}));
}

// For readers of other makes: CXSIM_SAMPLE names the file to keep.
TEST(NetcdfFile, LeavesASampleForOtherReaders) {
  const char* path = std::getenv("CXSIM_SAMPLE");
  if (path == nullptr) GTEST_SKIP() << "CXSIM_SAMPLE is not set";
  write_sample(path);
  EXPECT_TRUE(fs::exists(path));
}

}  // namespace
}  // namespace cxsim
