#include "analysis/page/diary_json.hpp"

#include <array>
#include <cmath>

namespace cxsim {
namespace {

Json terms_json(const std::vector<DiaryTerm>& terms) {
  Json json = Json::object();
  for (const DiaryTerm& term : terms) json[term.name] = term.value;
  return json;
}

Json entries_json(const Diary& diary) {
  Json json = Json::array();
  for (const DiaryEntry& entry : diary.entries)
    json.push_back({{"first_day", entry.first_day},
                    {"last_day", entry.last_day},
                    {"heading", entry.heading},
                    {"paragraphs", entry.paragraphs}});
  return json;
}

Json contacts_json(const Diary& diary, const World& world) {
  Json json = Json::array();
  constexpr const char* answerers[] = {"nobody", "human", "bot"};
  for (const DiaryContact& c : diary.contacts)
    json.push_back({{"day", c.day},
                    {"journey", world.journeys[c.journey.index()].name},
                    {"touchpoint", world.touchpoints[c.touchpoint.index()].name},
                    {"answered_by", answerers[static_cast<int>(c.answered_by)]},
                    {"failed", c.failed},
                    {"wait", c.wait},
                    {"expected", c.expected},
                    {"perceived", c.perceived},
                    {"gap", c.gap},
                    {"reaction", c.reaction},
                    {"valence", c.valence},
                    {"trust", c.trust},
                    {"satisfaction", c.satisfaction}});
  return json;
}

Json looks_json(const Diary& diary) {
  Json json = Json::array();
  for (const DiaryLook& look : diary.looks)
    json.push_back({{"day", look.day},
                    {"left", look.left},
                    {"look_chance", look.look_chance},
                    {"look_factors", terms_json(look.look_factors)},
                    {"net_preference", look.net_preference},
                    {"preference", terms_json(look.preference)},
                    {"inertia", look.inertia},
                    {"leave_chance", look.leave_chance}});
  return json;
}

Json purchases_json(std::span<const LifeEvent> events) {
  Json json = Json::array();
  bool has_left = false;
  for (const LifeEvent& event : events) {
    has_left = has_left || event.kind == LifeEventKind::left;
    if (event.kind == LifeEventKind::bought)
      json.push_back({{"day", event.day}, {"again", has_left}});
  }
  return json;
}

void round_numbers(Json& json) {
  if (json.is_number_float())
    json = std::round(json.get<double>() * 1000) / 1000;
  else if (json.is_structured())
    for (Json& part : json) round_numbers(part);
}

}  // namespace

Json diary_json(const Diary& diary, const World& world) {
  Json json;
  json["title"] = diary.title;
  json["portrait"] = diary.portrait;
  json["entries"] = entries_json(diary);
  json["epilogue"] = diary.epilogue;
  json["contacts"] = contacts_json(diary, world);
  json["looks"] = looks_json(diary);
  return json;
}

Json drawn_diary_json(const Diary& diary, std::span<const LifeEvent> events, const World& world) {
  constexpr std::array kinds{"quiet", "journey", "consideration", "recovery", "look", "departure"};
  Json json = diary_json(diary, world);
  for (std::size_t k = 0; k < diary.entries.size(); ++k)
    json["entries"][k]["kind"] = kinds[static_cast<std::size_t>(diary.entries[k].kind)];
  for (std::size_t k = 0; k < diary.contacts.size(); ++k)
    json["contacts"][k]["csat"] =
        diary.contacts[k].csat > 0 ? Json(diary.contacts[k].csat) : Json();
  json["purchases"] = purchases_json(events);
  round_numbers(json);
  return json;
}

}  // namespace cxsim
