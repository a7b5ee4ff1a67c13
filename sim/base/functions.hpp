// Elementary functions of our own, so that every machine and every number type gives the same bits.
// Errors are bounded by tests/base/functions_test.cpp against long double.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include "base/number.hpp"

namespace cxsim {

// The Taylor series of e^r for |r| <= ln(2)/2; the next term is below 6e-9.
template <class F>
F exp_near_zero(F r) {
  F series = F(1.0f / 5040.0f);
  series = series * r + 1.0f / 720.0f;
  series = series * r + 1.0f / 120.0f;
  series = series * r + 1.0f / 24.0f;
  series = series * r + 1.0f / 6.0f;
  series = series * r + 0.5f;
  series = series * r + 1.0f;
  series = series * r + 1.0f;
  return series;
}

// 2^x, relative error below 4e-7; x is held within [-126, 127].
template <class F>
F exp2(F x) {
  const F held = clamp(x, -126.0f, 127.0f);
  const F whole = round_to_whole(held);
  const F r = (held - whole) * 0.69314718056f;
  return scale_by_power_of_two(exp_near_zero(r), whole);
}

// e^x, relative error below 4e-7; x is held within [-87, 88].
template <class F>
F exp(F x) {
  const F held = clamp(x, -87.0f, 88.0f);
  const F whole = round_to_whole(held * 1.44269504089f);
  // ln(2) in two parts (Cody and Waite 1980): the product with the first is exact.
  const F r = (held - whole * 0.693359375f) + whole * 2.12194440e-4f;
  return scale_by_power_of_two(exp_near_zero(r), whole);
}

// ln(x) for a positive normal x, error below 2e-7 relative or 1e-7 absolute near 1.
template <class F>
F log(F x) {
  const auto [mantissa, exponent] = decompose(x);
  // 2 artanh(s) with s = (m-1)/(m+1), |s| < .172; the next term is below 1e-9.
  const F s = (mantissa - 1.0f) / (mantissa + 1.0f);
  const F square = s * s;
  F series = F(2.0f / 9.0f);
  series = series * square + 2.0f / 7.0f;
  series = series * square + 2.0f / 5.0f;
  series = series * square + 2.0f / 3.0f;
  series = series * square + 2.0f;
  return exponent * 0.693359375f + (series * s - exponent * 2.12194440e-4f);
}

// x^y for a positive normal x.
template <class F>
F power(F x, F y) {
  return exp(y * log(x));
}

// 1 / (1 + e^-x), absolute error below 2e-7.
template <class F>
F logistic(F x) {
  return F(1.0f) / (F(1.0f) + exp(-x));
}

// tanh(x), absolute error below 3e-7.
template <class F>
F tanh(F x) {
  return F(1.0f) - F(2.0f) / (exp(x * 2.0f) + 1.0f);
}

inline float square_root(float x) { return std::sqrt(x); }  // exact to the last bit by IEEE 754

template <class F>
struct NormalPair {
  F first;
  F second;
};

// Two independent standard normals from two uniforms in (0, 1] (Box and Muller 1958); |z| <= 5.8.
template <class F>
NormalPair<F> normal_pair(F radius_uniform, F angle_uniform) {
  const F radius = square_root(positive_part(log(radius_uniform) * -2.0f));
  // The angle as quarter turns: q whole ones and a rest within half a quarter of zero.
  const F turns = angle_uniform * 4.0f;
  const F quarter = round_to_whole(turns);
  const F angle = (turns - quarter) * 1.57079632679f;
  const F square = angle * angle;
  F sine = F(-1.0f / 5040.0f);
  sine = sine * square + 1.0f / 120.0f;
  sine = sine * square - 1.0f / 6.0f;
  sine = sine * square * angle + angle;
  F cosine = F(1.0f / 40320.0f);
  cosine = cosine * square - 1.0f / 720.0f;
  cosine = cosine * square + 1.0f / 24.0f;
  cosine = cosine * square - 0.5f;
  cosine = cosine * square + 1.0f;
  const F half = quarter * 0.5f;
  const auto odd = floor_of(half) < half;
  const F along = select(odd, sine, cosine);
  const F across = select(odd, cosine, sine);
  // Quarters 1 and 2 turn the cosine, 2 and 3 the sine.
  const F along_sign = select(quarter < 0.5f, F(1.0f), select(quarter < 2.5f, F(-1.0f), F(1.0f)));
  const F across_sign = select(quarter < 1.5f, F(1.0f), select(quarter < 3.5f, F(-1.0f), F(1.0f)));
  return {radius * along * along_sign, radius * across * across_sign};
}

// The Poisson count whose cumulative probability first exceeds u in [0, 1); mean in [0, 80].
template <class F>
Whole<F> poisson_count(F mean, F u) {
  constexpr int most = 250;
  const F held = clamp(mean, 0.0f, 80.0f);
  F chance = exp(-held);
  F below = chance;
  F count = F(0.0f);
  Mask<F> above = u >= below;
  for (int k = 1; k <= most && !none(above); ++k) {
    const F number = F(static_cast<float>(k));
    count = select(above, number, count);
    chance = chance * (held / number);
    const F next = below + chance;
    // Where the sum does not grow, rounding has swallowed what is left of the tail.
    above = above && next != below && u >= next;
    below = next;
  }
  return to_whole(count);
}

// What is left of 1 after `elapsed` with the given half-life (both in days).
template <class F>
F fraction_left(F elapsed, float half_life) {
  return exp2(elapsed * (-1.0f / half_life));
}

// The same for several half-lives at once.
template <std::size_t count, class F>
std::array<F, count> fractions_left(F elapsed, const std::array<float, count>& half_lives) {
  std::array<F, count> left;
  for (std::size_t k = 0; k < count; ++k) left[k] = fraction_left(elapsed, half_lives[k]);
  return left;
}

}  // namespace cxsim
