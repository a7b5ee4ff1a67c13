// Yesterday's messages, sorted by the chunk that will hear them.
#pragma once

#include <span>
#include <vector>

#include "engine/message.hpp"

namespace cxsim {

class Mailbox {
 public:
  Mailbox(std::size_t chunks, std::size_t chunk_size)
      : chunk_size_(chunk_size), starts_(chunks + 1, 0) {}

  // Takes a day's messages, in any order, in place of those of the day before.
  void fill(const std::vector<Message>& sent);

  std::span<Message> of_chunk(std::size_t chunk) {
    return {messages_.data() + starts_[chunk], messages_.data() + starts_[chunk + 1]};
  }
  bool empty() const { return messages_.empty(); }

 private:
  std::size_t chunk_size_;
  std::vector<std::size_t> starts_;
  std::vector<Message> messages_;
};

}  // namespace cxsim
