// The end of a month: everybody is looked at, nobody is changed.
#pragma once

#include "engine/chunk.hpp"

namespace cxsim {

// Counts the people of a chunk as they stand at `moment.time`, which is the month's last midnight.
void take_census(const Chunk& chunk, const Today& moment, Tally& tally);

// The answer to "how likely are you to recommend us" that a person would give at `moment`, 0 to 10.
float recommend_score_of(const Person& person, const Today& moment);

}  // namespace cxsim
