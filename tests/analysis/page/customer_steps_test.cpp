#include "analysis/page/customer_steps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/small_world.hpp"

namespace cxsim {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

LifeEvent event(LifeEventKind kind, std::int32_t day, JourneyId journey, bool success = true) {
  LifeEvent event;
  event.kind = kind;
  event.day = day;
  event.journey = journey;
  event.success = success;
  event.mind.valence = static_cast<float>(day) / 100;
  return event;
}

LifeEvent contact(std::int32_t day, JourneyId journey, TouchpointId at, std::uint32_t number,
                  bool success = true) {
  LifeEvent one = event(LifeEventKind::contact, day, journey, success);
  one.touchpoint = at;
  one.number = number;
  return one;
}

class TheSteps : public testing::Test {
 protected:
  explicit TheSteps(World w = ready(small_world(10, 60)))
      : world_(std::move(w)), content_(map_content(world_, {})), links_(world_) {}

  std::size_t place(const std::string& name) const {
    for (std::size_t p = 0; p < content_.places.size(); ++p)
      if (content_.places[p].name == name) return p;
    ADD_FAILURE() << "no place " << name;
    return 0;
  }
  // By names, such as "web", "entry of join" or "resolved".
  std::size_t link(JourneyId journey, const std::string& from, const std::string& to,
                   EdgeOutcome on) const {
    for (std::size_t l = 0; l < content_.links.size(); ++l) {
      const MapLink& one = content_.links[l];
      if (one.journey == journey && one.from == place(from) && one.to == place(to) && one.on == on)
        return l;
    }
    ADD_FAILURE() << "no link from " << from << " to " << to;
    return 0;
  }
  CustomerSteps follow(const std::vector<LifeEvent>& events, bool active_at_start = false) const {
    return steps_of(events, active_at_start, links_);
  }
  static std::vector<std::size_t> codes(const CustomerSteps& told) {
    std::vector<std::size_t> codes;
    for (const CustomerStep& step : told.steps) codes.push_back(step.code);
    return codes;
  }
  StepCodes codes() const { return {links_.links(), links_.touchpoints()}; }

