#include "recording/netcdf_layout.hpp"

#include <hdf5_hl.h>

#include <cstdio>

#include "recording/hdf5_attribute.hpp"
#include "recording/hdf5_error.hpp"
#include "recording/hdf5_type.hpp"

namespace cxsim {
namespace {

constexpr unsigned creation_order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
// HDF5 1.10 may crash on the heap it keeps the names of larger groups in, if that is damaged, and
// small readers do not know it.
constexpr unsigned largest_plain_group = 4096;
constexpr unsigned gzip_level = 1;  // level 4 gains about one percent more

// netCDF lists things in their order of creation; times of creation would differ between runs.
PropertiesHandle object_properties(hid_t kind) {
  PropertiesHandle properties(H5Pcreate(kind));
  H5Pset_attr_creation_order(properties.id(), creation_order);
  H5Pset_obj_track_times(properties.id(), 0);
  return properties;
}

PropertiesHandle group_properties(hid_t kind) {
  PropertiesHandle properties = object_properties(kind);
  H5Pset_link_creation_order(properties.id(), creation_order);
  H5Pset_link_phase_change(properties.id(), largest_plain_group, largest_plain_group);
  return properties;
}

PropertiesHandle dataset_properties(const DatasetPlan& plan) {
  PropertiesHandle properties = object_properties(H5P_DATASET_CREATE);
  if (plan.fill != nullptr) H5Pset_fill_value(properties.id(), plan.file_type, plan.fill);
  if (plan.chunk.empty()) return properties;
  H5Pset_chunk(properties.id(), static_cast<int>(plan.chunk.size()), plan.chunk.data());
  H5Pset_shuffle(properties.id());
  H5Pset_deflate(properties.id(), gzip_level);
  H5Pset_fletcher32(properties.id());
  return properties;
}

SpaceHandle plan_space(const DatasetPlan& plan) {
  if (plan.limit.empty()) return space_of(plan.extent);
  return SpaceHandle(H5Screate_simple(static_cast<int>(plan.extent.size()), plan.extent.data(),
                                      plan.limit.data()));
}

}  // namespace

FileHandle create_file(const std::string& file_path) {
  const PropertiesHandle creation = group_properties(H5P_FILE_CREATE);
  const PropertiesHandle access(H5Pcreate(H5P_FILE_ACCESS));
  H5Pset_libver_bounds(access.id(), H5F_LIBVER_V18, H5F_LIBVER_V18);
  H5Pset_fclose_degree(access.id(), H5F_CLOSE_STRONG);
  FileHandle file(H5Fcreate(file_path.c_str(), H5F_ACC_TRUNC, creation.id(), access.id()));
  checked(file.id(), file_path, "create the file", "");
  return file;
}

GroupHandle create_group(hid_t file, const std::string& path, const std::string& file_path) {
  const PropertiesHandle creation = group_properties(H5P_GROUP_CREATE);
  GroupHandle group(H5Gcreate2(file, path.c_str(), H5P_DEFAULT, creation.id(), H5P_DEFAULT));
  checked(group.id(), file_path, "create the group", path);
  return group;
}

DatasetHandle create_dataset(hid_t file, const DatasetPlan& plan, const std::string& file_path) {
  const PropertiesHandle creation = dataset_properties(plan);
  const SpaceHandle space = plan_space(plan);
  const PropertiesHandle access(H5Pcreate(H5P_DATASET_ACCESS));
  if (plan.in_whole_chunks) H5Pset_chunk_cache(access.id(), 0, 0, H5D_CHUNK_CACHE_W0_DEFAULT);
  DatasetHandle dataset(H5Dcreate2(file, plan.path.c_str(), plan.file_type, space.id(), H5P_DEFAULT,
                                   creation.id(), access.id()));
  checked(dataset.id(), file_path, "create the dataset", plan.path);
  return dataset;
}

void make_scale(hid_t dataset, const std::string& scale_name, std::int32_t number,
                const std::string& file_path) {
  checked(H5DSset_scale(dataset, scale_name.c_str()), file_path, "make a scale of", scale_name);
  write_attribute(dataset, {"_Netcdf4Dimid", number}, file_path);
}

std::string scale_name_without_coordinates(unsigned long long length) {
  char name[96];
  std::snprintf(name, sizeof name, "This is a netCDF dimension but not a netCDF variable.%10llu",
                length);
  return name;
}

}  // namespace cxsim
