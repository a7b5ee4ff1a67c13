#include "engine/mailbox.hpp"

#include <algorithm>
#include <numeric>

namespace cxsim {

void Mailbox::fill(const std::vector<Message>& sent) {
  std::fill(starts_.begin(), starts_.end(), std::size_t{0});
  for (const Message& message : sent) ++starts_[message.receiver.index() / chunk_size_ + 1];
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  messages_.resize(sent.size());
  std::vector<std::size_t> place(starts_.begin(), starts_.end() - 1);
  for (const Message& message : sent)
    messages_[place[message.receiver.index() / chunk_size_]++] = message;
}

}  // namespace cxsim
