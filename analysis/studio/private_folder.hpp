// A folder for temporary files that nobody else may enter, gone with all it holds in the end.
#pragma once

#include <string>

#include "base/problem.hpp"

namespace cxsim {

class PrivateFolder {
 public:
  // Where temporary files belong: TMPDIR, or /tmp.
  static Result<PrivateFolder> make();

  PrivateFolder(PrivateFolder&& other) noexcept;
  PrivateFolder& operator=(PrivateFolder&& other) noexcept;
  ~PrivateFolder();

  const std::string& path() const { return path_; }
  std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  explicit PrivateFolder(std::string path) : path_(std::move(path)) {}

  std::string path_;  // empty: moved from
};

}  // namespace cxsim
