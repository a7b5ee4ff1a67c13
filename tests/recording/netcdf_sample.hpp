// A small result file with one of everything, for the tests of its writer and its readers.
#pragma once

#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "recording/netcdf_error.hpp"
#include "recording/netcdf_file.hpp"

namespace cxsim {

// A folder of its own for one test, gone afterwards.
class TestFolder {
 public:
  TestFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "recording-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~TestFolder() { std::filesystem::remove_all(folder_); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  std::string file(const std::string& name) const { return (folder_ / name).string(); }

 private:
  std::filesystem::path folder_;
};

inline std::string bytes_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

inline const FileHeader sample_header{"A sample", "0.0", "1"};

inline void define_sample(NetcdfFile& file) {
  file.define_labelled_dimension("arm", {"baseline", "café"}, "what the firm does");
  file.define_numbered_dimension("replication", {0, 1, 2}, "1", "independent repetition");
  file.define_numbered_dimension("month", {30, 60}, "days since 2026-01-01 00:00:00", "month end",
                                 {{"calendar", "proleptic_gregorian"}});
  file.define_labelled_dimension("segment", {"price", "quality"}, "kind of customer");
  file.define_dimension("department", 0);
  file.define_numbered_dimension("people/person", {0, 5, 9, 12}, "1", "number of the person");
  file.define_growing_dimension("contacts/event");
  file.define_variable({.path = "nps_true",
                        .dimensions = {"arm", "replication", "month", "segment"},
                        .units = "1",
                        .long_name = "net promoter score"});
  file.define_variable({.path = "revenue",
                        .dimensions = {"arm", "replication", "month", "segment"},
                        .type = NumberType::float64,
                        .units = "EUR",
                        .long_name = "revenue"});
  file.define_variable({.path = "complaints",
                        .dimensions = {"arm", "replication", "month"},
                        .type = NumberType::int64,
                        .units = "1",
                        .long_name = "complaints"});
  file.define_variable({.path = "department_load",
                        .dimensions = {"arm", "replication", "month", "department"},
                        .units = "1",
                        .long_name = "work offered over capacity"});
  file.define_variable({.path = "people/churn_day",
                        .dimensions = {"arm", "replication", "person"},
                        .type = NumberType::int32,
                        .units = "d",
                        .long_name = "day of leaving, -1 for never"});
  file.define_variable({.path = "people/segment",
                        .dimensions = {"arm", "replication", "person"},
                        .type = NumberType::int8,
                        .units = "1",
                        .long_name = "kind of customer",
                        .attributes = {{"flag_values", std::vector<std::int8_t>{0, 1}},
                                       {"flag_meanings", "price quality"}}});
  file.define_variable({.path = "contacts/day",
                        .dimensions = {"event"},
                        .type = NumberType::int16,
                        .units = "d",
                        .long_name = "day of the contact"});
  file.define_variable({.path = "contacts/wait",
                        .dimensions = {"event"},
                        .units = "min",
                        .long_name = "time waited"});
  file.write_text("provenance/scenario_as_written", "[simulation]\npeople = 4 # vier, quatre, 四\n",
                  "the scenario file as the user wrote it");
  file.write_attribute({"seed", "18446744073709551615"});
}

inline void fill_sample(NetcdfFile& file) {
  for (unsigned long long arm = 0; arm < 2; ++arm)
    for (unsigned long long replication = 0; replication < 3; ++replication) {
      const auto base = static_cast<float>(arm * 100 + replication * 10);
      const std::vector<float> scores{base, base + 1, base + 2, base + 3};
      file.write_slab("nps_true", {arm, replication, 0, 0}, {1, 1, 2, 2}, scores);
      file.write_slab("revenue", {arm, replication, 0, 0}, {1, 1, 2, 2},
                      std::vector<double>(scores.begin(), scores.end()));
      file.write_slab("complaints", {arm, replication, 0}, {1, 1, 2},
                      std::vector<std::int64_t>{5'000'000'000, -1});
      file.write_slab("department_load", {arm, replication, 0, 0}, {1, 1, 2, 0},
                      std::vector<float>{});
      file.write_slab("people/churn_day", {arm, replication, 0}, {1, 1, 4},
                      std::vector<std::int32_t>{-1, 40, 2, -1});
      file.write_slab("people/segment", {arm, replication, 0}, {1, 1, 4},
                      std::vector<std::int8_t>{0, 1, 1, 0});
      const unsigned long long event = 2 * (arm * 3 + replication);
      file.write_slab("contacts/day", {event}, {2}, std::vector<std::int16_t>{3, 4});
      file.flush();
    }
  file.write_slab("contacts/wait", {0}, {1}, std::vector<float>{2.5F});
}

inline void write_sample(const std::string& path) {
  NetcdfFile file(path, sample_header);
  define_sample(file);
  fill_sample(file);
  file.finish();
}

// What a call that must fail said.
template <class Work>
Problem problem_of(Work&& work) {
  try {
    work();
  } catch (const RecordingError& error) {
    return error.problem();
  }
  return {{}, "", "nothing failed", "", ""};
}

}  // namespace cxsim
