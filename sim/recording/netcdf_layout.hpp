// How files, groups, datasets and dimension scales are laid out so that every netCDF-4 reader opens
// them and no byte depends on the clock.
#pragma once

#include <string>

#include "recording/hdf5_handle.hpp"
#include "recording/netcdf_types.hpp"

namespace cxsim {

struct DatasetPlan {
  std::string path;
  hid_t file_type;
  Extents extent;
  Extents limit = {};            // H5S_UNLIMITED on a growing axis; empty: the extent
  Extents chunk = {};            // empty: contiguous and uncompressed
  const void* fill = nullptr;    // of the file type; null leaves HDF5's zero
  bool in_whole_chunks = false;  // no cache for parts of chunks
};

FileHandle create_file(const std::string& file_path);
GroupHandle create_group(hid_t file, const std::string& path, const std::string& file_path);
DatasetHandle create_dataset(hid_t file, const DatasetPlan& plan, const std::string& file_path);

// Turns a dataset into the scale of a dimension; `number` counts the dimensions of the file.
void make_scale(hid_t dataset, const std::string& scale_name, std::int32_t number,
                const std::string& file_path);

// The scale name that tells netCDF that a dimension has no coordinates.
std::string scale_name_without_coordinates(unsigned long long length);

}  // namespace cxsim
