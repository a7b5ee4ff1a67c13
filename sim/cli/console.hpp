// Words to the person at the terminal: problems and messages go to standard error.
#pragma once

#include <string>

#include "base/problem.hpp"

namespace cxsim {

void tell_problem(const Problem& problem);
void tell_problems(const Problems& problems);
void tell(const std::string& message);

// Whether standard error is a terminal that shows colours (NO_COLOR is honoured).
bool has_terminal();
bool has_colours();

// Writes to standard output; false if it could not be written, as into a closed pipe.
bool print(const std::string& text);

// Writes a whole file, or says why not.
Result<std::string> write_file(const std::string& path, const std::string& content);

}  // namespace cxsim
