#include "experiments/diary.hpp"

#include <gmock/gmock.h>

#include "diary_life.hpp"

namespace cxsim::diary {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST_F(ALife, WithoutEventsIsOneOfAStranger) {
  be_stranger();
  const Diary diary = told();
  EXPECT_THAT(diary.entries, testing::IsEmpty());
  EXPECT_THAT(diary.epilogue,
              ElementsAre("Nothing happened: they never became aware of the firm."));
  EXPECT_EQ(diary.title, "The life of person 0, who never heard of the firm");
}

TEST_F(ALife, SumsUpTheMonthsInWhichNothingStoodOut) {
  for (const std::int32_t day : {0, 31, 59}) {
    happens(LifeEventKind::need, day, use);
    contact(day, app, .78f, true, use);
    close(day, true, .3f, .2f, use);
    happens(LifeEventKind::told, day, use).number = 2;
  }
  const Diary diary = told();
  ASSERT_EQ(diary.entries.size(), 1u);
  EXPECT_EQ(diary.entries[0].heading, "January to March 2026");
  EXPECT_THAT(
      diary.entries[0].paragraphs[0],
      HasSubstr("3 contacts of no note, all at “App”: on average a little above expectation "
                "(expected .74, perceived .78)"));
  EXPECT_THAT(diary.entries[0].paragraphs[0],
              HasSubstr("They spoke well of the firm to others 6 times."));
}

TEST_F(ALife, TellsABadJourneyContactByContact) {
  go_through_a_bad_journey(10);
  const std::string text = story();
  EXPECT_THAT(text, HasSubstr("11 to 13 January 2026: Fix a problem"));
  EXPECT_THAT(text,
              HasSubstr("At “App” it worked: as good as expected (expected .74, perceived .75)"));
  EXPECT_THAT(text,
              HasSubstr("2 days later at “Service call” a human answered after 12 minutes, but "
                        "it failed: far below the zone of tolerance (expected .74, perceived "
                        ".31); they felt furious."));
  EXPECT_THAT(text, HasSubstr("What IT knew was lost at the handoff: they had to explain it all "
                              "again to Service."));
  EXPECT_THAT(text,
              HasSubstr("After 2 contacts in 3 days they gave up, remembered as terrible "
                        "(−.90): satisfaction fell from +.20 to −.30. They did not complain."));
}

TEST_F(ALife, SaysWhatBroughtThemAndWhatAFailureLedTo) {
  happens(LifeEventKind::need, 5, use);
  contact(5, app, .3f, false, use);
  close(5, false, -1, .1f, use);
  happens(LifeEventKind::need, 5, fix);
  contact(7, call, .8f, true, fix).answered_by = AnsweredBy::bot;
  close(7, true, .4f, .2f, fix);
  happens(LifeEventKind::need, 20, fix).upstream_cause = RootCauseId(0);
  contact(20, call, .3f, false, fix);
  close(20, false, -1, -.2f, fix);
  const Diary diary = told();
  ASSERT_EQ(diary.entries.size(), 2u);
  EXPECT_EQ(diary.entries[0].heading, "6 to 8 January 2026: Use, then fix a problem");
  EXPECT_THAT(story(),
              HasSubstr("That led to the next journey, “Fix a problem”; the root cause "
                        "behind both: product faults. 2 days later at “Service call” a bot "
                        "answered, and it worked"));
  EXPECT_THAT(diary.entries[1].paragraphs[0], HasSubstr("What brought them: product faults."));
}

TEST_F(ALife, TellsOfAComplaintAndWhetherItWasAnswered) {
  go_through_a_bad_journey(10);
  happens(LifeEventKind::complaint, 12);
  EXPECT_THAT(story(), HasSubstr("They complained, and the firm took it up."));
  mind.satisfaction = -.42f;
  mind.trust = .49f;
  happens(LifeEventKind::ignored, 12);
  EXPECT_THAT(story(),
              HasSubstr("They complained, and nobody answered: satisfaction fell from −.30 "
                        "to −.42, trust fell from .55 to .49."));
  EXPECT_THAT(story(), Not(HasSubstr("took it up")));
}

TEST_F(ALife, TellsWhatARecoveryAnsweredAndMended) {
  go_through_a_bad_journey(10);
  happens(LifeEventKind::complaint, 12);
  mind.satisfaction = .15f;
  LifeEvent& recovery = happens(LifeEventKind::recovery, 16);
  recovery.success = true;
  recovery.number = 1;
  happens(LifeEventKind::told, 16).number = 1;
  EXPECT_THAT(story(), HasSubstr("4 days after “Fix a problem” had gone wrong, in answer to their "
                                 "complaint, Service came back to them and put it right: "
                                 "satisfaction rose from −.30 to +.15"));
}

TEST_F(ALife, TellsOfTurningHostile) {
  happens(LifeEventKind::need, 3);
  hostile = true;
  mind.cynicism = .57f;
  contact(3, call, .3f, false);
  EXPECT_THAT(story(), HasSubstr("cynicism reached .57, and from here on they were hostile."));
}

TEST_F(ALife, OfAProspectSaysWhyTheyDeclined) {
  be_stranger();
  LifeEvent& heard = happens(LifeEventKind::heard, -300, join);
  heard.amount = .4f;
  LifeEvent& considered = happens(LifeEventKind::considered, 0, join);
  considered.success = true;
  considered.chance = .45f;
  happens(LifeEventKind::need, 0, join);
  contact(1, app, .78f, true, join);
  LifeEvent& declined = happens(LifeEventKind::declined, 1, join);
  declined.preference.satisfaction = -.12f;
  declined.net_preference = -.12f;
  declined.chance = logistic(-.12f + .10f - .40f);
  record.lifecycle = Lifecycle::aware;
  const std::string text = story();
  EXPECT_THAT(text, HasSubstr("who considered the firm and never bought"));
  EXPECT_THAT(text,
              HasSubstr("heard of the firm for the first time, by word of mouth: good once."));
  EXPECT_THAT(text, HasSubstr("set out to join (chance to start 45%). For it spoke public reviews "
                              "+.10; against it a prospect's caution −.30."));
  EXPECT_THAT(text,
              HasSubstr("They did not buy (chance to buy 40%). Against it spoke the hurdle of "
                        "a purchase −.40 and remembered satisfaction −.12; for it public "
                        "reviews +.10."));
}

TEST_F(ALife, EndsWithWhereTheyStandAndWhatItCameTo) {
  go_through_a_bad_journey(10);
  happens(LifeEventKind::complaint, 12);
  const std::string text = story();
  EXPECT_THAT(text, HasSubstr("on 31 December 2028, they had been a customer for 6.0 years."));
  EXPECT_THAT(text, HasSubstr("they would have said 9 of 10: a promoter."));
  EXPECT_THAT(text, HasSubstr("2 contacts, 1 of which failed; one complaint (none ignored)."));
  EXPECT_THAT(text, HasSubstr("The firm lost EUR 12.50 with them."));
}

TEST_F(ALife, KeepsTheNumbersOfEveryContact) {
  go_through_a_bad_journey(10);
  const Diary diary = told();
  ASSERT_EQ(diary.contacts.size(), 2u);
  EXPECT_EQ(diary.contacts[1].day, 12);
  EXPECT_TRUE(diary.contacts[1].failed);
  EXPECT_FLOAT_EQ(diary.contacts[1].wait, 12);
  EXPECT_FLOAT_EQ(diary.contacts[1].gap, .31f - .74f);
}

TEST_F(ALife, IsWrappedAtTheWidthInLettersNotBytes) {
  go_through_a_bad_journey(10);
  for (const std::size_t width : {40u, 80u}) {
    std::istringstream lines(to_text(told(), width));
    std::size_t longest = 0;
    for (std::string line; std::getline(lines, line);) {
      std::size_t letters = 0;
      for (const char c : line) letters += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
      longest = std::max(longest, letters);
      EXPECT_LE(letters, width) << line;
    }
    EXPECT_GT(longest, width - 4);
  }
}

}  // namespace
}  // namespace cxsim::diary
