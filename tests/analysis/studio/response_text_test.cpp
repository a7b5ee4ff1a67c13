#include "analysis/studio/response_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cxsim {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(HeadText, TellsTheLengthOfTheBody) {
  const Response response{200, "text/plain", "hello", {{"Allow", "GET"}}};
  const std::string text = head_text(response, Framing::length, AfterThis::next_request);
  EXPECT_THAT(text, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\nContent-Type: text/plain\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\nContent-Length: 5\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\nAllow: GET\r\n"));
  EXPECT_THAT(text, Not(HasSubstr("Connection:")));
  EXPECT_THAT(text, EndsWith("\r\n\r\n"));
}

TEST(HeadText, TellsAnEndOrNoEnd) {
  EXPECT_THAT(head_text({}, Framing::length, AfterThis::close), HasSubstr("\r\nConnection: close"));
  EXPECT_THAT(head_text({}, Framing::stream, AfterThis::close), Not(HasSubstr("Content-Length")));
  EXPECT_THAT(head_text({204, "", "", {}}, Framing::length, AfterThis::next_request),
              Not(HasSubstr("Content-Length")));
}

TEST(HeadText, KeepsThePageToItself) {
  for (const unsigned status : {200U, 303U, 404U, 500U}) {
    const std::string text =
        head_text({status, "", "", {}}, Framing::length, AfterThis::next_request);
    for (const char* field :
         {"\r\nContent-Security-Policy: default-src 'none'; script-src 'self'; ",
          "\r\nX-Content-Type-Options: nosniff\r\n", "\r\nX-Frame-Options: DENY\r\n",
          "\r\nReferrer-Policy: no-referrer\r\n", "\r\nCache-Control: no-store\r\n",
          "\r\nCross-Origin-Opener-Policy: same-origin\r\n",
          "\r\nCross-Origin-Resource-Policy: same-origin\r\n"})
      EXPECT_THAT(text, HasSubstr(field)) << status;
  }
}

TEST(HeadText, KeepsAValueOnItsLine) {
  const Response response{200, "text/plain", "", {{"Location", "/\r\nSet-Cookie: a=b"}}};
  EXPECT_THAT(head_text(response, Framing::length, AfterThis::next_request),
              Not(HasSubstr("\r\nSet-Cookie")));
}

}  // namespace
}  // namespace cxsim
