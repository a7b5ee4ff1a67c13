// A firm like the reference one, small enough to write down: fourteen touchpoints, six journeys.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "engine/world.hpp"

namespace cxsim {

inline Touchpoint sample_touchpoint(std::string name, std::string title, std::string channel,
                                    std::string stage, std::size_t owner) {
  Touchpoint touchpoint = defaults<Touchpoint>();
  touchpoint.name = std::move(name);
  touchpoint.title = std::move(title);
  touchpoint.channel = std::move(channel);
  touchpoint.stage = std::move(stage);
  touchpoint.owner = DepartmentId(owner);
  return touchpoint;
}

inline Journey sample_journey(std::string name, std::string title, std::vector<StepPlan> steps) {
  Journey journey = defaults<Journey>();
  journey.name = std::move(name);
  journey.title = std::move(title);
  journey.steps = std::move(steps);
  return journey;
}

inline EdgePlan sample_edge(std::string from, std::string to, EdgeOutcome on, float weight) {
  EdgePlan edge = defaults<EdgePlan>();
  edge.from = std::move(from);
  edge.to = std::move(to);
  edge.on = on;
  edge.weight = weight;
  return edge;
}

inline std::vector<Touchpoint> sample_touchpoints() {
  enum : std::size_t { marketing, product, digital, sales, service, field, billing };
  std::vector<Touchpoint> touchpoints = {
      sample_touchpoint("ad", "Advertising", "media", "aware", marketing),
      sample_touchpoint("web", "Website", "web", "consider", digital),
      sample_touchpoint("sales", "Sales conversation", "shop", "consider", sales),
      sample_touchpoint("contract", "Contract", "shop", "buy", sales),
      sample_touchpoint("schedule", "Appointment", "web", "start", field),
      sample_touchpoint("install", "Installation at home", "home", "start", field),
      sample_touchpoint("activate", "Activation", "app", "start", digital),
      sample_touchpoint("bill", "Monthly bill", "letter", "use", billing),
      sample_touchpoint("use", "Everyday use of the product", "product", "use", product),
      sample_touchpoint("app", "Self-service app", "app", "support", digital),
      sample_touchpoint("call", "Call centre", "phone", "support", service),
      sample_touchpoint("visit", "Technician's visit", "home", "support", field),
      sample_touchpoint("billq", "Billing question", "phone", "support", service),
      sample_touchpoint("renewal", "Renewal offer", "phone", "renew", sales)};
  touchpoints[0].contact = Contact::indirect;
  return touchpoints;
}

inline std::vector<Journey> sample_journeys() {
  std::vector<Journey> journeys = {
      sample_journey("join", "Join",
                     {{"web", 1},
                      {"sales", 1},
                      {"contract", 1},
                      {"purchase", 1},
                      {"schedule", 1},
                      {"install", 1},
                      {"activate", 1},
                      {"bill", 1},
                      {"call", .4F}}),
      sample_journey("use", "Use", {{"use", 1}}),
      sample_journey("fix", "Fix a nagging problem", {{"app", .8F}, {"call", .9F}, {"visit", .3F}}),
      sample_journey("query", "Question the bill", {{"app", .7F}, {"billq", .8F}}),
      sample_journey("move", "Move home",
                     {{"web", 1},
                      {"call", 1},
                      {"schedule", 1},
                      {"install", .7F},
                      {"activate", 1},
                      {"bill", 1}}),
      sample_journey("renew", "Renew", {{"renewal", 1}})};
  journeys[0].acquires = true;
  journeys[1].retries = false;
  journeys[1].spawns = JourneyId(2);
  journeys[1].spawn_chance = .6F;
  EdgePlan flight = sample_edge("app", "call", EdgeOutcome::failure, .5F);
  flight.valence = -2;
  flight.failures = 1;
  journeys[2].edges.push_back(flight);
  return journeys;
}

inline World sample_world(std::vector<Touchpoint> touchpoints, std::vector<Journey> journeys) {
  World world;
  for (const auto& [name, title] :
       std::vector<std::pair<std::string, std::string>>{{"marketing", "Marketing"},
                                                        {"product", "Product"},
                                                        {"digital", "Digital & IT"},
                                                        {"sales", "Sales"},
                                                        {"service", "Service"},
                                                        {"field", "Field"},
                                                        {"billing", "Billing"}}) {
    Department department = defaults<Department>();
    department.name = name;
    department.title = title;
    world.company.departments.push_back(department);
  }
  world.touchpoints = std::move(touchpoints);
  world.journeys = std::move(journeys);
  auto graph = build_graph(world.touchpoints, world.journeys);
  if (!graph) std::abort();
  world.graph = std::move(*graph);
  return world;
}

inline World sample_world() { return sample_world(sample_touchpoints(), sample_journeys()); }

}  // namespace cxsim
