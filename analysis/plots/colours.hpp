// Colours of heat maps, told apart with any colour vision, and in grey where they run one way.
#pragma once

#include <string>
#include <string_view>

namespace cxsim {

// From pale (0) to dark blue (1), darker all the way; shares outside are taken as the ends.
std::string sequential_colour(double share);

// From dark orange (-1) over pale (0) to dark blue (1).
std::string diverging_colour(double share);

// "on-dark" or "on-light": the class of words that read better on the colour, given as #rrggbb.
std::string_view ink_on(std::string_view colour);

}  // namespace cxsim
