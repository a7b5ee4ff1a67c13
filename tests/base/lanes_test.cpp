// Lanes give the bits that one number at a time gives, on each kind of processor this machine is.
#include <bit>
#include <cmath>
#include <limits>

#include "lanes_kinds.hpp"

namespace cxsim {
namespace {

class Lanes : public EachKindOfLanes {};
INSTANTIATE_TEST_SUITE_P(Each, Lanes, kinds_of_lanes, name_of_kind);

std::uint32_t bits_of(float x) { return std::bit_cast<std::uint32_t>(x); }
bool is_nan(std::uint32_t bits) { return std::isnan(std::bit_cast<float>(bits)); }

class Comparison {
 public:
  Comparison(const Operation& ours, const Operation& expected) : ours_(ours), expected_(expected) {}

  // True where both give the same for all of these; tells of the first for which they do not.
  bool holds_for(const Words& a, const Words& b) {
    found_.resize(a.size());
    wanted_.resize(a.size());
    ours_.apply(a.size(), a.data(), b.data(), found_.data());
    expected_.apply(a.size(), a.data(), b.data(), wanted_.data());
    if (found_ == wanted_) return true;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (found_[i] == wanted_[i]) continue;
      if (expected_.nans == Nans::alike && is_nan(found_[i]) && is_nan(wanted_[i])) continue;
      ADD_FAILURE() << ours_.name << std::hex << " of " << a[i] << " and " << b[i] << " is "
                    << found_[i] << ", not " << wanted_[i];
      return false;
    }
    return true;
  }

 private:
  const Operation& ours_;
  const Operation& expected_;
  Words found_, wanted_;
};

// How far apart the numbers are of which an operation is tried; all their bits are covered.
#ifdef NDEBUG
constexpr std::uint64_t stride = 251;
#else
constexpr std::uint64_t stride = 16381;
#endif
constexpr std::size_t block = 4096;

// Calls use(a, b) with every stride-th number there is, of either sign, infinities and NaNs too.
template <class Use>
void over_all_numbers(std::uint64_t step, Use use) {
  Words a(block), b(block);
  for (std::uint64_t from = 0; from < 1ull << 32; from += block * step) {
    for (std::size_t i = 0; i < block; ++i) {
      a[i] = static_cast<std::uint32_t>(from + i * step);
      b[i] = partner(a[i]);
    }
    if (!use(a, b)) return;
  }
}

// Where rules turn: ends of what is held, of rounding, of the normal numbers.
const Words& turning_points() {
  static const Words points = [] {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    const float positive[] = {
        0.0f,    0x1p-149f, 0x1p-127f,  0x1p-126f,     1e-20f,   0x1p-24f,   1e-7f,   .25f,
        .5f,     .6931472f, .70710677f, .75f,          1.0f,     1.4142135f, 1.5f,    2.0f,
        2.5f,    3.0f,      80.0f,      87.0f,         88.0f,    126.0f,     127.0f,  128.0f,
        250.0f,  1000.0f,   32768.0f,   0x1p22f,       0x1p23f,  0x1p24f,    0x1p30f, 0x1p31f,
        0x1p32f, 1e20f,     0x1p127f,   3.4028235e38f, infinity, nan};
    Words all;
    for (const float x : positive)
      for (const std::uint32_t sign : {0u, 0x80000000u})
        for (const int apart : {-1, 0, 1})
          all.push_back((bits_of(x) + static_cast<std::uint32_t>(apart)) ^ sign);
    for (const std::uint32_t bits : {0x7f800001u, 0x7fbfffffu, 0xff800001u, 0x7fffffffu})
      all.push_back(bits);
    return all;
  }();
  return points;
}

template <class Use>
void over_all_turning_points(Use use) {
  const Words& points = turning_points();
  Words a, b;
  for (const std::uint32_t x : points)
    for (const std::uint32_t y : points) {
      a.push_back(x);
      b.push_back(y);
    }
  while (a.size() % block != 0) {
    a.push_back(0);
    b.push_back(0);
  }
  if (!use(a, b)) return;
  // And all that lies around each.
  for (const std::uint32_t x : points) {
    Words around(block), other(block);
    for (std::size_t i = 0; i < block; ++i) {
      around[i] = x + static_cast<std::uint32_t>(i) - static_cast<std::uint32_t>(block / 2);
      other[i] = partner(around[i]);
    }
    if (!use(around, other)) return;
  }
}

TEST_P(Lanes, KnowTheirNameAndAreSeveral) {
  EXPECT_EQ(probe().name, GetParam());
  const std::string kind = GetParam();
  EXPECT_EQ(lanes(), kind == "sse4" ? 4u : kind == "avx2" ? 8u : 16u);
}

TEST_P(Lanes, DoEveryOperationAtTheTurningPoints) {
  const auto expected = every_operation<float>();
  ASSERT_EQ(probe().operations.size(), expected.size());
  for (std::size_t k = 0; k < expected.size(); ++k) {
    ASSERT_EQ(probe().operations[k].name, expected[k].name);
    Comparison comparison(probe().operations[k], expected[k]);
    over_all_turning_points(
        [&](const Words& a, const Words& b) { return comparison.holds_for(a, b); });
  }
}

TEST_P(Lanes, DoArithmeticOverAllNumbers) {
  const auto one = arithmetic<float>();
  const auto two = choices_and_changes<float>();
  for (std::size_t k = 0; k < one.size() + two.size(); ++k) {
    Comparison comparison(probe().operations[k], every_operation<float>()[k]);
    over_all_numbers(stride,
                     [&](const Words& a, const Words& b) { return comparison.holds_for(a, b); });
  }
}

TEST_P(Lanes, DoFunctionsOverAllNumbers) {
  const std::size_t from = arithmetic<float>().size() + choices_and_changes<float>().size();
  for (std::size_t k = from; k < from + functions<float>().size(); ++k) {
    Comparison comparison(probe().operations[k], every_operation<float>()[k]);
    over_all_numbers(stride,
                     [&](const Words& a, const Words& b) { return comparison.holds_for(a, b); });
  }
}

TEST_P(Lanes, HaveTheLuckOfTheirCustomers) {
  const auto all = every_operation<float>();
  for (std::size_t k = all.size() - luck<float>().size(); k < all.size(); ++k) {
    Comparison comparison(probe().operations[k], all[k]);
    over_all_numbers(16 * stride + 1,
                     [&](const Words& a, const Words& b) { return comparison.holds_for(a, b); });
  }
}

}  // namespace
}  // namespace cxsim
