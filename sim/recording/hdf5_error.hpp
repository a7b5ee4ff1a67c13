// What HDF5 complains about, told in our words instead of on its own standard error.
#pragma once

#include <hdf5.h>

#include <string>
#include <string_view>

#include "base/problem.hpp"

namespace cxsim {

// Stops HDF5 from printing its error stack in this thread, and from cleaning up at exit, where a
// file that could not be flushed to a full disk makes it crash.
void silence_hdf5();

// The problem of the HDF5 call that has just failed: "cannot <deed> <object>: <reason>".
Problem hdf5_problem(std::string_view file, std::string_view deed, std::string_view object);

[[noreturn]] void fail_in_hdf5(std::string_view file, std::string_view deed,
                               std::string_view object);

// Passes a handle or status through, or throws RecordingError if it is negative.
template <class Status>
Status checked(Status status, std::string_view file, std::string_view deed,
               std::string_view object) {
  if (status < 0) fail_in_hdf5(file, deed, object);
  return status;
}

}  // namespace cxsim
