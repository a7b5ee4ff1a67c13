// A folder for the files of one test, gone when the test ends.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace cxsim {

class ScratchFolder {
 public:
  ScratchFolder() : folder_(std::filesystem::path(testing::TempDir()) / unique_name()) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  // Writes a file, with the folders it lies in, and returns its path.
  std::string write(const std::string& name, std::string_view text) const {
    const std::filesystem::path file = folder_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
  }

  std::string path(const std::string& name = "") const { return (folder_ / name).string(); }

 private:
  static std::string unique_name() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    return std::string("cxsim-") + test->test_suite_name() + "-" + test->name();
  }

  std::filesystem::path folder_;
};

}  // namespace cxsim
