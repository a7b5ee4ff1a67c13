#include "recording/hdf5_attribute.hpp"

#include <type_traits>

#include "recording/hdf5_error.hpp"
#include "recording/hdf5_handle.hpp"
#include "recording/hdf5_type.hpp"

namespace cxsim {
namespace {

struct Content {
  hid_t file_type;
  hid_t memory_type;
  Extents shape;
  const void* values;
};

void write_content(hid_t object, const std::string& name, const Content& content,
                   const std::string& file) {
  if (H5Aexists(object, name.c_str()) > 0) H5Adelete(object, name.c_str());
  const SpaceHandle space = space_of(content.shape);
  const AttributeHandle attribute(
      H5Acreate2(object, name.c_str(), content.file_type, space.id(), H5P_DEFAULT, H5P_DEFAULT));
  checked(attribute.id(), file, "create the attribute", name);
  checked(H5Awrite(attribute.id(), content.memory_type, content.values), file,
          "write the attribute", name);
}

template <class T>
Content content_of(const T& value) {
  constexpr NumberType type = number_type_of<T>();
  return {type_in_file(type), type_in_memory(type), {}, &value};
}

template <class T>
Content content_of(const std::vector<T>& values) {
  constexpr NumberType type = number_type_of<T>();
  return {type_in_file(type), type_in_memory(type), {values.size()}, values.data()};
}

bool is_text(hid_t attribute) {
  const TypeHandle type(H5Aget_type(attribute));
  return H5Tget_class(type.id()) == H5T_STRING && H5Tis_variable_str(type.id()) > 0;
}

AttributeHandle open_attribute(hid_t object, const std::string& name) {
  if (H5Aexists(object, name.c_str()) <= 0) return AttributeHandle();
  return AttributeHandle(H5Aopen(object, name.c_str(), H5P_DEFAULT));
}

}  // namespace

void write_attribute(hid_t object, const Attribute& attribute, const std::string& file) {
  std::visit(
      [&](const auto& value) {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, std::string>) {
          const TypeHandle type = text_type();
          const char* text = value.c_str();
          write_content(object, attribute.name, {type.id(), type.id(), {}, &text}, file);
        } else {
          write_content(object, attribute.name, content_of(value), file);
        }
      },
      attribute.value);
}

void write_attributes(hid_t object, const Attributes& attributes, const std::string& file) {
  for (const Attribute& attribute : attributes) write_attribute(object, attribute, file);
}

std::optional<std::string> read_text_attribute(hid_t object, const std::string& name) {
  const AttributeHandle attribute = open_attribute(object, name);
  if (attribute.id() < 0 || !is_text(attribute.id())) return std::nullopt;
  const SpaceHandle space(H5Aget_space(attribute.id()));
  if (H5Sget_simple_extent_npoints(space.id()) != 1) return std::nullopt;
  const TypeHandle type = text_type();
  char* text = nullptr;
  if (H5Aread(attribute.id(), type.id(), &text) < 0) return std::nullopt;
  std::string answer = text == nullptr ? "" : text;
  H5free_memory(text);
  return answer;
}

std::optional<std::vector<double>> read_number_attribute(hid_t object, const std::string& name) {
  const AttributeHandle attribute = open_attribute(object, name);
  if (attribute.id() < 0 || is_text(attribute.id())) return std::nullopt;
  const SpaceHandle space(H5Aget_space(attribute.id()));
  const hssize_t count = H5Sget_simple_extent_npoints(space.id());
  if (count < 0) return std::nullopt;
  std::vector<double> values(static_cast<std::size_t>(count));
  if (H5Aread(attribute.id(), H5T_NATIVE_DOUBLE, values.data()) < 0) return std::nullopt;
  return values;
}

}  // namespace cxsim
