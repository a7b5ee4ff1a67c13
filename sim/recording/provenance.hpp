// The group /provenance: where a result comes from, enough to make it again.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/world.hpp"
#include "recording/netcdf_file.hpp"

namespace cxsim {

// Changes when a reader of the old format would misread the new one.
inline constexpr std::string_view schema_version = "1";

struct ScenarioText {
  std::string as_written;   // every file and override, each under a line with its name
  std::string as_resolved;  // TOML with every setting written out
};

struct ProvenanceText {
  std::string_view name, content;
};

// What the group holds, for documentation.
std::span<const ProvenanceText> provenance_texts();

FileHeader header_of(const std::string& title);
void write_provenance(NetcdfFile& file, const ScenarioText& scenario, const World& world);

}  // namespace cxsim
