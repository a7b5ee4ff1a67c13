#include "scenario/expectation_reader.hpp"

#include <algorithm>
#include <cmath>

#include "scenario/named_lists.hpp"
#include "scenario/section_reader.hpp"
#include "scenario/spelling.hpp"

namespace cxsim {
namespace {

constexpr std::array<std::string_view, 3> own_keys = {"name", "months", "against_months"};
constexpr std::array<std::string_view, 3> changes = {"up", "down", "none"};

class ExpectationReader {
 public:
  ExpectationReader(const Scenario& scenario, Problems& problems)
      : scenario_(scenario), problems_(problems), arms_("arm", scenario.arms) {}

  Expectation read(const NamedTable& table) {
    Expectation e = defaults<Expectation>();
    e.name = table.name;
    e.place = table.node->place;
    read_section(*table.node, table.path, e, problems_, own_keys);
    e.months = read_months(table, "months", {});
    e.against_months = read_months(table, "against_months", e.months);
    check_arm(table, "arm", e.arm);
    check_arm(table, "against", e.against);
    check_change(table, e);
    if (e.outcome.empty())
      complain(e.place, table.path, "it names no outcome", "an expectation is about an outcome",
               "add outcome = \"nps_true\", or another row of cxsim compare");
    return e;
  }

 private:
  void complain(const Place& place, std::string key, std::string what, std::string why,
                std::string cure) {
    problems_.push_back({place, std::move(key), std::move(what), std::move(why), std::move(cure)});
  }

  MonthSpan read_months(const NamedTable& table, const char* key, MonthSpan fallback) {
    const Node* node = table.node->find(key);
    if (node == nullptr) return fallback;
    const Array* pair = node->array();
    const bool whole = pair != nullptr && pair->size() == 2 && (*pair)[0].integer() != nullptr &&
                       (*pair)[1].integer() != nullptr;
    const MonthSpan span =
        whole ? MonthSpan{*(*pair)[0].integer(), *(*pair)[1].integer()} : MonthSpan{};
    if (whole && span.from >= 1 && span.from <= span.to) return span;
    complain(node->place, join_key(table.path, key), "it is not a span of months of results",
             "the outcome would be looked for where there is none",
             "write the first and the last month, counted from 1: [1, 12]");
    return fallback;
  }

  void check_arm(const NamedTable& table, const char* key, const std::string& name) {
    const Node* node = table.node->find(key);
    if (node != nullptr) arms_.find(Node{name, node->place}, join_key(table.path, key), problems_);
  }

  void check_change(const NamedTable& table, const Expectation& e) {
    const Node* node = table.node->find("change");
    const bool bounded = !std::isnan(e.low) || !std::isnan(e.high);
    if (e.change.empty()) {
      if (!bounded)
        complain(e.place, table.path, "it expects nothing", "it could not fail",
                 "say change = \"up\", \"down\" or \"none\", or bound the level by low and high");
      return;
    }
    if (std::find(changes.begin(), changes.end(), e.change) == changes.end())
      complain(
          node->place, join_key(table.path, "change"), "there is no change \"" + e.change + "\"",
          "it says what is expected of the interval", spelling_cure(e.change, changes, "changes"));
    if (e.change == "none" && std::isnan(e.within))
      complain(node->place, join_key(table.path, "within"), "no difference, but within what?",
               "an interval that holds zero shows nothing: it may be wide",
               "add within = the largest difference that would still mean none");
    if (e.arm == e.against && e.months.from == e.against_months.from &&
        e.months.to == e.against_months.to)
      complain(e.place, table.path, "it compares an arm with itself", "the difference is always 0",
               "name another arm, or other months as against_months");
  }

  const Scenario& scenario_;
  Problems& problems_;
  NameIndex arms_;
};

}  // namespace

void read_expectations(const Node& root, Scenario& scenario, Problems& problems) {
  ExpectationReader reader(scenario, problems);
  for (const NamedTable& table : named_tables(root, "expect", problems))
    scenario.expectations.push_back(reader.read(table));
}

}  // namespace cxsim
