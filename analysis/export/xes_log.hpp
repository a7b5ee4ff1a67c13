// The contact log as an event log that process-mining tools read: XES, IEEE 1849-2016.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/export/export_table.hpp"
#include "analysis/export/output_file.hpp"

namespace cxsim {

// What a scenario says of a touchpoint.
struct TouchpointPlace {
  std::string channel, stage, department;
};

struct XesPlan {
  std::size_t arm = 0;
  std::optional<std::size_t> replication;  // nothing: all of them
  std::vector<TouchpointPlace> places;     // in the order of the touchpoints; may be empty
  std::function<bool()> cancelled;
};

struct XesCount {
  std::size_t journeys = 0, contacts = 0;
  bool complete = true;  // not cancelled
};

// A case is one journey of one person. A person is on one journey at a time, and the log counts the
// contacts of each from 1, so a new journey begins where that number is 1 again. The model has
// whole days: a person's contacts of a day are a minute apart, the first at 9:00 UTC.
// Reads a part of the log at a time. Throws RecordingError, also where the file has no contacts.
void require_contacts(const NetcdfReader& reader);
XesCount write_xes(const NetcdfReader& reader, const XesPlan& plan, OutputFile& file);

}  // namespace cxsim
