// Text made small as browsers and gzip read it, the same bytes for the same text.
#pragma once

#include <string>
#include <string_view>

namespace cxsim {

// One gzip member without a name or a time. Throws RecordingError where there is not enough memory.
std::string gzipped(std::string_view text);

}  // namespace cxsim
