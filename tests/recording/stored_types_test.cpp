#include "recording/stored_types.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "netcdf_sample.hpp"

namespace cxsim {
namespace {

TEST(StoredTypes, AreThoseTheVariablesWereDefinedWith) {
  const TestFolder folder;
  const std::vector<std::pair<std::string, NumberType>> defined{
      {"a", NumberType::float32}, {"b", NumberType::float64},     {"c", NumberType::int8},
      {"d", NumberType::int16},   {"group/e", NumberType::int32}, {"group/f", NumberType::int64},
      {"g", NumberType::uint8}};
  {
    NetcdfFile file(folder.file("x.h5"), sample_header);
    file.define_labelled_dimension("arm", {"baseline"}, "alternative");
    file.define_numbered_dimension("month", {0, 30}, "1", "time");
    for (const auto& [path, type] : defined)
      file.define_variable({.path = path,
                            .dimensions = {"month"},
                            .type = type,
                            .units = "1",
                            .long_name = "number"});
    file.finish();
  }
  const auto types = stored_types(folder.file("x.h5"));
  for (const auto& [path, type] : defined) EXPECT_EQ(types.at(path), type) << path;
  EXPECT_EQ(types.at("month"), NumberType::int32);
  EXPECT_EQ(types.count("arm"), 0u);
}

}  // namespace
}  // namespace cxsim
