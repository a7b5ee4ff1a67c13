// cxsim studio: the page with live runs, in a browser on this machine.
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <unistd.h>

#include <cctype>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <utility>

#include "analysis/page/page_files.hpp"
#include "analysis/studio/chosen_scenario.hpp"
#include "analysis/studio/server.hpp"
#include "analysis/studio/session.hpp"
#include "cli/console.hpp"
#include "cli/library.hpp"
#include "cli/scenario_options.hpp"
#include "cli/verbs.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

struct StudioOptions {
  ScenarioOptions scenario;
  std::uint16_t port = 0;
  int threads = 0;
  bool no_open = false;
  std::string limits;
};

constexpr const char* first_scenario = "01_first_run";

constexpr const char* examples =
    "\nExamples:\n"
    "  cxsim studio                          every scenario of the library\n"
    "  cxsim studio 03_chatbot_bet           one of them\n"
    "  cxsim studio my_firm.toml --people 2000 --replications 3\n"
    "  cxsim studio my_firm.h5               the scenario that made the file\n"
    "The page is served to this machine alone, and to whoever holds the link that is printed. "
    "Whatever\nit runs can be saved as a scenario file and run again with cxsim run.\n";

Status told(const Problems& problems, Status status) {
  tell_problems(problems);
  return status;
}

// What the studio offers, and which of it is shown first.
struct Offer {
  std::vector<OfferedScenario> scenarios;
  ScenarioChoice start;
};

Problem no_library() {
  return {{},
          "",
          "no scenarios were found",
          "they are looked for in ./scenarios and where the program is installed",
          "name a scenario file, or set CXSIM_SCENARIOS to the folder of the library"};
}

// The scenario that made a result file, as a file of its own.
Result<std::string> unpacked(const StudioOptions& options, const PrivateFolder& folder) {
  ScenarioOptions unchanged;
  unchanged.scenario = options.scenario.scenario;
  const auto scenario = unchanged.load();
  if (!scenario) return scenario.problems();
  const std::string stem = fs::path(options.scenario.scenario).stem().string();
  return write_file(folder.file(stem + ".toml"), resolved_toml(*scenario));
}

const OfferedScenario* offered(const std::vector<OfferedScenario>& scenarios,
                               const std::string& path) {
  std::error_code ignored;
  for (const OfferedScenario& one : scenarios)
    if (fs::equivalent(one.path, path, ignored)) return &one;
  return nullptr;
}

Result<Offer> offer_of(const StudioOptions& options, const PrivateFolder& folder) {
  Offer offer{offered_by_library(library_folder(), library_scenarios()), {}};
  const std::string& given = options.scenario.scenario;
  if (given.empty()) {
    if (offer.scenarios.empty()) return no_library();
    const ScenarioLibrary library(offer.scenarios);
    const bool has_first = library.find(first_scenario) != nullptr;
    offer.start.name = has_first ? first_scenario : library.entries().front().name;
    offer.start.set = options.scenario.overrides();
    return offer;
  }
  std::string path = find_scenario(given);
  if (options.scenario.is_result_file()) {
    auto unpacked_path = unpacked(options, folder);
    if (!unpacked_path) return unpacked_path.problems();
    path = std::move(*unpacked_path);
  }
  const OfferedScenario* known = offered(offer.scenarios, path);
  offer.start.name = known != nullptr ? known->said : given;
  if (known == nullptr) offer.scenarios.insert(offer.scenarios.begin(), {path, given, false});
  offer.start.set = options.scenario.overrides();
  return offer;
}

std::string percent_encoded(const std::string& text) {
  std::string encoded;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool plain =
        std::isalnum(byte) != 0 || std::string_view("-_.~/").find(letter) != std::string_view::npos;
    encoded += plain ? std::string{letter} : fmt::format("%{:02X}", byte);
  }
  return encoded;
}

