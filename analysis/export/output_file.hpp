// A text file that appears under its name only when it is whole, or the standard output.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace cxsim {

inline constexpr std::string_view standard_output = "-";

// Written as PATH.partial, which finish() renames and which goes away without it. Every function
// throws RecordingError: a full disk is told as soon as it is met.
class OutputFile {
 public:
  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view text);
  void finish();

 private:
  bool is_standard_output() const { return path_ == standard_output; }
  [[noreturn]] void fail(int error) const;

  std::string path_;
  std::FILE* file_ = nullptr;
};

// Makes the folder if it is not there; the one it lies in must be. Throws RecordingError.
void make_folder(const std::string& path);

}  // namespace cxsim
