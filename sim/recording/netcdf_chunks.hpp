// How a dataset is cut into the pieces that are compressed and read together.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "recording/netcdf_types.hpp"

namespace cxsim {

// One arm and one replication a chunk, the other axes whole, but never above about a megabyte.
// `lengths` of growing axes are 0; `names` are the dimensions' names without their groups.
Extents default_chunk(const std::vector<std::string>& names, const Extents& lengths,
                      std::size_t bytes_per_value);

}  // namespace cxsim
