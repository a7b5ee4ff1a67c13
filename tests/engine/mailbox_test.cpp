#include "engine/mailbox.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/chance.hpp"

namespace cxsim {
namespace {

Message message(std::size_t receiver, std::size_t sender, std::uint16_t sequence) {
  return {PersonId(receiver), PersonId(sender), sequence, MessageKind::told, .5f, 1};
}

std::vector<Message> some_mail(std::size_t people, std::size_t count) {
  Dice dice(4);
  std::vector<Message> sent;
  for (std::size_t k = 0; k < count; ++k)
    sent.push_back(message(dice.below(people), dice.below(people), static_cast<std::uint16_t>(k)));
  return sent;
}

TEST(Mailbox, BringsEveryMessageOnceToTheRightChunk) {
  constexpr std::size_t people = 1000;
  for (const std::size_t chunk_size : {1u, 7u, 97u, 999u, 4096u}) {
    const std::size_t chunks = (people + chunk_size - 1) / chunk_size;
    Mailbox mailbox(chunks, chunk_size);
    mailbox.fill(some_mail(people, 3000));
    std::vector<int> brought(3000);
    for (std::size_t chunk = 0; chunk < chunks; ++chunk)
      for (const Message& m : mailbox.of_chunk(chunk)) {
        EXPECT_EQ(m.receiver.index() / chunk_size, chunk);
        ++brought[m.sequence];
      }
    EXPECT_EQ(std::count(brought.begin(), brought.end(), 1), 3000) << chunk_size;
  }
}

TEST(Mailbox, ForgetsTheDayBefore) {
  Mailbox mailbox(10, 100);
  EXPECT_TRUE(mailbox.empty());
  mailbox.fill(some_mail(1000, 50));
  EXPECT_FALSE(mailbox.empty());
  mailbox.fill({message(321, 1, 7)});
  EXPECT_EQ(mailbox.of_chunk(3).size(), 1u);
  EXPECT_TRUE(mailbox.of_chunk(4).empty());
  mailbox.fill({});
  EXPECT_TRUE(mailbox.empty());
  EXPECT_TRUE(mailbox.of_chunk(3).empty());
}

TEST(Messages, AreHeardByReceiverThenSenderThenSequence) {
  std::vector<Message> mail{message(2, 1, 0), message(1, 9, 1), message(1, 9, 0), message(1, 3, 5),
                            message(1, PersonId::none_value, 0)};
  std::sort(mail.begin(), mail.end(), heard_before);
  const std::vector<std::pair<std::uint32_t, std::uint16_t>> expected{
      {3, 5}, {9, 0}, {9, 1}, {PersonId::none_value, 0}, {1, 0}};
  for (std::size_t k = 0; k < mail.size(); ++k) {
    EXPECT_EQ(mail[k].sender.value, expected[k].first) << k;
    EXPECT_EQ(mail[k].sequence, expected[k].second) << k;
  }
}

}  // namespace
}  // namespace cxsim
