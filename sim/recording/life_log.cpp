#include "recording/life_log.hpp"

#include <array>
#include <limits>

namespace cxsim {
namespace {

using L = LoggedEvent;
using K = LifeEventKind;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

template <class Number>
double as_number(Number value) {
  return static_cast<double>(value);
}

// Fields that mean something only for events of some kinds.
template <auto field, K... kinds>
double of_kinds(const L& row) {
  const bool means_something = ((row.event->kind == kinds) || ...);
  return means_something ? as_number(row.event->*field) : nothing;
}

template <auto field>
double felt_after(const L& row) {
  return as_number(row.event->mind.*field);
}

template <auto facet>
double believed_after(const L& row) {
  return as_number(row.event->mind.belief.*facet);
}

template <auto quality>
double experienced(const L& row) {
  return row.event->kind == K::contact ? as_number(row.event->experience.*quality) : nothing;
}

template <auto part>
double remembered(const L& row) {
  return row.event->kind == K::close ? as_number(row.event->episode.*part) : nothing;
}

using E = LifeEvent;
using X = Experience<float>;
using M = Mind<float>;
using B = Beliefs<float>;

constexpr std::array<std::string_view, 2> no_or_yes{"no", "yes"};

constexpr auto table = std::to_array<Column<L>>({
    {"arm_index", NumberType::int16, "1", "place in the dimension arm, counted from 0",
     [](const L& r) { return as_number(r.arm); }},
    {"replication_index", NumberType::int32, "1", "place in the dimension replication, from 0",
     [](const L& r) { return as_number(r.replication); }},
    {"person", NumberType::int32, "1", "number of the person, as in /people",
     [](const L& r) { return as_number(r.event->person.value); }},
    {"day", NumberType::int32, "d", "day of the event, counted from the end of the burn-in",
     [](const L& r) { return as_number(r.event->day); }},
    {"kind", NumberType::int8, "1", "what happened",
     [](const L& r) { return as_number(r.event->kind); }, life_event_names},
    {"journey_place", NumberType::int16, "1",
     "journey they are on: place in the dimension journey, from 1; 0 = none",
     [](const L& r) { return place_after_none(r.event->journey); }},
    {"touchpoint_place", NumberType::int16, "1",
     "contact: place in the dimension touchpoint, from 1; 0 = none",
     [](const L& r) { return place_after_none(r.event->touchpoint); }},
    {"success", NumberType::int8, "1",
     "contact, close, recovery: it worked; considered: they start the journey to a purchase",
     [](const L& r) { return r.event->success ? 1.0 : 0.0; }, no_or_yes},
    {"hostile", NumberType::int8, "1", "whether only price counts for them any more",
     [](const L& r) { return r.event->hostile ? 1.0 : 0.0; }, no_or_yes},
    {"number", NumberType::int32, "1",
     "contact, close: contacts in the journey; told: messages; recovery: attempts so far",
     [](const L& r) { return as_number(r.event->number); }},
    {"experience", NumberType::float32, "1",
     "close: the journey as remembered; told, heard, published_review, recovery: what is told; -1 "
     "to "
     "1",
     of_kinds<&E::amount, K::close, K::complaint, K::told, K::heard, K::published_review,
              K::recovery>},
    {"score", NumberType::float32, "points",
     "published_review: stars; contact: CSAT; 0 without an answer",
     of_kinds<&E::score, K::published_review, K::contact>},
    {"effort", NumberType::float32, "1", "contact, close: effort of the journey so far, in points",
     of_kinds<&E::effort, K::contact, K::close>},
    {"peak", NumberType::float32, "1", "close: reaction to the contact that stirred most, -1 to 1",
     remembered<&Episode<float>::peak>},
    {"end", NumberType::float32, "1", "close: reaction to the last contact, -1 to 1",
     remembered<&Episode<float>::end>},
    {"reaction_sum", NumberType::float32, "1", "close: sum of the reactions to all contacts",
     remembered<&Episode<float>::sum>},
    {"satisfaction_before", NumberType::float32, "1",
     "close: remembered satisfaction before it; recovery: before the journey it puts right",
     of_kinds<&E::satisfaction_before, K::close, K::recovery>},
    {"chance", NumberType::float32, "1",
     "stayed: chance to look; looked, left: chance to leave of one who looks; considered, bought, "
     "declined: chance to do so",
     of_kinds<&E::chance, K::stayed, K::looked, K::left, K::considered, K::bought, K::declined>},
    {"net_preference", NumberType::float32, "1",
     "looked, left, bought, declined: utility of the firm less that of its rivals",
     of_kinds<&E::net_preference, K::looked, K::left, K::bought, K::declined>},
    {"inertia", NumberType::float32, "1", "looked, left: switching cost, as utility",
     of_kinds<&E::inertia, K::looked, K::left>},
    {"cause_of_leaving", NumberType::int8, "1", "left: what pushed hardest",
     [](const L& r) { return as_number(r.event->cause); }, cause_of_leaving_names},
    {"expected", NumberType::float32, "1", "contact: quality they hold every firm to, 0 to 1",
     experienced<&X::expected>},
    {"delivered", NumberType::float32, "1", "contact: quality delivered, 0 to 1",
     experienced<&X::delivered>},
    {"perceived", NumberType::float32, "1", "contact: quality perceived, 0 to 1",
     experienced<&X::perceived>},
    {"reaction", NumberType::float32, "1", "contact: what it felt like, -1 to 1",
     experienced<&X::reaction>},
    {"valence", NumberType::float32, "1", "mood afterwards, -1 to 1", felt_after<&M::valence>},
    {"arousal", NumberType::float32, "1", "arousal afterwards, 0 to 1", felt_after<&M::arousal>},
    {"satisfaction", NumberType::float32, "1", "remembered satisfaction afterwards, -1 to 1",
     felt_after<&M::satisfaction>},
    {"implicit", NumberType::float32, "1", "subconscious association afterwards, -1 to 1",
     felt_after<&M::implicit>},
    {"trust", NumberType::float32, "1", "trust afterwards, 0 to 1", felt_after<&M::trust>},
    {"commitment", NumberType::float32, "1", "commitment afterwards, 0 to 1",
     felt_after<&M::commitment>},
    {"cynicism", NumberType::float32, "1", "cynicism afterwards, 0 to 1", felt_after<&M::cynicism>},
    {"equity", NumberType::float32, "1", "sense of fair give and take afterwards, -1 to 1",
     felt_after<&M::equity>},
    {"neighbour_exits", NumberType::float32, "1",
     "acquaintances who left, fading, as it stands afterwards", felt_after<&M::neighbour_exits>},
    {"expectation_offset", NumberType::float32, "1",
     "personal part of what they hold firms to afterwards, -0.5 to 0.5",
     felt_after<&M::expectation_offset>},
    {"belief_product", NumberType::float32, "1", "quality of the product they expect to meet",
     believed_after<&B::product>},
    {"belief_service", NumberType::float32, "1", "quality of the service they expect to meet",
     believed_after<&B::service>},
    {"belief_ux", NumberType::float32, "1", "quality of the user experience they expect to meet",
     believed_after<&B::ux>},
    {"belief_brand", NumberType::float32, "1", "quality of the brand they expect to meet",
     believed_after<&B::brand>},
});

}  // namespace

std::span<const Column<LoggedEvent>> life_event_columns() { return table; }

EventLog life_log(std::vector<PersonId> people, LifeEventKinds kinds) {
  return EventLog({"life_events", table, kinds, std::move(people)});
}

}  // namespace cxsim