// What follows the address tells the page what to show first.
std::string link_to(const std::string& address, const ScenarioChoice& start) {
  std::string link = address + "#scenario=" + percent_encoded(start.name);
  for (const std::string& assignment : start.set) link += "&set=" + percent_encoded(assignment);
  return link;
}

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && value[0] != '\0';
}

bool can_open(const StudioOptions& options) {
  return !options.no_open && isatty(STDOUT_FILENO) == 1 &&
         (is_set("DISPLAY") || is_set("WAYLAND_DISPLAY"));
}

// Nobody waits for it, and nobody minds if there is no such program.
void open_in_browser(std::string link) {
  std::string program = "xdg-open";
  char* const words[] = {program.data(), link.data(), nullptr};
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  for (const int output : {STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&quiet, output, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  posix_spawnp(&child, program.c_str(), &quiet, nullptr, words, environ);
  posix_spawn_file_actions_destroy(&quiet);
}

// A terminal that is closed ends the studio as Ctrl-C does, so that nothing is left behind; one
// that was told to outlive its terminal (nohup) does.
extern "C" void end_with_terminal(int) { std::raise(SIGTERM); }

void end_when_terminal_closes() {
  if (std::signal(SIGHUP, end_with_terminal) == SIG_IGN) std::signal(SIGHUP, SIG_IGN);
}

Status serve(Server& server, const StudioOptions& options, const ScenarioChoice& start) {
  const std::string link = link_to(server.address(), start);
  if (!print(link + "\n")) return Status::failed;
  tell("The studio is open at this link, for this machine alone. Ctrl-C ends it.");
  if (can_open(options)) open_in_browser(link);
  end_when_terminal_closes();
  return server.run() == 0 ? Status::done : Status::interrupted;
}

Status studio_verb(const StudioOptions& options) {
  if (!options.scenario.scenario.empty()) {
    const auto scenario = options.scenario.load();
    if (!scenario) return told(scenario.problems(), Status::wrong_input);
  }
  const auto limits = read_limits(options.limits);
  if (!limits) return told(limits.problems(), Status::wrong_input);
  const auto page = read_page(page_folder());
  if (!page) return told(page.problems(), Status::failed);
  auto folder = PrivateFolder::make();
  if (!folder) return told(folder.problems(), Status::failed);
  const auto offer = offer_of(options, *folder);
  if (!offer) return told(offer.problems(), Status::wrong_input);
  const ScenarioLibrary library(offer->scenarios);
  const auto chosen = read_choice(offer->start, library, folder->path());
  if (!chosen) return told(chosen.problems(), Status::wrong_input);
  const auto events = std::make_shared<Events>();
  Session session({library, offer->start, *page, options.threads, events}, std::move(*folder));
  auto server = Server::open({options.port,
                              {},
                              page_files(page->html, page->script, page->style),
                              studio_handler(session),
                              events,
                              *limits});
  if (!server) return told(server.problems(), Status::failed);
  return serve(*server, options, {library.find(offer->start.name)->name, offer->start.set, {}});
}

}  // namespace

void add_studio(CLI::App& app, Status& status) {
  auto options = std::make_shared<StudioOptions>();
  CLI::App* verb =
      app.add_subcommand("studio", "try scenarios out in a browser, with runs as you change them");
  options->scenario.add_to(*verb);
  verb->get_option("SCENARIO")->required(false);
  verb->add_option("--port", options->port, "port of the link (default: any that is free)")
      ->check(CLI::Range(0, 65535))
      ->type_name("N");
  verb->add_option("--threads", options->threads, "threads of its runs (default: every core)")
      ->check(CLI::Range(1, 4096))
      ->type_name("N");
  verb->add_flag("--no-open", options->no_open, "print the link and open no browser");
  verb->add_option("--limits", options->limits,
                   "how long the server bears with a client, for tests")
      ->group("");
  verb->footer(examples);
  verb->callback([options, &status] { status = studio_verb(*options); });
}

}  // namespace cxsim
