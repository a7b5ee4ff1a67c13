#include "recording/provenance.hpp"

#include <array>

namespace cxsim {
namespace {

constexpr std::string_view version = CXSIM_VERSION;

constexpr auto texts = std::to_array<ProvenanceText>({
    {"scenario_as_written",
     "scenario files and overrides as written, each after a line with its name"},
    {"scenario_as_resolved", "scenario with every setting written out, in TOML"},
    {"seed", "seed of the random numbers"},
    {"version", "version of cxsim that wrote the file"},
    {"schema_version", "version of the file's format"},
});

}  // namespace

std::span<const ProvenanceText> provenance_texts() { return texts; }

FileHeader header_of(const std::string& title) {
  return {title.empty() ? "What-if results of a simulated firm and its customers" : title,
          std::string(version), std::string(schema_version)};
}

void write_provenance(NetcdfFile& file, const ScenarioText& scenario, const World& world) {
  const std::array<std::string, texts.size()> contents{
      scenario.as_written, scenario.as_resolved, std::to_string(world.simulation.seed),
      std::string(version), std::string(schema_version)};
  for (std::size_t k = 0; k < texts.size(); ++k)
    file.write_text("provenance/" + std::string(texts[k].name), contents[k],
                    std::string(texts[k].content));
}

}  // namespace cxsim
