#include "engine/crew.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

namespace cxsim {
namespace {

TEST(Crew, HoldsTheNumberOfThreadsWhileItLives) {
  const std::size_t every_core = worker_count();
  {
    const Crew one(1);
    EXPECT_EQ(worker_count(), 1u);
  }
  EXPECT_EQ(worker_count(), every_core);
  const Crew all(0);
  EXPECT_EQ(worker_count(), every_core);
}

TEST(Crew, SharesOutEveryPieceOnce) {
  const Crew crew(2);
  for (const std::size_t count : {0u, 1u, 2u, 500u}) {
    std::vector<std::atomic<int>> done(count);
    share_out(count, [&](std::size_t i) { ++done[i]; });
    for (const auto& times : done) EXPECT_EQ(times, 1);
  }
}

TEST(Crew, GivesEachWorkerACopyOfTheModel) {
  const Crew crew(2);
  PerWorker<std::vector<int>> pages(std::vector<int>{7});
  share_out(200, [&](std::size_t i) { pages.mine().push_back(static_cast<int>(i)); });
  int written = 0;
  pages.for_each([&](const std::vector<int>& page) {
    EXPECT_EQ(page.front(), 7);
    written += static_cast<int>(page.size()) - 1;
  });
  EXPECT_EQ(written, 200);
}

TEST(Crew, HandsOnResultsInOrder) {
  const Crew crew(2);
  std::vector<std::size_t> order;
  in_order<std::size_t>(
      50, 4, [](std::size_t i) { return i * i; },
      [&](std::size_t i, const std::size_t& square) {
        EXPECT_EQ(square, i * i);
        order.push_back(i);
      },
      [] { return true; });
  ASSERT_EQ(order.size(), 50u);
  for (std::size_t i = 0; i < 50; ++i) EXPECT_EQ(order[i], i);
}

TEST(Crew, StopsWhereItIsToldTo) {
  int used = 0, asked = 0;
  in_order<int>(
      50, 1, [](std::size_t) { return 0; }, [&](std::size_t, const int&) { ++used; },
      [&] { return ++asked <= 10; });
  EXPECT_EQ(used, 10);
}

}  // namespace
}  // namespace cxsim
