// Every verb adds itself to the command line, and says in `status` how it ended.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/status.hpp"

namespace cxsim {

void add_run(CLI::App& app, Status& status);
void add_check(CLI::App& app, Status& status);
void add_map(CLI::App& app, Status& status);
void add_new(CLI::App& app, Status& status);
void add_scenarios(CLI::App& app, Status& status);
void add_reference(CLI::App& app, Status& status);
void add_summary(CLI::App& app, Status& status);
void add_compare(CLI::App& app, Status& status);
void add_diary(CLI::App& app, Status& status);
void add_report(CLI::App& app, Status& status);
void add_studio(CLI::App& app, Status& status);
void add_export(CLI::App& app, Status& status);
void add_sweep(CLI::App& app, Status& status);
void add_sensitivity(CLI::App& app, Status& status);

}  // namespace cxsim
