#include "analysis/studio/answer.hpp"

namespace cxsim {
namespace {

// Its words are the program's own: nothing a client sent is ever among them.
std::string page_of(const Problem& problem) {
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n"
         "<link rel=\"icon\" href=\"data:,\">\n<title>cxsim studio</title>\n</head>\n<body>\n<h1>" +
         problem.what + "</h1>\n<p>" + problem.why + "</p>\n<p>" + problem.cure +
         "</p>\n</body>\n</html>\n";
}

}  // namespace

Json json_of(const Problems& problems) {
  Json list = Json::array();
  for (const Problem& problem : problems)
    list.push_back({{"file", problem.place.file},
                    {"line", problem.place.line},
                    {"key", problem.key},
                    {"what", problem.what},
                    {"why", problem.why},
                    {"cure", problem.cure}});
  return list;
}

Response json_answer(unsigned status, const Json& value) {
  return {status, "application/json", json_text(value), {}};
}

Response problems_answer(unsigned status, const Problems& problems) {
  return json_answer(status, Json{{"problems", json_of(problems)}});
}

Response scenario_problems_answer(const Problems& problems) {
  return problems_answer(200, problems);
}

Response refusal(unsigned status, std::string_view path, const Problem& problem) {
  if (is_api(path)) return problems_answer(status, {problem});
  return {status, "text/html; charset=utf-8", page_of(problem), {}};
}

}  // namespace cxsim
