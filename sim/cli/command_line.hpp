// The command line as a whole: every verb, and how the program ends.
#pragma once

namespace cxsim {

// Runs the verb the arguments name and returns the exit status.
int run_command_line(int argc, char** argv);

}  // namespace cxsim
