// Our number types in HDF5's words, in memory and (little-endian) in files.
#pragma once

#include <hdf5.h>

#include "recording/hdf5_handle.hpp"
#include "recording/netcdf_types.hpp"

namespace cxsim {

static_assert(std::is_same_v<Extents::value_type, hsize_t>);

// HDF5's predefined types: never closed.
hid_t type_in_memory(NumberType type);
hid_t type_in_file(NumberType type);

std::size_t size_of(NumberType type);

// Variable-length UTF-8.
TypeHandle text_type();

SpaceHandle space_of(const Extents& shape);
Extents shape_of(hid_t space);

}  // namespace cxsim
