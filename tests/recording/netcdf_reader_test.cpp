#include "recording/netcdf_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hdf5.h>

#include <filesystem>

#include "netcdf_sample.hpp"
#include "recording/netcdf_error.hpp"

// HDF5 loses some memory of its own when a file is damaged; leaks of ours still count.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libhdf5\n"; }

namespace cxsim {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

Problem problem_of_opening(const std::string& path, Incomplete incomplete = Incomplete::refused) {
  return problem_of([&] { NetcdfReader(path, incomplete); });
}

TEST(NetcdfReader, RefusesAnIncompleteFile) {
  const TestFolder folder;
  { NetcdfFile file(folder.file("x.h5"), sample_header); }
  const Problem problem = problem_of_opening(folder.file("x.h5.partial"));
  EXPECT_THAT(problem.what, HasSubstr("incomplete"));
  fs::rename(folder.file("x.h5.partial"), folder.file("renamed.h5"));
  EXPECT_THAT(problem_of_opening(folder.file("renamed.h5")).what, HasSubstr("incomplete"));
  EXPECT_EQ(problem_of_opening(folder.file("renamed.h5"), Incomplete::allowed).what,
            "nothing failed");
}

TEST(NetcdfReader, RefusesAWholeFileThatIsNotYetRenamed) {
  const TestFolder folder;
  write_sample(folder.file("x.h5"));
  fs::rename(folder.file("x.h5"), folder.file("x.h5.partial"));
  EXPECT_THAT(problem_of_opening(folder.file("x.h5.partial")).what, HasSubstr("incomplete"));
}

TEST(NetcdfReader, SaysThatThereIsNoFile) {
  const TestFolder folder;
  EXPECT_EQ(problem_of_opening(folder.file("x.h5")).what, "there is no such file");
  write_bytes(folder.file("x.h5.partial"), "");
  EXPECT_THAT(problem_of_opening(folder.file("x.h5")).cure, HasSubstr("x.h5.partial is there"));
  EXPECT_THAT(problem_of_opening(folder.file("")).what, HasSubstr("folder"));
}

TEST(NetcdfReader, SaysThatAFileIsNotHdf5) {
  const TestFolder folder;
  write_bytes(folder.file("x.h5"), "people = 1000\n");
  const Problem problem = problem_of_opening(folder.file("x.h5"));
  EXPECT_EQ(problem.what, "this is not an HDF5 file");
  EXPECT_EQ(problem.place.file, folder.file("x.h5"));
  write_bytes(folder.file("empty.h5"), "");
  EXPECT_EQ(problem_of_opening(folder.file("empty.h5")).what, "this is not an HDF5 file");
}

TEST(NetcdfReader, RefusesAnotherProgramsFile) {
  const TestFolder folder;
  H5Fclose(H5Fcreate(folder.file("x.h5").c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
  EXPECT_THAT(problem_of_opening(folder.file("x.h5")).what, HasSubstr("not written by cxsim"));
}

TEST(NetcdfReader, SaysThatAFileIsCutShort) {
  const TestFolder folder;
  write_sample(folder.file("x.h5"));
  const std::string bytes = bytes_of(folder.file("x.h5"));
  for (const std::size_t part : {1U, 2U, 5U, 9U}) {
    write_bytes(folder.file("x.h5"), bytes.substr(0, bytes.size() * part / 10));
    EXPECT_THAT(problem_of_opening(folder.file("x.h5")).what, HasSubstr("cut short"));
  }
}

// Every dataset and group begins with a header, which HDF5 marks with OHDR and guards by a
// checksum.
TEST(NetcdfReader, NoticesADamagedHeader) {
  const TestFolder folder;
  write_sample(folder.file("x.h5"));
  const std::string bytes = bytes_of(folder.file("x.h5"));
  int headers = 0;
  for (auto at = bytes.find("OHDR"); at != std::string::npos; at = bytes.find("OHDR", at + 1)) {
    std::string damaged = bytes;
    damaged[at + 20] = static_cast<char>(damaged[at + 20] ^ 1);
    write_bytes(folder.file("x.h5"), damaged);
    EXPECT_NE(problem_of_opening(folder.file("x.h5")).what, "nothing failed") << "byte " << at + 20;
    ++headers;
  }
  EXPECT_GT(headers, 15);
}

TEST(NetcdfReader, NoticesADamagedNumber) {
  const TestFolder folder;
  {
    NetcdfFile file(folder.file("x.h5"), sample_header);
    file.define_dimension("person", 100'000);
    file.define_variable(
        {.path = "contacts", .dimensions = {"person"}, .units = "1", .long_name = "contacts"});
    std::vector<float> values(100'000);
    unsigned state = 1;
    for (float& value : values) value = static_cast<float>(state = state * 1664525U + 1013904223U);
    file.write_slab("contacts", {0}, {values.size()}, values);
    file.finish();
  }
  std::string bytes = bytes_of(folder.file("x.h5"));
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write_bytes(folder.file("x.h5"), bytes);
  const NetcdfReader reader(folder.file("x.h5"));
  EXPECT_THAT(problem_of([&] { reader.read<float>("contacts"); }).what,
              HasSubstr("cannot read contacts"));
}

TEST(NetcdfReader, SaysWhatThereIsWhenAVariableIsMissing) {
  const TestFolder folder;
  write_sample(folder.file("x.h5"));
  const NetcdfReader reader(folder.file("x.h5"));
  EXPECT_FALSE(reader.has_variable("nps"));
  EXPECT_TRUE(reader.has_variable("nps_true"));
  const Problem problem = problem_of([&] { reader.read<float>("nps"); });
  EXPECT_EQ(problem.what, "the file has no dataset nps");
  EXPECT_THAT(problem.cure, HasSubstr("nps_true"));
}

TEST(NetcdfReader, RefusesToReadOneKindAsAnother) {
  const TestFolder folder;
  write_sample(folder.file("x.h5"));
  const NetcdfReader reader(folder.file("x.h5"));
  EXPECT_THAT(problem_of([&] { reader.read<int>("nps_true"); }).what, HasSubstr("floating"));
  EXPECT_THAT(problem_of([&] { reader.read<int>("arm"); }).what, HasSubstr("text"));
  EXPECT_THAT(problem_of([&] { reader.labels("nps_true"); }).what, HasSubstr("numbers"));
  EXPECT_THAT(problem_of([&] {
                reader.read_slab<float>("nps_true", {0, 0, 0, 1}, {1, 1, 1, 2});
              }).what,
              HasSubstr("cannot read this part"));
}

}  // namespace
}  // namespace cxsim
