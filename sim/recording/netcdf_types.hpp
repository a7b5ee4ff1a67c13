// The words that the writer and the reader of result files share: number types, shapes, attributes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace cxsim {

enum class NumberType : std::uint8_t { float32, float64, int8, int16, int32, int64, uint8 };

constexpr bool is_floating(NumberType type) {
  return type == NumberType::float32 || type == NumberType::float64;
}

template <class T>
constexpr NumberType number_type_of() {
  if constexpr (std::is_same_v<T, float>) return NumberType::float32;
  if constexpr (std::is_same_v<T, double>) return NumberType::float64;
  if constexpr (std::is_same_v<T, std::int8_t>) return NumberType::int8;
  if constexpr (std::is_same_v<T, std::int16_t>) return NumberType::int16;
  if constexpr (std::is_same_v<T, std::int32_t>) return NumberType::int32;
  if constexpr (std::is_same_v<T, std::int64_t>) return NumberType::int64;
  if constexpr (std::is_same_v<T, std::uint8_t>) return NumberType::uint8;
}

// Values in memory whose type is known only at run time.
struct NumberSpan {
  NumberType type;
  const void* first;
  std::size_t size;
};

// Lengths along the axes, outermost first; the same type as HDF5's own.
using Extents = std::vector<unsigned long long>;

// A vector becomes an attribute with one axis, also when it holds one value.
using AttributeValue =
    std::variant<std::string, std::int32_t, double, std::vector<std::int8_t>,
                 std::vector<std::int16_t>, std::vector<std::int32_t>, std::vector<std::uint8_t>,
                 std::vector<float>, std::vector<double>>;

struct Attribute {
  std::string name;
  AttributeValue value;
};

// Written in this order.
using Attributes = std::vector<Attribute>;

// How every result file says whose it is, and whether it is whole.
inline constexpr std::string_view program_name = "cxsim";
inline constexpr std::string_view partial_suffix = ".partial";

}  // namespace cxsim
