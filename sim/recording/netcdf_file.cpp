#include "recording/netcdf_file.hpp"

#include <utility>

#include "recording/netcdf_content.hpp"

namespace cxsim {
namespace {

Attributes described(const std::string& units, const std::string& long_name,
                     const Attributes& more = {}) {
  Attributes attributes{{"units", units}, {"long_name", long_name}};
  attributes.insert(attributes.end(), more.begin(), more.end());
  return attributes;
}

}  // namespace

NetcdfFile::NetcdfFile(std::string path, const FileHeader& header)
    : content_(std::make_unique<NetcdfContent>(std::move(path), header)) {}

NetcdfFile::~NetcdfFile() = default;

void NetcdfFile::define_dimension(const std::string& path, std::size_t length) {
  content_->define_dimension(path, length, Growth::fixed);
}

void NetcdfFile::define_growing_dimension(const std::string& path) {
  content_->define_dimension(path, 0, Growth::growing);
}

void NetcdfFile::define_labelled_dimension(const std::string& path,
                                           const std::vector<std::string>& labels,
                                           const std::string& long_name, const Attributes& more) {
  content_->define_labels(path, labels, described("1", long_name, more));
}

void NetcdfFile::define_numbered_dimension(const std::string& path,
                                           const std::vector<std::int32_t>& values,
                                           const std::string& units, const std::string& long_name,
                                           const Attributes& more) {
  content_->define_numbers(path, values, described(units, long_name, more));
}

void NetcdfFile::define_variable(const VariableSpec& spec) { content_->define_variable(spec); }

void NetcdfFile::write_slab(const std::string& path, const Extents& start, const Extents& count,
                            const NumberSpan& values) {
  content_->write_slab(path, start, count, values);
}

void NetcdfFile::shorten_dimension(const std::string& path, std::size_t length) {
  content_->shorten_dimension(path, length);
}

void NetcdfFile::write_text(const std::string& path, const std::string& text,
                            const std::string& long_name) {
  content_->write_text(path, text, described("1", long_name));
}

void NetcdfFile::write_attribute(const Attribute& attribute) {
  content_->write_attribute(attribute);
}

void NetcdfFile::flush() { content_->flush(); }

void NetcdfFile::finish() { content_->finish(); }

const std::string& NetcdfFile::path() const { return content_->path(); }

}  // namespace cxsim
