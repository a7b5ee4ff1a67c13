#include "analysis/plots/contour.hpp"

#include <array>
#include <cmath>

namespace cxsim {
namespace {

struct Corner {
  double x, y, value;
};

struct Crossing {
  double x, y;
};

// Corners in a round; edge k runs from corner k to the next.
using Square = std::array<Corner, 4>;

bool is_above(const Corner& corner) { return corner.value >= 0; }

Crossing crossing_of(const Corner& a, const Corner& b) {
  const double part = a.value / (a.value - b.value);
  return {a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)};
}

void add_piece(std::vector<ContourPiece>& pieces, const Crossing& a, const Crossing& b) {
  pieces.push_back({a.x, a.y, b.x, b.y});
}

void add_pieces(std::vector<ContourPiece>& pieces, const Square& square) {
  std::vector<Crossing> crossings;
  double sum = 0;
  for (std::size_t k = 0; k < 4; ++k) {
    const Corner &a = square[k], &b = square[(k + 1) % 4];
    sum += a.value;
    if (is_above(a) != is_above(b)) crossings.push_back(crossing_of(a, b));
  }
  if (!std::isfinite(sum)) return;
  if (crossings.size() == 2) add_piece(pieces, crossings[0], crossings[1]);
  if (crossings.size() != 4) return;
  // Cut off the corners that differ from the middle: corner 1 lies between edges 0 and 1.
  const bool cuts_odd = is_above(square[1]) != (sum >= 0);
  add_piece(pieces, crossings[0], crossings[cuts_odd ? 1 : 3]);
  add_piece(pieces, crossings[2], crossings[cuts_odd ? 3 : 1]);
}

}  // namespace

std::vector<ContourPiece> zero_contour(const std::vector<double>& values, std::size_t columns) {
  std::vector<ContourPiece> pieces;
  if (columns == 0) return pieces;
  const std::size_t rows = values.size() / columns;
  const auto corner = [&](std::size_t column, std::size_t row) {
    return Corner{static_cast<double>(column), static_cast<double>(row),
                  values[row * columns + column]};
  };
  for (std::size_t row = 0; row + 1 < rows; ++row)
    for (std::size_t column = 0; column + 1 < columns; ++column)
      add_pieces(pieces, {corner(column, row), corner(column + 1, row), corner(column + 1, row + 1),
                          corner(column, row + 1)});
  return pieces;
}

}  // namespace cxsim
