#include "recording/stored_types.hpp"

#include <array>
#include <optional>

#include "recording/hdf5_type.hpp"
#include "recording/netcdf_catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array every_type{NumberType::float32, NumberType::float64, NumberType::int8,
                                NumberType::int16,   NumberType::int32,   NumberType::int64,
                                NumberType::uint8};

std::optional<NumberType> stored_type(const DatasetHandle& dataset) {
  const TypeHandle stored(H5Dget_type(dataset.id()));
  for (const NumberType type : every_type)
    if (H5Tequal(stored.id(), type_in_file(type)) > 0) return type;
  return {};
}

}  // namespace

std::map<std::string, NumberType> stored_types(const std::string& path) {
  const NetcdfCatalogue catalogue(path, Incomplete::allowed);
  std::map<std::string, NumberType> types;
  for (const auto* names : {&catalogue.variables(), &catalogue.dimensions()})
    for (const std::string& name : *names)
      if (const auto type = stored_type(catalogue.open(name))) types.emplace(name, *type);
  return types;
}

}  // namespace cxsim
