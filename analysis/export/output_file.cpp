#include "analysis/export/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "recording/netcdf_error.hpp"
#include "recording/netcdf_publish.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffer_bytes = 1 << 20;

}  // namespace

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
  if (is_standard_output()) {
    file_ = stdout;
    return;
  }
  require_place_for(path_);
  file_ = std::fopen(partial_path_of(path_).c_str(), "wb");
  if (file_ == nullptr) fail(errno);
  std::setvbuf(file_, nullptr, _IOFBF, buffer_bytes);
}

OutputFile::~OutputFile() {
  if (file_ == nullptr || is_standard_output()) return;
  std::fclose(file_);
  std::remove(partial_path_of(path_).c_str());
}

void OutputFile::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) fail(errno);
}

void OutputFile::finish() {
  if (std::fflush(file_) != 0) fail(errno);
  if (is_standard_output()) return;
  std::FILE* file = std::exchange(file_, nullptr);
  if (std::fclose(file) != 0) fail(errno);
  publish(partial_path_of(path_), path_);
}

void OutputFile::fail(int error) const {
  throw RecordingError({{is_standard_output() ? "standard output" : path_, 0},
                        "",
                        std::string("cannot be written: ") + std::strerror(error),
                        "a file that ends early would pass for a whole one, so none is left",
                        "make room there, or choose another place with -o"});
}

void make_folder(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return;
  const fs::path above = fs::path(path).parent_path();
  const auto fail = [&](std::string what, std::string cure) {
    throw RecordingError(
        {{path, 0}, "", std::move(what), "the tables need a folder to lie in", std::move(cure)});
  };
  if (fs::exists(path, error)) fail("this is a file, not a folder", "choose another place with -o");
  if (!above.empty() && !fs::is_directory(above, error))
    fail("there is no folder " + above.string(), "create it with: mkdir -p " + above.string());
  if (!fs::create_directory(path, error))
    fail("the folder cannot be made: " + error.message(),
         "choose a place where you may write with -o");
}

}  // namespace cxsim
