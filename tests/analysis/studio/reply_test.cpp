#include "analysis/studio/reply.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>
#include <vector>

namespace cxsim {
namespace {

TEST(Reply, DeliversOneAnswer) {
  std::vector<unsigned> delivered;
  const Reply reply =
      reply_once([&](const Response& response) { delivered.push_back(response.status); });
  reply({200, "", "", {}});
  reply({404, "", "", {}});
  EXPECT_EQ(delivered, std::vector<unsigned>{200});
}

TEST(Reply, DeliversAnErrorIfAllForget) {
  std::vector<unsigned> delivered;
  {
    Reply reply =
        reply_once([&](const Response& response) { delivered.push_back(response.status); });
    const Reply copy = reply;
    reply = {};
    EXPECT_TRUE(delivered.empty());
  }
  EXPECT_EQ(delivered, std::vector<unsigned>{500});
}

TEST(Reply, MayFailToBeDelivered) {
  EXPECT_NO_THROW(reply_once([](const Response&) { throw std::runtime_error("gone"); }));
}

TEST(Ask, AnswersForAHandlerThatThrows) {
  unsigned status = 0;
  ask([](const Request&, const Reply&) { throw std::runtime_error("no"); }, {},
      [&](const Response& response) { status = response.status; });
  EXPECT_EQ(status, 500U);
}

}  // namespace
}  // namespace cxsim
