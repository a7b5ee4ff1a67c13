// One run: a population and a firm, day by day.
#pragma once

#include <memory>
#include <vector>

#include "engine/chunk.hpp"
#include "engine/crew.hpp"
#include "engine/huge_pages.hpp"
#include "engine/mailbox.hpp"

namespace cxsim {

// How a run is carried out; nothing here changes a result.
struct Execution {
  static constexpr std::size_t largest_chunk = 1 << 20;

  std::size_t chunk_size = 4096;
  const Kernels* kernels = nullptr;  // the best for this processor if null
};

class Simulation {
 public:
  Simulation(const World& world, std::uint32_t replication, Execution execution = {});
  // Another simulation that goes on from the same day in the same way.
  Simulation(const Simulation& other);
  Simulation& operator=(const Simulation&) = delete;

  // Follows a programme from now on; its days of results count from the end of the burn-in.
  void follow(const Programme& programme);

  // Records the life of a person from now on.
  void observe(PersonId person);

  // Of the lives recorded, keeps only events of these kinds.
  void note_only(LifeEventKinds kinds) { noted_ = kinds; }

  // Lives through the next day.
  void pass_day();

  // Everything counted since the last call, with everybody as they stand now, and starts anew.
  Tally close_month();

  // Starts counting anew, as at the end of the burn-in.
  void forget_counts() { month_.clear(); }

  const Execution& execution() const { return execution_; }
  std::int32_t day() const { return day_; }
  const CompanyState& company() const { return company_; }
  const std::vector<Chunk>& chunks() const { return chunks_; }
  float recommend_score(PersonId person) const;
  std::vector<LifeEvent> take_events();

 private:
  template <class Work>
  void let_chunks(Work work);
  void arrange_conditions();
  void open_company();
  void meet_happenings();
  void meet_sales_representatives();
  void deliver_messages();
  void let_customers_act();
  void publish_reviews();
  void close_company();

  std::int64_t day_of_results() const { return day_ - world_.simulation.burn_in; }
  Today today_at(float time) const;
  std::size_t chunk_of(PersonId person) const { return person.index() / execution_.chunk_size; }

  const World& world_;
  World now_;  // the world under the programme
  const Programme* programme_ = nullptr;
  ProgrammeDay plans_;
  Execution execution_;
  StreamKey key_;
  Network network_;
  std::int32_t day_ = 0;
  CompanyState company_;
  CompanyToday offer_;
  LargeTable<Customer> customers_;
  LargeTable<History> histories_;
  LargeTable<std::uint16_t> due_;
  std::vector<Chunk> chunks_;  // of the three tables
  Mailbox mailbox_;
  PerWorker<Ledger> ledgers_;
  Ledger ledger_;  // of the day
  Tally month_;    // of the month so far
  std::vector<LifeEvent> events_;
  LifeEventKinds noted_ = LifeEventKinds::all();
};

TallyShape shape_of(const World& world);

}  // namespace cxsim
