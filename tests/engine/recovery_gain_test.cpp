// What a recovery gives back: satisfaction after it, less satisfaction before the bad journey.
#include <gtest/gtest.h>

#include <map>

#include "support/small_world.hpp"

namespace cxsim {
namespace {

World firm_with_many_recoveries() {
  World w = small_world(400, 360);
  w.segments[0].initial_share = 1;
  w.company.chosen.inner = 1;
  w.company.chosen.feedback = w.company.chosen.analytics = 1;
  for (Touchpoint& touchpoint : w.touchpoints) touchpoint.p_fail = .3f;
  return ready(w);
}

// The same gains, read off what people lived through.
struct Gains {
  double first = 0, repeat = 0, failed = 0;
};

// Satisfaction as it was at the last contact before the close that brought the recovery about.
struct Patient {
  float at_contact = 0, before_bad = 0;
  bool pending = false;
};

Gains gains_of(const std::vector<LifeEvent>& events, const ComplaintSettings& s, const World& w) {
  Gains gains;
  std::map<std::uint32_t, Patient> patients;
  for (const LifeEvent& event : events) {
    Patient& p = patients[event.person.value];
    if (event.kind == LifeEventKind::contact) p.at_contact = event.mind.satisfaction;
    const bool bad = event.kind == LifeEventKind::close &&
                     is_bad_episode(event.amount, w.journeys[event.journey.index()].importance, s);
    if (bad && !p.pending) {
      p.before_bad = p.at_contact;
      p.pending = true;
    }
    if (event.kind == LifeEventKind::left) p.pending = false;
    if (event.kind != LifeEventKind::recovery) continue;
    p.pending = false;
    const double gain =
        static_cast<double>(event.mind.satisfaction) - static_cast<double>(p.before_bad);
    (!event.success ? gains.failed : event.number > 1 ? gains.repeat : gains.first) += gain;
  }
  return gains;
}

// Everybody bad is heard and taken up here, so that the next recovery is always of the last one.
TEST(RecoveryGain, CountsFromBeforeTheBadJourney) {
  World w = firm_with_many_recoveries();
  const RunResult result = run_observed(w);
  const Gains lived = gains_of(result.events, w.customer.complaint, w);
  EXPECT_GT(sum_of(result, CompanySum::first_recoveries), 20);
  EXPECT_GT(sum_of(result, CompanySum::repeat_recoveries), 20);
  EXPECT_GT(sum_of(result, CompanySum::failed_recoveries), 20);
  EXPECT_NEAR(sum_of(result, CompanySum::first_recovery_gain), lived.first, .01);
  EXPECT_NEAR(sum_of(result, CompanySum::repeat_recovery_gain), lived.repeat, .01);
  EXPECT_NEAR(sum_of(result, CompanySum::failed_recovery_gain), lived.failed, .01);
}

TEST(RecoveryGain, CountsEveryAttemptOnce) {
  const RunResult result = run_observed(firm_with_many_recoveries());
  EXPECT_EQ(sum_of(result, CompanySum::recoveries),
            sum_of(result, CompanySum::first_recoveries) +
                sum_of(result, CompanySum::repeat_recoveries) +
                sum_of(result, CompanySum::failed_recoveries));
}

}  // namespace
}  // namespace cxsim
