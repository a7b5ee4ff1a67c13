// cxsim: a laboratory for customer experience.
#include "cli/command_line.hpp"

int main(int argc, char** argv) { return cxsim::run_command_line(argc, argv); }
