#include "analysis/studio/question.hpp"

#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/studio/answer.hpp"
#include "analysis/studio/request_body.hpp"
#include "scenario/spelling.hpp"

namespace cxsim {
namespace {

using Understood = std::variant<Question, Response>;

Response refused(unsigned status, std::string key, std::string what, std::string cure) {
  return problems_answer(status,
                         {{{}, std::move(key), std::move(what), why_refused, std::move(cure)}});
}

Response no_such_address() {
  return refused(404, "", "the studio has no such address", "docs/studio.md lists them");
}

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const std::size_t end = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return parts;
}

std::optional<std::int64_t> whole_number(std::string_view text, std::int64_t low,
                                         std::int64_t high) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_read = read.ec == std::errc() && read.ptr == text.data() + text.size();
  if (!is_read || number < low || number > high) return {};
  return number;
}

// The parameters of an address, each asked for by name; any other is a problem.
class Parameters {
 public:
  explicit Parameters(const Request& request) : query_(request.query) {}

  std::string text(const std::string& name) {
    const auto [from, to] = query_.equal_range(name);
    known_.push_back(name);
    if (from != to && std::next(from) != to) complain(name, "it is there twice", "send it once");
    return from == to ? std::string() : from->second;
  }

  std::vector<std::string> texts(const std::string& name) {
    const auto [from, to] = query_.equal_range(name);
    known_.push_back(name);
    std::vector<std::string> all;
    for (auto one = from; one != to; ++one) all.push_back(one->second);
    return all;
  }

  // `usual` where it is left out; nothing for `usual`: it has to be there.
  std::int64_t number(const std::string& name, std::int64_t low, std::int64_t high,
                      std::optional<std::int64_t> usual) {
    const std::string written = text(name);
    if (written.empty() && usual) return *usual;
    if (const auto found = whole_number(written, low, high)) return *found;
    complain(name,
             "it is not a whole number from " + std::to_string(low) + " to " + std::to_string(high),
             "write a number in that range");
    return low;
  }

  Problems problems() {
    for (const auto& [name, value] : query_)
      if (std::find(known_.begin(), known_.end(), name) == known_.end())
        complain(name, "there is no such parameter",
                 known_.empty() ? "leave it out" : spelling_cure(name, known_, "parameters"));
    return std::move(problems_);
  }

 private:
  void complain(const std::string& name, std::string what, std::string cure) {
    problems_.push_back({{}, name, std::move(what), why_refused, std::move(cure)});
  }

  const std::multimap<std::string, std::string>& query_;
  std::vector<std::string> known_;
  Problems problems_;
};

// The question, unless something was wrong with its words.
Understood unless(const Problems& problems, Question question) {
  if (!problems.empty()) return problems_answer(400, problems);
  return question;
}

ScenarioChoice choice_in(Parameters& parameters) {
  return {parameters.text("name"), parameters.texts("set"), parameters.text("toml")};
}

Understood library_asked(const Request& request) {
  return unless(Parameters(request).problems(), ListLibrary{});
}

Understood scenario_asked(const Request& request) {
  if (request.method == "POST") {
    RequestBody body(request.body);
    ScenarioChoice choice{body.text_if_any("scenario"), body.texts_if_any("set"),
                          body.text_if_any("toml")};
    return unless(body.problems(), ShowScenario{std::move(choice)});
  }
  Parameters parameters(request);
  ScenarioChoice choice = choice_in(parameters);
  return unless(parameters.problems(), ShowScenario{std::move(choice)});
}

Understood catalogue_asked(const Request& request) {
  Parameters parameters(request);
  ScenarioChoice choice = choice_in(parameters);
  return unless(parameters.problems(), ShowCatalogue{std::move(choice)});
}

Understood run_asked(const Request& request) {
  RequestBody body(request.body);
  ScenarioChoice choice{body.text("scenario"), body.texts_if_any("set"), body.text_if_any("toml")};
  return unless(body.problems(), StartRun{std::move(choice)});
}

Understood stop_asked(const Request& request) {
  return unless(RequestBody(request.body).problems(), StopRun{});
}

struct Address {
  std::string_view name;
  bool by_get, by_post;
  Understood (*understand)(const Request&);
};
constexpr std::array addresses{
    Address{"library", true, false, library_asked}, Address{"scenario", true, true, scenario_asked},
    Address{"catalogue", true, false, catalogue_asked}, Address{"runs", false, true, run_asked},
    Address{"stop", false, true, stop_asked}};

struct PartAddress {
  std::string_view name;
  RunPart part;
};
constexpr std::array parts_of_a_run{
    PartAddress{"", RunPart::content},           PartAddress{"customers", RunPart::customers},
    PartAddress{"life", RunPart::life},          PartAddress{"lives", RunPart::lives},
    PartAddress{"leaning", RunPart::leaning},    PartAddress{"scenario.toml", RunPart::scenario},
    PartAddress{"results.h5", RunPart::results}, PartAddress{"report.html", RunPart::report}};

Response wrong_method(bool by_get, bool by_post) {
  const std::string allowed = by_get ? (by_post ? "GET, POST" : "GET") : "POST";
  Response response = refused(405, "", "this address is not asked in this way", "use " + allowed);
  response.headers.emplace_back("Allow", allowed);
  return response;
}

Understood part_asked(const Request& request, int run, RunPart part) {
  const bool begins = part == RunPart::leaning && request.method == "POST";
  if (begins) {
    RequestBody body(request.body);
    BeginLeaning leaning{run, body.text("arm")};
    return unless(body.problems(), std::move(leaning));
  }
  if (request.method != "GET") return wrong_method(true, part == RunPart::leaning);
  Parameters parameters(request);
  ReadRun read{run, part, 0, {}, false};
  if (part == RunPart::customers)
    read.number = parameters.number("people", 1, most_customers, usual_customers);
  if (part == RunPart::life)
    read.number = parameters.number("person", 0, std::numeric_limits<std::int32_t>::max(), {});
  if (part == RunPart::leaning) read.arm = parameters.text("arm");
  if (part == RunPart::report) read.quick = parameters.number("quick", 0, 1, 0) == 1;
  return unless(parameters.problems(), std::move(read));
}

Understood of_a_run(const Request& request, std::string_view number, std::string_view name) {
  const auto run = whole_number(number, 1, std::numeric_limits<int>::max());
  if (!run) return no_such_address();
  for (const PartAddress& one : parts_of_a_run)
    if (one.name == name) return part_asked(request, static_cast<int>(*run), one.part);
  return no_such_address();
}

}  // namespace

Understood understand(const Request& request) {
  const std::vector<std::string_view> parts = parts_of(request.path);
  if (parts.size() < 2 || parts[0] != "api") return no_such_address();
  if (parts.size() == 2)
    for (const Address& one : addresses) {
      if (one.name != parts[1]) continue;
      const bool allowed =
          (request.method == "GET" && one.by_get) || (request.method == "POST" && one.by_post);
      return allowed ? one.understand(request) : wrong_method(one.by_get, one.by_post);
    }
  if (parts[1] == "runs" && (parts.size() == 3 || (parts.size() == 4 && !parts[3].empty())))
    return of_a_run(request, parts[2], parts.size() == 4 ? parts[3] : std::string_view());
  return no_such_address();
}

}  // namespace cxsim
