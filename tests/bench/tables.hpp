// The tables a reader gets in the end.
#pragma once

#include <string>

#include "catalogue.hpp"
#include "results.hpp"

namespace cxsim::bench {

std::string pieces_table(const Catalogue& catalogue, const Results& results);
std::string files_table(const Catalogue& catalogue, const Results& results);
std::string years_table(const Catalogue& catalogue, const Results& results);

}  // namespace cxsim::bench
