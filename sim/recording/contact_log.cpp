#include "recording/contact_log.hpp"

#include <array>
#include <limits>

namespace cxsim {
namespace {

using L = LoggedEvent;

constexpr std::array<std::string_view, 3> answerers{"nobody", "human", "bot"};
constexpr std::array<std::string_view, 2> outcomes{"failed", "succeeded"};

double csat(const L& contact) {
  return contact.event->surveyed ? static_cast<double>(contact.event->score)
                                 : std::numeric_limits<double>::quiet_NaN();
}

template <auto quality>
double experienced(const L& contact) {
  return static_cast<double>(contact.event->experience.*quality);
}

template <auto feeling>
double felt_after(const L& contact) {
  return static_cast<double>(contact.event->mind.*feeling);
}

using Lived = Experience<float>;
using Inner = Mind<float>;

// Names differ from those of the root dimensions: R's ncdf4 takes a variable that is called like a
// dimension for its coordinates.
constexpr auto table = std::to_array<Column<L>>({
    {"arm_index", NumberType::int16, "1", "place in the dimension arm, counted from 0",
     [](const L& c) { return static_cast<double>(c.arm); }},
    {"replication_index", NumberType::int32, "1", "place in the dimension replication, from 0",
     [](const L& c) { return static_cast<double>(c.replication); }},
    {"person", NumberType::int32, "1", "number of the person, as in /people",
     [](const L& c) { return static_cast<double>(c.event->person.value); }},
    {"day", NumberType::int32, "d", "day of the contact, counted from the end of the burn-in",
     [](const L& c) { return static_cast<double>(c.event->day); }},
    {"touchpoint_index", NumberType::int16, "1", "place in the dimension touchpoint, from 0",
     [](const L& c) { return static_cast<double>(c.event->touchpoint.index()); }},
    {"journey_index", NumberType::int16, "1", "place in the dimension journey, from 0",
     [](const L& c) { return static_cast<double>(c.event->journey.index()); }},
    {"upstream_touchpoint_index", NumberType::int16, "1",
     "place in the dimension upstream_touchpoint, from 0 = none",
     [](const L& c) { return place_after_none(c.event->upstream); }},
    {"upstream_root_cause_index", NumberType::int16, "1",
     "place in the dimension upstream_root_cause, from 0 = none",
     [](const L& c) { return place_after_none(c.event->upstream_cause); }},
    {"number_in_journey", NumberType::int16, "1",
     "how many contacts this journey had, this one too",
     [](const L& c) { return static_cast<double>(c.event->number); }},
    {"answered_by", NumberType::int8, "1", "who answered",
     [](const L& c) { return static_cast<double>(c.event->answered_by); }, answerers},
    {"success", NumberType::int8, "1", "whether the contact did what it was for",
     [](const L& c) { return c.event->success ? 1.0 : 0.0; }, outcomes},
    {"wait", NumberType::float32, "min", "time waited",
     [](const L& c) { return static_cast<double>(c.event->wait); }},
    {"expected", NumberType::float32, "1", "quality they hold every firm to, 0 to 1",
     experienced<&Lived::expected>},
    {"believed", NumberType::float32, "1", "quality they thought they would meet, 0 to 1",
     experienced<&Lived::believed>},
    {"delivered", NumberType::float32, "1", "quality delivered, 0 to 1",
     experienced<&Lived::delivered>},
    {"perceived", NumberType::float32, "1", "quality perceived, 0 to 1",
     experienced<&Lived::perceived>},
    {"gap", NumberType::float32, "1", "perceived - expected", experienced<&Lived::gap>},
    {"reaction", NumberType::float32, "1", "what it felt like, -1 to 1",
     experienced<&Lived::reaction>},
    {"valence", NumberType::float32, "1", "mood afterwards, -1 to 1", felt_after<&Inner::valence>},
    {"trust", NumberType::float32, "1", "trust afterwards, 0 to 1", felt_after<&Inner::trust>},
    {"satisfaction", NumberType::float32, "1", "remembered satisfaction afterwards, -1 to 1",
     felt_after<&Inner::satisfaction>},
    {"csat", NumberType::float32, "points", "answer to the survey, 1 to 5; NaN without one", csat},
});

}  // namespace

std::span<const Column<LoggedEvent>> contact_columns() { return table; }

EventLog contact_log(std::vector<PersonId> people) {
  LifeEventKinds contacts;
  contacts.add(LifeEventKind::contact);
  return EventLog({"contacts", table, contacts, std::move(people)});
}

}  // namespace cxsim