  static constexpr EdgeOutcome success = EdgeOutcome::success, failure = EdgeOutcome::failure,
                               always = EdgeOutcome::always;
  World world_;
  MapContent content_;
  TakenLinks links_;
};

TEST_F(TheSteps, FollowOneWhoJoins) {
  const CustomerSteps told =
      follow({contact(1, join, web, 1), contact(3, join, contract, 2, false),
              event(LifeEventKind::bought, 5, join), contact(8, join, app, 3),
              contact(9, join, call, 4), event(LifeEventKind::close, 9, join)});
  EXPECT_THAT(codes(told), ElementsAre(link(join, "entry of join", "web", always),
                                       link(join, "web", "contract", always), codes().bought(),
                                       link(join, "purchase", "app", success),
                                       link(join, "app", "call", success)));
  EXPECT_THAT(
      told.links,
      ElementsAre(link(join, "entry of join", "web", always), link(join, "web", "contract", always),
                  link(join, "contract", "purchase", always),
                  link(join, "purchase", "app", success), link(join, "app", "call", success),
                  link(join, "call", "resolved", success)));
  EXPECT_EQ(told.steps[3].day, 8);
  EXPECT_FLOAT_EQ(told.steps[3].valence, .08f);
}

TEST_F(TheSteps, FollowOneWhoDeclines) {
  const CustomerSteps told =
      follow({contact(1, join, web, 1), contact(3, join, contract, 2),
              event(LifeEventKind::declined, 5, join), contact(30, join, web, 1)});
  EXPECT_EQ(codes(told).size(), 3U);
  EXPECT_EQ(codes(told).back(), link(join, "entry of join", "web", always));
  EXPECT_EQ(told.links[3], link(join, "purchase", "declined", failure));
}

TEST_F(TheSteps, TryAgainAfterAFailureAndEndOnNoLinkForOneWhoGivesUp) {
  const CustomerSteps told =
      follow({contact(1, fix, app, 1, false), contact(4, fix, app, 2, false),
              event(LifeEventKind::close, 4, fix, false), contact(9, fix, call, 1)});
  const std::size_t again = link(fix, "app", "app", failure);
  EXPECT_THAT(codes(told), ElementsAre(link(fix, "entry of fix", "app", always), again,
                                       link(fix, "entry of fix", "call", always)));
  EXPECT_THAT(told.links, ElementsAre(link(fix, "entry of fix", "app", always), again,
                                      link(fix, "entry of fix", "call", always)));
}

TEST_F(TheSteps, EndOnALinkWhereAFailureClosesTheJourney) {
  const CustomerSteps told = follow(
      {contact(1, using_it, use, 1, false), event(LifeEventKind::close, 1, using_it, false)});
  EXPECT_EQ(told.links.back(), link(using_it, "use", "abandoned", failure));
}

// As where an arm has drawn the journey anew.
TEST_F(TheSteps, ReachATouchpointAlongNoLinkOfTheMap) {
  const CustomerSteps told = follow({contact(1, join, web, 1), contact(2, join, call, 2)});
  EXPECT_THAT(codes(told),
              ElementsAre(link(join, "entry of join", "web", always), codes().of(call)));
  EXPECT_EQ(told.links.size(), 1U);
}

TEST_F(TheSteps, TakeALinkOfTheOtherOutcomeWhereThereIsNoneOfTheirs) {
  const CustomerSteps told = follow({contact(1, fix, app, 1, false), contact(2, fix, call, 2)});
  EXPECT_EQ(codes(told).back(), link(fix, "app", "call", success));
}

TEST_F(TheSteps, OfSeveralJourneysInTurn) {
  const CustomerSteps told = follow(
      {contact(1, fix, app, 1), event(LifeEventKind::close, 1, fix), contact(2, using_it, use, 1),
       event(LifeEventKind::close, 2, using_it), event(LifeEventKind::left, 3, JourneyId())});
  EXPECT_THAT(codes(told),
              ElementsAre(link(fix, "entry of fix", "app", always),
                          link(using_it, "entry of use", "use", always), codes().left()));
}

TEST_F(TheSteps, BeginWithWhereACustomerStands) {
  const std::vector<LifeEvent> events = {
      contact(-30, fix, app, 1), event(LifeEventKind::close, -30, fix),
      contact(-20, using_it, use, 1), event(LifeEventKind::close, -20, using_it),
      contact(4, using_it, use, 1)};
  const CustomerSteps told = follow(events, true);
  const std::size_t to_use = link(using_it, "entry of use", "use", always);
  EXPECT_THAT(codes(told), ElementsAre(codes().bought(), to_use, to_use));
  EXPECT_EQ(told.steps[1].day, 0);
  EXPECT_FLOAT_EQ(told.steps[1].valence, -.2f);
  EXPECT_THAT(told.links, ElementsAre(to_use)) << "flows count from day 0";
  // Who has left by then stands nowhere.
  EXPECT_THAT(codes(follow(events)), ElementsAre(to_use));
}

TEST_F(TheSteps, BeginWithWhereAProspectUnderWayStands) {
  const std::vector<LifeEvent> events = {contact(-3, join, web, 1), contact(2, join, contract, 2)};
  EXPECT_THAT(codes(follow(events)), ElementsAre(link(join, "entry of join", "web", always),
                                                 link(join, "web", "contract", always)));
}

TEST_F(TheSteps, OfACustomerWhoNeverCallsAreOne) {
  EXPECT_THAT(codes(follow({}, true)), ElementsAre(codes().bought()));
  EXPECT_THAT(codes(follow({}, false)), IsEmpty());
}

TEST(DullRepeats, AreLeftOutForAMonthWhileTheMoodStays) {
  std::vector<CustomerStep> steps{{0, 3, .5f},  {5, 3, .55f}, {29, 3, .41f}, {30, 3, .5f},
                                  {31, 3, .1f}, {32, 3, .1f}, {33, 4, .1f},  {34, 3, .1f}};
  leave_out_dull_repeats(steps);
  std::vector<std::int32_t> days;
  for (const CustomerStep& step : steps) days.push_back(step.day);
  EXPECT_THAT(days, ElementsAre(0, 30, 31, 33, 34));
}

TEST(DullRepeats, DoNotHideAMoodThatChangesBitByBit) {
  std::vector<CustomerStep> steps;
  for (int k = 0; k < 10; ++k) steps.push_back({k, 3, .04f * static_cast<float>(k)});
  leave_out_dull_repeats(steps);
  EXPECT_GE(steps.back().valence, .25f) << "measured from what is shown, not from the step before";
}

World sold_at_once() {
  World w = small_world(10, 60);
  w.journeys[0].steps = {{"purchase", 1}, {"app", 1}};
  return ready(std::move(w));
}

class TheStepsToAPurchaseAtOnce : public TheSteps {
 protected:
  TheStepsToAPurchaseAtOnce() : TheSteps(sold_at_once()) {}
};

TEST_F(TheStepsToAPurchaseAtOnce, GoOnFromThere) {
  const CustomerSteps told =
      follow({event(LifeEventKind::bought, 1, join), contact(2, join, app, 1)});
  EXPECT_THAT(codes(told), ElementsAre(codes().bought(), link(join, "purchase", "app", success)));
  EXPECT_EQ(told.links.front(), link(join, "entry of join", "purchase", always));
}

}  // namespace
}  // namespace cxsim
