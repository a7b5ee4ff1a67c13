#include "analysis/studio/server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <nlohmann/json.hpp>

#include "analysis/studio/served.hpp"

namespace cxsim {
namespace {

using Json = nlohmann::ordered_json;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

void say_hello(const Request& request, const Reply& reply) {
  reply({200, "text/plain", "hello " + request.path, {}});
}

TEST(Server, AnswersFromItsFilesAndItsHandler) {
  Served served(say_hello);
  EXPECT_THAT(answer_from(served.port(), "/"), EndsWith("\r\n\r\npage"));
  EXPECT_THAT(answer_from(served.port(), "/page.js"), EndsWith("\r\n\r\nscript"));
  EXPECT_THAT(answer_from(served.port(), "/favicon.ico"), StartsWith("HTTP/1.1 204 "));
  EXPECT_THAT(answer_from(served.port(), "/page.json"), StartsWith("HTTP/1.1 404 "));
  EXPECT_THAT(answer_from(served.port(), "/api/x"), EndsWith("\r\n\r\nhello /api/x"));
}

TEST(Server, TakesAnAnswerFromAnyThread) {
  std::vector<std::jthread> threads;
  Served served([&threads](const Request& request, Reply reply) {
    threads.emplace_back([request, reply = std::move(reply)] { say_hello(request, reply); });
  });
  for (int k = 0; k < 20; ++k) {
    const std::string path = "/api/" + std::to_string(k);
    EXPECT_THAT(answer_from(served.port(), path), EndsWith("hello " + path));
  }
}

TEST(Server, TakesTheFirstOfSeveralAnswers) {
  Served served([](const Request& request, const Reply& reply) {
    say_hello(request, reply);
    reply({200, "text/plain", "again", {}});
  });
  Client client(served.port());
  for (int k = 0; k < 3; ++k) {
    client.ask("/api/x");
    EXPECT_THAT(client.read_until("hello /api/x"), StartsWith("HTTP/1.1 200 "));
  }
}

TEST(Server, SurvivesAHandlerThatFails) {
  Served served([](const Request& request, const Reply& reply) {
    if (request.path == "/api/throws") throw std::runtime_error("out of luck");
    if (request.path == "/api/throws-anything") throw 1;
    if (request.path != "/api/forgets") say_hello(request, reply);
  });
  EXPECT_THAT(answer_from(served.port(), "/api/throws"), HasSubstr("out of luck"));
  for (const char* path : {"/api/throws", "/api/throws-anything", "/api/forgets"}) {
    const std::string answer = answer_from(served.port(), path);
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 500 ")) << path;
    EXPECT_THAT(answer, HasSubstr("{\"problems\":[")) << path;
  }
  EXPECT_THAT(answer_from(served.port(), "/api/x"), EndsWith("hello /api/x"));
}

TEST(Server, AnswersWhoHasGoneWithoutHarm) {
  std::promise<Reply> kept;
  Served served([&kept](const Request& request, const Reply& reply) {
    if (request.path == "/api/later") return kept.set_value(reply);
    say_hello(request, reply);
  });
  Reply later;
  {
    Client client(served.port());
    client.ask("/api/later");
    later = kept.get_future().get();
  }
  EXPECT_THAT(answer_from(served.port(), "/api/x"), EndsWith("hello /api/x"));
  later({200, "text/plain", std::string(5'000'000, 'x'), {}});
  EXPECT_THAT(answer_from(served.port(), "/api/x"), EndsWith("hello /api/x"));
}

TEST(Server, MayBeGoneBeforeTheAnswer) {
  std::promise<Reply> kept;
  std::optional<Served> served;
  served.emplace([&kept](const Request&, const Reply& reply) { kept.set_value(reply); });
  Client client(served->port());
  client.ask("/api/later");
  const Reply later = kept.get_future().get();
  served.reset();
  later({200, "text/plain", "too late", {}});
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, StopsWithStreamsOpenAndRequestsAtWork) {
  std::vector<Reply> kept;
  Served served([&kept](const Request&, const Reply& reply) { kept.push_back(reply); });
  Client listener(served.port()), waiting(served.port()), silent(served.port());
  waiting.ask("/api/later");
  listener.ask("/api/events");
  EXPECT_THAT(listener.read_until("retry: 1000\n\n"), StartsWith("HTTP/1.1 200 "));
  served.stop();
  EXPECT_EQ(listener.read_to_end(), "");
  EXPECT_EQ(waiting.read_to_end(), "");
  EXPECT_EQ(silent.read_to_end(), "");
}

TEST(Server, DropsAListenerThatFallsBehind) {
  Served served(say_hello);
  Client slow(served.port(), 4096);
  slow.ask("/api/events");
  slow.read_until("retry: 1000\n\n");
  Client quick(served.port());
  quick.ask("/api/events");
  quick.read_until("retry: 1000\n\n");
  const Json large{{"text", std::string(100'000, 'x')}};
  for (int k = 1; k <= 300; ++k) {
    served->events().publish("large", large);
    // The last line of each: the quick one keeps up.
    ASSERT_THAT(quick.read_until("x\"}\n\n"), HasSubstr("id: " + std::to_string(k) + "\n"));
  }
  // It reads what had been sent, and then the end.
  EXPECT_LT(slow.read_to_end().size(), 300U * 100'000U);
  served->events().publish("small", Json::object());
  EXPECT_THAT(quick.read_until("data: {}\n\n"), HasSubstr("id: 301\n"));
}

TEST(Server, SaysThatAPortIsInUse) {
  Served served(say_hello);
  ServerPlan plan;
  plan.port = served.port();
  const auto second = Server::open(std::move(plan));
  ASSERT_FALSE(second);
  EXPECT_EQ(second.problems()[0].key, "--port");
  EXPECT_THAT(second.problems()[0].what, HasSubstr("in use"));
}

TEST(Server, MakesATokenOfItsOwn) {
  const auto one = Server::open({}), other = Server::open({});
  ASSERT_TRUE(one && other);
  const auto token_of = [](const Server& server) {
    return server.address().substr(server.address().find("?token=") + 7);
  };
  EXPECT_EQ(token_of(*one).size(), 32U);
  EXPECT_NE(token_of(*one), token_of(*other));
}

}  // namespace
}  // namespace cxsim
