// Messages on their way: into the mailbox by chunk, and into the order in which they are heard.
#include "engine/mailbox.hpp"

#include <algorithm>

#include "catalogue.hpp"
#include "stopwatch.hpp"
#include "warm_day.hpp"

namespace cxsim::bench {
namespace {

void measure_filling(benchmark::State& state) {
  const auto& outbox = warm_day().outbox;
  Mailbox mailbox(WarmDay::chunks(), WarmDay::chunk_size);
  measure(state, outbox.size(), [&] { mailbox.fill(outbox); });
}

void measure_sorting(benchmark::State& state) {
  const auto& outbox = warm_day().outbox;
  Mailbox mailbox(WarmDay::chunks(), WarmDay::chunk_size);
  measure(
      state, outbox.size(), [&] { mailbox.fill(outbox); },
      [&] {
        for (std::size_t c = 0; c < WarmDay::chunks(); ++c) {
          const auto messages = mailbox.of_chunk(c);
          std::sort(messages.begin(), messages.end(), heard_before);
        }
      });
}

void add_alike(Catalogue& catalogue, const Piece& piece, void (*work)(benchmark::State&)) {
  catalogue.add(piece);
  add(piece.with(any_kernels), work)->MinTime(.05);
}

}  // namespace

void add_mailbox(Catalogue& catalogue) {
  add_alike(catalogue, {"mailbox_fill", "filling the mailbox", "message"}, measure_filling);
  add_alike(catalogue, {"mailbox_sort", "sorting it for hearing", "message"}, measure_sorting);
}

}  // namespace cxsim::bench
