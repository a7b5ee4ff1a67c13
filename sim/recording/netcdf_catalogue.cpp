#include "recording/netcdf_catalogue.hpp"

#include <hdf5_hl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "recording/hdf5_attribute.hpp"
#include "recording/hdf5_error.hpp"
#include "recording/netcdf_error.hpp"
#include "recording/netcdf_publish.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

bool exists(const std::string& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

herr_t note_name(hid_t, const char* name, const H5L_info_t*, void* into) {
  static_cast<std::vector<std::string>*>(into)->emplace_back(name);
  return 0;
}

std::string path_of(hid_t object) {
  const ssize_t length = H5Iget_name(object, nullptr, 0);
  if (length <= 0) return "";
  std::string path(static_cast<std::size_t>(length) + 1, '\0');
  H5Iget_name(object, path.data(), path.size());
  path.pop_back();
  return path.substr(path.find_first_not_of('/'));
}

herr_t note_first_scale(hid_t, unsigned, hid_t scale, void* into) {
  *static_cast<std::string*>(into) = path_of(scale);
  return 1;
}

}  // namespace

NetcdfCatalogue::NetcdfCatalogue(std::string path, Incomplete incomplete) : path_(std::move(path)) {
  silence_hdf5();
  open_file();
  require_ours();
  is_complete_ =
      read_text_attribute(file_.id(), "complete") == "yes" && !path_.ends_with(partial_suffix);
  require_complete(incomplete);
  list_group("");
}

void NetcdfCatalogue::fail(const std::string& what, const std::string& why,
                           const std::string& cure) const {
  throw RecordingError({{path_, 0}, "", what, why, cure});
}

void NetcdfCatalogue::open_file() {
  const std::string run_again = "check the path, or make the file with: cxsim run SCENARIO -o FILE";
  const std::string partial = partial_path_of(path_);
  if (!exists(path_))
    fail("there is no such file", "there are no results to read",
         exists(partial) ? partial + " is there: its run did not end, or has not ended yet"
                         : run_again);
  std::error_code ignored;
  if (fs::is_directory(path_, ignored))
    fail("this is a folder, not a file", "results are read from one file", run_again);
  if (access(path_.c_str(), R_OK) != 0)
    fail(std::string("cannot read the file: ") + std::strerror(errno),
         "there are no results to read", "change its permissions");
  if (H5Fis_hdf5(path_.c_str()) <= 0)
    fail("this is not an HDF5 file", "results are read from the HDF5 files that cxsim writes",
         run_again);
  // Without a lock: a file on a read-only disk can be read, and one still written can be tried.
  const PropertiesHandle properties(H5Pcreate(H5P_FILE_ACCESS));
  H5Pset_file_locking(properties.id(), 0, 1);
  H5Pset_fclose_degree(properties.id(), H5F_CLOSE_STRONG);
  file_ = FileHandle(H5Fopen(path_.c_str(), H5F_ACC_RDONLY, properties.id()));
  if (file_.id() < 0)
    fail("the file is cut short or damaged", "its numbers cannot be trusted",
         "copy it again from where it came, or make it again with: cxsim run SCENARIO -o FILE");
}

void NetcdfCatalogue::require_ours() const {
  const auto source = read_text_attribute(file_.id(), "source");
  if (source && source->starts_with(program_name)) return;
  fail("this HDF5 file was not written by cxsim", "its names and units mean something else",
       "give a file made with: cxsim run SCENARIO -o FILE");
}

void NetcdfCatalogue::require_complete(Incomplete incomplete) const {
  if (is_complete_ || incomplete == Incomplete::allowed) return;
  fail("this file is incomplete: the run that wrote it did not end",
       "sums and means of a part of the run would pass for those of the whole",
       "run again, or say that an incomplete file is allowed");
}

void NetcdfCatalogue::list_group(const std::string& group) {
  std::vector<std::string> names;
  std::vector<std::string> groups;
  const std::string from = "/" + group;
  checked(H5Literate_by_name(file_.id(), from.c_str(), H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr,
                             note_name, &names, H5P_DEFAULT),
          path_, "list", from);
  for (const std::string& name : names) {
    const std::string path = group.empty() ? name : group + "/" + name;
    const ObjectHandle object = open_object(path);
    const H5I_type_t kind = H5Iget_type(object.id());
    if (kind == H5I_DATASET) list_dataset(path);
    if (kind == H5I_GROUP) groups.push_back(path);
  }
  for (const std::string& inner : groups) list_group(inner);
}

void NetcdfCatalogue::list_dataset(const std::string& dataset) {
  const DatasetHandle handle(H5Dopen2(file_.id(), dataset.c_str(), H5P_DEFAULT));
  const TypeHandle type(H5Dget_type(handle.id()));
  if (H5DSis_scale(handle.id()) > 0)
    dimensions_.push_back(dataset);
  else if (H5Tget_class(type.id()) == H5T_STRING)
    texts_.push_back(dataset);
  else
    variables_.push_back(dataset);
}

DatasetHandle NetcdfCatalogue::open(const std::string& dataset) const {
  const auto among = [&](const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), dataset) != names.end();
  };
  if (!among(variables_) && !among(dimensions_) && !among(texts_))
    fail("the file has no dataset " + dataset,
         "it was written with another version, or the name is misspelt",
         "choose one of: " + joined(variables_));
  DatasetHandle handle(H5Dopen2(file_.id(), dataset.c_str(), H5P_DEFAULT));
  checked(handle.id(), path_, "open", dataset);
  return handle;
}

ObjectHandle NetcdfCatalogue::open_object(const std::string& object) const {
  const std::string from = "/" + object;
  ObjectHandle handle(H5Oopen(file_.id(), from.c_str(), H5P_DEFAULT));
  checked(handle.id(), path_, "open", from);
  return handle;
}

std::vector<std::string> NetcdfCatalogue::dimensions_of(hid_t dataset) const {
  const SpaceHandle space(H5Dget_space(dataset));
  const int rank = H5Sget_simple_extent_ndims(space.id());
  std::vector<std::string> names;
  for (int axis = 0; axis < rank; ++axis) {
    std::string name;
    H5DSiterate_scales(dataset, static_cast<unsigned>(axis), nullptr, note_first_scale, &name);
    names.push_back(name);
  }
  return names;
}

}  // namespace cxsim
