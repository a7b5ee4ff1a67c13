// What lanes do with tables and masks: only what is asked of them, for those whom it concerns.
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <numeric>
#include <random>

#include "lanes_kinds.hpp"

namespace cxsim {
namespace {

class LanesAndTables : public EachKindOfLanes {};
INSTANTIATE_TEST_SUITE_P(Each, LanesAndTables, kinds_of_lanes, name_of_kind);

// Masks of all shapes, as a word for each lane.
template <class Use>
void over_all_masks(std::size_t lanes, Use use) {
  for (std::uint32_t bits = 0; bits < 1u << lanes; ++bits) {
    Words mask(lanes);
    for (std::size_t k = 0; k < lanes; ++k) mask[k] = (bits >> k & 1) * 0x12345678u;
    use(mask);
    if (testing::Test::HasFailure()) return;
  }
}

TEST_P(LanesAndTables, VisitThoseOfAMaskInOrderAndCountThem) {
  over_all_masks(lanes(), [&](const Words& mask) {
    Words expected, visited(lanes());
    for (std::size_t k = 0; k < lanes(); ++k)
      if (mask[k] != 0) expected.push_back(static_cast<std::uint32_t>(k));
    visited.resize(probe().visit(mask.data(), visited.data()));
    EXPECT_EQ(visited, expected);
    EXPECT_EQ(probe().count(mask.data()), expected.size());
    EXPECT_EQ(probe().none(mask.data()), expected.empty());
  });
}

// With room for all lanes behind what has been written.
TEST_P(LanesAndTables, WriteTheValuesOfAMaskInOrder) {
  over_all_masks(lanes(), [&](const Words& mask) {
    Words values(lanes()), expected, written(lanes() + 1, 7u);
    for (std::size_t k = 0; k < lanes(); ++k) values[k] = partner(static_cast<std::uint32_t>(k));
    for (std::size_t k = 0; k < lanes(); ++k)
      if (mask[k] != 0) expected.push_back(values[k]);
    const std::size_t count = probe().write_those(mask.data(), values.data(), written.data());
    EXPECT_EQ(written.back(), 7u) << "behind the room";
    written.resize(count);
    EXPECT_EQ(written, expected);
  });
}

TEST_P(LanesAndTables, MaskTheFirstSoMany) {
  for (std::size_t count = 0; count <= lanes(); ++count) {
    Words found(lanes()), expected(lanes());
    std::fill_n(expected.begin(), count, 1u);
    probe().first(count, found.data());
    EXPECT_EQ(found, expected) << count;
  }
}

// A table of records all of whose words differ.
template <std::size_t count>
std::vector<ProbeRecord<count>> records(std::size_t size) {
  std::vector<ProbeRecord<count>> made(size);
  std::uint32_t next = 0;
  for (auto& record : made)
    for (std::uint32_t& word : record.word) word = partner(++next);
  return made;
}

using Places = std::vector<std::int32_t>;

// A different place for each lane, in no order.
Places random_places(std::size_t lanes, std::size_t size, std::mt19937& random) {
  Places places(size);
  std::iota(places.begin(), places.end(), 0);
  std::shuffle(places.begin(), places.end(), random);
  places.resize(lanes);
  return places;
}

template <std::size_t count, class Load>
void expect_loads(std::size_t lanes, Load load) {
  std::mt19937 random(1);
  const auto table = records<count>(50);
  for (int k = 0; k < 200; ++k) {
    Places places = random_places(lanes, table.size(), random);
    if (k % 2 == 1) std::fill(places.begin() + 1 + k % 3, places.end(), places[1]);
    Words words(count * lanes);
    load(table.data(), places.data(), words.data());
    for (std::size_t w = 0; w < count; ++w)
      for (std::size_t i = 0; i < lanes; ++i)
        ASSERT_EQ(words[w * lanes + i], table[static_cast<std::size_t>(places[i])].word[w])
            << w << ' ' << i;
  }
}

TEST_P(LanesAndTables, LoadTheRecordsOfTheirPlaces) {
  expect_loads<4>(lanes(), probe().load_4);
  expect_loads<32>(lanes(), probe().load_32);
}

template <std::size_t count, class Load, class Store>
void expect_stores(std::size_t lanes, Load load, Store store) {
  std::mt19937 random(2);
  const auto source = records<count>(50);
  for (std::size_t filled = 0; filled <= lanes; ++filled) {
    const Places places = random_places(lanes, source.size(), random);
    Words words(count * lanes);
    load(source.data(), places.data(), words.data());
    std::vector<ProbeRecord<count>> written(source.size());
    store(words.data(), written.data(), places.data(), filled);
    for (std::size_t p = 0; p < source.size(); ++p) {
      const auto end = places.begin() + static_cast<std::ptrdiff_t>(filled);
      const bool is_filled = std::find(places.begin(), end, static_cast<std::int32_t>(p)) != end;
      ASSERT_EQ(written[p].word, is_filled ? source[p].word : ProbeRecord<count>{}.word)
          << "place " << p << " of " << filled;
    }
  }
}

TEST_P(LanesAndTables, StoreTheRecordsOfTheFilledAndNoOther) {
  expect_stores<4>(lanes(), probe().load_4, probe().store_4);
  expect_stores<32>(lanes(), probe().load_32, probe().store_32);
}

// Room with nothing readable before its first byte or past its last.
class GuardedRoom {
 public:
  explicit GuardedRoom(std::size_t size) : size_(size) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    inside_ = (size + page - 1) / page * page;
    guard_ = page;
    void* all = mmap(nullptr, inside_ + 2 * guard_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED) throw std::bad_alloc();
    whole_ = static_cast<std::byte*>(all);
    if (mprotect(whole_ + guard_, inside_, PROT_READ | PROT_WRITE) != 0) throw std::bad_alloc();
  }
  ~GuardedRoom() { munmap(whole_, inside_ + 2 * guard_); }
  GuardedRoom(const GuardedRoom&) = delete;
  GuardedRoom& operator=(const GuardedRoom&) = delete;

