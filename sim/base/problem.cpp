#include "base/problem.hpp"

namespace cxsim {

std::string to_text(const Problem& problem) {
  std::string text = problem.place.file.empty() ? std::string("command line") : problem.place.file;
  if (problem.place.line > 0) text += ":" + std::to_string(problem.place.line);
  text += ": ";
  if (!problem.key.empty()) text += problem.key + ": ";
  text += problem.what;
  if (!problem.why.empty()) text += "\n    why it matters: " + problem.why;
  if (!problem.cure.empty()) text += "\n    what to do:     " + problem.cure;
  return text;
}

}  // namespace cxsim
