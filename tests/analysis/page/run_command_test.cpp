#include "analysis/page/run_command.hpp"

#include <gtest/gtest.h>

#include "recording/netcdf_sample.hpp"
#include "recording/result_sample.hpp"

namespace cxsim {
namespace {

std::string command_of(const ScenarioText& scenario) {
  const TestFolder folder;
  ResultPlan plan = sample_plan();
  plan.scenario = scenario;
  write_sample_result(folder.file("a.h5"), plan);
  return run_command(NetcdfReader(folder.file("a.h5")));
}

TEST(RunCommand, NamesTheFileAndWhatWasChanged) {
  EXPECT_EQ(command_of({"# ==== mine.toml ====\n[simulation]\n# ==== base.toml ====\n# --set a=1\n"
                        "# ==== command line ====\n# --set simulation.days=65\n"
                        "# --set about.title=\"Bob's firm\"\n",
                        "[simulation]\nreplications = 2\n"}),
            "cxsim run mine.toml --set simulation.days=65 "
            "--set 'about.title=\"Bob'\\''s firm\"'");
}

TEST(RunCommand, TellsHowManyReplicationsARunTookUntilItWasNarrow) {
  EXPECT_EQ(command_of({"# ==== my firm.toml ====\n", "[simulation]\nreplications = 200\n"}),
            "cxsim run 'my firm.toml' --replications 2");
}

TEST(ShellWord, QuotesWhatAShellWouldRead) {
  EXPECT_EQ(shell_word("company.maturity_stage=4"), "company.maturity_stage=4");
  EXPECT_EQ(shell_word("a b"), "'a b'");
  EXPECT_EQ(shell_word("$(ls)"), "'$(ls)'");
  EXPECT_EQ(shell_word(""), "''");
}

}  // namespace
}  // namespace cxsim
