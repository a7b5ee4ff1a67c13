// What the tornado's page and its form in a terminal share.
#include "analysis/plots/tornado.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "analysis/plots/key_label.hpp"

namespace cxsim {

bool are_on_one_side(const TornadoBar& bar, double middle) {
  return (bar.low - middle) * (bar.high - middle) > 0;
}

std::vector<TornadoBar> shown_bars(const Tornado& tornado) {
  const auto count = std::min(most_shown, tornado.bars.size());
  return {tornado.bars.begin(), tornado.bars.begin() + static_cast<std::ptrdiff_t>(count)};
}

std::string note_of_others(const Tornado& tornado) {
  std::vector<double> widths;
  for (std::size_t k = most_shown; k < tornado.bars.size(); ++k)
    widths.push_back(std::abs(tornado.bars[k].high - tornado.bars[k].low));
  return others_note(widths, " wide");
}

}  // namespace cxsim
