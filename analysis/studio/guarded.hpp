// Tasks of the studio's threads answer for whatever happens in them.
#pragma once

#include <exception>

#include "analysis/studio/answer.hpp"
#include "analysis/studio/message.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {

inline Problem unexpected(const std::exception& error) {
  return {{},
          "",
          error.what(),
          "the program met something it did not expect",
          "try again; if it stays, report what you did and this message"};
}

// Does the work; if it fails, `failed` is told the problems.
template <class Work, class Failed>
void guarded_by(Failed failed, Work work) {
  try {
    work();
  } catch (const RecordingError& error) {
    failed(Problems{error.problem()});
  } catch (const std::exception& error) {
    failed(Problems{unexpected(error)});
  }
}

// Work that replies itself, unless it fails.
template <class Work>
void guarded(const Reply& reply, Work work) {
  guarded_by([&](const Problems& problems) { reply(problems_answer(500, problems)); }, work);
}

}  // namespace cxsim
