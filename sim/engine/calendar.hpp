// Who is due on which day: a ring of linked lists through the people of a chunk, so that a day
// touches only those who are due.
#pragma once

#include <cstdint>
#include <vector>

namespace cxsim {

class Calendar {
 public:
  static constexpr std::int32_t ring_days = 1024;  // later dates wait on the ring's last day
  static constexpr std::size_t most_people = 0x7fff;

  explicit Calendar(std::size_t people)
      : first_(ring_days, nobody), next_(people, nobody), previous_(people, off_list) {}

  // Puts somebody on the list of `due`, or of the day after `today`, the last page turned, if that
  // is later; off any other list first.
  void enter(std::uint32_t person, std::int32_t due, std::int32_t today) {
    take_out(person);
    const std::int32_t ahead = due > today ? due - today : 1;
    const std::int32_t day = today + (ahead < ring_days ? ahead : ring_days - 1);
    const std::size_t slot = slot_of(day);
    const std::uint16_t head = first_[slot];
    next_[person] = head;
    previous_[person] = static_cast<std::uint16_t>(slot_bit | slot);
    if (head != nobody) previous_[head] = static_cast<std::uint16_t>(person);
    first_[slot] = static_cast<std::uint16_t>(person);
  }

  void take_out(std::uint32_t person) {
    const std::uint16_t after = next_[person], before = previous_[person];
    if (before == off_list) return;
    if (after != nobody) previous_[after] = before;
    if ((before & slot_bit) != 0)
      first_[before - slot_bit] = after;
    else
      next_[before] = after;
    previous_[person] = off_list;
  }

  // Takes everybody off the list of `today` and adds them to `due`.
  void turn_page(std::int32_t today, std::vector<std::uint32_t>& due) {
    std::uint16_t& head = first_[slot_of(today)];
    for (std::uint16_t person = head; person != nobody; person = next_[person]) {
      previous_[person] = off_list;
      due.push_back(person);
    }
    head = nobody;
  }

 private:
  static constexpr std::uint16_t nobody = 0x7fff;
  static constexpr std::uint16_t off_list = 0xffff;
  static constexpr std::uint16_t slot_bit = 0x8000;  // a previous that is the ring, not a person
  static std::size_t slot_of(std::int32_t day) {
    return static_cast<std::size_t>(day) & (ring_days - 1);
  }

  std::vector<std::uint16_t> first_, next_, previous_;
};

}  // namespace cxsim
