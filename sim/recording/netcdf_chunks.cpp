#include "recording/netcdf_chunks.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace cxsim {
namespace {

constexpr unsigned long long largest_chunk_bytes = 1 << 20;
constexpr unsigned long long growing_axis_chunk = 1 << 14;

unsigned long long volume(const Extents& chunk) {
  return std::accumulate(chunk.begin(), chunk.end(), 1ULL, std::multiplies<>());
}

}  // namespace

Extents default_chunk(const std::vector<std::string>& names, const Extents& lengths,
                      std::size_t bytes_per_value) {
  Extents chunk = lengths;
  for (std::size_t axis = 0; axis < chunk.size(); ++axis) {
    if (chunk[axis] == 0) chunk[axis] = growing_axis_chunk;
    if (names[axis] == "arm" || names[axis] == "replication") chunk[axis] = 1;
  }
  while (volume(chunk) * bytes_per_value > largest_chunk_bytes) {
    const auto longest = std::max_element(chunk.begin(), chunk.end());
    *longest = (*longest + 1) / 2;
  }
  return chunk;
}

}  // namespace cxsim
