#include "engine/crew.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <thread>
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

TEST(Crew, HandsOnEachResultOnceAsItIsFinished) {
  const Crew crew(2);
  for (const std::size_t count : {0u, 1u, 2u, 300u}) {
    std::vector<std::atomic<int>> made(count);
    std::vector<int> used(count);
    as_finished<std::size_t>(
        count, 4,
        [&](std::size_t i) {
          ++made[i];
          return 3 * i;
        },
        [&](std::size_t i, const std::size_t& result) {
          EXPECT_EQ(result, 3 * i);
          ++used[i];
        },
        [] { return true; });
    for (std::size_t i = 0; i < count; ++i) {
      EXPECT_EQ(made[i], 1) << i;
      EXPECT_EQ(used[i], 1) << i;
    }
  }
}

TEST(Crew, UsesOneResultAtATimeWithFewInFlight) {
  const Crew crew(2);
  for (const std::size_t ahead : {1u, 2u, 3u}) {
    std::atomic<std::size_t> in_flight = 0, most = 0, in_use = 0;
    as_finished<int>(
        400, ahead,
        [&](std::size_t) {
          const std::size_t now = ++in_flight;
          for (std::size_t seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
          }
          return 0;
        },
        [&](std::size_t, const int&) {
          EXPECT_EQ(++in_use, 1u);
          --in_use;
          --in_flight;
        },
        [] { return true; });
    EXPECT_LE(most, ahead);
    EXPECT_GE(most, 1u);
    EXPECT_EQ(in_flight, 0u);
  }
}

TEST(Crew, LetsNoResultWaitForASlowerOne) {
  if (std::thread::hardware_concurrency() < 2) GTEST_SKIP() << "one core makes one at a time";
  const Crew crew(2);
  std::promise<void> second;
  std::vector<std::size_t> order;
  // The first piece ends once the second was used; the limit only keeps a fault from hanging.
  as_finished<int>(
      2, 2,
      [&](std::size_t i) {
        if (i == 0) second.get_future().wait_for(std::chrono::seconds(60));
        return 0;
      },
      [&](std::size_t i, const int&) {
        order.push_back(i);
        if (i == 1) second.set_value();
      },
      [] { return true; });
  EXPECT_EQ(order, (std::vector<std::size_t>{1, 0}));
}

TEST(Crew, StopsAsFinishedWhereItIsToldTo) {
  const Crew crew(2);
  for (const std::size_t ahead : {1u, 2u, 4u}) {
    std::vector<std::size_t> used;
    int asked = 0;
    as_finished<int>(
        50, ahead, [](std::size_t) { return 0; },
        [&](std::size_t i, const int&) { used.push_back(i); }, [&] { return ++asked <= 10; });
    std::sort(used.begin(), used.end());
    EXPECT_EQ(used, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9})) << ahead;
  }
  int used = 0;
  as_finished<int>(
      50, 4, [](std::size_t) { return 0; }, [&](std::size_t, const int&) { ++used; },
      [] { return false; });
  EXPECT_EQ(used, 0);
}

}  // namespace
}  // namespace cxsim
