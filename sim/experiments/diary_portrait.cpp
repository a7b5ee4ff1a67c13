#include "experiments/diary_portrait.hpp"

#include <fmt/format.h>

#include <cmath>

#include "experiments/diary_words.hpp"

namespace cxsim {
namespace {

using namespace words;

struct Shades {
  float little, much;  // thresholds
  std::string_view less, typical, more;

  std::string of(float value) const {
    const std::string_view word = value <= little ? less : value >= much ? more : typical;
    return fmt::format("{} ({})", word, plain(value));
  }
};

constexpr Shades reactivity{.8f, 1.25f, "take things calmly", "react like most people",
                            "react strongly"};
constexpr Shades talkativeness{.5f, 1.6f, "talk little", "talk as much as most", "talk a lot"};
constexpr Shades price_sensitivity{.7f, 1.4f, "hardly look at the price",
                                   "mind the price like most", "watch the price closely"};
constexpr Shades inertia{.2f, 2.3f, "change easily", "change when there is reason to",
                         "stick to what they have"};
constexpr Shades demand{.5f, 1.6f, "seldom need help", "need help as often as most",
                        "often need help"};

std::string worth(float value) {
  constexpr float close = .15f;
  if (std::fabs(value - 1.0f) < close) return "are worth about as much as an average customer";
  return fmt::format("are worth {} times an average customer", plain(value));
}

std::string character(PersonId person, const Telling& telling) {
  const SegmentId segment = segment_of(person, telling.world);
  constexpr float unknown_privacy = 0;
  const Traits<float> t = traits_of(telling.at_birth, telling.world.trait_tables[segment.index()],
                                    telling.world.segments[segment.index()], unknown_privacy);
  const std::string who = telling.world.segments.size() > 1
                              ? fmt::format("They belong to the segment {}. ",
                                            quoted(telling.world.segments[segment.index()].title))
                              : "";
  return fmt::format("{}They {}.", who,
                     listed({reactivity.of(t.reactivity), talkativeness.of(t.talkativeness),
                             price_sensitivity.of(t.price_sensitivity), inertia.of(t.inertia),
                             demand.of(t.demand), worth(t.value)}));
}

std::string beginning(const Telling& telling) {
  const Customer& born = telling.at_birth;
  const auto burn_in = static_cast<std::int32_t>(telling.world.simulation.burn_in);
  std::string text =
      fmt::format("When the story begins, on {}, they ", telling.dates.date(-burn_in));
  if (born.active())
    text += fmt::format("had been a customer for {} (satisfaction {}, trust {}, commitment {}).",
                        span_of_days(-born.joined), with_sign(born.mind.satisfaction),
                        plain(born.mind.trust), plain(born.mind.commitment));
  else
    text += "were no customer and did not know the firm.";
  if (burn_in > 0)
    text += fmt::format(
        " Results count from {}; what comes before lets the firm and its customers "
        "settle.",
        telling.dates.date(0));
  return text;
}

std::string key_to_numbers(const Telling& telling) {
  return fmt::format(
      "Qualities, trust and commitment run from 0 to 1, moods and memories from −1 to +1. What is "
      "perceived within {} of what was expected lies in the zone of tolerance.",
      plain(telling.world.customer.expectation.tolerance));
}

}  // namespace

Paragraphs portrait_of(PersonId person, const Telling& telling) {
  return {character(person, telling), beginning(telling), key_to_numbers(telling)};
}

}  // namespace cxsim
