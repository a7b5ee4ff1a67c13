// cxsim new: a commented scenario to start from.
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <system_error>

#include "cli/console.hpp"
#include "cli/library.hpp"
#include "cli/verbs.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view page = R"(# {name}: a scenario of your own.
# Run it:    cxsim run {file}
# Check it:  cxsim check {file}
# Every setting, with unit, range and source: cxsim reference

# Everything that is not written here comes from this firm.
extends = "{base}"

[about]
title = "{name}"
question = "What do you want to know?"

[simulation]
people = 5000          # the whole population: customers, prospects, former customers
days = 730             # of results
burn_in = 365          # days before them, in which the firm and its customers settle
replications = 5       # runs with different luck: the spread of the answer
seed = 1               # same seed, same numbers, on any machine

[company]
maturity_stage = 3     # 1 ignore, 2 explore, 3 mobilise, 4 operationalise, 5 align, 6 embed
# promise = 0.80       # quality the brand promises; above what is delivered it breeds cynicism
# technology = 0.3     # share of human contacts that a bot answers first
# alignment = 0.6      # how far departments work as one; else as the stage says

# Touchpoints, journeys and departments of the base can be changed by name:
# [[touchpoint]]
# name = "call"
# p_fail = 0.04        # chance that a call fails

# [[journey]]
# name = "fix"
# days_between = 400   # mean days between needs of this kind

[record]
people = "all"         # whose outcomes are written: "all", a number, or 0
contacts = 0           # whose every contact is written
)";

Problem cannot(const std::string& file, std::string what, std::string why, std::string cure) {
  return {{file, 0}, "", std::move(what), std::move(why), std::move(cure)};
}

// The base as the new file will have to name it.
Result<std::string> base_seen_from(const fs::path& file) {
  const std::string library = library_folder();
  if (library.empty())
    return cannot(file.string(), "the scenario library was not found",
                  "a new scenario extends one of its bases", "set CXSIM_SCENARIOS to its folder");
  std::error_code error;
  const fs::path base = fs::absolute(fs::path(library) / "bases/broadband.toml");
  const fs::path folder = fs::absolute(file).parent_path();
  return fs::relative(base, folder, error).generic_string();
}

Result<std::string> start_scenario(const std::string& name) {
  fs::path file = name;
  if (file.extension() != ".toml") file += ".toml";
  std::error_code error;
  if (fs::exists(file, error))
    return cannot(file.string(), "the file exists already", "it would be overwritten",
                  "choose another name, or remove the file first");
  const auto base = base_seen_from(file);
  if (!base) return base.problems();
  return write_file(file.string(),
                    fmt::format(page, fmt::arg("name", file.stem().string()),
                                fmt::arg("file", file.string()), fmt::arg("base", *base)));
}

}  // namespace

void add_new(CLI::App& app, Status& status) {
  auto name = std::make_shared<std::string>();
  CLI::App* verb = app.add_subcommand("new", "start a commented scenario of your own");
  verb->add_option("NAME", *name, "name of the scenario, or path of the file to write")->required();
  verb->footer("\nExamples:\n  cxsim new my_firm       writes my_firm.toml\n");
  verb->callback([name, &status] {
    const auto written = start_scenario(*name);
    if (!written) {
      tell_problems(written.problems());
      status = Status::wrong_input;
      return;
    }
    tell(fmt::format("{0} is ready. Next: cxsim run {0}", *written));
  });
}

}  // namespace cxsim
