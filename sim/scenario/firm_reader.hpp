// Turns the named tables of a scenario into the firm and the market: who works where, who meets
// whom, on which journeys.
#pragma once

#include "scenario/named_lists.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

class FirmReader {
 public:
  FirmReader(const Node& root, World& world, Problems& problems);

  // Everything that is listed by name, and [company]'s references to it.
  void read();

 private:
  void read_departments();
  void read_root_causes();
  void read_touchpoints();
  void read_touchpoint(const NamedTable& table);
  void read_mixes(const NamedTable& table, Touchpoint& touchpoint);
  void read_weights(const NamedTable& table, Touchpoint& touchpoint);
  void read_journeys();
  void read_journey(const NamedTable& table);
  void read_spawns();
  void read_segments();
  void read_needs(const NamedTable& table, Segment& segment);
  void read_rivals();
  void read_stages();
  void read_company_names();
  void read_graph();

  void complain(const Place& place, std::string key, std::string what, std::string why,
                std::string cure);
  void expect_whole(float sum, const Place& place, const std::string& key);
  template <class Tag>
  void refer(const NamedTable& table, std::string_view key, const NameIndex& index,
             Id<Tag>& reference);

  const Node& root_;
  World& world_;
  Problems& problems_;
  std::vector<NamedTable> departments_, root_causes_, touchpoints_, journeys_;
  NameIndex department_names_, root_cause_names_, touchpoint_names_, journey_names_;
};

}  // namespace cxsim
