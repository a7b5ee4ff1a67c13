// Luck, fading and functions: what a visit is made of.
#include "catalogue.hpp"
#include "pieces_over.hpp"
#include "reference_firm.hpp"
#include "stopwatch.hpp"

namespace cxsim::bench {

const SmallPieces& pieces_scalar() {
  static const SmallPieces pieces = pieces_over<float>("scalar");
  return pieces;
}

namespace {

constexpr std::size_t people = 1 << 14;

// None is asked for before it is known that the processor can run it.
const SmallPieces& pieces_of(std::string_view kernels) {
#if CXSIM_HAS_LANES
  if (kernels == "sse4") return pieces_sse4();
  if (kernels == "avx2") return pieces_avx2();
  if (kernels == "avx512") return pieces_avx512();
#endif
  return pieces_scalar();
}

}  // namespace

void add_basics(Catalogue& catalogue) {
  for (std::size_t k = 0; k < pieces_scalar().pieces.size(); ++k) {
    for (const Kernels* kernels : available_kernels()) {
      const SmallPiece& small = pieces_of(kernels->name).pieces[k];
      const Piece piece{std::string(small.name), std::string(small.says), "person"};
      catalogue.add(piece);
      add(piece.with(kernels->name), [work = small.work](benchmark::State& state) {
        const FadingSettings& fading = reference_firm(1000).customer.fading;
        measure(state, people, [&] { work(people, fading); });
      })->MinTime(.05);
    }
  }
}

}  // namespace cxsim::bench
