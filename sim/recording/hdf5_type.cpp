#include "recording/hdf5_type.hpp"

namespace cxsim {

hid_t type_in_memory(NumberType type) {
  switch (type) {
    case NumberType::float32:
      return H5T_NATIVE_FLOAT;
    case NumberType::float64:
      return H5T_NATIVE_DOUBLE;
    case NumberType::int8:
      return H5T_NATIVE_INT8;
    case NumberType::int16:
      return H5T_NATIVE_INT16;
    case NumberType::int32:
      return H5T_NATIVE_INT32;
    case NumberType::int64:
      return H5T_NATIVE_INT64;
    case NumberType::uint8:
      return H5T_NATIVE_UINT8;
  }
  return H5I_INVALID_HID;
}

hid_t type_in_file(NumberType type) {
  switch (type) {
    case NumberType::float32:
      return H5T_IEEE_F32LE;
    case NumberType::float64:
      return H5T_IEEE_F64LE;
    case NumberType::int8:
      return H5T_STD_I8LE;
    case NumberType::int16:
      return H5T_STD_I16LE;
    case NumberType::int32:
      return H5T_STD_I32LE;
    case NumberType::int64:
      return H5T_STD_I64LE;
    case NumberType::uint8:
      return H5T_STD_U8LE;
  }
  return H5I_INVALID_HID;
}

std::size_t size_of(NumberType type) { return H5Tget_size(type_in_file(type)); }

TypeHandle text_type() {
  TypeHandle type(H5Tcopy(H5T_C_S1));
  H5Tset_size(type.id(), H5T_VARIABLE);
  H5Tset_cset(type.id(), H5T_CSET_UTF8);
  return type;
}

SpaceHandle space_of(const Extents& shape) {
  if (shape.empty()) return SpaceHandle(H5Screate(H5S_SCALAR));
  return SpaceHandle(H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr));
}

Extents shape_of(hid_t space) {
  const int rank = H5Sget_simple_extent_ndims(space);
  Extents shape(rank > 0 ? static_cast<std::size_t>(rank) : 0);
  if (rank > 0) H5Sget_simple_extent_dims(space, shape.data(), nullptr);
  return shape;
}

}  // namespace cxsim
