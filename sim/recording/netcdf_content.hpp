// The state of a result file while it is written: its groups, dimensions and variables in HDF5.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "recording/hdf5_handle.hpp"
#include "recording/netcdf_file.hpp"
#include "recording/netcdf_layout.hpp"
#include "recording/netcdf_types.hpp"

namespace cxsim {

enum class Growth : std::uint8_t { fixed, growing };

struct Dimension {
  std::string path;
  unsigned long long length;
  Growth growth;
  DatasetHandle scale;
};

struct Variable {
  DatasetHandle dataset;
  NumberType type;
  std::vector<std::size_t> dimensions;  // places in the list of dimensions
  Extents extent;
};

class NetcdfContent {
 public:
  NetcdfContent(std::string path, const FileHeader& header);
  ~NetcdfContent();

  void define_dimension(const std::string& path, unsigned long long length, Growth growth);
  void define_labels(const std::string& path, const std::vector<std::string>& labels,
                     const Attributes& attributes);
  void define_numbers(const std::string& path, const std::vector<std::int32_t>& values,
                      const Attributes& attributes);
  void define_variable(const VariableSpec& spec);
  void write_slab(const std::string& path, const Extents& start, const Extents& count,
                  const NumberSpan& values);
  void shorten_dimension(const std::string& path, unsigned long long length);
  void write_text(const std::string& path, const std::string& text, const Attributes& attributes);
  void write_attribute(const Attribute& attribute);
  void flush();
  void finish();
  const std::string& path() const { return path_; }

 private:
  DatasetHandle create(const DatasetPlan& plan);
  void add_dimension(Dimension dimension, const std::string& scale_name);
  void ensure_group(const std::string& path);
  std::size_t dimension_for(const std::string& variable_path, const std::string& name) const;
  DatasetPlan plan_of(const VariableSpec& spec, const std::vector<std::size_t>& dimensions) const;
  void attach_scales(const Variable& variable, const std::string& path);
  void grow_to_hold(Variable& variable, const std::string& path, const Extents& start,
                    const Extents& count);
  void level_growing_dimensions();
  void require_slab(const Variable& variable, const std::string& path, const Extents& start,
                    const Extents& count, const NumberSpan& values) const;
  [[noreturn]] void refuse(const std::string& what) const;

  std::string path_;
  std::string partial_path_;
  FileHandle file_;
  std::map<std::string, GroupHandle> groups_;
  std::vector<Dimension> dimensions_;
  std::map<std::string, Variable> variables_;
};

}  // namespace cxsim
