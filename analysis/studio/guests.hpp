// Everybody who is connected to the studio's server.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace cxsim {

class Guest {
 public:
  virtual ~Guest() = default;
  virtual void end() = 0;  // closes, whatever it is doing; leaves the guests
  virtual void hear_events() {}
};

class Guests {
 public:
  std::size_t size() const { return guests_.size(); }

  void add(std::shared_ptr<Guest> guest) { guests_.push_back(std::move(guest)); }

  void remove(const Guest* guest) {
    std::erase_if(guests_, [guest](const auto& here) { return here.get() == guest; });
  }

  // From a copy: whoever hears may leave.
  void hear_events() {
    for (const auto& guest : std::vector(guests_)) guest->hear_events();
  }

  void end_all() {
    for (const auto& guest : std::vector(guests_)) guest->end();
  }

 private:
  std::vector<std::shared_ptr<Guest>> guests_;
};

}  // namespace cxsim
