#include "population/network.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "support/chance.hpp"

namespace cxsim {
namespace {

constexpr std::uint32_t people = 10000;
constexpr StreamKey key{5, 1};

PersonId person(std::size_t p) { return PersonId(p); }

Network ring(float rewired, std::uint32_t size = people, StreamKey under = key, float links = 10) {
  return Network({links, rewired}, size, under);
}

int distance(PersonId from, PersonId to, std::uint32_t size) {
  const int apart = std::abs(static_cast<int>(from.value) - static_cast<int>(to.value));
  return std::min(apart, static_cast<int>(size) - apart);
}

TEST(Network, WithoutRewiringIsARingOfFiveToEachSide) {
  const Network network = ring(0);
  ASSERT_EQ(network.links(), 10u);
  for (const std::size_t from : {0u, 3u, 5000u, 9998u, 9999u}) {
    std::vector<std::size_t> found, expected;
    for (std::uint32_t k = 0; k < 10; ++k) found.push_back(network.link(person(from), k).index());
    for (std::size_t step = 1; step <= 5; ++step) {
      expected.push_back((from + step) % people);
      expected.push_back((from + people - step) % people);
    }
    std::sort(found.begin(), found.end());
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(found, expected) << from;
  }
}

TEST(Network, RewiresATenthOfTheLinks) {
  const Network network = ring(.1f);
  double far = 0;
  for (std::size_t p = 0; p < people; ++p)
    for (std::uint32_t k = 0; k < 10; ++k)
      far += distance(person(p), network.link(person(p), k), people) > 5;
  expect_count(far, 10.0 * people, .1 * (1 - 11.0 / people));
}

TEST(Network, RewiresToAnybodyAlike) {
  const Network network = ring(1);
  std::vector<double> found(20);
  for (std::size_t p = 0; p < people; ++p)
    for (std::uint32_t k = 0; k < 10; ++k) {
      const PersonId to = network.link(person(p), k);
      ASSERT_LT(to.value, people);
      ++found[to.index() / (people / 20)];
    }
  expect_shares(found, std::vector<double>(20, 1 / 20.0));
}

TEST(Network, IsTheSameWheneverItIsAsked) {
  const Network network = ring(.1f), again = ring(.1f);
  for (std::size_t p = 0; p < 500; ++p)
    for (std::uint32_t k = 10; k-- > 0;)
      EXPECT_EQ(network.link(person(p), k), again.link(person(p), k));
}

TEST(Network, DiffersBetweenSeedsAndReplications) {
  const auto differing = [](StreamKey other) {
    const Network network = ring(.1f), another = ring(.1f, people, other);
    int count = 0;
    for (std::size_t p = 0; p < 1000; ++p)
      for (std::uint32_t k = 0; k < 10; ++k)
        count += network.link(person(p), k) != another.link(person(p), k);
    return count;
  };
  // A link differs where either network rewired it: .1 + .1 - .01 of them.
  expect_count(differing({6, 1}), 10000, .19);
  expect_count(differing({5, 2}), 10000, .19);
}

TEST(Network, OfAFewPeopleStaysAmongThem) {
  const Network network = ring(.1f, 3);
  for (std::size_t p = 0; p < 3; ++p)
    for (std::uint32_t k = 0; k < 10; ++k) EXPECT_LT(network.link(person(p), k).value, 3u);
}

TEST(Network, HasAsManyLinksAsAsked) {
  EXPECT_EQ(ring(0, people, key, 4).links(), 4u);
  EXPECT_EQ(ring(0, people, key, 5).links(), 4u) << "half to each side";
  EXPECT_EQ(ring(0, people, key, 100).links(), 100u);
}

}  // namespace
}  // namespace cxsim
