// cxsim export: the numbers of a result file as tables, or its contacts as an event log.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <memory>
#include <optional>

#include "analysis/export/csv_tables.hpp"
#include "analysis/export/xes_log.hpp"
#include "analysis/sensitivity/swept_results.hpp"
#include "cli/console.hpp"
#include "cli/interrupt.hpp"
#include "cli/scenario_options.hpp"
#include "cli/status.hpp"
#include "cli/verbs.hpp"
#include "recording/netcdf_error.hpp"
#include "scenario/spelling.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

struct ExportOptions {
  std::string file, format = "csv", output;
  std::vector<std::string> tables;
  std::string arm = "baseline", replication = "0";
  bool incomplete = false, quiet = false;

  Incomplete which() const { return incomplete ? Incomplete::allowed : Incomplete::refused; }
};

constexpr const char* examples =
    "\nExamples:\n"
    "  cxsim export 02_what_if.h5                               every table, in the folder "
    "02_what_if\n"
    "  cxsim export 02_what_if.h5 --table by_segment -o -       one table to standard output\n"
    "  cxsim export sweep/results.h5 --table design --table by_segment -o tables\n"
    "  cxsim export log.h5 --format xes --arm baseline -o log.xes\n"
    "The last needs a log of contacts: cxsim run 02_what_if --set record.contacts=1000 -o log.h5\n";

struct OpenedFile {
  NetcdfReader reader;
  std::vector<ExportTable> tables;
};

Problem wrong(const char* option, std::string what, std::string why, std::string cure) {
  return {{}, option, std::move(what), std::move(why), std::move(cure)};
}

Status told(const Problems& problems, Status status) {
  tell_problems(problems);
  return status;
}

// The name of the result file, where the program is called.
std::string default_output(const ExportOptions& options, std::string_view ending) {
  std::error_code ignored;
  if (fs::is_directory(options.file, ignored)) return (fs::path(options.file) / "tables").string();
  return fs::path(options.file).stem().string() + std::string(ending);
}

Problems check_tables(const ExportOptions& options, const std::vector<ExportTable>& tables) {
  std::vector<std::string> names;
  for (const ExportTable& table : tables) names.push_back(table.name);
  names.emplace_back(dictionary_name);
  Problems problems;
  for (const std::string& name : options.tables)
    if (std::find(names.begin(), names.end(), name) == names.end())
      problems.push_back(wrong("--table", "there is no table \"" + name + "\"",
                               "there is nothing to write",
                               spelling_cure(name, names, "tables of this file")));
  if (options.output == standard_output && options.tables.size() != 1)
    problems.push_back(wrong("-o", "standard output takes one table",
                             "two tables in a row cannot be told apart",
                             "name one with --table, or a folder with -o"));
  return problems;
}

bool is_wanted(const ExportOptions& options, std::string_view table) {
  return options.tables.empty() ||
         std::find(options.tables.begin(), options.tables.end(), table) != options.tables.end();
}

std::string place_of(const std::string& folder, std::string_view table) {
  if (folder == standard_output) return folder;
  return (fs::path(folder) / (std::string(table) + ".csv")).string();
}

// How many tables were written; nothing if it was interrupted.
std::optional<std::size_t> write_tables(const OpenedFile& opened, const ExportOptions& options) {
  std::size_t written = 0;
  if (options.output != standard_output) make_folder(options.output);
  for (const ExportTable& table : opened.tables) {
    if (!is_wanted(options, table.name)) continue;
    OutputFile file(place_of(options.output, table.name));
    if (!write_csv(opened.reader, table, file, is_interrupted)) return {};
    file.finish();
    ++written;
  }
  if (!is_wanted(options, dictionary_name)) return written;
  OutputFile file(place_of(options.output, dictionary_name));
  file.write(dictionary_csv(opened.tables));
  file.finish();
  return written + 1;
}

Status export_csv(ExportOptions options) {
  if (options.output.empty()) options.output = default_output(options, "");
  auto opened = attempt([&] {
    NetcdfReader reader(results_in(options.file, options.which()), options.which());
    std::vector<ExportTable> tables = tables_of(reader);
    return OpenedFile{std::move(reader), std::move(tables)};
  });
  if (!opened) return told(opened.problems(), Status::wrong_input);
  const Problems problems = check_tables(options, opened->tables);
  if (!problems.empty()) return told(problems, Status::wrong_input);
  listen_for_interrupt();
  const auto written = attempt([&] { return write_tables(*opened, options); });
  if (!written) return told(written.problems(), Status::failed);
  if (!*written) return Status::interrupted;
  if (!options.quiet && options.output != standard_output)
    tell(fmt::format("{} table{} written to {}", **written, **written == 1 ? "" : "s",
                     options.output));
  return Status::done;
}

