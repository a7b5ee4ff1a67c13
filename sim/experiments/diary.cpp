#include "experiments/diary.hpp"

#include "experiments/diary_portrait.hpp"
#include "experiments/diary_reasons.hpp"
#include "experiments/diary_telling.hpp"

namespace cxsim {
namespace {

Paragraphs tell(const Chapter& chapter, const Telling& telling) {
  switch (chapter.kind) {
    case DiaryKind::quiet:
      return tell_quiet(chapter, telling);
    case DiaryKind::journey:
      return tell_journey(chapter, telling);
    case DiaryKind::consideration:
      return tell_consideration(chapter, telling);
    case DiaryKind::recovery:
      return tell_recovery(chapter, telling);
    case DiaryKind::look:
      return tell_look(chapter, telling);
    case DiaryKind::departure:
      return tell_departure(chapter, telling);
  }
  return {};
}

DiaryContact contact_of(const LifeEvent& event) {
  DiaryContact contact;
  contact.day = event.day;
  contact.journey = event.journey;
  contact.touchpoint = event.touchpoint;
  contact.answered_by = event.answered_by;
  contact.failed = !event.success;
  contact.wait = event.wait;
  contact.expected = event.experience.expected;
  contact.perceived = event.experience.perceived;
  contact.gap = event.experience.gap;
  contact.reaction = event.experience.reaction;
  contact.valence = event.mind.valence;
  contact.arousal = event.mind.arousal;
  contact.trust = event.mind.trust;
  contact.satisfaction = event.mind.satisfaction;
  contact.csat = event.surveyed ? event.score : 0;
  return contact;
}

void keep_numbers(const std::vector<LifeEvent>& events, const World& world, Diary& diary) {
  for (const LifeEvent& event : events) {
    if (event.kind == LifeEventKind::contact) diary.contacts.push_back(contact_of(event));
    if (event.kind == LifeEventKind::looked || event.kind == LifeEventKind::left)
      diary.looks.push_back(look_of(event, world));
  }
}

}  // namespace

Diary tell_life(const World& world, PersonId person, const std::vector<LifeEvent>& events,
                const PersonRecord& record, const Customer& at_birth) {
  const DiaryDates dates(world.simulation.start_date);
  const std::vector<Chapter> chapters = chapters_of(events, at_birth, world);
  Diary diary;
  diary.title = title_of(person, events, record, {world, dates, at_birth, chapters});
  diary.portrait = portrait_of(person, {world, dates, at_birth, {}});
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    const Telling telling{world, dates, at_birth, std::span(chapters).first(i)};
    Paragraphs paragraphs = tell(chapters[i], telling);
    if (paragraphs.empty()) continue;
    diary.entries.push_back({chapters[i].kind, chapters[i].first_day(), chapters[i].last_day(),
                             heading_of(chapters[i], telling), std::move(paragraphs)});
  }
  diary.epilogue = epilogue_of(events, record, {world, dates, at_birth, chapters});
  keep_numbers(events, world, diary);
  return diary;
}

Customer person_at_birth(const World& world, std::uint32_t replication, PersonId person) {
  const StreamKey key{static_cast<std::uint64_t>(world.simulation.seed), replication};
  return be_born(person, world.segments[segment_of(person, world).index()],
                 {world.customer.loyalty.period, world.customer.acquisition.first_consideration},
                 key);
}

}  // namespace cxsim