  void* at_the_start() const { return whole_ + guard_; }
  void* at_the_end() const { return whole_ + guard_ + inside_ - size_; }

 private:
  std::size_t size_, inside_ = 0, guard_ = 0;
  std::byte* whole_ = nullptr;
};

// A copy of a table between the guards.
template <class Row>
std::span<const Row> copied_to(void* where, const std::vector<Row>& rows) {
  std::memcpy(where, rows.data(), rows.size() * sizeof(Row));
  return {static_cast<const Row*>(where), rows.size()};
}

std::vector<ProbeRow> some_rows(std::size_t size) {
  std::vector<ProbeRow> rows(size);
  for (std::size_t r = 0; r < size; ++r) {
    const auto x = static_cast<float>(r);
    rows[r] = {x + .1f,
               {x + .2f, x + .3f, x + .4f},
               Id<ProbeTag>(r * 37 % 256),
               Id<ProbeTag>(255 - r * 91 % 256),
               r % 3 == 0,
               r % 5 != 0,
               as_whole(partner(static_cast<std::uint32_t>(r))),
               r % 2 == 0 ? ProbeKind::plain : ProbeKind::fancy,
               {}};
  }
  return rows;
}

// Places within, and many that no table has.
Places some_places(std::size_t lanes, std::size_t size, std::mt19937& random) {
  constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min();
  constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
  const auto end = static_cast<std::int32_t>(size);
  Places places(lanes);
  for (std::int32_t& place : places) {
    const auto any = static_cast<std::int32_t>(random());
    const std::int32_t beyond[] = {end, 255, -1, least, most, any};
    place = random() % 3 == 0 ? beyond[random() % 6] : static_cast<std::int32_t>(random() % size);
  }
  return places;
}

enum class Beyond { some_row, anything };  // what places that no table has find

// `look(places, out)` at places within finds what `expected` says is there.
template <class Look>
void expect_look_up(std::size_t lanes, const Words& expected, Beyond beyond, Look look) {
  std::mt19937 random(3);
  Words found(lanes);
  for (int k = 0; k < 500; ++k) {
    const Places places = some_places(lanes, expected.size(), random);
    look(places.data(), found.data());
    for (std::size_t i = 0; i < lanes; ++i) {
      const auto place = static_cast<std::size_t>(static_cast<std::uint32_t>(places[i]));
      if (place < expected.size()) {
        ASSERT_EQ(found[i], expected[place]) << "place " << places[i] << " of " << expected.size();
      } else if (beyond == Beyond::some_row) {
        ASSERT_TRUE(std::count(expected.begin(), expected.end(), found[i]) > 0) << places[i];
      }
    }
  }
}

// What is found one by one at each place there is.
template <class Look>
Words found_one_by_one(std::size_t size, Look look) {
  Words found(size);
  for (std::size_t k = 0; k < size; ++k) {
    const auto place = static_cast<std::int32_t>(k);
    look(&place, &found[k]);
  }
  return found;
}

template <class Row, class Look, class LookOne>
void expect_look_up_between_guards(std::size_t lanes, const std::vector<Row>& rows, Look look,
                                   LookOne look_one) {
  const GuardedRoom room(rows.size() * sizeof(Row));
  for (void* where : {room.at_the_start(), room.at_the_end()}) {
    const std::span<const Row> table = copied_to(where, rows);
    const Words expected =
        found_one_by_one(rows.size(), [&](auto place, auto out) { look_one(table, place, out); });
    expect_look_up(lanes, expected, Beyond::some_row,
                   [&](auto places, auto out) { look(table, places, out); });
  }
}

TEST_P(LanesAndTables, LookUpRowsAndAreNotHarmedByPlacesBeyond) {
  const Probe one = probe_over<float>("float");
  for (const std::size_t size : {1u, 2u, 7u, 200u}) {
    for (const Look what : looks_at_rows)
      expect_look_up_between_guards(
          lanes(), some_rows(size),
          [&](auto rows, auto places, auto out) { probe().look_at_rows(rows, what, places, out); },
          [&](auto rows, auto place, auto out) { one.look_at_rows(rows, what, place, out); });
    std::vector<float> numbers(size);
    Words words(size);
    for (std::uint32_t k = 0; k < size; ++k) words[k] = partner(k);
    for (std::size_t k = 0; k < size; ++k) numbers[k] = static_cast<float>(k) * -.37f;
    expect_look_up_between_guards(lanes(), numbers, probe().look_at_numbers, one.look_at_numbers);
    expect_look_up_between_guards(lanes(), words, probe().look_at_words, one.look_at_words);
  }
}

// Sizes on both sides of what fits into one register, into two, and into no more.
TEST_P(LanesAndTables, LookUpTheColumnsOfATable) {
  const Probe one = probe_over<float>("float");
  for (const std::size_t size : {1u, 3u, 4u, 5u, 7u, 8u, 9u, 15u, 16u, 17u, 31u, 32u, 33u, 200u}) {
    const ColumnTable<ProbeRow> table(some_rows(size));
    for (const Look what : looks_at_tables) {
      const Words expected = found_one_by_one(
          size, [&](auto place, auto out) { one.look_at_table(table, what, place, out); });
      expect_look_up(lanes(), expected, Beyond::anything, [&](auto places, auto out) {
        probe().look_at_table(table, what, places, out);
      });
    }
    for (const std::size_t entry : {0u, 1u, 2u}) {
      const Words expected = found_one_by_one(
          size, [&](auto place, auto out) { one.look_at_entry(table, entry, place, out); });
      expect_look_up(lanes(), expected, Beyond::anything, [&](auto places, auto out) {
        probe().look_at_entry(table, entry, places, out);
      });
    }
  }
}

TEST_P(LanesAndTables, LoadTheFirstPlacesOfAListAndRepeatTheFirst) {
  Words list(3 * lanes());
  for (std::size_t k = 0; k < list.size(); ++k) list[k] = partner(static_cast<std::uint32_t>(k));
  for (std::size_t from = 0; from <= lanes(); ++from)
    for (std::size_t filled = 1; filled <= lanes(); ++filled) {
      Words found(lanes()), expected(lanes(), list[from]);
      std::copy_n(list.begin() + static_cast<std::ptrdiff_t>(from), filled, expected.begin());
      probe().load_places(list.data() + from, filled, found.data());
      ASSERT_EQ(found, expected) << filled << " from " << from;
    }
}

// Amounts of money and of feelings, exact halves of a unit, and some too large for whole lanes.
float some_amount(std::mt19937& random, bool small) {
  const float share = static_cast<float>(random() >> 8) * 0x1p-24f - .5f;
  switch (random() % 6) {
    case 0:
      return share;
    case 1:
      return share * 2000;
    case 2:
      return (static_cast<float>(random() % 4096) - 2048.0f) * 0x1p-21f;
    case 3:
      return share * 0x1p-15f;
    case 4:
      return small ? -0.0f : share * 1e6f;
    default:
      return small ? 1023.99994f : share * 1e9f;
  }
}

TEST_P(LanesAndTables, AddTheAmountsOfAMaskAsASumOfEach) {
  std::mt19937 random(4);
  for (int k = 0; k < 20000; ++k) {
    std::vector<float> amounts(lanes());
    Words mask(lanes());
    std::int64_t expected = 0;
    for (std::size_t i = 0; i < lanes(); ++i) {
      amounts[i] = some_amount(random, k % 2 == 0);
      mask[i] = random() % 3 == 0 ? 0u : 1u;
      if (mask[i] == 0 && k % 5 == 0) amounts[i] = std::numeric_limits<float>::quiet_NaN();
      FixedSum one;
      if (mask[i] != 0) one.add(static_cast<double>(amounts[i]));
      expected += static_cast<std::int64_t>(one.value() / FixedSum::resolution);
    }
    ASSERT_EQ(probe().total_units(mask.data(), amounts.data()), expected) << k;
  }
}

TEST_P(LanesAndTables, TurnSmallAmountsIntoUnits) {
  std::mt19937 random(5);
  for (int k = 0; k < 20000; ++k) {
    std::vector<float> amounts(lanes());
    std::vector<std::int32_t> found(lanes());
    for (float& amount : amounts) amount = some_amount(random, true);
    probe().small_units(amounts.data(), found.data());
    for (std::size_t i = 0; i < lanes(); ++i) {
      FixedSum one;
      one.add(static_cast<double>(amounts[i]));
      ASSERT_EQ(static_cast<double>(found[i]) * FixedSum::resolution, one.value()) << amounts[i];
    }
  }
}

}  // namespace
}  // namespace cxsim
