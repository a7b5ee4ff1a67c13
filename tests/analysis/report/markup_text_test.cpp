#include "analysis/report/markup_text.hpp"

#include <gtest/gtest.h>

namespace cxsim {
namespace {

TEST(MarkupText, CannotEndATagOrAnAttribute) {
  EXPECT_EQ(markup_text("\"a\" < b & c > 'd'"), "&quot;a&quot; &lt; b &amp; c &gt; &#39;d&#39;");
}

TEST(MarkupText, KeepsOtherLettersAndNoControlCharacters) {
  EXPECT_EQ(markup_text("caf\u00e9\n\t\x01 x"), "caf\u00e9    x");
  EXPECT_EQ(markup_text(""), "");
}

}  // namespace
}  // namespace cxsim
