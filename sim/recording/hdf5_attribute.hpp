// Attributes of a file, group or dataset: texts and numbers, written and read back.
#pragma once

#include <hdf5.h>

#include <optional>
#include <string>
#include <vector>

#include "recording/netcdf_types.hpp"

namespace cxsim {

// Replaces an attribute of the same name. `file` is for the error text.
void write_attribute(hid_t object, const Attribute& attribute, const std::string& file);
void write_attributes(hid_t object, const Attributes& attributes, const std::string& file);

// Nothing if there is no such attribute, or it is of the other kind.
std::optional<std::string> read_text_attribute(hid_t object, const std::string& name);
std::optional<std::vector<double>> read_number_attribute(hid_t object, const std::string& name);

}  // namespace cxsim
