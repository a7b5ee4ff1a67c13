#include "recording/netcdf_content.hpp"

#include <hdf5_hl.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

#include "recording/hdf5_attribute.hpp"
#include "recording/hdf5_error.hpp"
#include "recording/hdf5_type.hpp"
#include "recording/netcdf_chunks.hpp"
#include "recording/netcdf_error.hpp"
#include "recording/netcdf_publish.hpp"

namespace cxsim {
namespace {

std::string name_in(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string group_in(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

constexpr float float_fill = std::numeric_limits<float>::quiet_NaN();
constexpr double double_fill = std::numeric_limits<double>::quiet_NaN();

// Integers get none: xarray would turn them into floats.
Attributes fill_attribute(NumberType type) {
  if (type == NumberType::float32) return {{"_FillValue", std::vector<float>{float_fill}}};
  if (type == NumberType::float64) return {{"_FillValue", std::vector<double>{double_fill}}};
  return {};
}

const void* fill_of(NumberType type) {
  if (type == NumberType::float32) return &float_fill;
  if (type == NumberType::float64) return &double_fill;
  return nullptr;
}

// HDF5 refuses a chunk longer than a fixed axis.
void shorten_to_fit(Extents& chunk, const Extents& limit) {
  for (std::size_t axis = 0; axis < chunk.size() && axis < limit.size(); ++axis)
    chunk[axis] = std::min(chunk[axis], limit[axis]);
}

bool has_empty_axis(const Extents& extent, const Extents& limit) {
  for (std::size_t axis = 0; axis < extent.size(); ++axis)
    if (extent[axis] == 0 && limit[axis] == 0) return true;
  return false;
}

}  // namespace

NetcdfContent::NetcdfContent(std::string path, const FileHeader& header)
    : path_(std::move(path)), partial_path_(partial_path_of(path_)) {
  silence_hdf5();
  require_place_for(path_);
  file_ = create_file(partial_path_);
  write_attributes(file_.id(),
                   {{"Conventions", "CF-1.10"},
                    {"title", header.title},
                    {"source", std::string(program_name) + " " + header.program_version},
                    {"schema_version", header.schema_version},
                    {"complete", "no"}},
                   path_);
}

// An abandoned file should still be readable by those who insist.
NetcdfContent::~NetcdfContent() {
  silence_hdf5();
  if (file_.id() < 0) return;
  try {
    level_growing_dimensions();
  } catch (const RecordingError&) {  // it stays marked incomplete
  }
}

void NetcdfContent::refuse(const std::string& what) const {
  throw RecordingError({{path_, 0},
                        "",
                        what,
                        "the file would not be what its readers expect",
                        "this is a fault of the program: please report it"});
}

void NetcdfContent::ensure_group(const std::string& path) {
  if (path.empty() || groups_.count(path) > 0) return;
  ensure_group(group_in(path));
  groups_.emplace(path, create_group(file_.id(), path, path_));
}

DatasetHandle NetcdfContent::create(const DatasetPlan& plan) {
  if (file_.id() < 0) refuse("the dataset " + plan.path + " came after the file was finished");
  ensure_group(group_in(plan.path));
  return create_dataset(file_.id(), plan, path_);
}

void NetcdfContent::add_dimension(Dimension dimension, const std::string& scale_name) {
  make_scale(dimension.scale.id(), scale_name, static_cast<std::int32_t>(dimensions_.size()),
             path_);
  dimensions_.push_back(std::move(dimension));
}

void NetcdfContent::define_dimension(const std::string& path, unsigned long long length,
                                     Growth growth) {
  DatasetPlan plan{path, H5T_IEEE_F32LE, {length}};
  if (growth == Growth::growing) {
    plan.limit = {H5S_UNLIMITED};
    plan.chunk = default_chunk({name_in(path)}, plan.extent, sizeof(float));
  }
  add_dimension({path, length, growth, create(plan)}, scale_name_without_coordinates(length));
}

void NetcdfContent::define_labels(const std::string& path, const std::vector<std::string>& labels,
                                  const Attributes& attributes) {
  const TypeHandle type = text_type();
  DatasetHandle dataset = create({path, type.id(), {labels.size()}});
  std::vector<const char*> texts;
  for (const std::string& label : labels) texts.push_back(label.c_str());
  if (!texts.empty())
    checked(H5Dwrite(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, texts.data()), path_,
            "write the labels of", path);
  write_attributes(dataset.id(), attributes, path_);
  add_dimension({path, labels.size(), Growth::fixed, std::move(dataset)}, name_in(path));
}

void NetcdfContent::define_numbers(const std::string& path, const std::vector<std::int32_t>& values,
                                   const Attributes& attributes) {
  DatasetPlan plan{path, H5T_STD_I32LE, {values.size()}};
  if (!values.empty()) plan.chunk = default_chunk({""}, plan.extent, sizeof(std::int32_t));
  DatasetHandle dataset = create(plan);
  if (!values.empty())
    checked(H5Dwrite(dataset.id(), H5T_NATIVE_INT32, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
            path_, "write the coordinates of", path);
  write_attributes(dataset.id(), attributes, path_);
  add_dimension({path, values.size(), Growth::fixed, std::move(dataset)}, name_in(path));
}

std::size_t NetcdfContent::dimension_for(const std::string& variable_path,
                                         const std::string& name) const {
  for (std::string group = group_in(variable_path);; group = group_in(group)) {
    const std::string path = group.empty() ? name : group + "/" + name;
    for (std::size_t place = 0; place < dimensions_.size(); ++place)
      if (dimensions_[place].path == path) return place;
    if (group.empty()) break;
  }
  refuse("the variable " + variable_path + " asks for the undefined dimension " + name);
}

DatasetPlan NetcdfContent::plan_of(const VariableSpec& spec,
                                   const std::vector<std::size_t>& dimensions) const {
  DatasetPlan plan{spec.path,          type_in_file(spec.type), {}, {}, spec.chunk,
                   fill_of(spec.type), spec.in_whole_chunks};
  for (const std::size_t place : dimensions) {
    const Dimension& dimension = dimensions_[place];
    const bool grows = dimension.growth == Growth::growing;
    plan.extent.push_back(grows ? 0 : dimension.length);
    plan.limit.push_back(grows ? H5S_UNLIMITED : dimension.length);
  }
  // HDF5 has no chunks for an axis that is empty for ever.
  if (has_empty_axis(plan.extent, plan.limit))
    plan.chunk.clear();
  else if (plan.chunk.empty())
    plan.chunk = default_chunk(spec.dimensions, plan.extent, size_of(spec.type));
  shorten_to_fit(plan.chunk, plan.limit);
  return plan;
}

void NetcdfContent::attach_scales(const Variable& variable, const std::string& path) {
  for (std::size_t axis = 0; axis < variable.dimensions.size(); ++axis) {
    const hid_t scale = dimensions_[variable.dimensions[axis]].scale.id();
    checked(H5DSattach_scale(variable.dataset.id(), scale, static_cast<unsigned>(axis)), path_,
            "attach the dimensions of", path);
  }
}

void NetcdfContent::define_variable(const VariableSpec& spec) {
  if (spec.dimensions.empty()) refuse("the variable " + spec.path + " has no dimensions");
  std::vector<std::size_t> dimensions;
  for (const std::string& name : spec.dimensions)
    dimensions.push_back(dimension_for(spec.path, name));
  const DatasetPlan plan = plan_of(spec, dimensions);
  Variable variable{create(plan), spec.type, std::move(dimensions), plan.extent};
  const hid_t dataset = variable.dataset.id();
  write_attributes(dataset, fill_attribute(spec.type), path_);
  write_attributes(dataset, {{"units", spec.units}, {"long_name", spec.long_name}}, path_);
  write_attributes(dataset, spec.attributes, path_);
  attach_scales(variable, spec.path);
  variables_.emplace(spec.path, std::move(variable));
}

void NetcdfContent::require_slab(const Variable& variable, const std::string& path,
                                 const Extents& start, const Extents& count,
                                 const NumberSpan& values) const {
  const std::size_t rank = variable.extent.size();
  if (start.size() != rank || count.size() != rank)
    refuse("a slab for " + path + " has the wrong number of axes");
  if (std::accumulate(count.begin(), count.end(), 1ULL, std::multiplies<>()) != values.size)
    refuse("a slab for " + path + " has the wrong number of values");
  if (is_floating(values.type) && !is_floating(variable.type))
    refuse("floating values came for the integer variable " + path);
}

void NetcdfContent::grow_to_hold(Variable& variable, const std::string& path, const Extents& start,
                                 const Extents& count) {
  Extents wanted = variable.extent;
  for (std::size_t axis = 0; axis < wanted.size(); ++axis) {
    Dimension& dimension = dimensions_[variable.dimensions[axis]];
    if (dimension.growth == Growth::fixed) continue;
    wanted[axis] = std::max(wanted[axis], start[axis] + count[axis]);
    dimension.length = std::max(dimension.length, wanted[axis]);
  }
  if (wanted == variable.extent) return;
  checked(H5Dset_extent(variable.dataset.id(), wanted.data()), path_, "extend", path);
  variable.extent = std::move(wanted);
}

void NetcdfContent::write_slab(const std::string& path, const Extents& start, const Extents& count,
                               const NumberSpan& values) {
  silence_hdf5();
  const auto found = variables_.find(path);
  if (found == variables_.end()) refuse("the variable " + path + " is not defined, or finished");
  Variable& variable = found->second;
  require_slab(variable, path, start, count, values);
  if (values.size == 0) return;
  grow_to_hold(variable, path, start, count);
  const SpaceHandle in_memory = space_of(count);
  const SpaceHandle in_file(H5Dget_space(variable.dataset.id()));
  checked(H5Sselect_hyperslab(in_file.id(), H5S_SELECT_SET, start.data(), nullptr, count.data(),
                              nullptr),
          path_, "write", path);
  checked(H5Dwrite(variable.dataset.id(), type_in_memory(values.type), in_memory.id(), in_file.id(),
                   H5P_DEFAULT, values.first),
          path_, "write", path);
}

void NetcdfContent::shorten_dimension(const std::string& path, unsigned long long length) {
  silence_hdf5();
  const std::size_t place = dimension_for(path, name_in(path));
  Dimension& dimension = dimensions_[place];
  if (length > dimension.length) refuse("the dimension " + path + " cannot grow");
  for (auto& [name, variable] : variables_) {
    const auto along = std::find(variable.dimensions.begin(), variable.dimensions.end(), place);
    if (along == variable.dimensions.end()) continue;
    variable.extent[static_cast<std::size_t>(along - variable.dimensions.begin())] = length;
    checked(H5Dset_extent(variable.dataset.id(), variable.extent.data()), path_, "shorten", name);
  }
  checked(H5Dset_extent(dimension.scale.id(), &length), path_, "shorten", path);
  dimension.length = length;
}

void NetcdfContent::write_text(const std::string& path, const std::string& text,
                               const Attributes& attributes) {
  const TypeHandle type = text_type();
  const DatasetHandle dataset = create({path, type.id(), {}});
  const char* first = text.c_str();
  checked(H5Dwrite(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, &first), path_,
          "write the text", path);
  write_attributes(dataset.id(), attributes, path_);
}

void NetcdfContent::write_attribute(const Attribute& attribute) {
  cxsim::write_attribute(file_.id(), attribute, path_);
}

// Readers want every variable on a dimension to be as long as the dimension.
void NetcdfContent::level_growing_dimensions() {
  for (auto& [path, variable] : variables_) {
    Extents whole;
    for (const std::size_t place : variable.dimensions) whole.push_back(dimensions_[place].length);
    grow_to_hold(variable, path, Extents(whole.size(), 0), whole);
  }
  for (const Dimension& dimension : dimensions_)
    if (dimension.growth == Growth::growing)
      checked(H5Dset_extent(dimension.scale.id(), &dimension.length), path_, "extend",
              dimension.path);
}

void NetcdfContent::flush() {
  silence_hdf5();
  level_growing_dimensions();
  checked(H5Fflush(file_.id(), H5F_SCOPE_GLOBAL), path_, "write to the disk", "");
}

void NetcdfContent::finish() {
  if (file_.id() < 0) refuse("the file was finished before");
  flush();
  write_attribute({"complete", "yes"});
  checked(H5Fflush(file_.id(), H5F_SCOPE_GLOBAL), path_, "write to the disk", "");
  variables_.clear();
  dimensions_.clear();
  groups_.clear();
  checked(file_.close_now(), path_, "close the file", "");
  publish(partial_path_, path_);
}

}  // namespace cxsim
