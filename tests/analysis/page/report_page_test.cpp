#include "analysis/page/report_page.hpp"

#include <gmock/gmock.h>

#include <filesystem>

#include "recording/netcdf_sample.hpp"

namespace cxsim {
namespace {

using testing::HasSubstr;
using testing::Not;

PageFiles small_page() {
  return {
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n"
      "<title>cxsim</title>\n"
      "<script type=\"module\" crossorigin src=\"./page.js\"></script>\n"
      "<link rel=\"stylesheet\" crossorigin href=\"./page.css\">\n</head>\n"
      "<body>\n<div id=\"page\"></div>\n</body>\n</html>\n",
      "draw();", "p { color: green }"};
}

Json titled(const std::string& title) { return {{"schema", 1}, {"about", {{"title", title}}}}; }

TEST(ReportPage, LoadsNothing) {
  const std::string html = report_page(small_page(), titled("A firm"));
  for (const char* loads : {"src=", "href=", "http://", "https://", "page.js", "page.css", "<link"})
    EXPECT_THAT(html, Not(HasSubstr(loads)));
  EXPECT_THAT(html, HasSubstr("default-src 'none'"));
}

TEST(ReportPage, HoldsScriptStyleAndContentInTheirPlaces) {
  const std::string html = report_page(small_page(), titled("A firm"));
  const auto at = [&](const char* part) {
    EXPECT_THAT(html, HasSubstr(part));
    return html.find(part);
  };
  EXPECT_LT(at("Content-Security-Policy"), at("<style>\np { color: green }"));
  EXPECT_LT(at("p { color: green }"), at("</head>"));
  EXPECT_LT(at("<div id=\"page\">"), at("id=\"content\""));
  EXPECT_LT(at("id=\"content\""), at("<script type=\"module\">\ndraw();"));
  EXPECT_LT(at("draw();"), at("</body>"));
}

TEST(ReportPage, IsTitledAsTheScenario) {
  EXPECT_THAT(report_page(small_page(), titled("Bits & <bytes>")),
              HasSubstr("<title>Bits &amp; &lt;bytes&gt; - report</title>"));
  EXPECT_THAT(report_page(small_page(), titled("")), HasSubstr("<title>Report</title>"));
}

TEST(ReportPage, IsTheSameTwice) {
  EXPECT_EQ(report_page(small_page(), titled("A firm")),
            report_page(small_page(), titled("A firm")));
}

TEST(ReportPage, TakesTextThatIsNotUtf8) {
  EXPECT_NO_THROW(report_page(small_page(), {{"about", {{"title", "x"}, {"question", "\xFF"}}}}));
}

TEST(ReportPage, CodeCannotEndItsElement) {
  EXPECT_EQ(escaped_script("a = \"</script>\" + '</SCRIPT>' + `<!-- b -->`; i<scripts.length"),
            "a = \"\\x3C/script>\" + '\\x3C/SCRIPT>' + `\\x3C!-- b -->`; i<scripts.length");
  EXPECT_EQ(escaped_style("a::after { content: \"</style>\" }"),
            "a::after { content: \"\\3C /style>\" }");
}

TEST(PageFiles, AreReadFromTheirFolder) {
  const TestFolder folder;
  const PageFiles page = small_page();
  write_bytes(folder.file("index.html"), page.html);
  write_bytes(folder.file("page.js"), page.script);
  write_bytes(folder.file("page.css"), page.style);
  const auto read = read_page(std::filesystem::path(folder.file("x")).parent_path().string());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->html, page.html);
  EXPECT_EQ(read->script, page.script);
  EXPECT_EQ(read->style, page.style);
}

TEST(PageFiles, SayWhatIsMissing) {
  const auto nowhere = read_page("");
  ASSERT_FALSE(nowhere);
  EXPECT_THAT(to_text(nowhere.problems().front()), HasSubstr("./dev page"));
  const TestFolder folder;
  const std::string path = std::filesystem::path(folder.file("x")).parent_path().string();
  EXPECT_EQ(read_page(path).problems().size(), 3u);
  for (const char* name : {"index.html", "page.js", "page.css"})
    write_bytes(folder.file(name), "<p>not ours</p>");
  const auto other = read_page(path);
  ASSERT_FALSE(other);
  EXPECT_THAT(to_text(other.problems().front()), HasSubstr("index.html"));
}

}  // namespace
}  // namespace cxsim
