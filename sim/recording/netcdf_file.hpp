// Writes one result file: HDF5 that is also netCDF-4, the same bytes from run to run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "recording/netcdf_types.hpp"

namespace cxsim {

class NetcdfContent;

struct FileHeader {
  std::string title;
  std::string program_version;
  std::string schema_version;
};

struct VariableSpec {
  std::string path;                     // "revenue", or "people/churn_day"
  std::vector<std::string> dimensions;  // outermost first; looked for in the group, then the root
  NumberType type = NumberType::float32;
  std::string units;             // "d", "min", "1"; "days" alone would become a time span in xarray
  std::string long_name;         // one line for people
  Attributes attributes = {};    // such as flag_values and flag_meanings
  Extents chunk = {};            // empty: one arm and replication a chunk, at most a megabyte
  bool in_whole_chunks = false;  // every slab is: then no memory is spent on parts of chunks
};

// The file lies at PATH.partial until finish() gives it its name; without finish() it stays there,
// marked complete="no". Paths in it are "name" or "group/name"; groups appear as they are needed.
// Every function throws RecordingError. To be used from one thread.
class NetcdfFile {
 public:
  NetcdfFile(std::string path, const FileHeader& header);
  ~NetcdfFile();
  NetcdfFile(const NetcdfFile&) = delete;
  NetcdfFile& operator=(const NetcdfFile&) = delete;

  // A dimension without coordinates.
  void define_dimension(const std::string& path, std::size_t length);
  // A dimension without coordinates, as long as the longest slab written along it.
  void define_growing_dimension(const std::string& path);
  void define_labelled_dimension(const std::string& path, const std::vector<std::string>& labels,
                                 const std::string& long_name, const Attributes& more = {});
  void define_numbered_dimension(const std::string& path, const std::vector<std::int32_t>& values,
                                 const std::string& units, const std::string& long_name,
                                 const Attributes& more = {});

  void define_variable(const VariableSpec& spec);

  // Row-major values of the box [start, start+count). HDF5 converts between number types and clips
  // what does not fit; floating values into an integer variable are refused.
  template <class T>
  void write_slab(const std::string& path, const Extents& start, const Extents& count,
                  std::span<const T> values) {
    write_slab(path, start, count, NumberSpan{number_type_of<T>(), values.data(), values.size()});
  }
  template <class T>
  void write_slab(const std::string& path, const Extents& start, const Extents& count,
                  const std::vector<T>& values) {
    write_slab(path, start, count, std::span<const T>(values));
  }

  // Cuts a dimension, and every variable along it, to its first places.
  void shorten_dimension(const std::string& path, std::size_t length);

  // A scalar dataset of text.
  void write_text(const std::string& path, const std::string& text, const std::string& long_name);

  // An attribute of the whole file.
  void write_attribute(const Attribute& attribute);

  // What was written so far can be read after a kill, from PATH.partial.
  void flush();

  // Marks the file complete, brings it to the disk and renames it. Nothing can be written after.
  void finish();

  const std::string& path() const;

 private:
  void write_slab(const std::string& path, const Extents& start, const Extents& count,
                  const NumberSpan& values);

  std::unique_ptr<NetcdfContent> content_;
};

}  // namespace cxsim
