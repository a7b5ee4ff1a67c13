#include "engine/simulation.hpp"

#include <algorithm>

namespace cxsim {

// Calls work(chunk, ledger) for every chunk on all workers, and adds up what they note down.
template <class Work>
void Simulation::let_chunks(Work work) {
  share_out(chunks_.size(), [&](std::size_t c) { work(c, ledgers_.mine()); });
  ledgers_.for_each([&](Ledger& ledger) {
    ledger_.add(ledger);
    ledger.clear();
  });
}

void Simulation::pass_day() {
  open_company();
  meet_happenings();
  deliver_messages();
  let_customers_act();
  publish_reviews();
  close_company();
  ++day_;
}

// Interventions and shocks move what holds today, and then the levers that follow from it.
void Simulation::arrange_conditions() {
  plans_ = {};
  if (programme_ == nullptr || !programme_->moves_on(day_of_results())) return;
  static_cast<Conditions&>(now_) = world_;
  programme_->arrange({day_of_results(), world_}, now_);
}

void Simulation::open_company() {
  arrange_conditions();
  Levers levers = levers_on(day_, now_.company);
  if (programme_ != nullptr) plans_ = programme_->act(day_of_results(), levers);
  offer_ = begin_day(levers, now_.company, now_.touchpoints, now_.money.bot_cost, company_);
  ledger_.clear();
  ledger_.tally.of(CompanySum::advertising_cost)
      .add(static_cast<double>(now_.money.advertising_spend));
  ledger_.tally.of(CompanySum::intervention_cost).add(plans_.cost);
  meet_sales_representatives();
}

// News and the like come before anything else of the day.
void Simulation::meet_happenings() {
  for (const Happening& happening : plans_.happenings) {
    const Today today = today_at(static_cast<float>(day_) + .5f);
    let_chunks([&](std::size_t c, Ledger& ledger) { chunks_[c].meet(happening, today, ledger); });
    float& reputation = company_.reputation.level;
    reputation = as_share(reputation - happening.reputation_loss);
  }
}

// Chance encounters with a sales representative: heard tomorrow, like everything that is said.
void Simulation::meet_sales_representatives() {
  if (offer_.levers.encounters <= 0) return;
  constexpr std::uint32_t the_company = PersonId::none_value;
  const WordOfMouthSettings& s = now_.customer.word_of_mouth;
  Luck luck(key_, the_company, day_);
  const double expected = static_cast<double>(offer_.levers.encounters) / 365.0 *
                          static_cast<double>(world_.simulation.people);
  const auto meetings = static_cast<std::uint32_t>(
      expected + static_cast<double>(luck.uniform(Decision::encounters)));
  for (std::uint32_t k = 0; k < meetings; ++k) {
    Luck meeting(key_, the_company, day_, 0);
    const std::uint64_t anywhere = meeting.bits(listener(4 * k));
    const auto person = anywhere * static_cast<std::uint64_t>(world_.simulation.people) >> 32;
    const float noise = normal_pair(meeting.uniform_above_zero(listener(4 * k + 1)),
                                    meeting.uniform(listener(4 * k + 2)))
                            .first;
    const float experience = as_signed_unit(s.encounter_slope * (offer_.sales_warmth - 1.0f) +
                                            s.encounter_noise * noise);
    ledger_.outbox.push_back({PersonId(static_cast<std::size_t>(person)), PersonId(),
                              static_cast<std::uint16_t>(k), MessageKind::told, experience,
                              s.encounter_weight});
    ledger_.tally.of(CompanySum::messages_sent).count();
  }
}

void Simulation::deliver_messages() {
  if (mailbox_.empty()) return;
  const Today today = today_at(static_cast<float>(day_) + .5f);
  let_chunks(
      [&](std::size_t c, Ledger& ledger) { chunks_[c].hear(mailbox_.of_chunk(c), today, ledger); });
}

void Simulation::let_customers_act() {
  const Today today = today_at(static_cast<float>(day_) + .5f);
  let_chunks([&](std::size_t c, Ledger& ledger) { chunks_[c].act(today, ledger); });
}

void Simulation::publish_reviews() {
  std::sort(ledger_.reviews.begin(), ledger_.reviews.end(), published_before);
  for (const PublishedReview& review : ledger_.reviews)
    publish(company_.reputation, review.stars, now_.customer.online_review);
}

void Simulation::close_company() {
  DayLoad load;
  for (const FixedSum& minutes : ledger_.minutes) load.minutes.push_back(minutes.value());
  load.bad_episodes = static_cast<double>(ledger_.bad_episodes);
  load.heard = static_cast<double>(ledger_.heard);
  end_day(day_, now_.company, offer_.levers, load, company_);
  for (std::size_t d = 0; d < company_.departments.size(); ++d) {
    const DepartmentId id(d);
    ledger_.tally.of(id, DepartmentSum::load)
        .add(static_cast<double>(company_.departments[d].load));
    ledger_.tally.of(id, DepartmentSum::morale)
        .add(static_cast<double>(company_.departments[d].morale));
    ledger_.tally.of(id, DepartmentSum::wait)
        .add(static_cast<double>(company_.departments[d].wait));
    ledger_.tally.of(id, DepartmentSum::minutes).add(load.minutes[d]);
    ledger_.tally.of(id, DepartmentSum::days).count();
  }
  mailbox_.fill(ledger_.outbox);
  events_.insert(events_.end(), ledger_.events.begin(), ledger_.events.end());
  month_.add(ledger_.tally);
}

Tally Simulation::close_month() {
  const Today moment = today_at(static_cast<float>(day_));
  ledger_.clear();
  let_chunks([&](std::size_t c, Ledger& ledger) { chunks_[c].take_census(moment, ledger); });
  month_.add(ledger_.tally);
  month_.of(CompanySum::reputation).add(static_cast<double>(company_.reputation.level));
  Tally closed = month_;
  closed.root_cause_levels.assign(offer_.root_cause_levels.begin(), offer_.root_cause_levels.end());
  month_.clear();
  return closed;
}

Today Simulation::today_at(float time) const {
  return {now_,
          offer_,
          offer_.root_cause_levels,
          network_,
          key_,
          day_,
          time,
          market_expectation_at(time, now_.market),
          company_.reputation.level,
          1.0f - company_.unaware_of_advertising,
          programme_,
          &plans_,
          noted_};
}

}  // namespace cxsim
