#include "recording/people_table.hpp"

#include <algorithm>
#include <array>

namespace cxsim {
namespace {

constexpr std::array<std::string_view, 5> lifecycles{"unaware", "aware", "considering", "active",
                                                     "former"};
static_assert(static_cast<std::size_t>(Lifecycle::former) + 1 == lifecycles.size());

constexpr std::array<std::string_view, 3> value_tiers{"bottom", "middle", "top"};
constexpr std::array<std::string_view, 2> no_or_yes{"no", "yes"};

// Not the smallest integer, which R takes for a missing value.
constexpr std::int32_t never_acquired = -999999;
constexpr std::int32_t never_churned = -1;

// Rows of a chunk, and of what is converted at once.
constexpr std::size_t rows_at_once = 1 << 16;

template <std::int32_t PersonRecord::*day>
double day_or_never(const PersonRecord& p) {
  return p.*day == PersonRecord::no_day ? never_acquired : p.*day;
}

using P = PersonRecord;

constexpr auto table = std::to_array<Column<P>>({
    {"acquired_day",
     NumberType::int32,
     "d",
     "day of the last purchase, counted from the end of the burn-in; -999999: never",
     day_or_never<&P::acquired_day>,
     {},
     NoDay{never_acquired}},
    {"churn_day",
     NumberType::int32,
     "d",
     "day on which they last left, counted from the end of the burn-in; -1: never, if "
     "times_churned is 0",
     [](const P& p) { return static_cast<double>(p.churn_day); },
     {},
     NoDay{never_churned}},
    {"first_acquired_day",
     NumberType::int32,
     "d",
     "day of the first purchase, counted from the end of the burn-in; -999999: never",
     day_or_never<&P::first_acquired_day>,
     {},
     NoDay{never_acquired}},
    {"first_churn_day",
     NumberType::int32,
     "d",
     "day on which they first left, counted from the end of the burn-in; -999999: never",
     day_or_never<&P::first_churn_day>,
     {},
     NoDay{never_acquired}},
    {"times_churned", NumberType::int32, "1", "how often they left, since the burn-in began",
     [](const P& p) { return static_cast<double>(p.times_churned); }},
    {"recommend_score", NumberType::float32, "points",
     "likelihood to recommend at the end, 0 to 10; NaN for who is not a customer then",
     [](const P& p) { return static_cast<double>(p.recommend_score); }},
    {"lifetime_profit", NumberType::float32, currency_unit,
     "margin of what they paid less what they cost, since the burn-in began",
     [](const P& p) { return static_cast<double>(p.lifetime_profit); }},
    {"contacts", NumberType::int32, "contacts", "direct contacts, since the burn-in began",
     [](const P& p) { return static_cast<double>(p.contacts); }},
    {"segment", NumberType::int16, "1", "place in the dimension segment, counted from 0",
     [](const P& p) { return static_cast<double>(p.segment.index()); }},
    {"cause_of_leaving", NumberType::int8, "1", "what pushed hardest when they last left",
     [](const P& p) { return static_cast<double>(p.cause); }, cause_of_leaving_names},
    {"lifecycle", NumberType::int8, "1", "where they stand at the end",
     [](const P& p) { return static_cast<double>(p.lifecycle); }, lifecycles},
    {"value_tier", NumberType::int8, "1",
     "by the revenue they bring: about a fifth at the bottom, a fifth at the top",
     [](const P& p) { return static_cast<double>(p.value_tier); }, value_tiers},
    {"active_at_start", NumberType::int8, "1",
     "a customer at the end of the burn-in, before any arm differs from another",
     [](const P& p) { return p.active_at_start ? 1.0 : 0.0; }, no_or_yes},
});

std::string path_of(const Column<P>& column) { return "people/" + std::string(column.name); }

}  // namespace

std::span<const Column<PersonRecord>> people_columns() { return table; }

void define_people(NetcdfFile& file, std::span<const PersonId> people, std::string_view currency) {
  if (people.empty()) return;
  std::vector<std::int32_t> ids;
  ids.reserve(people.size());
  for (const PersonId person : people) ids.push_back(static_cast<std::int32_t>(person.value));
  file.define_numbered_dimension("people/person", ids, "1", "number of the person, from 0");
  for (const Column<P>& column : table)
    file.define_variable({.path = path_of(column),
                          .dimensions = {"arm", "replication", "person"},
                          .type = column.type,
                          .units = units_in(column.units, currency),
                          .long_name = std::string(column.long_name),
                          .attributes = attributes_of(column),
                          .chunk = {1, 1, rows_at_once}});
}

void write_people(NetcdfFile& file, std::size_t arm, std::size_t replication,
                  std::span<const PersonRecord> people) {
  for (std::size_t first = 0; first < people.size(); first += rows_at_once) {
    const auto rows = people.subspan(first, std::min(rows_at_once, people.size() - first));
    for (const Column<P>& column : table)
      write_column(file, path_of(column), column, {arm, replication, first}, {1, 1, rows.size()},
                   rows);
  }
}

}  // namespace cxsim
