// Writes the results of all arms and replications to one file as they come in.
#pragma once

#include <string>
#include <vector>

#include "engine/run.hpp"
#include "recording/event_log.hpp"
#include "recording/netcdf_file.hpp"
#include "recording/provenance.hpp"
#include "recording/result_dimensions.hpp"

namespace cxsim {

// What a file is to hold, beside what the world says.
struct ResultPlan {
  std::string title;
  std::vector<ArmText> arms;
  std::vector<PersonId> people;    // who has a record; none leaves /people out
  std::vector<PersonId> contacts;  // whose contacts are logged; none leaves /contacts out
  std::vector<PersonId> lives;     // whose lives are logged; none leaves /life_events out
  LifeEventKinds life_events;      // which of their events
  ScenarioText scenario;
};

// Every function throws RecordingError. To be used from one thread. The order of writes shows in
// the bytes of the file and in the rows of its logs: keep to one order.
class ResultWriter {
 public:
  ResultWriter(std::string path, const World& world, const ResultPlan& plan);

  // A complete run; what was written so far survives a kill in the partial file.
  void write(std::size_t arm, std::size_t replication, const RunResult& result);

  // Leaves out the replications from `count` on, which were never written.
  void keep_replications(std::size_t count);

  // Gives the file its name. Nothing can be written after.
  void finish();

  const std::string& path() const { return file_.path(); }

 private:
  void define_measures(const std::string& currency);
  void define_arms(const std::vector<ArmText>& arms);
  void write_measures(std::size_t arm, std::size_t replication, const RunResult& result);

  NetcdfFile file_;
  TallyShape shape_;
  bool has_people_;
  std::vector<EventLog> logs_;
};

}  // namespace cxsim
