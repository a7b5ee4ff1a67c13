#include "recording/gzip.hpp"

#include <zlib.h>

#include <limits>

#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

constexpr int gzip_window = 15 + 16;  // zlib's largest window, in a gzip wrapping
constexpr int most_memory = 9;

[[noreturn]] void fail(const char* why) {
  throw RecordingError({{},
                        "",
                        "the text could not be compressed",
                        why,
                        "close other programs, or write less at once"});
}

class Compressor {
 public:
  Compressor() {
    if (deflateInit2(&stream_, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, most_memory,
                     Z_DEFAULT_STRATEGY) != Z_OK)
      fail("there is not enough memory");
  }
  ~Compressor() { deflateEnd(&stream_); }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  std::string all(std::string_view text) {
    std::string out(deflateBound(&stream_, static_cast<uLong>(text.size())), '\0');
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream_.avail_in = static_cast<uInt>(text.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = static_cast<uInt>(out.size());
    if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) fail("zlib did not come to an end");
    out.resize(stream_.total_out);
    return out;
  }

 private:
  z_stream stream_{};
};

}  // namespace

std::string gzipped(std::string_view text) {
  // zlib counts a piece in 32 bits; its bound for the result must fit as well.
  if (text.size() > std::numeric_limits<uInt>::max() / 2) fail("it is longer than 2 GB");
  return Compressor().all(text);
}

}  // namespace cxsim
