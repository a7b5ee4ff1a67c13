#include "recording/netcdf_reader.hpp"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "recording/hdf5_attribute.hpp"
#include "recording/hdf5_error.hpp"
#include "recording/hdf5_type.hpp"
#include "recording/netcdf_catalogue.hpp"

namespace cxsim {
namespace {

// A damaged file can claim any size.
unsigned long long memory_bytes() {
  return static_cast<unsigned long long>(sysconf(_SC_PHYS_PAGES)) *
         static_cast<unsigned long long>(sysconf(_SC_PAGESIZE));
}

SpaceHandle space_of_dataset(const DatasetHandle& dataset) {
  return SpaceHandle(H5Dget_space(dataset.id()));
}

H5T_class_t class_of(const DatasetHandle& dataset) {
  const TypeHandle type(H5Dget_type(dataset.id()));
  return H5Tget_class(type.id());
}

// Texts that HDF5 allocated while reading, given back when done.
class ReadTexts {
 public:
  ReadTexts(const DatasetHandle& dataset, std::size_t count)
      : texts_(count, nullptr), space_(space_of_dataset(dataset)), type_(text_type()) {
    status_ = H5Dread(dataset.id(), type_.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, texts_.data());
  }
  ~ReadTexts() { H5Dvlen_reclaim(type_.id(), space_.id(), H5P_DEFAULT, texts_.data()); }
  ReadTexts(const ReadTexts&) = delete;
  ReadTexts& operator=(const ReadTexts&) = delete;

  herr_t status() const { return status_; }
  std::vector<std::string> copies() const {
    std::vector<std::string> copies;
    for (const char* text : texts_) copies.emplace_back(text == nullptr ? "" : text);
    return copies;
  }

 private:
  std::vector<char*> texts_;
  SpaceHandle space_;
  TypeHandle type_;
  herr_t status_ = 0;
};

std::vector<std::string> read_texts(const NetcdfCatalogue& catalogue, const std::string& path) {
  const DatasetHandle dataset = catalogue.open(path);
  if (class_of(dataset) != H5T_STRING)
    catalogue.fail(path + " holds numbers, not text", "it has no labels to read",
                   "read its numbers instead");
  const SpaceHandle space = space_of_dataset(dataset);
  const hssize_t count = H5Sget_simple_extent_npoints(space.id());
  if (count <= 0) return {};
  const ReadTexts texts(dataset, static_cast<std::size_t>(count));
  checked(texts.status(), catalogue.path(), "read", path);
  return texts.copies();
}

}  // namespace

NetcdfReader::NetcdfReader(std::string path, Incomplete incomplete)
    : catalogue_(std::make_unique<NetcdfCatalogue>(std::move(path), incomplete)) {}

NetcdfReader::~NetcdfReader() = default;
NetcdfReader::NetcdfReader(NetcdfReader&& other) noexcept = default;
NetcdfReader& NetcdfReader::operator=(NetcdfReader&& other) noexcept = default;

const std::string& NetcdfReader::path() const { return catalogue_->path(); }

bool NetcdfReader::is_complete() const { return catalogue_->is_complete(); }

const std::vector<std::string>& NetcdfReader::dimensions() const {
  return catalogue_->dimensions();
}

unsigned long long NetcdfReader::length(const std::string& dimension) const {
  const Extents shape = shape_of(dimension);
  return shape.empty() ? 1 : shape.front();
}

std::vector<std::string> NetcdfReader::labels(const std::string& dimension) const {
  return read_texts(*catalogue_, dimension);
}

const std::vector<std::string>& NetcdfReader::variables() const { return catalogue_->variables(); }

bool NetcdfReader::has_variable(const std::string& path) const {
  const auto& names = variables();
  return std::find(names.begin(), names.end(), path) != names.end();
}

VariableShape NetcdfReader::variable(const std::string& path) const {
  const DatasetHandle dataset = catalogue_->open(path);
  const SpaceHandle space = space_of_dataset(dataset);
  return {path, catalogue_->dimensions_of(dataset.id()), cxsim::shape_of(space.id())};
}

Extents NetcdfReader::shape_of(const std::string& path) const {
  const DatasetHandle dataset = catalogue_->open(path);
  const SpaceHandle space = space_of_dataset(dataset);
  return cxsim::shape_of(space.id());
}

std::size_t NetcdfReader::volume(const std::string& path, const Extents& start,
                                 const Extents& count, std::size_t bytes_per_value) const {
  const Extents shape = shape_of(path);
  bool fits = start.size() == shape.size() && count.size() == shape.size();
  const unsigned long long most = memory_bytes() / bytes_per_value;
  unsigned long long product = 1;
  for (std::size_t axis = 0; fits && axis < shape.size(); ++axis) {
    fits = start[axis] <= shape[axis] && count[axis] <= shape[axis] - start[axis] &&
           (count[axis] == 0 || product <= most / count[axis]);
    product *= count[axis];
  }
  if (!fits)
    catalogue_->fail("cannot read this part of " + path,
                     "it lies outside the dataset, or is larger than the memory of this machine",
                     "read a smaller part; if the file may be damaged, make it again");
  return product;
}

void NetcdfReader::read_into(const std::string& path, const Extents& start, const Extents& count,
                             NumberType type, void* values) const {
  silence_hdf5();
  const DatasetHandle dataset = catalogue_->open(path);
  const H5T_class_t kind = class_of(dataset);
  if (kind == H5T_STRING)
    catalogue_->fail(path + " holds text, not numbers", "it cannot be computed with",
                     "read its labels or its text instead");
  if (kind == H5T_FLOAT && !is_floating(type))
    catalogue_->fail(path + " holds floating numbers, not integers",
                     "fractions and missing values would be lost", "read it as floating numbers");
  const SpaceHandle in_memory = space_of(count);
  const SpaceHandle in_file = space_of_dataset(dataset);
  if (!count.empty() && H5Sget_simple_extent_npoints(in_memory.id()) == 0) return;
  if (!count.empty())
    checked(H5Sselect_hyperslab(in_file.id(), H5S_SELECT_SET, start.data(), nullptr, count.data(),
                                nullptr),
            catalogue_->path(), "read", path);
  checked(H5Dread(dataset.id(), type_in_memory(type), in_memory.id(), in_file.id(), H5P_DEFAULT,
                  values),
          catalogue_->path(), "read", path);
}

const std::vector<std::string>& NetcdfReader::texts() const { return catalogue_->texts(); }

std::string NetcdfReader::text(const std::string& path) const {
  const std::vector<std::string> texts = read_texts(*catalogue_, path);
  return texts.empty() ? "" : texts.front();
}

std::optional<std::string> NetcdfReader::text_attribute(const std::string& object,
                                                        const std::string& name) const {
  return read_text_attribute(catalogue_->open_object(object).id(), name);
}

std::optional<std::vector<double>> NetcdfReader::number_attribute(const std::string& object,
                                                                  const std::string& name) const {
  return read_number_attribute(catalogue_->open_object(object).id(), name);
}

}  // namespace cxsim
