// Reads interventions, shocks and the arms that apply them.
#pragma once

#include <map>

#include "scenario/named_lists.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

struct ScopeName {
  std::string_view key;
  ScopeKey which;
};
std::span<const ScopeName> scope_keys();

class InterventionReader {
 public:
  InterventionReader(const Node& root, Scenario& scenario, Problems& problems);

  // The firm must have been read before.
  void read();

 private:
  void read_list(const char* key, Nature nature);
  void read_one(const NamedTable& table, Nature nature);
  const Kind* read_kind(const NamedTable& table, Nature nature);
  void check_keys(const NamedTable& table, const Kind& kind);
  void read_timing(const NamedTable& table, Intervention& one);
  void read_scope(const NamedTable& table, Intervention& one);
  void read_changes(const NamedTable& table, Intervention& one);
  void read_redesign(const NamedTable& table, Intervention& one);
  void check_redesigns();
  void read_arms();
  void read_arm(const NamedTable& table, Arm& arm);
  template <class Id>
  void read_names(const NamedTable& table, ScopeKey which, const char* key, const NameIndex& index,
                  const Kind& kind, Some<Id>& some);
  const Node* in_scope(const NamedTable& table, ScopeKey which, const char* key, const Kind& kind);

  void complain(const Place& place, std::string key, std::string what, std::string why,
                std::string cure);

  const Node& root_;
  Scenario& scenario_;
  Problems& problems_;
  NameIndex departments_, touchpoints_, journeys_, root_causes_, segments_;
};

}  // namespace cxsim
