#include "experiments/diary_reasons.hpp"

#include <gmock/gmock.h>

#include "diary_life.hpp"

namespace cxsim::diary {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;

TEST_F(ALife, NamesTheLargestTermsOfADepartureFirst) {
  go_through_a_bad_journey(10);
  Preference<float> preference{};
  preference.satisfaction = -.48f;
  preference.trust = .04f;
  preference.commitment = .30f;
  preference.quality = -.10f;
  preference.rivals = .20f;
  looks(LifeEventKind::left, 42, preference);
  record.lifecycle = Lifecycle::former;
  record.times_churned = 1;
  record.churn_day = 42;

  const std::string text = story();
  EXPECT_THAT(text, HasSubstr("The life of person 0, who left without a complaint"));
  EXPECT_THAT(text, HasSubstr("The main cause: dissatisfaction (+1.68 in log-odds"));
  EXPECT_THAT(text, HasSubstr("What lowered it most: “Fix a problem” in January 2026 (−.50)"));
  EXPECT_THAT(text, HasSubstr("look elsewhere was 39%: a base of 16% and × 2.46 for a satisfaction "
                              "of −.30."));
  EXPECT_THAT(text, HasSubstr("the rivals were worth more to them than the firm: net preference "
                              "−.44. Against the firm spoke remembered satisfaction −.48, the "
                              "rivals' offers −.20 and believed quality −.10; for it commitment "
                              "+.30 and trust +.04."));
  EXPECT_THAT(text, HasSubstr("(inertia +.50) spoke for staying: the chance to leave was 49%, and "
                              "they left."));
  EXPECT_THAT(text,
              HasSubstr("They had been through one bad journey and never complained: the firm "
                        "never heard a word."));
}

TEST_F(ALife, KeepsTheNumbersOfADeparture) {
  Preference<float> preference{};
  preference.price = -.6f;
  preference.commitment = .2f;
  hostile = true;
  looks(LifeEventKind::left, 42, preference);
  const Diary diary = told();
  ASSERT_EQ(diary.looks.size(), 1u);
  const DiaryLook& look = diary.looks[0];
  EXPECT_TRUE(look.left);
  EXPECT_THAT(look.preference,
              ElementsAre(Field(&DiaryTerm::name, "price"), Field(&DiaryTerm::name, "commitment")));
  EXPECT_FLOAT_EQ(look.preference[0].value, -.6f);
  EXPECT_EQ(look.look_factors[0].name, "base");
  EXPECT_EQ(look.look_factors[1].name, "hostility") << "× 2 is stronger than × .55";
  EXPECT_FLOAT_EQ(look.net_preference, -.4f);
}

TEST_F(ALife, LeavesLooksWithoutDangerToTheQuietMonths) {
  Preference<float> happy{};
  happy.satisfaction = 2;
  looks(LifeEventKind::looked, 30, happy);
  looks(LifeEventKind::looked, 60, {});
  const Diary diary = told();
  ASSERT_EQ(diary.entries.size(), 2u);
  EXPECT_EQ(diary.entries[0].kind, DiaryKind::quiet);
  EXPECT_THAT(diary.entries[0].paragraphs[0],
              HasSubstr("They looked elsewhere once and stayed (net preference +2.00, chance to "
                        "leave 8%)."));
  EXPECT_EQ(diary.entries[1].heading, "2 March 2026: looking elsewhere");
  EXPECT_THAT(diary.entries[1].paragraphs[0], HasSubstr("was 38%, and they stayed."));
}

TEST(DiaryReasons, LeaveOutWhatCannotBeShown) {
  Preference<float> preference{};
  preference.equity = -.06f;
  preference.trust = .004f;
  const std::vector<DiaryTerm> terms = terms_of(preference);
  ASSERT_EQ(terms.size(), 1u);
  EXPECT_EQ(terms[0].name, "the sense of being treated unfairly");
  EXPECT_EQ(terms_told(terms, 1), "nothing");
  EXPECT_EQ(terms_told(terms, -1), "the sense of being treated unfairly −.06");
}

}  // namespace
}  // namespace cxsim::diary
