// More of an intervention's number moves what it acts on first, all else equal, at each of five
// levels. A handle or parameter without a sign in signs/ fails here: give it one.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "engine/signs/sign.hpp"

namespace cxsim {
namespace {

// Kinds with nothing to turn: interventions_deeds_test.cpp and interventions_redesign_test.cpp.
const Kind* const without_numbers[] = {&kinds::cx_owner, &kinds::journey_redesign};

const Signs& signs() {
  static const Signs all = [] {
    Signs joined;
    for (const Signs& some :
         {signs_of_what_customers_meet(), signs_of_how_the_firm_works(),
          signs_of_what_it_gives_and_asks(), signs_of_what_befalls_it(), signs_of_the_bundle()})
      for (const Sign& sign : some) joined.push_back(sign);
    return joined;
  }();
  return all;
}

bool has_sign(const Kind& kind, std::string_view key) {
  return std::any_of(signs().begin(), signs().end(),
                     [&](const Sign& sign) { return &sign.kind == &kind && sign.key == key; });
}

bool has_key(const Kind& kind, std::string_view key) {
  const auto is_it = [&](const auto& row) { return row.key == key; };
  return std::any_of(kind.handles.begin(), kind.handles.end(), is_it) ||
         std::any_of(kind.parameters.begin(), kind.parameters.end(), is_it);
}

TEST(Signs, BelongToEveryHandleAndParameter) {
  for (const Kind* kind : catalogue()) {
    for (const Handle& handle : kind->handles)
      EXPECT_TRUE(has_sign(*kind, handle.key)) << kind->name << "." << handle.key;
    for (const Parameter& parameter : kind->parameters)
      EXPECT_TRUE(has_sign(*kind, parameter.key)) << kind->name << "." << parameter.key;
    const bool nothing_to_turn = kind->handles.empty() && kind->parameters.empty();
    EXPECT_EQ(nothing_to_turn,
              std::count(std::begin(without_numbers), std::end(without_numbers), kind) == 1)
        << kind->name;
  }
}

TEST(Signs, BelongToWhatThereIs) {
  for (const Sign& sign : signs()) EXPECT_TRUE(has_key(sign.kind, sign.key)) << sign.key;
}

// One burn-in, and from there the five levels.
std::vector<double> measured(const Sign& sign) {
  World w = busy_world();
  if (sign.world != nullptr) sign.world(w);
  w = ready(std::move(w));
  std::vector<Programme> levels;
  for (const float amount : sign.amounts) {
    Intervention one = bare(sign.kind);
    if (sign.beside != nullptr) sign.beside(one);
    set(one, sign.key, amount);
    levels.push_back(programme_of({one}, w));
  }
  std::vector<double> found;
  for (const RunResult& result : run_beside(w, levels, watching_everybody(w)))
    found.push_back(sign.measure(result));
  return found;
}

class SignsOf : public testing::TestWithParam<const Kind*> {};

TEST_P(SignsOf, HoldAtEachOfFiveLevels) {
  for (const Sign& sign : signs()) {
    if (&sign.kind != GetParam()) continue;
    const std::vector<double> found = measured(sign);
    for (std::size_t k = 1; k < found.size(); ++k) {
      const double step =
          sign.trend == Trend::up ? found[k] - found[k - 1] : found[k - 1] - found[k];
      EXPECT_GT(step, 0) << sign.key << " from " << sign.amounts[k - 1] << " to " << sign.amounts[k]
                         << ": from " << found[k - 1] << " to " << found[k];
    }
  }
}

std::vector<const Kind*> with_numbers() {
  std::vector<const Kind*> kinds;
  for (const Kind* kind : catalogue())
    if (!kind->handles.empty() || !kind->parameters.empty()) kinds.push_back(kind);
  return kinds;
}

INSTANTIATE_TEST_SUITE_P(Catalogue, SignsOf, testing::ValuesIn(with_numbers()),
                         [](const auto& one) { return std::string(one.param->name); });

}  // namespace
}  // namespace cxsim
