#include "analysis/studio/events.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace cxsim {
namespace {

using Json = nlohmann::ordered_json;

void publish(Events& events, int from, int to) {
  for (int k = from; k <= to; ++k) events.publish("progress", Json{{"done", k}});
}

std::string text_of(int id) {
  const std::string number = std::to_string(id);
  return "id: " + number + "\nevent: progress\ndata: {\"done\":" + number + "}\n\n";
}

TEST(Events, AreNumberedTexts) {
  Events events;
  EXPECT_EQ(events.after(0)->text, "");
  publish(events, 1, 2);
  EXPECT_EQ(events.after(0)->text, text_of(1) + text_of(2));
  EXPECT_EQ(events.after(1)->text, text_of(2));
  EXPECT_EQ(events.after(1)->newest, 2U);
  EXPECT_EQ(events.after(2)->text, "");
}

TEST(Events, KeepTheLastOnes) {
  Events events(3);
  publish(events, 1, 5);
  EXPECT_FALSE(events.after(0));
  EXPECT_FALSE(events.after(1));
  EXPECT_EQ(events.after(2)->text, text_of(3) + text_of(4) + text_of(5));
}

TEST(Events, ResumeWhereAClientWas) {
  Events events(3);
  EXPECT_EQ(events.resume_after(""), 0U);
  EXPECT_EQ(events.resume_after("7"), 0U);
  publish(events, 1, 5);
  EXPECT_EQ(events.resume_after("4"), 4U);
  EXPECT_EQ(events.resume_after("2"), 2U);
  EXPECT_EQ(events.resume_after("0"), 2U) << "from the oldest there is";
  for (const char* id : {"", "6", "x", "-1", "4x", "99999999999999999999"})
    EXPECT_EQ(events.resume_after(id), 5U) << id;
}

TEST(Events, StayOnTheirLines) {
  Events events;
  events.publish("a\nb", Json{{"text", "c\nd\xff"}});
  EXPECT_EQ(events.after(0)->text, "id: 1\nevent: a\ndata: {\"text\":\"c\\nd\xef\xbf\xbd\"}\n\n");
}

TEST(Events, AreHeardUntilNobodyListens) {
  Events events;
  int heard = 0;
  events.listen([&heard] { ++heard; });
  publish(events, 1, 2);
  events.listen({});
  publish(events, 3, 3);
  EXPECT_EQ(heard, 2);
}

}  // namespace
}  // namespace cxsim
