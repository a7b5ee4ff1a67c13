// Customer by customer, for people and for programs.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "analysis/report/individuals.hpp"
#include "analysis/report/number_text.hpp"

namespace cxsim {
namespace {

constexpr Format people{0}, points{2}, money{2};

constexpr std::array<std::string_view, fate_count> fate_names{"stays", "kept", "lost",   "leaves",
                                                              "buys",  "won",  "missed", "outside"};

double quotient(double part, double whole) { return whole > 0 ? part / whole : not_known; }

double mean_score(const PeopleGroup& g) { return quotient(g.recommend_score, g.scored); }
double mean_profit(const PeopleGroup& g) { return quotient(g.lifetime_profit, size_of(g)); }

int name_width(const Individuals& individuals) {
  std::size_t longest = 10;
  for (const PeopleGroup& group : individuals.groups)
    longest = std::max(longest, group.name.size());
  return static_cast<int>(longest + 2);
}

std::string row_of(const PeopleGroup& g, int width) {
  std::string row =
      fmt::format("  {:<{}} {:>9}", g.name, width, shown(customers_at_start(g), people));
  for (const Fate fate :
       {Fate::stays, Fate::kept, Fate::lost, Fate::leaves, Fate::won, Fate::missed})
    row += fmt::format(" {:>8}", shown(g.of(fate), people));
  return row + fmt::format(" {:>11} {:>11} {} {:>20}\n", shown_change(mean_score(g), points),
                           shown_change(mean_profit(g), money),
                           excludes_zero(g.profit.t) ? "*" : " ", shown_change(g.profit.t, money));
}

// The only segment there is repeats everybody; nobody says nothing.
bool says_more(const PeopleGroup& group, const PeopleGroup& everybody) {
  return &group == &everybody || (size_of(group) > 0 && size_of(group) < size_of(everybody));
}

std::string table(const Individuals& all) {
  const int width = name_width(all);
  std::string text =
      fmt::format("  {:<{}} {:>9} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>11} {:>11}   {:>20}\n", "",
                  width, "customers", "stay", "kept", "lost", "leave", "won", "missed", "recommend",
                  "profit", "95% interval");
  for (const PeopleGroup& group : all.groups)
    if (says_more(group, all.groups.front())) text += row_of(group, width);
  return text;
}

std::string in_words(const Individuals& all) {
  const PeopleGroup& everybody = all.groups.front();
  std::string text = fmt::format(
      "  Of {} customers at the start, {} keeps {} who would have left and loses {} who would have "
      "stayed: net {}",
      shown(customers_at_start(everybody), people), all.arm,
      shown(everybody.of(Fate::kept), people), shown(everybody.of(Fate::lost), people),
      shown_change(everybody.net_kept.spread.mean, people));
  if (is_known(everybody.net_kept.t))
    text += fmt::format(" (95% interval {})", shown_change(everybody.net_kept.t, people));
  return text +
         ".\n    Small changes of timing turn some lives by chance, both ways; the net is what the "
         "arm does.\n";
}

// What the lives add up to, which is what the tables of arms say.
std::string together(const Individuals& all) {
  const PeopleGroup& everybody = all.groups.front();
  std::string text = fmt::format(
      "  Together: {} customers at the end, {} departures and {} {} of profit before what the firm "
      "pays as a whole",
      shown_change(everybody.customers_at_end, people),
      shown_change(everybody.times_churned, people),
      shown_change(everybody.lifetime_profit, people), all.currency);
  return text + (all.recorded == all.population ? ", as the table of arms says.\n" : ".\n");
}

// Who comes off worse, where luck leaves no doubt.
std::string harmed(const Individuals& all) {
  std::string names;
  for (const PeopleGroup& group : all.groups)
    if (says_more(group, all.groups.front()) && group.profit.t.high < 0)
      names += (names.empty() ? "" : ", ") + group.name;
  return names.empty() ? "" : fmt::format("  Worth less to the firm than without it: {}.\n", names);
}

std::string terms(const Individuals& all) {
  return fmt::format(
      "  customers: when results begin. stay, leave: in both arms. kept: leave in {1} but not in "
      "{0}; "
      "lost: the\n    other way round. Who leaves and comes back has left. won, missed: others who "
      "buy "
      "only in {0}, only in {1}.\n"
      "  recommend: mean difference in the score, 0 to 10, of customers at the end in both arms.\n"
      "  profit: mean difference a person, {2}: margin less what they cost. What the firm pays as "
      "a "
      "whole is left\n    out: advertising, and the interventions' capital and running cost.\n",
      all.arm, all.against, all.currency);
}

Json group_json(const PeopleGroup& g) {
  Json json{{"people", size_of(g)}, {"customers_at_start", customers_at_start(g)}};
  for (std::size_t fate = 0; fate < fate_count; ++fate)
    json[std::string(fate_names[fate])] = g.people[fate];
  json["customers_at_end_in_both"] = g.scored;
  json["mean_difference"] = {{"recommend_score", json_of(mean_score(g))},
                             {"lifetime_profit", json_of(mean_profit(g))},
                             {"times_churned", json_of(quotient(g.times_churned, size_of(g)))}};
  json["kept_less_lost"] = json_of(g.net_kept);
  json["lifetime_profit_a_person"] = json_of(g.profit);
  json["sum_of_differences"] = {{"times_churned", g.times_churned},
                                {"customers_at_end", g.customers_at_end},
                                {"lifetime_profit", g.lifetime_profit}};
  return json;
}

}  // namespace

std::string to_text(const Individuals& all) {
  const std::string heading = fmt::format(
      "Customer by customer, {} against {}\n"
      "  {} of {} people are recorded: the same people with the same luck in both arms. Mean "
      "counts "
      "over {} {}.\n",
      all.arm, all.against, shown(static_cast<double>(all.recorded), people),
      shown(static_cast<double>(all.population), people), all.replications,
      all.replications == 1 ? "replication" : "replications");
  return heading + table(all) + in_words(all) + together(all) + harmed(all) + terms(all);
}

Json json_of(const Individuals& all) {
  Json json{{"recorded", all.recorded},
            {"population", all.population},
            {"replications", all.replications}};
  for (const PeopleGroup& group : all.groups) json["groups"][group.name] = group_json(group);
  json["kept_less_lost"] = json_of(all.groups.front().net_kept);
  json["won_less_missed"] = json_of(all.won_less_missed);
  return json;
}

}  // namespace cxsim
