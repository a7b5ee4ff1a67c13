#include "recording/output_format.hpp"

#include <fmt/format.h>

#include "recording/contact_log.hpp"
#include "recording/life_log.hpp"
#include "recording/measures.hpp"
#include "recording/people_table.hpp"
#include "recording/provenance.hpp"
#include "recording/result_dimensions.hpp"
#include "recording/sweep_writer.hpp"

namespace cxsim {
namespace {

constexpr std::string_view introduction = R"(# The result file

This page is generated from the tables that write the file, and a test holds it to them.

A result file is HDF5 that is also netCDF-4, so xarray, R, Julia, MATLAB, `ncdump` and `h5dump` open
it without a plugin. Two runs of the same scenario and seed write the same bytes.

While a run is going on the file is called `FILE.partial` and its attribute `complete` is `no`;
it gets its name when it is whole.

## Opening it

Python:

```python
import xarray

results = xarray.open_dataset("run.h5", engine="h5netcdf")
people = xarray.open_dataset("run.h5", engine="h5netcdf", group="people")

customers = results.active_customers.sum("segment")
effect = customers - customers.sel(arm="baseline")
print(effect.isel(month=-1).mean("replication"))

# What each person would have brought without the second arm's interventions.
difference = people.lifetime_profit.isel(arm=1) - people.lifetime_profit.isel(arm=0)
```

R (axes come in the reverse order):

```r
library(ncdf4)
file <- nc_open("run.h5")
arms <- file$dim$arm$vals
customers <- ncvar_get(file, "active_customers", collapse_degen = FALSE)
profit <- ncvar_get(file, "people/lifetime_profit", collapse_degen = FALSE)
```

Shell: `ncdump -h run.h5` lists everything, `ncdump -v nps_true run.h5` prints one dataset.

## Conventions

- Arms and replications with the same number share their luck: subtract them pairwise before you
  average.
- Counts are integers. Other numbers are floats, NaN where there is nothing to tell, such as a mean
  of nobody.
- Counts and money cover the month; "at month end" means everybody as they stand at the month's last
  midnight. Days are counted from the end of the burn-in, whose own months are left out.
- To sum up means and shares over months, segments or touchpoints, weigh them with the count they
  were divided by, which their meaning names. A sum of ratios is not a ratio of sums.
- `currency` in a unit stands for the scenario's own, such as EUR; the file names it.
- Names of what a number from 0 stands for are in `flag_meanings`.
- Attributes of the file: `title`, `source`, `schema_version`, `complete`, `currency`,
  `start_date`, `population` (people, customers or not) and `discount_rate` (a year).
- The labelled dimensions carry `titles`, the names shown to people, one a line.

)";

struct Section {
  Axis axis;
  std::string_view title;
};

constexpr auto sections = std::to_array<Section>({
    {Axis::segment, "By segment"},
    {Axis::touchpoint, "By touchpoint"},
    {Axis::touchpoint_by_upstream, "By touchpoint and what came before"},
    {Axis::touchpoint_by_cause, "By touchpoint and root cause"},
    {Axis::journey, "By journey"},
    {Axis::department, "By department"},
    {Axis::root_cause, "By root cause"},
    {Axis::company, "The firm as a whole"},
    {Axis::stars, "Public reviews"},
});
static_assert(sections.size() == static_cast<std::size_t>(Axis::count));

std::string_view name_of(NumberType type) {
  switch (type) {
    case NumberType::float32:
      return "float32";
    case NumberType::float64:
      return "float64";
    case NumberType::int8:
      return "int8";
    case NumberType::int16:
      return "int16";
    case NumberType::int32:
      return "int32";
    case NumberType::int64:
      return "int64";
    case NumberType::uint8:
      return "uint8";
  }
  return "";
}

std::string row(std::string_view name, NumberType type, std::string_view units,
                std::string_view meaning) {
  return fmt::format("| `{}` | {} | {} | {} |\n", name, name_of(type), units, meaning);
}

constexpr std::string_view head = "| dataset | type | units | meaning |\n|---|---|---|---|\n";

std::string axes(const std::vector<std::string>& dimensions) {
  return fmt::format("Dimensions: `({})`.\n\n", fmt::join(dimensions, ", "));
}

std::string dimensions_section() {
  std::string text = "## Dimensions\n\n| dimension | stands for |\n|---|---|\n";
  for (const DimensionText& dimension : root_dimensions())
    text += fmt::format("| `{}` | {} |\n", dimension.name, dimension.content);
  return text + "\n";
}

std::string measures_section(const Section& section) {
  std::string rows, dimensions;
  for (const Measure& measure : measures()) {
    if (measure.axis != section.axis) continue;
    dimensions = axes(dimensions_of(measure));
    rows += row(measure.name, measure.type, measure.units, measure.long_name);
  }
  return fmt::format("### {}\n\n{}{}{}\n", section.title, dimensions, head, rows);
}

template <class Record>
std::string column_meaning(const Column<Record>& column) {
  std::string meaning(column.long_name);
  std::string_view before = ": ";
  for (std::size_t k = 0; k < column.flags.size(); ++k) {
    meaning += fmt::format("{}{} {}", before, k, column.flags[k]);
    before = ", ";
  }
  return meaning;
}

template <class Record>
std::string columns_table(std::span<const Column<Record>> columns) {
  std::string text(head);
  for (const Column<Record>& column : columns)
    text += row(column.name, column.type, column.units, column_meaning(column));
  return text + "\n";
}

std::string arms_section() {
  return "## Arms\n\n" + axes({"arm"}) + std::string(head) +
         row("action_day", NumberType::int32, "d", action_day_meaning) + "\n";
}

std::string people_section() {
  return "## `/people`\n\nOne record a person, for the people that `[record] people` asks for; "
         "missing if it asks for none. `person` holds their numbers, the same in every arm.\n\n" +
         axes({"arm", "replication", "person"}) + columns_table(people_columns());
}

std::string contacts_section() {
  return "## `/contacts`\n\nOne row a contact of the people whom `[record] contacts` asks for, run "
         "after run and in a run person after person; missing if it asks for none. Burn-in "
         "included: its days are negative.\n\n" +
         axes({"event"}) + columns_table(contact_columns());
}

std::string life_events_section() {
  return "## `/life_events`\n\nOne row an event in the lives of the people whom `[record] "
         "life_events` "
         "asks for, of the kinds that `life_event_kinds` names; missing if it asks for none. In a "
         "run "
         "person after person, day after day, in the order they were lived; burn-in included. NaN "
         "where a column means nothing for the kind.\n\n" +
         axes({"event"}) + columns_table(life_event_columns());
}

std::string provenance_section() {
  std::string text =
      "## `/provenance`\n\nTexts, enough to make the file again: `cxsim run run.h5`.\n\n"
      "| text | holds |\n|---|---|\n";
  for (const ProvenanceText& entry : provenance_texts())
    text += fmt::format("| `{}` | {} |\n", entry.name, entry.content);
  return text;
}

std::string sweep_section() {
  std::string text =
      "\n## A sweep\n\n`results.h5` in the folder of `cxsim sweep`, and the file of `cxsim run "
      "--uncertain`, have the dimension `point` before those of a run, and no `/people`, "
      "`/contacts` or `/life_events`. Measures are floats there, counts too: NaN where a run was "
      "not "
      "made, or where a point has fewer months. `replication` is the same luck at every point.\n\n"
      "Each setting that varies is a variable along `point` with the name of its key, without "
      "quotes, spaces and slashes; the attribute `coordinates` of the file names them all. Its "
      "attributes are `key` as `--set` takes it, `scale` (how it varies), `low` and `high` of its "
      "values, or `flag_values` and `flag_meanings` where they are texts.\n\n"
      "Attributes of the file: `design`, `base_points` (its size) and `design_seed`. The text "
      "`/provenance/sweep` is the plan.\n\n| dataset | dimensions | type | unit | meaning "
      "|\n|---|---|---|---|---|\n";
  for (const SweepFact& fact : sweep_facts())
    text +=
        fmt::format("| `{}` | {} | {} | {} | {} |\n", fact.name, fmt::join(fact.dimensions, ", "),
                    name_of(fact.type), fact.units, fact.long_name);
  return text;
}

}  // namespace

std::string output_format_markdown() {
  std::string text(introduction);
  text += dimensions_section() + arms_section() + "## Measures by month\n\n";
  for (const Section& section : sections) text += measures_section(section);
  return text + people_section() + contacts_section() + life_events_section() +
         provenance_section() + sweep_section();
}

}  // namespace cxsim
