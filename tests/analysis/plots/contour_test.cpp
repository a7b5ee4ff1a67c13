#include "analysis/plots/contour.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/statistics/interval.hpp"

namespace cxsim {
namespace {

TEST(ZeroContour, CrossesWhereStraightLinesBetweenNeighboursDo) {
  // -1  3 on both rows: zero a quarter of the way, upright.
  const auto pieces = zero_contour({-1, 3, -1, 3}, 2);
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_DOUBLE_EQ(pieces[0].x1, .25);
  EXPECT_DOUBLE_EQ(pieces[0].x2, .25);
  EXPECT_DOUBLE_EQ(std::abs(pieces[0].y1 - pieces[0].y2), 1);
}

TEST(ZeroContour, FollowsAPlane) {
  // Values x + y - 2.5 over 4 x 4.
  std::vector<double> values;
  for (int y = 0; y < 4; ++y)
    for (int x = 0; x < 4; ++x) values.push_back(x + y - 2.5);
  const auto pieces = zero_contour(values, 4);
  EXPECT_EQ(pieces.size(), 5U);
  for (const ContourPiece& piece : pieces) {
    EXPECT_NEAR(piece.x1 + piece.y1, 2.5, 1e-12);
    EXPECT_NEAR(piece.x2 + piece.y2, 2.5, 1e-12);
  }
}

TEST(ZeroContour, CutsOffTheCornersThatDifferFromTheMiddle) {
  // Corners (0,0) and (1,1) are negative, the middle is positive: each is cut off.
  for (const ContourPiece& piece : zero_contour({-1, 3, 3, -1}, 2)) {
    const bool at_origin = piece.x1 + piece.y1 < 1;
    EXPECT_EQ(piece.x2 + piece.y2 < 1, at_origin);
  }
  // The middle is negative: the positive corners (1,0) and (0,1) are cut off.
  for (const ContourPiece& piece : zero_contour({-3, 1, 1, -3}, 2)) {
    const bool at_right = piece.x1 > piece.y1;
    EXPECT_EQ(piece.x2 > piece.y2, at_right);
  }
}

TEST(ZeroContour, IsEmptyWithoutAChangeOfSignOrWithAnUnknown) {
  EXPECT_TRUE(zero_contour({1, 2, 3, 4}, 2).empty());
  EXPECT_TRUE(zero_contour({-1, 2, not_known, 4}, 2).empty());
  EXPECT_TRUE(zero_contour({}, 0).empty());
  EXPECT_TRUE(zero_contour({-1, 1}, 2).empty());
}

}  // namespace
}  // namespace cxsim
