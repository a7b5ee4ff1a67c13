// People by their places in a chunk: who has something to do, filled anew for every chunk.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/message.hpp"

namespace cxsim {

class Worklist {
 public:
  // Empties the list and makes room for `most` people, and for reading a group's width on.
  void start(std::size_t most) {
    constexpr std::size_t widest_group = 64;
    count_ = 0;
    if (places_.size() >= most + widest_group) return;
    places_.resize(most + widest_group);
    ends.resize(most + widest_group);
  }
  void add(std::uint32_t place) { places_[count_++] = place; }

  // Writes a list without a branch: which of many are wanted no processor can guess.
  class Pen {
   public:
    explicit Pen(Worklist& list)
        : list_(list), places_(list.places_.data()), ends_(list.ends.data()), count_(list.count_) {}
    void write_if(bool wanted, std::uint32_t place) {
      places_[count_] = place;
      count_ += static_cast<std::size_t>(wanted);
    }
    void write_if(bool wanted, std::uint32_t place, std::uint8_t end) {
      ends_[count_] = end;
      write_if(wanted, place);
    }
    void put_down() { list_.count_ = count_; }

   private:
    Worklist& list_;
    std::uint32_t* places_;
    std::uint8_t* ends_;
    std::size_t count_;
  };

  // Moves those for whom belongs(place) is true to the end of another list.
  template <class Belongs>
  void move_those(Worklist& to, Belongs belongs) {
    const auto all = this->places();
    count_ = 0;
    for (const std::uint32_t place : all) (belongs(place) ? to : *this).add(place);
  }

  std::uint32_t* room() { return places_.data(); }
  void set_count(std::size_t count) { count_ = count; }

  std::span<const std::uint32_t> places() const { return {places_.data(), count_}; }

  std::vector<std::uint8_t> ends;                 // where a walk ended, if that is known
  std::vector<std::span<const Message>> letters;  // to them, if there are any

 private:
  std::vector<std::uint32_t> places_;
  std::size_t count_ = 0;
};

// Those who live in groups, and those who live alone because they are observed.
struct Worklists {
  Worklist crowd, observed;

  void start(std::size_t most) {
    crowd.start(most);
    observed.start(most);
  }
};

// Of a worker; no part of what is counted.
struct Desk {
  Worklist due, ending;
  Worklists one, other;
};

}  // namespace cxsim
