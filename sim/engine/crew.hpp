// The workers of a run: oneTBB enters the simulator here and nowhere else.
#pragma once

#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

namespace cxsim {

// Holds the number of threads for as long as it lives; 0 means every core.
class Crew {
 public:
  explicit Crew(int threads) {
    if (threads > 0)
      limit_.emplace(tbb::global_control::max_allowed_parallelism,
                     static_cast<std::size_t>(threads));
  }

 private:
  std::optional<tbb::global_control> limit_;
};

// One T for each worker that asks, made by copying a model.
template <class T>
class PerWorker {
 public:
  explicit PerWorker(const T& model) : each_(model) {}
  T& mine() { return each_.local(); }
  template <class Visit>
  void for_each(Visit visit) {
    for (T& one : each_) visit(one);
  }

 private:
  tbb::enumerable_thread_specific<T> each_;
};

// Calls work(i) for i < count on all workers; a worker that waits takes up no other run meanwhile.
template <class Work>
void share_out(std::size_t count, Work work) {
  if (count == 1) {
    work(std::size_t{0});
    return;
  }
  tbb::this_task_arena::isolate([&] {
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, count, 1),
        [&](const auto& range) {
          for (std::size_t i = range.begin(); i < range.end(); ++i) work(i);
        },
        tbb::simple_partitioner());
  });
}

namespace detail {

template <class Result, class Work, class Use, class CarryOn>
void pipe(std::size_t count, std::size_t ahead, tbb::filter_mode handing_on, Work work, Use use,
          CarryOn carry_on) {
  struct Item {
    std::size_t index;
    std::shared_ptr<Result> result;
  };
  std::size_t next = 0;
  const auto source = tbb::make_filter<void, std::size_t>(
      tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) -> std::size_t {
        if (next < count && carry_on()) return next++;
        control.stop();
        return 0;
      });
  const auto worker =
      tbb::make_filter<std::size_t, Item>(tbb::filter_mode::parallel, [&](std::size_t index) {
        return Item{index, std::make_shared<Result>(work(index))};
      });
  const auto sink = tbb::make_filter<Item, void>(
      handing_on, [&](const Item& item) { use(item.index, *item.result); });
  tbb::parallel_pipeline(ahead, source & worker & sink);
}

}  // namespace detail

// Makes result i by work(i) on all workers and hands each to use(i, result) in order, one at a
// time, with at most `ahead` in memory. `carry_on()` false before an item ends the line there.
template <class Result, class Work, class Use, class CarryOn>
void in_order(std::size_t count, std::size_t ahead, Work work, Use use, CarryOn carry_on) {
  detail::pipe<Result>(count, ahead, tbb::filter_mode::serial_in_order, work, use, carry_on);
}

// The same, but each result is handed on as soon as it is there: no worker waits for a slower one.
template <class Result, class Work, class Use, class CarryOn>
void as_finished(std::size_t count, std::size_t ahead, Work work, Use use, CarryOn carry_on) {
  detail::pipe<Result>(count, ahead, tbb::filter_mode::serial_out_of_order, work, use, carry_on);
}

inline std::size_t worker_count() {
  return tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
}

}  // namespace cxsim
