// What a day does to many people, compiled once for each kind of processor: the same rules, over
// one customer at a time or over lanes of them. Which one runs never changes a result.
#pragma once

#include <span>
#include <string_view>

#include "engine/hear.hpp"

namespace cxsim {

// Some people of a chunk, by their places in its tables.
struct People {
  PersonId first;     // at place 0
  std::size_t count;  // of all in the tables
  Customer* customers;
  History* histories;
  std::uint16_t* due;  // days, saturating: the next date of each
  std::span<const std::uint32_t> places;
};

enum class Appointment : unsigned char { recovery, contact, review };
enum class Whose : unsigned char { anybodys, customers, strangers };

struct Kernels {
  using Step = void (*)(const People&, const Today&, Ledger&);

  std::string_view name;  // "scalar", "sse4", "avx2", "avx512"
  std::size_t lanes;      // customers side by side

  void (*be_born)(const People&, const World&, StreamKey);
  void (*meet)(const People&, const Happening&, const Today&, Ledger&);
  void (*hear)(const People&, std::span<const Mail>, const Today&, Ledger&);
  Step receive_recovery, review_firm, consider_firm;
  // Contacts, and the close of a customer's journey. Says for anybody else where their walk ends,
  // or no_id; what follows there is seldom, and a step of its own.
  void (*go_on_journey)(const People&, const Today&, Ledger&, std::uint8_t* ends);
  void (*end_walk)(const People&, const std::uint8_t* ends, const Today&, Ledger&);
  Step count_customer, count_reached;  // change nobody

  // Writes the places whose day is not after `day`, in order, and returns how many there are;
  // there must be room for every place and a group.
  std::size_t (*find_due)(std::span<const std::uint16_t> due, std::int32_t day,
                          std::uint32_t* places);
  // The same of a list, by one of the dates.
  std::size_t (*choose_due)(const People&, Whose, Appointment, std::int32_t day,
                            std::uint32_t* places);
};

// Days as kept for the search; whatever is later is checked again from that day on.
inline constexpr std::int32_t last_searchable_day = 65535;

// Those that this program holds and this processor can run, the narrowest first.
std::span<const Kernels* const> available_kernels();

// The widest, or by name; null where there is none of that name.
const Kernels& best_kernels();
const Kernels* find_kernels(std::string_view name);

// One customer at a time: what every other kind is held to.
const Kernels& scalar_kernels();

}  // namespace cxsim
