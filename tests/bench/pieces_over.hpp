// The small pieces over one number type.
#pragma once

#include "pieces.hpp"

namespace cxsim::bench {

// Makes the compiler believe that somebody reads the result, and keeps it from joining people.
template <class T>
void use(const T& result) {
  const auto values = spread(result);
  asm volatile("" : : "r"(values.data()) : "memory");
}

// Numbers that differ from person to person, which no compiler knows beforehand.
template <class F>
Word<F> words_of(std::size_t person) {
  auto ids = spread(Whole<F>(0));
  for (std::size_t k = 0; k < lane_count<F>; ++k) ids[k] = static_cast<std::int32_t>(person + k);
  return as_word(collect(ids));
}

template <class F, class Work>
void for_people(std::size_t people, Work work) {
  Word<F> ids = words_of<F>(0);
  for (std::size_t done = 0; done < people; done += lane_count<F>) {
    work(ids);
    ids = ids + Word<F>(static_cast<std::uint32_t>(lane_count<F>));
  }
}

// In (0, 1).
template <class F>
F share_of(Word<F> id) {
  return (upper_bits(id << 8) + .5f) * 0x1p-24f;
}

template <class F>
void draw_luck(std::size_t people, const FadingSettings&) {
  for_people<F>(people, [](Word<F> id) {
    const std::array<Word<F>, 4> counter{id, Word<F>(7u), Word<F>(0u), Word<F>(3u)};
    const auto words = philox(counter, {1, 0});
    use(as_whole(words[0] ^ words[1] ^ words[2] ^ words[3]));
  });
}

template <class F>
void draw_normals(std::size_t people, const FadingSettings&) {
  for_people<F>(people, [](Word<F> id) {
    const F share = share_of<F>(id);
    const auto pair = normal_pair(share, F(1.0f) - share);
    use(pair.first + pair.second);
  });
}

template <class F>
void take_exponential(std::size_t people, const FadingSettings&) {
  for_people<F>(people, [](Word<F> id) { use(exp(share_of<F>(id))); });
}

template <class F>
void take_logarithm(std::size_t people, const FadingSettings&) {
  for_people<F>(people, [](Word<F> id) { use(log(share_of<F>(id))); });
}

template <class F>
void fade_minds(std::size_t people, const FadingSettings& fading) {
  for_people<F>(people, [&](Word<F> id) {
    const F share = share_of<F>(id);
    Mind<F> m{};
    m.expectation_offset = m.valence = m.arousal = m.satisfaction = share;
    m.implicit = m.trust = m.commitment = m.cynicism = m.equity = m.neighbour_exits = share;
    fade(m, share * 30.0f, fading);
    use(((m.expectation_offset + m.valence) + (m.arousal + m.satisfaction)) +
        ((m.implicit + m.trust) + (m.commitment + m.cynicism)) + (m.equity + m.neighbour_exits));
  });
}

template <class F>
SmallPieces pieces_over(std::string_view kernels) {
  static constexpr std::array pieces{
      SmallPiece{"luck", "Philox4x32-10, a block of four draws", draw_luck<F>},
      SmallPiece{"normals", "a pair of normals", draw_normals<F>},
      SmallPiece{"exp", "an exponential", take_exponential<F>},
      SmallPiece{"log", "a logarithm", take_logarithm<F>},
      SmallPiece{"fade", "a mind fading (ten half-lives)", fade_minds<F>},
  };
  return {kernels, pieces};
}

}  // namespace cxsim::bench
