#include "experiments/diary_contact.hpp"

#include <fmt/format.h>

#include "experiments/diary_words.hpp"

namespace cxsim {
namespace {

using namespace words;

const Touchpoint& touchpoint_of(const LifeEvent& contact, const World& world) {
  return world.touchpoints[contact.touchpoint.index()];
}

const std::string& department_of(const LifeEvent& contact, const World& world) {
  return world.company.departments[touchpoint_of(contact, world).owner.index()].title;
}

std::string outcome(const LifeEvent& contact) {
  const std::string_view ending = contact.success ? "and it worked" : "but it failed";
  if (contact.answered_by == AnsweredBy::bot) return fmt::format("a bot answered, {}", ending);
  if (contact.answered_by == AnsweredBy::nobody) return contact.success ? "it worked" : "it failed";
  const std::string wait =
      contact.wait < 1.0f ? "at once" : fmt::format("after {}", minutes(contact.wait));
  return fmt::format("a human answered {}, {}", wait, ending);
}

std::string perception(const LifeEvent& contact, const World& world) {
  const Experience<float>& x = contact.experience;
  return fmt::format("{} (expected {}, perceived {})",
                     gap(x.gap, world.customer.expectation.tolerance), plain(x.expected),
                     plain(x.perceived));
}

}  // namespace

std::string contact_told(const LifeEvent& contact, const Scene& scene, const World& world) {
  const bool again = scene.previous != nullptr && scene.previous->touchpoint == contact.touchpoint;
  const std::string place = quoted(touchpoint_of(contact, world).title);
  std::string text = scene.days_since > 0 ? days_later(scene.days_since) + " " : "";
  text += again ? fmt::format("they tried {} again, and", place) : fmt::format("at {}", place);
  text += fmt::format(" {}: {}", outcome(contact), perception(contact, world));
  const std::string_view felt = feeling(contact.mind.valence, contact.mind.arousal);
  if (felt != scene.felt) text += fmt::format("; they felt {}", felt);
  text += '.';
  if (contact.surveyed)
    text += fmt::format(" Asked how satisfied they were, they gave {:.0f} of 5.", contact.score);
  return capitalised(text);
}

std::string hostility_told(const LifeEvent& contact) {
  const std::string cynicism = plain(contact.mind.cynicism);
  return contact.hostile
             ? fmt::format(
                   "It was one broken promise too many: cynicism reached {}, and from here "
                   "on they were hostile. Experience no longer counted, only price.",
                   cynicism)
             : fmt::format("Their cynicism had faded to {}: they were hostile no longer.",
                           cynicism);
}

std::string handoff_told(const LifeEvent& from, const LifeEvent& to, const World& world) {
  return fmt::format(
      "What {} knew was lost at the handoff: they had to explain it all again to {}.",
      department_of(from, world), department_of(to, world));
}

}  // namespace cxsim
