#include "analysis/page/customers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <map>

#include "analysis/page/small_scenario.hpp"
#include "analysis/page/taken_links.hpp"

namespace cxsim {
namespace {

std::string bytes_of(const std::string& text) {
  const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0, held = 0;
  for (const char letter : text) {
    if (letter == '=') break;
    bits = bits << 6 | static_cast<unsigned>(letters.find(letter));
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>(bits >> held & 255U);
  }
  return bytes;
}

std::vector<std::size_t> numbers_of(const Json& text) {
  const std::string bytes = bytes_of(text.get<std::string>());
  std::vector<std::size_t> numbers;
  for (std::size_t k = 0; k + 1 < bytes.size(); k += 2)
    numbers.push_back(static_cast<unsigned char>(bytes[k]) +
                      std::size_t{256} * static_cast<unsigned char>(bytes[k + 1]));
  return numbers;
}

struct Step {
  std::int64_t day;
  std::size_t code;
  int valence;
};
using StepsOfPerson = std::map<std::size_t, std::vector<Step>>;

// As the page reads them.
StepsOfPerson decoded(const Json& customers, std::size_t arm) {
  const Json& packed = customers["arms"][arm];
  const auto counts = numbers_of(packed["counts"]), days = numbers_of(packed["days"]);
  const auto codes = numbers_of(packed["steps"]);
  const std::string valence = bytes_of(packed["valence"]);
  EXPECT_EQ(counts.size(), customers["persons"].size());
  EXPECT_EQ(codes.size(), days.size());
  EXPECT_EQ(codes.size(), valence.size());
  StepsOfPerson steps;
  std::size_t at = 0;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    std::int64_t day = customers["first_day"];
    auto& theirs = steps[customers["persons"][k]];
    for (std::size_t c = 0; c < counts[k]; ++c, ++at) {
      day += static_cast<std::int64_t>(days[at]);
      theirs.push_back({day, codes[at], static_cast<signed char>(valence[at])});
    }
  }
  EXPECT_EQ(at, codes.size());
  return steps;
}

CustomersPlan everybody_in_full() {
  CustomersPlan plan;
  plan.people = 100'000;
  plan.most_steps = 100'000'000;
  return plan;
}

class TheCustomers : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    scenario_ = new Scenario(small_scenario());
    runs_ = new std::vector<RunResult>(watched_in_full(*scenario_));
    json_ = new Json(*customers_json(*scenario_, everybody_in_full()));
  }
  static void TearDownTestSuite() {
    delete scenario_;
    delete runs_;
    delete json_;
  }
  static std::size_t links() { return (*json_)["links"]; }
  static std::size_t bought() { return links() + std::size_t{(*json_)["touchpoints"]}; }

  static inline const Scenario* scenario_;
  static inline const std::vector<RunResult>* runs_;
  static inline const Json* json_;
};

// From day 0 on; what comes before the first is where they stand.
std::vector<Step> lived(const std::vector<Step>& steps, const PersonRecord& record,
                        const std::vector<LifeEvent>& of_day_0_on) {
  const std::size_t standing = steps.size() - of_day_0_on.size();
  EXPECT_LE(standing, record.active_at_start ? 2U : 1U);
  return {steps.begin() + static_cast<std::ptrdiff_t>(standing), steps.end()};
}

TEST_F(TheCustomers, MakeOneStepForEachEventAndEndWhereItHappened) {
  const MapContent content = map_content(scenario_->world, {});
  const TakenLinks links_taken(scenario_->world);
  std::size_t contacts = 0, along_links = 0;
  for (std::size_t arm = 0; arm < runs_->size(); ++arm) {
    const RunResult& run = (*runs_)[arm];
    StepsOfPerson steps = decoded(*json_, arm);
    for (std::size_t p = 0; p < run.people.size(); ++p) {
      std::vector<LifeEvent> events;
      for (const LifeEvent& event : events_of(PersonId(p), run))
        if (event.day >= 0 &&
            (event.kind == LifeEventKind::contact || event.kind == LifeEventKind::bought ||
             event.kind == LifeEventKind::left))
          events.push_back(event);
      ASSERT_GE(steps[p].size(), events.size());
      const std::vector<Step> walked = lived(steps[p], run.people[p], events);
      for (std::size_t k = 0; k < events.size(); ++k) {
        const auto [day, code, valence] = walked[k];
        EXPECT_EQ(day, events[k].day);
        EXPECT_NEAR(valence, events[k].mind.valence * 100, 2.51);
        if (events[k].kind == LifeEventKind::bought) {
          EXPECT_EQ(code, bought());
        } else if (events[k].kind == LifeEventKind::left) {
          EXPECT_EQ(code, bought() + 1);
        } else {
          ++contacts;
          ASSERT_LT(code, bought());
          if (code >= links()) {
            EXPECT_EQ(code - links(), events[k].touchpoint.index());
            continue;
          }
          ++along_links;
          EXPECT_EQ(content.links[code].to, links_taken.place_of(events[k].touchpoint));
          EXPECT_EQ(content.links[code].journey, events[k].journey);
        }
      }
    }
  }
  EXPECT_GT(contacts, 1000U);
  EXPECT_EQ(along_links, contacts) << "no arm of this firm draws a journey anew";
}

