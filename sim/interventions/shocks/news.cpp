// News: an event goes viral and reaches people whether or not they are customers; it may repeat.
#include "interventions/catalogue.hpp"
#include "interventions/intervention.hpp"

namespace cxsim {
namespace {

constexpr std::array parameters{
    Parameter{"reach", .3, share_range, "share", "share of the people in scope whom it reaches"},
    Parameter{"experience", -.9, {-1, 1}, "reaction", "how good or bad a story it tells"},
    Parameter{"vividness", 5, {0, 100}, "factor", "weight of the story against a friend's word"},
    Parameter{
        "trust_loss", .08, share_range, "share",
        "trust it costs those it reaches, or gives them if the story is good; commitment shields"},
    Parameter{"implicit_loss", .03, {0, 2}, "reaction", "subconscious trace"},
    Parameter{"reputation_loss", .12, share_range, "share",
              "what it takes off public reputation, or adds if the story is good"},
    Parameter{
        "every", 30, {1, 36500}, "days", "time between one event and the next within the duration"},
};
enum Which : std::size_t {
  reach,
  experience,
  vividness,
  trust_loss,
  implicit_loss,
  reputation_loss,
  every
};

constexpr std::array<std::string_view, 3> leans_on{"customer.word_of_mouth.heard_rate",
                                                   "customer.word_of_mouth.commitment_shield",
                                                   "customer.online_review.initial_count"};

std::optional<Happening> break_out(const Intervention& one, std::int64_t day) {
  const std::int64_t since = day - one.timing.start;
  const auto pause = static_cast<std::int64_t>(one.parameter(every));
  const bool once_more = since == 0 || (one.timing.duration > 0 && is_kept_up(one.timing, day) &&
                                        since > 0 && since % pause == 0);
  if (!once_more) return std::nullopt;
  const float pull = one.timing.effectiveness;
  const float harm = one.parameter(experience) < 0 ? pull : -pull;  // good news mends
  return Happening{
      .reach = min_of(1.0f, one.parameter(reach) * one.timing.strength),
      .experience = one.parameter(experience),
      .weight = one.parameter(vividness) * pull,
      .trust_loss = one.parameter(trust_loss) * harm,
      .shield = 1,
      .implicit_loss = one.parameter(implicit_loss) * harm,
      .reputation_loss = one.parameter(reputation_loss) * harm * min_of(1.0f, one.timing.strength)};
}

}  // namespace

const Kind kinds::news{
    .name = "news",
    .title = "News",
    .meaning =
        "a story about the firm reaches many people at once, customers or not; with a "
        "duration it breaks out again and again",
    .nature = Nature::shock,
    .shape = Shape::own,
    .scopes = static_cast<ScopeKeys>(ScopeKey::segments),
    .parameters = parameters,
    .leans_on = leans_on,
    .happening = break_out,
};

}  // namespace cxsim
