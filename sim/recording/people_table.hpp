// The group /people: what became of each person of the sample, so that arms can be subtracted.
#pragma once

#include <span>
#include <vector>

#include "engine/run.hpp"
#include "recording/column.hpp"

namespace cxsim {

std::span<const Column<PersonRecord>> people_columns();

// Defines nothing for an empty sample.
void define_people(NetcdfFile& file, std::span<const PersonId> people, std::string_view currency);

void write_people(NetcdfFile& file, std::size_t arm, std::size_t replication,
                  std::span<const PersonRecord> people);

}  // namespace cxsim
