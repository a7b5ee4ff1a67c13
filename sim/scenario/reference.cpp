#include "scenario/reference.hpp"

#include <fmt/format.h>

#include <cmath>

#include "interventions/catalogue.hpp"
#include "scenario/distribution.hpp"
#include "scenario/intervention_reader.hpp"
#include "scenario/override.hpp"
#include "scenario/scenario.hpp"
#include "scenario/section_reader.hpp"
#include "scenario/sections.hpp"

namespace cxsim {
namespace {

template <class Section>
std::string fallback_of(const Setting<Section>& row) {
  const std::size_t kind = row.member.index();
  if (kind == 3)
    return row.fallback_text.empty() ? "\"\"" : fmt::format("\"{}\"", row.fallback_text);
  if (kind == 2) return row.fallback != 0 ? "true" : "false";
  if (std::isnan(row.fallback))
    return row.fallback_text.empty() ? "by stage" : std::string(row.fallback_text);
  return plain_number(row.fallback);
}

std::string range_of(const Range& range) {
  const bool low = std::isfinite(range.low), high = std::isfinite(range.high);
  const std::string from = range.low == positive_range.low ? "above 0" : plain_number(range.low);
  if (low && high) return fmt::format("{} to {}", from, plain_number(range.high));
  if (low) return range.low == positive_range.low ? from : from + " or more";
  if (high) return plain_number(range.high) + " or less";
  return "any";
}

template <class Section>
void add_rows(ReferenceSection& section) {
  for (const Setting<Section>& row : settings_of<Section>) {
    const bool is_number = row.member.index() < 2;
    section.rows.push_back({section.path + "." + std::string(row.key), fallback_of(row),
                            std::string(row.unit), is_number ? range_of(row.range) : "",
                            std::string(row.meaning),
                            row.source.empty() ? "" : std::string(row.source), row.tag});
  }
}

void add_plain(ReferenceSection& section, const char* key, const char* fallback, const char* unit,
               const char* meaning) {
  section.rows.push_back({section.path + "." + key, fallback, unit, "", meaning, "", Tag::choice});
}

ReferenceSection& section_at(std::vector<ReferenceSection>& sections, const std::string& path) {
  for (ReferenceSection& section : sections)
    if (section.path == path) return section;
  sections.push_back({path, "", {}});
  return sections.back();
}

template <class Section>
ReferenceSection& add_list(std::vector<ReferenceSection>& sections, const std::string& path,
                           std::string intro) {
  ReferenceSection& section = section_at(sections, path);
  section.intro = std::move(intro);
  add_rows<Section>(section);
  return section;
}

void add_touchpoint(std::vector<ReferenceSection>& sections) {
  ReferenceSection& t =
      add_list<Touchpoint>(sections, "touchpoint.<name>",
                           "One `[[touchpoint]]` for each place where people meet the firm.");
  add_plain(t, "owner", "required", "text", "department that owns the touchpoint");
  add_plain(t, "root_cause", "\"\"", "text", "root cause that multiplies p_fail");
  add_plain(t, "direct", "true", "flag", "whether customers come here themselves");
  add_plain(t, "weights", "the owner alone", "shares",
            "departments that work here, as {service = 0.7, it = 0.3}; they add up to 1");
  add_list<FacetMix>(sections, "touchpoint.<name>.facets",
                     "What a contact shows; the shares add up to 1.");
  add_list<LevelWeights>(sections, "touchpoint.<name>.levels",
                         "What counts in a contact; the shares add up to 1.");
  add_list<LevelQuality>(sections, "touchpoint.<name>.quality",
                         "What is delivered at capability 1.");
}

void add_journey(std::vector<ReferenceSection>& sections) {
  ReferenceSection& j = add_list<Journey>(
      sections, "journey.<name>", "One `[[journey]]` for each intent: the reason behind contacts.");
  add_plain(j, "root_cause", "\"\"", "text", "root cause that multiplies its rate");
  add_plain(
      j, "steps", "[]", "list",
      "touchpoints in order, each a name or {touchpoint, chance}; \"purchase\" is the decision "
      "to buy");
  add_plain(j, "edges", "[]", "list", "edges beside those the steps stand for");
  ReferenceSection& e = add_list<EdgePlan>(
      sections, "journey.<name>.edges",
      "One table for each edge: the way from one touchpoint to the next. The weight is multiplied "
      "by exp(slopes x state).");
  add_plain(e, "on", "\"success\"", "text", "outcome it is taken on: success, failure or always");
  add_list<StepPlan>(sections, "journey.<name>.steps",
                     "The shorthand for a journey without turns.");
}

// How much a bare number changes the target, in words.
std::string operation_in_words(Operation operation) {
  constexpr const char* words[] = {"adds", "multiplies", "moves to"};
  return words[static_cast<int>(operation)];
}

std::string timing_in_words(const Kind& kind) {
  const std::string duration =
      kind.usual.duration > 0 ? plain_number(kind.usual.duration) + " days" : "to the end";
  if (kind.shape == Shape::own)
    return "Duration " + duration + " unless written; it takes no ramp and no half-life.";
  return fmt::format("Ramp {} days, duration {}, half-life {} days unless written.",
                     plain_number(kind.usual.ramp), duration, plain_number(kind.usual.half_life));
}

void add_kind(std::vector<ReferenceSection>& sections, const Kind& kind) {
  const bool is_shock = kind.nature == Nature::shock;
  ReferenceSection& section = section_at(
      sections, fmt::format("{}.<name>, kind {}", is_shock ? "shock" : "intervention", kind.name));
  std::vector<std::string_view> scopes;
  for (const auto& [key, which] : scope_keys())
    if (allows(kind.scopes, which)) scopes.push_back(key);
  section.intro = fmt::format(
      "{}: {}.{} {}", kind.title, kind.meaning,
      scopes.empty() ? std::string() : fmt::format(" Scope: `{}`.", fmt::join(scopes, "`, `")),
      timing_in_words(kind));
  for (const Handle& handle : kind.handles)
    section.rows.push_back(
        {section.path + "." + std::string(handle.key),
         std::isnan(handle.fallback) ? "left alone" : plain_number(handle.fallback),
         std::string(handle.unit), operation_in_words(handle.usual), std::string(handle.meaning),
         std::string(handle.source), handle.tag});
  for (const Parameter& parameter : kind.parameters)
    section.rows.push_back({section.path + "." + std::string(parameter.key),
                            plain_number(parameter.fallback), std::string(parameter.unit),
                            range_of(parameter.range), std::string(parameter.meaning),
                            std::string(parameter.source), parameter.tag});
  if (!kind.redesigns_a_journey) return;
  add_plain(section, "journey", "required", "text", "journey that is drawn anew");
  add_plain(section, "steps", "the old ones", "list", "its new steps");
  add_plain(section, "remove", "[]", "list", "touchpoints it leads to no more");
  add_plain(section, "edges", "[]", "list",
            "edges added, or in place of those with the same ends and outcome; weight 0 removes");
}

void add_interventions(std::vector<ReferenceSection>& sections) {
  ReferenceSection& common = add_list<Timing>(
      sections, "intervention.<name>",
      "One `[[intervention]]` for each thing the firm may do, one `[[shock]]` for each that may "
      "befall it; an arm applies them. A number of its kind is written bare, meaning what the "
      "range column says, or as `{add = x}`, `{multiply = x}` or `{move_to = x}`. Where several "
      "move one number, they act in the order of this page, those of one kind in the order of the "
      "file, and levers confined to some people or touchpoints after those for all.");
  add_plain(common, "kind", "required", "text", "what it does: one of the kinds below");
  add_plain(common, "title", "the name", "text", "name shown to people");
  constexpr const char* everywhere = "everywhere";
  add_plain(common, "departments", everywhere, "list", "departments it is confined to");
  add_plain(common, "touchpoints", everywhere, "list", "touchpoints it is confined to");
  add_plain(common, "journeys", everywhere, "list", "journeys it is confined to");
  add_plain(common, "root_causes", everywhere, "list", "root causes it is confined to");
  add_plain(common, "segments", everywhere, "list", "segments it is confined to");
  add_plain(common, "value_tiers", everywhere, "list",
            "top, middle or bottom: customers by the revenue they bring, about 20, 60 and 20%");
  add_plain(common, "share", "1", "share",
            "random share of the people it reaches; the same people for every intervention");
  for (const Kind* kind : catalogue()) add_kind(sections, *kind);
}

void add_uncertainty(std::vector<ReferenceSection>& sections) {
  ReferenceSection& section = section_at(sections, "uncertainty.<key>");
  section.intro =
      "What the scenario is not sure of, for `cxsim run --uncertain` and `cxsim sweep`: "
      "`customer.preference.quality = {distribution = \"normal\", mean = 1, sd = 0.2}` under "
      "`[uncertainty]`, or the whole key in quotes. Every assumption above that has one key and is "
      "not 0, and the effectiveness of each intervention that an arm applies, is uniform from a "
      "quarter below to a quarter above unless it stands here.";
  std::string kinds;
  for (const DistributionRow& row : distribution_kinds) {
    std::vector<std::string_view> parameters;
    for (const std::string_view parameter : row.parameters)
      if (!parameter.empty()) parameters.push_back(parameter);
    kinds += fmt::format(
        "{}{}{}: {}", kinds.empty() ? "" : "; ", row.name,
        parameters.empty() ? "" : fmt::format(" ({})", fmt::join(parameters, ", ")), row.meaning);
  }
  add_plain(section, "distribution", "required", "text", kinds.c_str());
  const auto add_number = [&](const char* key, const char* meaning) {
    add_plain(section, key, "", "the setting's", meaning);
  };
  add_number("low", "least value");
  add_number("high", "greatest value");
  add_number("mode", "likeliest value");
  add_number("mean", "mean");
  add_number("sd", "standard deviation");
  add_number("median", "median");
  add_plain(section, "sd_log", "", "1", "standard deviation of the logarithm");
  add_plain(section, "values", "", "list", "of `listed`: numbers, texts or flags");
}

constexpr std::string_view kind_mark = ", kind ";

// The kind of the intervention or shock that a key belongs to; empty if it belongs to none.
std::string_view kind_behind(const std::vector<std::string>& parts, const Scenario& scenario) {
  if (parts.size() < 3 || (parts[0] != "intervention" && parts[0] != "shock")) return {};
  for (const Intervention& one : scenario.interventions)
    if (one.name == parts[1]) return one.kind->name;
  return {};
}

// "intervention.<name>, kind training.skill" as "intervention.<name>.skill".
std::string without_kind(const std::string& key, const std::string& section) {
  return section.substr(0, section.find(kind_mark)) + key.substr(section.size());
}

// Shocks share what every intervention has.
bool stands_for(const std::vector<std::string>& row, const std::vector<std::string>& parts) {
  return std::equal(row.begin(), row.end(), parts.begin(), parts.end(),
                    [](const std::string& a, const std::string& b) {
                      return a == b || a.starts_with('<') || (a == "intervention" && b == "shock");
                    });
}

}  // namespace

std::vector<ReferenceSection> reference_sections() {
  std::vector<ReferenceSection> sections;
  add_list<AboutScenario>(sections, "about", "What the scenario says about itself.");
  World world;
  for_each_single_section(world, [&](const std::string& path, auto& section) {
    add_rows<std::remove_reference_t<decltype(section)>>(section_at(sections, path));
  });
  ReferenceSection& company = section_at(sections, "company");
  company.intro = "The firm's levers. Those with the default `by stage` follow maturity_stage.";
  add_plain(company, "cx_owner", "\"\"", "text",
            "department that owns customer experience and can fix its own root causes fully");
  add_plain(company, "recovery_department", "cx_owner", "text",
            "department that recovers customers");
  add_plain(company, "sales_touchpoint", "\"\"", "text",
            "touchpoint whose warmth colours unplanned encounters");
  add_plain(company, "care_for", "\"nobody\"", "text",
            "who is chosen for care: nobody, top_value, bottom_value, random or everybody");
  add_list<StageLevers>(
      sections, "stage.<name>",
      "The six maturity stages: ignore, explore, mobilise, operationalise, align, "
      "embed. Unwritten levers keep the built-in values (docs/model.md).");
  add_list<Department>(sections, "department.<name>", "One `[[department]]` for each.");
  ReferenceSection& cause = section_at(sections, "root_cause.<name>");
  cause.intro = "One `[[root_cause]]` for each systemic reason for failures and contacts.";
  add_plain(cause, "title", "the name", "text", "name shown to people");
  add_plain(cause, "owner", "required", "text", "department that could fix it");
  add_touchpoint(sections);
  add_journey(sections);
  ReferenceSection& segment =
      add_list<Segment>(sections, "segment.<name>",
                        "One `[[segment]]` for each; one called everybody if there is none.");
  add_plain(segment, "needs", "{}", "factors", "how often it needs each journey, as {fix = 1.2}");
  add_list<Rival>(sections, "rival.<name>",
                  "One `[[rival]]` for each; one average rival if there is none.");
  add_interventions(sections);
  ReferenceSection& arm = section_at(sections, "arm.<name>");
  arm.intro =
      "One `[[arm]]` for each alternative; `baseline`, which applies nothing, always exists.";
  add_plain(arm, "title", "the name", "text", "name shown to people");
  add_plain(arm, "apply", "[]", "list", "interventions and shocks the arm applies");
  ReferenceSection& expect =
      add_list<Expectation>(sections, "expect.<name>",
                            "One `[[expect]]` for each thing the scenario promises to show: `cxsim "
                            "compare --expect` says "
                            "whether it does.");
  add_plain(expect, "months", "the outcome's own", "list",
            "first and last month of results it looks at, from 1");
  add_plain(expect, "against_months", "months", "list", "the same for what it is compared with");
  add_list<Measured>(sections, "measured",
                     "What the firm measured itself; `cxsim summary` shows it beside the results.");
  add_list<RecordSettings>(sections, "record", "What is written beside the monthly results.");
  add_uncertainty(sections);
  return sections;
}

std::optional<ReferenceRow> find_reference_row(std::string_view key, const Scenario& scenario) {
  const std::vector<std::string> parts = parts_of_key(key);
  const std::string_view kind = kind_behind(parts, scenario);
  for (const ReferenceSection& section : reference_sections()) {
    const auto comma = section.path.find(kind_mark);
    if (comma != std::string::npos && section.path.substr(comma + kind_mark.size()) != kind)
      continue;
    for (const ReferenceRow& row : section.rows)
      if (stands_for(parts_of_key(without_kind(row.key, section.path)), parts)) return row;
  }
  return {};
}

std::string reference_markdown() {
  std::string page =
      "# Scenario reference\n\n"
      "Every setting of a scenario, printed by `cxsim reference`. Tags: *published* value, "
      "*derived* "
      "from or fitted to a published number, *assumption*, or the user's own *choice*. `extends = "
      "\"bases/broadband.toml\"` at the top of a file inherits another file; `--set key=value` "
      "reaches every key below.\n";
  for (const ReferenceSection& section : reference_sections()) {
    page += fmt::format("\n## {}\n\n", section.path);
    if (!section.intro.empty()) page += section.intro + "\n\n";
    page +=
        "| key | default | unit | range | meaning | source | tag "
        "|\n|---|---|---|---|---|---|---|\n";
    for (const ReferenceRow& row : section.rows)
      page += fmt::format("| `{}` | {} | {} | {} | {} | {} | {} |\n",
                          row.key.substr(section.path.size() + 1), row.fallback, row.unit,
                          row.range, row.meaning, row.source, name_of(row.tag));
  }
  return page;
}

}  // namespace cxsim
