// cxsim map: the journey graph as a picture.
#include <fmt/format.h>

#include <memory>

#include "analysis/map/map_dot.hpp"
#include "analysis/map/map_svg.hpp"
#include "cli/console.hpp"
#include "cli/scenario_options.hpp"
#include "cli/verbs.hpp"
#include "scenario/spelling.hpp"

namespace cxsim {
namespace {

struct MapVerb {
  ScenarioOptions scenario;
  std::string output, journey, format = "svg";
};

Result<MapOptions> options_for(const MapVerb& verb, const World& world) {
  MapOptions options;
  if (verb.journey.empty()) return options;
  std::vector<std::string> names;
  for (const Journey& journey : world.journeys) names.push_back(journey.name);
  for (std::size_t j = 0; j < names.size(); ++j)
    if (names[j] == verb.journey) options.journey = JourneyId(j);
  if (options.journey) return options;
  return Problem{{},
                 "--journey",
                 "there is no journey \"" + verb.journey + "\"",
                 "there would be nothing to draw",
                 spelling_cure(verb.journey, names, "journeys of this scenario")};
}

Status put(const std::string& picture, const std::string& output) {
  if (output.empty()) return print(picture) ? Status::done : Status::failed;
  const auto written = write_file(output, picture);
  if (written) {
    tell("The map is in " + *written);
    return Status::done;
  }
  tell_problems(written.problems());
  return Status::failed;
}

Status map_verb(const MapVerb& verb) {
  const auto scenario = verb.scenario.load();
  if (!scenario) {
    tell_problems(scenario.problems());
    return Status::wrong_input;
  }
  const auto options = options_for(verb, scenario->world);
  if (!options) {
    tell_problems(options.problems());
    return Status::wrong_input;
  }
  const bool dot = verb.format == "dot" || verb.output.ends_with(".dot");
  return put(dot ? map_dot(scenario->world, *options) : map_svg(scenario->world, *options),
             verb.output);
}

}  // namespace

void add_map(CLI::App& app, Status& status) {
  auto options = std::make_shared<MapVerb>();
  CLI::App* verb = app.add_subcommand("map", "draw the journeys as a graph");
  options->scenario.add_to(*verb);
  verb->add_option("-o,--output", options->output, "file to write (default: standard output)")
      ->type_name("FILE.svg");
  verb->add_option("--journey", options->journey, "only this journey")->type_name("NAME");
  verb->add_option("--format", options->format, "svg or dot")
      ->check(CLI::IsMember({"svg", "dot"}))
      ->type_name("FORMAT");
  verb->footer(
      "\nExamples:\n  cxsim map 01_first_run -o map.svg\n  cxsim map 01_first_run --journey fix "
      "--format dot\n");
  verb->callback([options, &status] { status = map_verb(*options); });
}

}  // namespace cxsim
