// How reading and writing result files fails: an exception that carries a Problem.
#pragma once

#include <exception>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/problem.hpp"

namespace cxsim {

class RecordingError : public std::exception {
 public:
  explicit RecordingError(Problem problem)
      : problem_(std::move(problem)), text_(to_text(problem_)) {}

  const Problem& problem() const { return problem_; }
  const char* what() const noexcept override { return text_.c_str(); }

 private:
  Problem problem_;
  std::string text_;
};

// The door from exceptions back to values: what `work` returns, or the problem that stopped it.
template <class Work>
auto attempt(Work&& work) {
  using Answer = std::invoke_result_t<Work>;
  using Value = std::conditional_t<std::is_void_v<Answer>, std::monostate, Answer>;
  try {
    if constexpr (std::is_void_v<Answer>) {
      std::forward<Work>(work)();
      return Result<Value>(Value{});
    } else {
      return Result<Value>(std::forward<Work>(work)());
    }
  } catch (const RecordingError& error) {
    return Result<Value>(error.problem());
  }
}

}  // namespace cxsim
