#include "recording/hdf5_error.hpp"

#include <cerrno>
#include <charconv>
#include <cstring>

#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

// HDF5 keeps the system's error number only inside its text, as "errno = 28".
int system_error_in(std::string_view text) {
  constexpr std::string_view mark = "errno = ";
  const auto at = text.find(mark);
  if (at == std::string_view::npos) return 0;
  const std::string_view rest = text.substr(at + mark.size());
  int number = 0;
  std::from_chars(rest.data(), rest.data() + rest.size(), number);
  return number;
}

struct Reason {
  int system_error = 0;
  std::string deepest;
};

herr_t note_reason(unsigned, const H5E_error2_t* error, void* into) {
  auto& reason = *static_cast<Reason*>(into);
  const std::string_view text = error->desc == nullptr ? "" : error->desc;
  if (reason.deepest.empty()) reason.deepest = text;
  if (reason.system_error == 0) reason.system_error = system_error_in(text);
  return 0;
}

std::string cure_of(int system_error) {
  switch (system_error) {
    case ENOSPC:
    case EDQUOT:
      return "free some space on this disk, record fewer people or contacts, or write elsewhere "
             "with -o";
    case EFBIG:
      return "raise the limit on file sizes, record fewer people or contacts, or write elsewhere "
             "with -o";
    case EACCES:
    case EPERM:
    case EROFS:
      return "choose a place where you may write with -o, or change the permissions";
    case EAGAIN:
      return "another program has this file open: wait for it to end, or choose another file";
    default:
      return "check the disk and the file's folder, then run again";
  }
}

}  // namespace

void silence_hdf5() {
  [[maybe_unused]] static const herr_t no_exit_work = H5dont_atexit();
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

Problem hdf5_problem(std::string_view file, std::string_view deed, std::string_view object) {
  Reason reason;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, note_reason, &reason);
  std::string what = "cannot " + std::string(deed);
  if (!object.empty()) what += " " + std::string(object);
  if (reason.system_error != 0) {
    what += std::string(": ") + std::strerror(reason.system_error);
  } else if (!reason.deepest.empty()) {
    what += ": " + reason.deepest;
  }
  return {{std::string(file), 0},
          "",
          what,
          "a result file that is not whole must not be mistaken for one that is",
          cure_of(reason.system_error)};
}

void fail_in_hdf5(std::string_view file, std::string_view deed, std::string_view object) {
  throw RecordingError(hdf5_problem(file, deed, object));
}

}  // namespace cxsim
