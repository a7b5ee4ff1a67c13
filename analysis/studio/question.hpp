// What the studio can be asked, understood from the request that carries it.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "analysis/studio/message.hpp"
#include "analysis/studio/scenario_choice.hpp"

namespace cxsim {

struct ListLibrary {};
struct ShowScenario {
  ScenarioChoice choice;  // without a name: what the studio was started with
};
struct ShowCatalogue {
  ScenarioChoice choice;  // likewise
};
struct StartRun {
  ScenarioChoice choice;
};
struct StopRun {};
struct BeginLeaning {
  int run;
  std::string arm;
};

enum class RunPart : unsigned char {
  content,
  customers,
  life,
  lives,
  leaning,
  scenario,
  results,
  report
};
struct ReadRun {
  int run;
  RunPart part;
  std::int64_t number = 0;  // of customers to look at, or of the person whose life it is
  std::string arm;          // whose leaning it is
  bool quick = false;       // of a report: without what has not been worked out yet
};

using Question = std::variant<ListLibrary, ShowScenario, ShowCatalogue, StartRun, StopRun,
                              BeginLeaning, ReadRun>;

inline constexpr std::int64_t usual_customers = 5000, most_customers = 20000;

// Every path under /api/ but the stream of events; or what to answer instead.
std::variant<Question, Response> understand(const Request& request);

}  // namespace cxsim
