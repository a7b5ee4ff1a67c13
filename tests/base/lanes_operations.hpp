// Operations over any number type, to be applied to bits.
#pragma once

#include <algorithm>

#include "base/functions.hpp"
#include "base/random.hpp"
#include "lanes_probe.hpp"

namespace cxsim {

template <class F>
Word<F> words_from(const std::uint32_t* from) {
  auto values = spread(Whole<F>(0));
  for (std::size_t k = 0; k < lane_count<F>; ++k) values[k] = as_whole(from[k]);
  return as_word(collect(values));
}

template <class F>
void words_to(Word<F> words, std::uint32_t* to) {
  const auto values = spread(as_whole(words));
  for (std::size_t k = 0; k < lane_count<F>; ++k) to[k] = as_word(values[k]);
}

template <class F>
Mask<F> mask_from(const std::uint32_t* from) {
  return as_whole(words_from<F>(from)) != Whole<F>(0);
}

template <class F>
Word<F> bits_of_mask(Mask<F> mask) {
  return select(mask, Word<F>(1u), Word<F>(0u));
}

template <class F, class Apply>
void apply_each(std::size_t count, const std::uint32_t* a, const std::uint32_t* b,
                std::uint32_t* out) {
  for (std::size_t i = 0; i < count; i += lane_count<F>)
    words_to<F>(Apply()(words_from<F>(a + i), words_from<F>(b + i)), out + i);
}

// The three kinds of values that operations take, and what they give, as bits.
template <class F, class Apply>
struct OfNumbers {
  Word<F> operator()(Word<F> a, Word<F> b) const {
    return as_word(Apply()(as_number(a), as_number(b)));
  }
};
template <class F, class Apply>
struct AskingNumbers {
  Word<F> operator()(Word<F> a, Word<F> b) const {
    return bits_of_mask<F>(Apply()(as_number(a), as_number(b)));
  }
};
template <class F, class Apply>
struct OfWholes {
  Word<F> operator()(Word<F> a, Word<F> b) const {
    return as_word(Apply()(as_whole(a), as_whole(b)));
  }
};
template <class F, class Apply>
struct AskingWholes {
  Word<F> operator()(Word<F> a, Word<F> b) const {
    return bits_of_mask<F>(Apply()(as_whole(a), as_whole(b)));
  }
};
template <class F, class Apply>
struct OfMasks {
  Word<F> operator()(Word<F> a, Word<F> b) const {
    const auto odd = [](Word<F> x) { return as_whole(x & Word<F>(1u)) != Whole<F>(0); };
    return bits_of_mask<F>(Apply()(odd(a), odd(b)));
  }
};

template <class F, template <class, class> class Form, class Apply>
Operation operation(std::string_view name, Nans nans, Apply) {
  return {name, nans, apply_each<F, Form<F, Apply>>};
}
template <class F, class Apply>
Operation of_words(std::string_view name, Apply) {
  return {name, Nans::bit_for_bit, apply_each<F, Apply>};
}
template <class F, class Apply>
Operation numbers(std::string_view name, Apply apply) {
  return operation<F, OfNumbers>(name, Nans::alike, apply);
}
template <class F, class Apply>
Operation passing_on(std::string_view name, Apply apply) {
  return operation<F, OfNumbers>(name, Nans::bit_for_bit, apply);
}
template <class F, class Apply>
Operation asking(std::string_view name, Apply apply) {
  return operation<F, AskingNumbers>(name, Nans::bit_for_bit, apply);
}
template <class F, class Apply>
Operation wholes(std::string_view name, Apply apply) {
  return operation<F, OfWholes>(name, Nans::bit_for_bit, apply);
}
template <class F, class Apply>
Operation asking_wholes(std::string_view name, Apply apply) {
  return operation<F, AskingWholes>(name, Nans::bit_for_bit, apply);
}
template <class F, class Apply>
Operation masks(std::string_view name, Apply apply) {
  return operation<F, OfMasks>(name, Nans::bit_for_bit, apply);
}

// Uniforms of the lanes' bits, in [0, 1).
template <class F>
F share(Word<F> bits) {
  return upper_bits(bits) * 0x1p-24f;
}

template <class F>
auto arithmetic() {
  using W = Word<F>;
  using I = Whole<F>;
  using M = Mask<F>;
  return std::array{
      numbers<F>("a + b", [](F a, F b) { return a + b; }),
      numbers<F>("a - b", [](F a, F b) { return a - b; }),
      numbers<F>("a * b", [](F a, F b) { return a * b; }),
      numbers<F>("a / b", [](F a, F b) { return a / b; }),
      numbers<F>("a * b + a", [](F a, F b) { return a * b + a; }),
      passing_on<F>("-a", [](F a, F) { return -a; }),
      asking<F>("a < b", [](F a, F b) { return a < b; }),
      asking<F>("a > b", [](F a, F b) { return a > b; }),
      asking<F>("a <= b", [](F a, F b) { return a <= b; }),
      asking<F>("a >= b", [](F a, F b) { return a >= b; }),
      asking<F>("a == b", [](F a, F b) { return a == b; }),
      asking<F>("a != b", [](F a, F b) { return a != b; }),
      wholes<F>("small a + b", [](I a, I b) { return (a & I(0xffffff)) + (b & I(0xffffff)); }),
      wholes<F>("small a - b", [](I a, I b) { return (a & I(0xffffff)) - (b & I(0xffffff)); }),
      wholes<F>("small a * b", [](I a, I b) { return (a & I(0x7fff)) * (b & I(0x7fff)); }),
      wholes<F>("whole a & b", [](I a, I b) { return a & b; }),
      wholes<F>("whole a | b", [](I a, I b) { return a | b; }),
      asking_wholes<F>("whole a < b", [](I a, I b) { return a < b; }),
      asking_wholes<F>("whole a > b", [](I a, I b) { return a > b; }),
      asking_wholes<F>("whole a <= b", [](I a, I b) { return a <= b; }),
      asking_wholes<F>("whole a >= b", [](I a, I b) { return a >= b; }),
      asking_wholes<F>("whole a == b", [](I a, I b) { return a == b; }),
      asking_wholes<F>("whole a != b", [](I a, I b) { return a != b; }),
      of_words<F>("word a + b", [](W a, W b) { return a + b; }),
      of_words<F>("word a & b", [](W a, W b) { return a & b; }),
      of_words<F>("word a | b", [](W a, W b) { return a | b; }),
      of_words<F>("word a ^ b", [](W a, W b) { return a ^ b; }),
      of_words<F>("word a >> 0", [](W a, W) { return a >> 0; }),
      of_words<F>("word a >> 8", [](W a, W) { return a >> 8; }),
      of_words<F>("word a >> 31", [](W a, W) { return a >> 31; }),
      of_words<F>("word a << 0", [](W a, W) { return a << 0; }),
      of_words<F>("word a << 24", [](W a, W) { return a << 24; }),
      of_words<F>("word a << 31", [](W a, W) { return a << 31; }),
      masks<F>("a && b", [](M a, M b) { return a && b; }),
      masks<F>("a || b", [](M a, M b) { return a || b; }),
      masks<F>("!a", [](M a, M) { return !a; }),
      masks<F>("a && true", [](M a, M) { return a && M(true); }),
      masks<F>("a || false", [](M a, M) { return a || M(false); }),
  };
}

template <class F>
auto choices_and_changes() {
  using W = Word<F>;
  using I = Whole<F>;
  return std::array{
      passing_on<F>("select number", [](F a, F b) { return select(a < b, a, b); }),
      wholes<F>("select whole", [](I a, I b) { return select(a < b, a, b); }),
      of_words<F>("select word", [](W a, W b) { return select(as_whole(a) < as_whole(b), a, b); }),
      passing_on<F>("min_of", [](F a, F b) { return min_of(a, b); }),
      passing_on<F>("max_of", [](F a, F b) { return max_of(a, b); }),
      wholes<F>("min_of whole", [](I a, I b) { return min_of(a, b); }),
      passing_on<F>("magnitude", [](F a, F) { return magnitude(a); }),
      passing_on<F>("clamp", [](F a, F) { return clamp(a, -126.0f, 127.0f); }),
      passing_on<F>("positive_part", [](F a, F) { return positive_part(a); }),
      passing_on<F>("as_share", [](F a, F) { return as_share(a); }),
      passing_on<F>("as_signed_unit", [](F a, F) { return as_signed_unit(a); }),
      passing_on<F>("spread and collect", [](F a, F) { return collect(spread(a)); }),
      passing_on<F>("constant", [](F, F) { return F(.1f); }),
      numbers<F>("to_number", [](F a, F) { return to_number(as_whole(as_word(a))); }),
      numbers<F>("upper_bits", [](F a, F) { return upper_bits(as_word(a)); }),
      of_words<F>("to_whole",
                  [](W a, W) {
                    const F x = as_number(a);
                    return as_word(to_whole(select(magnitude(x) < F(0x1p31f), x, F(-1.5f))));
                  }),
      numbers<F>("round_to_whole", [](F a, F) { return round_to_whole(a); }),
      numbers<F>("floor_of", [](F a, F) { return floor_of(a); }),
      numbers<F>("square_root", [](F a, F) { return square_root(a); }),
      numbers<F>("scale_by_power_of_two",
                 [](F a, F b) {
                   const F n = to_number(as_whole(as_word(b) & W(255u)));
                   return scale_by_power_of_two(a, min_of(n, F(253.0f)) - F(126.0f));
                 }),
      numbers<F>("mantissa", [](F a, F) { return decompose(a).mantissa; }),
      numbers<F>("exponent", [](F a, F) { return decompose(a).exponent; }),
  };
}

template <class F>
auto functions() {
  using W = Word<F>;
  return std::array{
      numbers<F>("exp", [](F a, F) { return exp(a); }),
      numbers<F>("exp2", [](F a, F) { return exp2(a); }),
      numbers<F>("log", [](F a, F) { return log(a); }),
      numbers<F>("logistic", [](F a, F) { return logistic(a); }),
      numbers<F>("tanh", [](F a, F) { return tanh(a); }),
      numbers<F>("power", [](F a, F b) { return power(a, b); }),
      numbers<F>("power of a share", [](F a, F b) { return power(a, share<F>(as_word(b))); }),
      numbers<F>("normal_pair first", [](F a, F b) { return normal_pair(a, b).first; }),
      numbers<F>("normal_pair second", [](F a, F b) { return normal_pair(a, b).second; }),
      numbers<F>("normal_pair of uniforms",
                 [](F a, F b) {
                   const auto pair =
                       normal_pair(share<F>(as_word(a)) + 0x1p-24f, share<F>(as_word(b)));
                   return pair.first * 1.5f + pair.second;
                 }),
      numbers<F>("fraction_left", [](F a, F) { return fraction_left(a, 3.0f); }),
      of_words<F>("poisson_count",
                  [](W a, W b) { return as_word(poisson_count(as_number(a), as_number(b))); }),
  };
}

// Slower ones, for which fewer numbers do.
template <class F>
auto luck() {
  using W = Word<F>;
  enum class Draw : std::uint32_t { first, second, third, fifth = 4, far = 64 };
  constexpr auto words_of = [](W a, W b) {
    return philox(std::array<W, 4>{a, b, a ^ W(0x85a308d3u), b + W(17u)},
                  {0xa4093822u, 0x299f31d0u});
  };
  static constexpr auto of = [](W customer, std::uint32_t occasion) {
    return LuckOf<F>({0x123456789abcdef0, 7}, customer, 99, occasion);
  };
  static constexpr auto word = words_of;
  return std::array{
      of_words<F>("philox 0", [](W a, W b) { return word(a, b)[0]; }),
      of_words<F>("philox 1", [](W a, W b) { return word(a, b)[1]; }),
      of_words<F>("philox 2", [](W a, W b) { return word(a, b)[2]; }),
      of_words<F>("philox 3", [](W a, W b) { return word(a, b)[3]; }),
      of_words<F>("luck of an occasion",
                  [](W a, W) { return of(a, 0).again(3).bits(Draw::fifth); }),
      of_words<F>("luck of a far block", [](W a, W) { return of(a, 1).bits(Draw::far); }),
      of_words<F>("luck twice",
                  [](W a, W) {
                    auto lucky = of(a, 0);
                    const W before = lucky.bits(Draw::first);
                    return lucky.bits(Draw::fifth) + lucky.bits(Draw::third) + before;
                  }),
      of_words<F>("uniform", [](W a, W) { return as_word(of(a, 0).uniform(Draw::second)); }),
      of_words<F>("uniform_above_zero",
                  [](W a, W) { return as_word(of(a, 0).uniform_above_zero(Draw::second)); }),
      of_words<F>("exponential",
                  [](W a, W) { return as_word(of(a, 0).exponential(Draw::second)); }),
      of_words<F>(
          "normals",
          [](W a, W) { return as_word(of(a, 0).normals(Draw::first, Draw::second).second); }),
      of_words<F>(
          "happens",
          [](W a, W b) { return bits_of_mask<F>(of(a, 0).happens(Draw::third, share<F>(b))); }),
      of_words<F>(
          "poisson_count of usual means",
          [](W a, W b) { return as_word(poisson_count(share<F>(a) * 90.0f - 2.0f, share<F>(b))); }),
  };
}

template <class F>
std::span<const Operation> every_operation() {
  static const auto all = [] {
    const auto one = arithmetic<F>();
    const auto two = choices_and_changes<F>();
    const auto three = functions<F>();
    const auto four = luck<F>();
    std::array<Operation, one.size() + two.size() + three.size() + four.size()> joined;
    auto next = joined.begin();
    next = std::copy(one.begin(), one.end(), next);
    next = std::copy(two.begin(), two.end(), next);
    next = std::copy(three.begin(), three.end(), next);
    std::copy(four.begin(), four.end(), next);
    return joined;
  }();
  return all;
}

}  // namespace cxsim
