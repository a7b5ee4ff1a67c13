// cxsim reference: every setting of a scenario, with unit, range, meaning, source and tag.
#include "scenario/reference.hpp"

#include <memory>
#include <nlohmann/json.hpp>

#include "cli/console.hpp"
#include "cli/verbs.hpp"
#include "recording/output_format.hpp"

namespace cxsim {
namespace {

struct ReferenceOptions {
  bool json = false, output = false;
};

std::string as_json() {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const ReferenceSection& section : reference_sections())
    for (const ReferenceRow& row : section.rows)
      json.push_back({{"key", row.key},
                      {"default", row.fallback},
                      {"unit", row.unit},
                      {"range", row.range},
                      {"meaning", row.meaning},
                      {"source", row.source},
                      {"tag", std::string(name_of(row.tag))}});
  return json.dump(2) + "\n";
}

}  // namespace

void add_reference(CLI::App& app, Status& status) {
  auto options = std::make_shared<ReferenceOptions>();
  CLI::App* verb = app.add_subcommand("reference", "print every setting, or every result");
  verb->add_flag("--json", options->json, "print the settings as JSON");
  verb->add_flag("--output-format", options->output, "print what a result file holds instead");
  verb->footer("\nExamples:\n  cxsim reference | less\n  cxsim reference --output-format\n");
  verb->callback([options, &status] {
    const std::string text = options->output ? output_format_markdown()
                             : options->json ? as_json()
                                             : reference_markdown();
    status = print(text) ? Status::done : Status::failed;
  });
}

}  // namespace cxsim
