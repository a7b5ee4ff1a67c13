#include "analysis/report/individuals.hpp"

#include <cmath>

#include "analysis/report/people_records.hpp"
#include "model/customer.hpp"

namespace cxsim {
namespace {

// Where each group begins in the list of groups.
struct Layout {
  std::size_t segments, tiers;

  std::size_t segment(std::int32_t s) const { return 1 + static_cast<std::size_t>(s); }
  std::size_t tier(std::int32_t t) const { return 1 + segments + static_cast<std::size_t>(t); }
  std::size_t groups() const { return 1 + segments + tiers; }
};

bool has_left(const PeopleRecords& r, std::size_t i) { return r.churn_day[i] >= 0; }
bool has_bought(const PeopleRecords& r, std::size_t i) { return r.acquired_day[i] >= 0; }
bool is_customer(const PeopleRecords& r, std::size_t i) {
  return r.lifecycle[i] == static_cast<std::int32_t>(Lifecycle::active);
}

Fate fate_of(const PeopleRecords& arm, const PeopleRecords& against, std::size_t i) {
  if (against.active_at_start[i] != 0) {
    if (has_left(arm, i)) return has_left(against, i) ? Fate::leaves : Fate::lost;
    return has_left(against, i) ? Fate::kept : Fate::stays;
  }
  if (has_bought(arm, i)) return has_bought(against, i) ? Fate::buys : Fate::won;
  return has_bought(against, i) ? Fate::missed : Fate::outside;
}

void add_person(PeopleGroup& group, const PeopleRecords& arm, const PeopleRecords& against,
                std::size_t i) {
  ++group.people[static_cast<std::size_t>(fate_of(arm, against, i))];
  group.times_churned += arm.times_churned[i] - against.times_churned[i];
  group.customers_at_end += is_customer(arm, i) - is_customer(against, i);
  group.lifetime_profit += arm.lifetime_profit[i] - against.lifetime_profit[i];
  const double score = arm.recommend_score[i] - against.recommend_score[i];
  if (std::isnan(score)) return;
  ++group.scored;
  group.recommend_score += score;
}

std::vector<PeopleGroup> groups_of(const PeopleRecords& arm, const PeopleRecords& against,
                                   const Layout& layout) {
  std::vector<PeopleGroup> groups(layout.groups());
  for (std::size_t i = 0; i < against.size(); ++i) {
    add_person(groups[0], arm, against, i);
    add_person(groups[layout.segment(against.segment[i])], arm, against, i);
    add_person(groups[layout.tier(against.value_tier[i])], arm, against, i);
  }
  return groups;
}

void add_share(PeopleGroup& mean, const PeopleGroup& one, double share) {
  for (std::size_t fate = 0; fate < fate_count; ++fate)
    mean.people[fate] += share * one.people[fate];
  mean.times_churned += share * one.times_churned;
  mean.customers_at_end += share * one.customers_at_end;
  mean.lifetime_profit += share * one.lifetime_profit;
  mean.scored += share * one.scored;
  mean.recommend_score += share * one.recommend_score;
}

using Replications = std::vector<std::vector<PeopleGroup>>;

std::vector<PeopleGroup> mean_groups(const Replications& replications,
                                     const std::vector<std::string>& names) {
  std::vector<PeopleGroup> means(names.size());
  for (std::size_t g = 0; g < names.size(); ++g) means[g].name = names[g];
  for (const auto& groups : replications)
    for (std::size_t g = 0; g < names.size(); ++g)
      add_share(means[g], groups[g], 1 / static_cast<double>(replications.size()));
  return means;
}

// One fate less another within a group, replication by replication.
PairedDifference one_less_other(const Replications& replications, std::size_t group, Fate one,
                                Fate other) {
  std::vector<double> ones, others;
  for (const auto& groups : replications) {
    ones.push_back(groups[group].of(one));
    others.push_back(groups[group].of(other));
  }
  return paired_difference(ones, others);
}

PairedDifference profit_a_person(const Replications& replications, std::size_t group) {
  std::vector<double> means;
  for (const auto& groups : replications) {
    const double people = size_of(groups[group]);
    means.push_back(people > 0 ? groups[group].lifetime_profit / people : not_known);
  }
  return paired_difference(means, std::vector<double>(means.size(), 0.0));
}

std::vector<std::string> group_names(const NetcdfReader& reader) {
  std::vector<std::string> names{"everybody"};
  for (const std::string& segment : reader.labels("segment")) names.push_back("segment " + segment);
  for (const char* tier : {"bottom", "middle", "top"})
    names.push_back(std::string("value ") + tier);
  return names;
}

}  // namespace

double customers_at_start(const PeopleGroup& g) {
  return g.of(Fate::stays) + g.of(Fate::kept) + g.of(Fate::lost) + g.of(Fate::leaves);
}

double size_of(const PeopleGroup& g) {
  return customers_at_start(g) + g.of(Fate::buys) + g.of(Fate::won) + g.of(Fate::missed) +
         g.of(Fate::outside);
}

Individuals read_individuals(const NetcdfReader& reader, const MonthlyResults& results,
                             std::size_t arm, std::size_t against) {
  constexpr std::size_t value_tiers = 3;
  const Layout layout{static_cast<std::size_t>(reader.length("segment")), value_tiers};
  const ResultFacts& facts = results.facts();
  Replications replications;
  Individuals individuals;
  individuals.arm = facts.arms[arm].name;
  individuals.against = facts.arms[against].name;
  individuals.currency = facts.currency;
  for (std::size_t r = 0; r < facts.replications; ++r) {
    if (!has_run(results, arm, r) || !has_run(results, against, r)) continue;
    const PeopleRecords without = read_people(reader, against, r);
    individuals.recorded = without.size();
    replications.push_back(groups_of(read_people(reader, arm, r), without, layout));
  }
  individuals.replications = replications.size();
  if (const auto population = reader.number_attribute("", "population"))
    individuals.population = static_cast<std::size_t>(population->front());
  individuals.groups = mean_groups(replications, group_names(reader));
  for (std::size_t g = 0; g < individuals.groups.size(); ++g) {
    individuals.groups[g].net_kept = one_less_other(replications, g, Fate::kept, Fate::lost);
    individuals.groups[g].profit = profit_a_person(replications, g);
  }
  individuals.won_less_missed = one_less_other(replications, 0, Fate::won, Fate::missed);
  return individuals;
}

}  // namespace cxsim