std::vector<TouchpointPlace> places_of(const ExportOptions& options) {
  std::vector<TouchpointPlace> places;
  const auto scenario = scenario_of_result(options.file, {}, options.which());
  if (!scenario) return places;
  for (const Touchpoint& touchpoint : scenario->world.touchpoints)
    places.push_back({touchpoint.channel, touchpoint.stage,
                      scenario->world.company.departments[touchpoint.owner.index()].name});
  return places;
}

// The number of the replication; nothing if it is none of the file.
std::optional<std::size_t> replication_of(const std::string& word, unsigned long long length) {
  std::size_t number = 0;
  const char* end = word.data() + word.size();
  const auto read = std::from_chars(word.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end || number >= length) return {};
  return number;
}

Result<XesPlan> xes_plan(const NetcdfReader& reader, const ExportOptions& options) {
  XesPlan plan;
  Problems problems;
  const std::vector<std::string> arms = reader.labels("arm");
  const auto arm = std::find(arms.begin(), arms.end(), options.arm);
  if (arm == arms.end())
    problems.push_back(wrong("--arm", "there is no arm \"" + options.arm + "\"",
                             "there are no contacts of it",
                             spelling_cure(options.arm, arms, "arms of this file")));
  const unsigned long long replications = reader.length("replication");
  if (options.replication != "all") {
    plan.replication = replication_of(options.replication, replications);
    if (!plan.replication)
      problems.push_back(wrong("--replication",
                               "there is no replication \"" + options.replication + "\"",
                               "there are no contacts of it",
                               fmt::format("name one from 0 to {}, or all", replications - 1)));
  }
  if (!problems.empty()) return problems;
  plan.arm = static_cast<std::size_t>(arm - arms.begin());
  plan.places = places_of(options);
  plan.cancelled = is_interrupted;
  return plan;
}

Status export_xes(ExportOptions options) {
  if (options.output.empty()) options.output = default_output(options, ".xes");
  const auto opened = attempt([&] {
    NetcdfReader reader(results_in(options.file, options.which()), options.which());
    require_contacts(reader);
    return reader;
  });
  if (!opened) return told(opened.problems(), Status::wrong_input);
  const auto plan = xes_plan(*opened, options);
  if (!plan) return told(plan.problems(), Status::wrong_input);
  listen_for_interrupt();
  const auto count = attempt([&] {
    OutputFile file(options.output);
    const XesCount written = write_xes(*opened, *plan, file);
    if (written.complete) file.finish();
    return written;
  });
  if (!count) return told(count.problems(), Status::failed);
  if (!count->complete) return Status::interrupted;
  if (!options.quiet)
    tell(fmt::format("{} contacts on {} journeys written to {}", count->contacts, count->journeys,
                     options.output == standard_output ? "standard output" : options.output));
  return Status::done;
}

Status export_verb(const ExportOptions& options) {
  const bool xes = options.format == "xes";
  if (xes && !options.tables.empty())
    return told({wrong("--table", "an event log has no tables", "--table belongs to --format csv",
                       "leave out --table, or take --format csv")},
                Status::wrong_input);
  return xes ? export_xes(options) : export_csv(options);
}

}  // namespace

void add_export(CLI::App& app, Status& status) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App* verb = app.add_subcommand("export", "write tables or an event log for other tools");
  verb->add_option("FILE", options->file, "result file of cxsim run or cxsim sweep")->required();
  verb->add_option("--format", options->format,
                   "csv: tables; xes: contacts as an event log (default: csv)")
      ->check(CLI::IsMember({"csv", "xes"}))
      ->option_text("csv|xes");
  verb->add_option("-o,--output", options->output,
                   "csv: a folder, made if it is not there; xes: a file; - for standard output "
                   "(default: the result file's name)")
      ->type_name("PLACE");
  verb->add_option("--table", options->tables, "csv: this table only; may be given again")
      ->type_name("NAME")
      ->allow_extra_args(false);
  verb->add_option("--arm", options->arm, "xes: of which arm (default: baseline)")
      ->type_name("NAME");
  verb->add_option("--replication", options->replication,
                   "xes: of which replication, or all (default: 0)")
      ->type_name("N");
  verb->add_flag("--incomplete", options->incomplete, "read a file whose run did not end");
  verb->add_flag("--quiet", options->quiet, "say nothing when done");
  verb->footer(examples);
  verb->callback([options, &status] { status = export_verb(*options); });
}

}  // namespace cxsim
