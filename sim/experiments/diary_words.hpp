// How the diary puts numbers, feelings and lists into words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/customer.hpp"

namespace cxsim::words {

std::string plain(float value);        // .74
std::string with_sign(float value);    // +.21
std::string percent(float chance);     // 34%, .4%
std::string times_over(float factor);  // × 1.8
std::string money(float amount, std::string_view currency);
std::string minutes(float wait);
std::string of_which(std::size_t count);  // none, 3

std::string count_of(std::size_t count, std::string_view noun);  // one contact, 3 contacts
std::string times(std::size_t count);                            // once, twice, 3 times
std::string span_of_days(int days);                              // 12 days, 5 months, 2.3 years
std::string days_later(int days);                                // the same day, 2 days later

std::string listed(const std::vector<std::string>& parts);  // a, b and c
std::string capitalised(std::string text);
std::string in_sentence(std::string title);  // a title as it stands within a sentence
std::string quoted(std::string_view title);  // “App”

// Core affect in a word (Russell 1980): how pleasant, and how stirred.
std::string_view feeling(float valence, float arousal);
// What a remembered experience in [-1, 1] was like.
std::string_view memory(float experience);
// A gap between perception and expectation, against the zone of tolerance.
std::string_view gap(float gap, float tolerance);

std::string_view name_of(CauseOfLeaving cause);
std::string_view explanation(CauseOfLeaving cause);

}  // namespace cxsim::words