TEST_F(TheCustomers, OfDayZeroBeginAsCustomersWhereTheyStand) {
  const StepsOfPerson steps = decoded(*json_, 0);
  std::size_t customers = 0;
  for (std::size_t p = 0; p < runs_->front().people.size(); ++p) {
    const auto found = steps.find(p);
    const bool begins = found != steps.end() && !found->second.empty() &&
                        found->second.front().day == 0 && found->second.front().code == bought();
    if (runs_->front().people[p].active_at_start) {
      EXPECT_TRUE(begins) << p;
      ++customers;
    }
  }
  EXPECT_GT(customers, 100U);
}

TEST_F(TheCustomers, FlowAlongLinksAsOftenAsTheyTakeThem) {
  const MapContent content = map_content(scenario_->world, {});
  const auto ends_at_touchpoint = [&](std::size_t link) {
    return content.places[content.links[link].to].kind == MapPlaceKind::touchpoint;
  };
  for (std::size_t arm = 0; arm < runs_->size(); ++arm) {
    std::vector<std::size_t> taken(links());
    for (const auto& [person, steps] : decoded(*json_, arm)) {
      std::vector<LifeEvent> events;
      for (const LifeEvent& event : events_of(PersonId(person), (*runs_)[arm]))
        if (event.kind == LifeEventKind::contact && event.day >= 0) events.push_back(event);
      // The last ones are those since day 0.
      std::vector<std::size_t> along;
      for (const Step& step : steps)
        if (step.code < links()) along.push_back(step.code);
      for (std::size_t k = along.size() - events.size(); k < along.size(); ++k) ++taken[along[k]];
    }
    const Json& flows = (*json_)["arms"][arm]["flows"];
    ASSERT_EQ(flows.size(), links());
    std::size_t closes = 0, ended = 0;
    for (std::size_t l = 0; l < links(); ++l) {
      if (ends_at_touchpoint(l)) {
        EXPECT_EQ(flows[l], taken[l]) << l;
      }
      if (content.places[content.links[l].to].name == "resolved") ended += std::size_t{flows[l]};
    }
    for (const LifeEvent& event : (*runs_)[arm].events)
      closes += event.kind == LifeEventKind::close && event.success && event.day >= 0;
    EXPECT_EQ(ended, closes);
  }
}

TEST_F(TheCustomers, AreTheSameInEveryArmUntilItActs) {
  const StepsOfPerson baseline = decoded(*json_, 0), worse = decoded(*json_, 2);
  bool parted = false;
  for (const auto& [person, steps] : baseline) {
    const auto& others = worse.at(person);
    for (std::size_t k = 0; k < std::min(steps.size(), others.size()); ++k) {
      if (steps[k].day >= 30 || others[k].day >= 30) break;
      EXPECT_EQ(steps[k].code, others[k].code);
      EXPECT_EQ(steps[k].valence, others[k].valence);
    }
    parted = parted || steps.size() != others.size();
  }
  EXPECT_TRUE(parted);
}

