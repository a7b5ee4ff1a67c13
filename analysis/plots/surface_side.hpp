// One side of a heat map over two parameters: where its cells and its ticks stand, in pixels.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analysis/plots/axis.hpp"
#include "analysis/plots/surface.hpp"

namespace cxsim {

class SurfaceSide {
 public:
  SurfaceSide() = default;
  // The low end of the axis stands at `start`, the high end at `end`.
  SurfaceSide(const SurfaceAxis& axis, double start, double end);

  double end() const { return end_; }
  double place(double value) const;
  bool holds(double value) const { return axis_.range.holds(value); }
  // Of cell number k + a fraction: between the middles of cells.
  double between(double number) const;
  // Edges, the smaller pixel first.
  std::pair<double, double> cell(std::size_t k) const;
  double least_cell() const;

  double widest_tick() const;
  std::string unit() const;  // and the scale, if that is not linear
  std::string ticks_below(double y) const;
  std::string ticks_beside(double x) const;

 private:
  struct Tick {
    double value;
    std::string words;
  };
  std::vector<Tick> ticks() const;

  SurfaceAxis given_;
  double start_ = 0, end_ = 0;
  PlotAxis axis_;
  std::vector<double> edges_;  // in pixels, one more than there are cells
};

}  // namespace cxsim
