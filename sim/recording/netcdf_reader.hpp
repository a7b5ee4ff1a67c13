// Reads the result files that NetcdfFile writes, and refuses what is not one or is not whole.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "recording/netcdf_types.hpp"

namespace cxsim {

class NetcdfCatalogue;

// Whether a file whose run did not end may be read.
enum class Incomplete : std::uint8_t { refused, allowed };

struct VariableShape {
  std::string path;
  std::vector<std::string> dimensions;  // paths, such as "arm" or "people/person"
  Extents shape;
};

template <class T>
struct Values {
  Extents shape;
  std::vector<T> values;  // row-major
};

// Every function throws RecordingError. Paths are "name" or "group/name"; lists keep the
// order of writing, those without a group first.
class NetcdfReader {
 public:
  explicit NetcdfReader(std::string path, Incomplete incomplete = Incomplete::refused);
  ~NetcdfReader();
  NetcdfReader(NetcdfReader&& other) noexcept;
  NetcdfReader& operator=(NetcdfReader&& other) noexcept;

  const std::string& path() const;
  bool is_complete() const;

  const std::vector<std::string>& dimensions() const;
  unsigned long long length(const std::string& dimension) const;
  std::vector<std::string> labels(const std::string& dimension) const;

  const std::vector<std::string>& variables() const;
  bool has_variable(const std::string& path) const;
  VariableShape variable(const std::string& path) const;

  // T is float, double or an integer of 8 to 64 bits; also reads the coordinates of a numbered
  // dimension. Reading floating values as integers is refused.
  template <class T>
  Values<T> read(const std::string& path) const {
    const Extents shape = shape_of(path);
    return read_slab<T>(path, Extents(shape.size(), 0), shape);
  }
  template <class T>
  Values<T> read_slab(const std::string& path, const Extents& start, const Extents& count) const {
    Values<T> array{count, std::vector<T>(volume(path, start, count, sizeof(T)))};
    read_into(path, start, count, number_type_of<T>(), array.values.data());
    return array;
  }

  const std::vector<std::string>& texts() const;
  std::string text(const std::string& path) const;

  // Of a dataset or group, or of the whole file if `object` is empty.
  std::optional<std::string> text_attribute(const std::string& object,
                                            const std::string& name) const;
  std::optional<std::vector<double>> number_attribute(const std::string& object,
                                                      const std::string& name) const;

 private:
  Extents shape_of(const std::string& path) const;
  // How many values the box holds; refuses one outside the variable or beyond this memory.
  std::size_t volume(const std::string& path, const Extents& start, const Extents& count,
                     std::size_t bytes_per_value) const;
  void read_into(const std::string& path, const Extents& start, const Extents& count,
                 NumberType type, void* values) const;

  std::unique_ptr<NetcdfCatalogue> catalogue_;
};

}  // namespace cxsim