TEST_F(TheCustomers, AreFewerWhereTheirStepsWouldBeTooMany) {
  CustomersPlan plan = everybody_in_full();
  plan.most_steps = 3000;
  const Json few = *customers_json(*scenario_, plan);
  EXPECT_LT(few["sampled"], (*json_)["sampled"]);
  EXPECT_GE(few["sampled"], few["persons"].size());
  ASSERT_GT(few["persons"].size(), 5U);
  EXPECT_GT(few["persons"].back().get<int>(), 300) << "from all over the population";
  std::size_t steps = 0;
  for (std::size_t arm = 0; arm < runs_->size(); ++arm) {
    const StepsOfPerson all = decoded(*json_, arm);
    for (const auto& [person, theirs] : decoded(few, arm)) {
      steps += theirs.size();
      ASSERT_EQ(all.count(person), 1U);
      EXPECT_EQ(all.at(person).size(), theirs.size());
    }
  }
  EXPECT_LE(steps, plan.most_steps);
  EXPECT_GT(steps, plan.most_steps / 2);
}

TEST_F(TheCustomers, RepeatThemselvesOnceAMonthAndFlowAllTheSame) {
  CustomersPlan plan = everybody_in_full();
  plan.repeats = Repeats::once_a_month;
  const Json fewer = *customers_json(*scenario_, plan);
  EXPECT_EQ(fewer["persons"], (*json_)["persons"]);
  for (std::size_t arm = 0; arm < runs_->size(); ++arm) {
    EXPECT_EQ(fewer["arms"][arm]["flows"], (*json_)["arms"][arm]["flows"]);
    std::size_t all = 0, shown = 0;
    const StepsOfPerson full = decoded(*json_, arm);
    for (const auto& [person, theirs] : decoded(fewer, arm)) {
      shown += theirs.size();
      all += full.at(person).size();
    }
    EXPECT_LT(shown, all);
    EXPECT_GT(shown, all / 10);
  }
}

// What is noted of a share of the people at a time comes together as if all had been noted at once.
TEST_F(TheCustomers, AreTheSameInHoweverManyRuns) {
  CustomersPlan plan = everybody_in_full();
  EXPECT_EQ(customers_runs(*scenario_, plan), 1U);
  plan.most_events = 1000;
  EXPECT_GT(customers_runs(*scenario_, plan), 2U);
  EXPECT_EQ(*customers_json(*scenario_, plan), *json_);
}

// Nobody can know beforehand how many will join.
TEST_F(TheCustomers, AreFewerFromAllOverThePopulationWhereMoreHappensThanExpected) {
  Scenario growing = small_scenario();
  growing.world.segments[0].initial_share = .01f;
  growing.world = ready(growing.world);
  CustomersPlan plan = everybody_in_full();
  plan.most_steps = 1000;
  const Json few = *customers_json(growing, plan);
  EXPECT_LT(few["sampled"], 300);
  std::size_t steps = 0, later = 0;
  for (std::size_t arm = 0; arm < 3; ++arm)
    for (const auto& [person, theirs] : decoded(few, arm)) steps += theirs.size();
  for (const Json& person : few["persons"]) later += person >= 200 ? 1U : 0U;
  EXPECT_LE(steps, plan.most_steps);
  EXPECT_GT(later, few["persons"].size() / 4);
  EXPECT_LT(later, few["persons"].size() * 3 / 4);
}

TEST_F(TheCustomers, AreASampleSpreadOverThePopulation) {
  CustomersPlan plan = everybody_in_full();
  plan.people = 100;
  const Json sample = *customers_json(*scenario_, plan);
  EXPECT_EQ(sample["sampled"], 100);
  EXPECT_EQ(sample["population"], 400);
  for (const Json& person : sample["persons"]) EXPECT_EQ(person.get<int>() % 4, 0);
}

TEST_F(TheCustomers, AreThoseOfTheirReplication) {
  CustomersPlan plan = everybody_in_full();
  EXPECT_EQ(*customers_json(*scenario_, plan), *json_);
  plan.replication = 1;
  const Json other = *customers_json(*scenario_, plan);
  EXPECT_EQ(other["replication"], 1);
  EXPECT_NE(other["arms"], (*json_)["arms"]);
}

TEST_F(TheCustomers, AreNothingWhenCancelledAndTellOfTheirProgress) {
  CustomersPlan plan = everybody_in_full();
  std::atomic<std::int64_t> days{0};
  plan.on_progress = [&](std::int32_t more) { days += more; };
  ASSERT_TRUE(customers_json(*scenario_, plan));
  EXPECT_EQ(days, 40 + 3 * 180);
  plan.cancelled = [] { return true; };
  EXPECT_FALSE(customers_json(*scenario_, plan));
}

}  // namespace
}  // namespace cxsim
