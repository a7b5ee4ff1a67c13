// Why somebody looked elsewhere, and left or stayed: the numbers, largest first, and the words.
#pragma once

#include <string>
#include <vector>

#include "experiments/diary.hpp"

namespace cxsim {

// The terms of net preference with the sign they have in it, largest magnitude first. Terms too
// small to show are left out.
std::vector<DiaryTerm> terms_of(const Preference<float>& preference);

// A look that was noted as `looked` or `left`.
DiaryLook look_of(const LifeEvent& event, const World& world);

// "a base of 16%, × 1.77 for a satisfaction of −.19 and × 2.00 for hostility"
std::string look_factors_told(const DiaryLook& look, const Mind<float>& mind);

// "commitment +.36 and trust +.04": the first `most` of those that point the way of `sign`, or
// "nothing".
std::string terms_told(const std::vector<DiaryTerm>& terms, float sign, std::size_t most = 99);

std::string why_they_looked(const DiaryLook& look, const Mind<float>& mind);
std::string what_they_compared(const DiaryLook& look);
std::string what_held_them(const DiaryLook& look);
std::string main_cause_told(const DiaryLook& look);

}  // namespace cxsim
