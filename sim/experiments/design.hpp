// Experimental designs: which points of the unit cube a sweep visits, one row a point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cxsim {

// Points of the unit cube, row by row: values[point * parameters + parameter]. NaN stands for the
// scenario's own value.
struct UnitDesign {
  std::size_t parameters = 0;
  std::vector<double> values;

  std::size_t points() const { return parameters > 0 ? values.size() / parameters : 0; }
  std::span<const double> point(std::size_t index) const {
    return std::span(values).subspan(index * parameters, parameters);
  }
};

// What the table of directions reaches (Joe & Kuo 2008): sobol takes at most as many parameters,
// saltelli half as many. More of them throw std::invalid_argument.
inline constexpr std::size_t largest_sobol_dimensions = 3667;

// Full factorial: each parameter at so many evenly spaced values from 0 to 1, or at .5 where it is
// one; the last parameter changes fastest. No parameter has 0 levels.
UnitDesign grid(std::span<const std::size_t> levels);

// Latin hypercube (McKay, Beckman & Conover 1979): in every parameter one value in each of n equal
// strata, anywhere within it but on its ends. All of it depends on n, which is below 2^20.
UnitDesign latin_hypercube(std::size_t n, std::size_t k, std::uint64_t seed);

// The first n points of a Sobol' sequence under a random digital shift (L'Ecuyer & Lemieux
// 2002): each point is uniform in (0, 1), so a mean over them is unbiased. A power of two is best
// for n: only then is the cube evenly filled. The first points are the same for every n.
UnitDesign sobol(std::size_t n, std::size_t k, std::uint64_t seed);

// For Sobol' indices (Saltelli et al. 2010): blocks of k + 2 points, one block for each of n points
// of the 2k-dimensional sequence above. A is its first half, B its second, AB_j is A with parameter
// j of B; in the order A, B, AB_1 .. AB_k. The first blocks are the same for every n.
UnitDesign saltelli(std::size_t n, std::size_t k, std::uint64_t seed);

// Trajectories for elementary effects (Morris 1991) on the levels 0, 1/3, 2/3 and 1: blocks of
// k + 1 points, each of which moves one parameter by 2/3, up or down, in random order from a random
// start. The first trajectories are the same for every number of them.
UnitDesign morris(std::size_t trajectories, std::size_t k, std::uint64_t seed);

// A first point with the scenario's own values, then each parameter across its levels, spaced as in
// grid, with the others at the scenario's own values.
UnitDesign one_at_a_time(std::span<const std::size_t> levels);

// Independent and uniform in (0, 1); a point depends on the seed and its number only.
UnitDesign random(std::size_t n, std::size_t k, std::uint64_t seed);

// One point of it.
std::vector<double> random_point(std::size_t index, std::size_t k, std::uint64_t seed);

}  // namespace cxsim
