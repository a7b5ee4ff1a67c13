// What went wrong, as a value: where, what, why it matters and how to mend it.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace cxsim {

// A line of a file; line 0 means the file as a whole, an empty file the command line.
struct Place {
  std::string file;
  int line = 0;
};

struct Problem {
  Place place;
  std::string key;   // the full key, such as "touchpoint.call.p_fail"; empty if none applies
  std::string what;  // the problem
  std::string why;   // why it matters
  std::string cure;  // what to do, with the nearest right spelling where there is one
};

using Problems = std::vector<Problem>;

// The lines a user reads for one problem.
std::string to_text(const Problem& problem);

// A value, or every problem found while making it.
template <class T>
class Result {
 public:
  Result(T value) : content_(std::move(value)) {}
  Result(Problems problems) : content_(std::move(problems)) {}
  Result(Problem problem) : content_(Problems{std::move(problem)}) {}

  explicit operator bool() const { return std::holds_alternative<T>(content_); }
  T& operator*() { return *std::get_if<T>(&content_); }
  const T& operator*() const { return *std::get_if<T>(&content_); }
  T* operator->() { return std::get_if<T>(&content_); }
  const T* operator->() const { return std::get_if<T>(&content_); }
  const Problems& problems() const { return *std::get_if<Problems>(&content_); }

 private:
  std::variant<T, Problems> content_;
};

}  // namespace cxsim
