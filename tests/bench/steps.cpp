// The steps of a person's day, by the kernels: on people whose tables lie in the caches.
#include "catalogue.hpp"
#include "stopwatch.hpp"
#include "warm_day.hpp"

namespace cxsim::bench {
namespace {

void put_back(const Tables& before, const Lists& lists, Tables& tables) {
  for (std::size_t c = 0; c < lists.size(); ++c)
    for (const std::uint32_t place : lists[c].places()) {
      const std::size_t i = c * WarmDay::chunk_size + place;
      tables.customers[i] = before.customers[i];
      tables.histories[i] = before.histories[i];
      tables.due[i] = before.due[i];
    }
}

// Where nobody changes for good: they begin each time as they were.
template <class Act>
void measure_step(benchmark::State& state, const Tables& before, const Lists& lists, Act act) {
  Tables tables = before;
  const Today today = warm_day().today();
  Ledger ledger = warm_day().ledger();
  measure(
      state, people_in(lists),
      [&] {
        put_back(before, lists, tables);
        ledger.clear();
      },
      [&] {
        for_chunks(tables, lists, [&](const People& people, const List& list) {
          act(people, list, today, ledger);
        });
      });
}

void measure_birth(benchmark::State& state, const Kernels& kernels) {
  const WarmDay& day = warm_day();
  measure_step(state, day.morning, day.everybody,
               [&](const People& people, const List&, const Today&, Ledger&) {
                 kernels.be_born(people, day.world(), day.key());
               });
}

void measure_visit(benchmark::State& state, const Kernels& kernels) {
  std::vector<std::uint8_t> ends(WarmDay::chunk_size);
  measure_step(state, warm_day().morning, warm_day().travelling,
               [&](const People& people, const List&, const Today& today, Ledger& ledger) {
                 kernels.go_on_journey(people, today, ledger, ends.data());
               });
}

void measure_hearing(benchmark::State& state, const Kernels& kernels) {
  measure_step(state, warm_day().morning, warm_day().receiving,
               [&](const People& people, const List& list, const Today& today, Ledger& ledger) {
                 kernels.hear(people, list.letters, today, ledger);
               });
}

void measure_review(benchmark::State& state, const Kernels& kernels) {
  measure_step(state, warm_day().morning, warm_day().reviewing,
               [&](const People& people, const List&, const Today& today, Ledger& ledger) {
                 kernels.review_firm(people, today, ledger);
               });
}

void measure_census(benchmark::State& state, const Kernels& kernels) {
  measure_step(state, warm_day().morning, warm_day().customers,
               [&](const People& people, const List&, const Today& today, Ledger& ledger) {
                 kernels.count_customer(people, today, ledger);
               });
}

void measure_search(benchmark::State& state, const Kernels& kernels) {
  const std::span<const std::uint16_t> due = warm_day().morning.due;
  std::vector<std::uint32_t> places(WarmDay::chunk_size + 64);
  measure(state, due.size(), [&] {
    for (std::size_t from = 0; from < due.size(); from += WarmDay::chunk_size)
      benchmark::DoNotOptimize(
          kernels.find_due(due.subspan(from, std::min(WarmDay::chunk_size, due.size() - from)),
                           WarmDay::day, places.data()));
  });
}

using Step = void (*)(benchmark::State&, const Kernels&);

void add_step(Catalogue& catalogue, const Piece& piece, Step step) {
  catalogue.add(piece);
  for (const Kernels* kernels : available_kernels())
    add(piece.with(kernels->name), [step, kernels](benchmark::State& state) {
      step(state, *kernels);
    })->MinTime(.05);
}

}  // namespace

void add_steps(Catalogue& catalogue) {
  add_step(catalogue, {"birth", "being born", "person"}, measure_birth);
  add_step(catalogue, {"find_due", "finding who is due", "person"}, measure_search);
  add_step(catalogue, {"visit", "a visit: go_on_journey", "visit"}, measure_visit);
  add_step(catalogue, {"hear", "hearing yesterday's messages", "receiver"}, measure_hearing);
  add_step(catalogue, {"review", "the monthly review", "customer"}, measure_review);
  add_step(catalogue, {"census", "the census of a customer", "customer"}, measure_census);
}

}  // namespace cxsim::bench
