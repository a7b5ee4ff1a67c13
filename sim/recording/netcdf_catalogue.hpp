// An open result file and what lies in it: dimensions, variables and texts.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "recording/hdf5_handle.hpp"
#include "recording/netcdf_reader.hpp"

namespace cxsim {

class NetcdfCatalogue {
 public:
  NetcdfCatalogue(std::string path, Incomplete incomplete);

  const std::string& path() const { return path_; }
  bool is_complete() const { return is_complete_; }
  const std::vector<std::string>& dimensions() const { return dimensions_; }
  const std::vector<std::string>& variables() const { return variables_; }
  const std::vector<std::string>& texts() const { return texts_; }

  // Throws RecordingError, naming what there is, if there is no such dataset.
  DatasetHandle open(const std::string& dataset) const;
  ObjectHandle open_object(const std::string& object) const;
  std::vector<std::string> dimensions_of(hid_t dataset) const;

  [[noreturn]] void fail(const std::string& what, const std::string& why,
                         const std::string& cure) const;

 private:
  void open_file();
  void require_ours() const;
  void require_complete(Incomplete incomplete) const;
  void list_group(const std::string& group);
  void list_dataset(const std::string& dataset);

  std::string path_;
  FileHandle file_;
  bool is_complete_ = false;
  std::vector<std::string> dimensions_;
  std::vector<std::string> variables_;
  std::vector<std::string> texts_;
};

}  // namespace cxsim
