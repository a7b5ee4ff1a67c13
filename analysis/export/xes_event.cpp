#include "analysis/export/xes_event.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/export/dates.hpp"
#include "analysis/export/xes_attribute.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

// Columns that a trace tells, or an event under a name of the standard or of its own.
constexpr std::array<std::string_view, 8> told_otherwise{
    "arm",     "replication", "person",  "day",
    "journey", "touchpoint",  "success", "upstream_root_cause"};

constexpr std::int64_t first_minute = 9 * 60;

[[noreturn]] void fail_without(const NetcdfReader& reader, const std::string& what) {
  throw RecordingError(
      {{reader.path(), 0},
       "",
       "the file has no " + what,
       "an event log cannot be made without it",
       "make the file again with this version: cxsim run " + reader.path() + " -o NEW.h5"});
}

std::string timestamp(std::chrono::sys_days start, std::int64_t day, std::int64_t minute) {
  return fmt::format("{}T{:02}:{:02}:00.000+00:00", date_text(start, day), minute / 60 % 24,
                     minute % 60);
}

std::chrono::sys_days start_of(const NetcdfReader& reader) {
  const auto start = date_in(reader.text_attribute("", "start_date").value_or(""));
  if (!start) fail_without(reader, "start date");
  return *start;
}

bool is_told_otherwise(const std::string& column) {
  return std::find(told_otherwise.begin(), told_otherwise.end(), column) != told_otherwise.end();
}

}  // namespace

ContactRows::ContactRows(const NetcdfReader& reader) {
  require_contacts(reader);
  const std::vector<ExportTable> tables = tables_of(reader);
  table_ = *find_table(tables, "contacts");
  for (const std::string_view column : told_otherwise)
    if (find_column(table_, column) == nullptr)
      fail_without(reader, "column " + std::string(column) + " of contacts");
  if (find_column(table_, "number_in_journey") == nullptr)
    fail_without(reader, "column number_in_journey of contacts");
}

void ContactRows::read(const NetcdfReader& reader, unsigned long long first,
                       unsigned long long count) {
  values_.clear();
  for (const TableColumn& column : table_.columns)
    values_.push_back(read_box(reader, column, {first}, {count}));
}

std::size_t ContactRows::place_of(std::string_view column) const {
  return static_cast<std::size_t>(find_column(table_, column) - table_.columns.data());
}

std::int32_t ContactRows::whole(std::string_view column, std::size_t row) const {
  return static_cast<std::int32_t>(whole_at(values_[place_of(column)], row));
}

std::string ContactRows::text(std::size_t column, std::size_t row) const {
  std::string text;
  append_cell(text, table_.columns[column], values_[column], row);
  return text;
}

std::string ContactRows::text(std::string_view column, std::size_t row) const {
  return text(place_of(column), row);
}

XesEvents::XesEvents(const NetcdfReader& reader, const ExportTable& contacts,
                     std::vector<TouchpointPlace> places)
    : start_(start_of(reader)), places_(std::move(places)), contacts_(contacts) {
  for (std::size_t c = 0; c < contacts.columns.size(); ++c)
    if (!is_told_otherwise(contacts.columns[c].name)) others_.push_back(c);
}

std::string XesEvents::globals() const {
  std::vector<std::string> all{xes_text("concept:name", "unknown"),
                               xes_text("lifecycle:transition", "complete"),
                               xes_date("time:timestamp", timestamp({}, 0, 0)),
                               xes_text("outcome", "unknown"), xes_text("cause", "unknown")};
  if (!places_.empty())
    for (const char* key : {"org:group", "channel", "stage"})
      all.push_back(xes_text(key, "unknown"));
  for (const std::size_t c : others_) {
    const TableColumn& column = contacts_.columns[c];
    if (is_floating(column.type)) continue;  // may be missing
    all.push_back(column.names.empty() ? xes_whole(column.name, 0)
                                       : xes_text(column.name, "unknown"));
  }
  std::string text;
  for (const std::string& attribute : all) text += "    " + attribute + "\n";
  return text;
}

std::string XesEvents::event(const ContactRows& rows, std::size_t row, std::int64_t nth) const {
  std::string text = "    <event>" + xes_text("concept:name", rows.text("touchpoint", row)) +
                     xes_text("lifecycle:transition", "complete");
  text += xes_date("time:timestamp", timestamp(start_, rows.whole("day", row), first_minute + nth));
  text += xes_text("outcome", rows.whole("success", row) != 0 ? "success" : "failure");
  text += xes_text("cause", rows.text("upstream_root_cause", row));
  const auto touchpoint = static_cast<std::size_t>(rows.whole("touchpoint", row));
  if (touchpoint < places_.size()) {
    const TouchpointPlace& place = places_[touchpoint];
    text += xes_text("org:group", place.department) + xes_text("channel", place.channel) +
            xes_text("stage", place.stage);
  }
  return text + more(rows, row) + "</event>\n";
}

std::string XesEvents::more(const ContactRows& rows, std::size_t row) const {
  std::string text;
  for (const std::size_t c : others_) {
    const TableColumn& column = contacts_.columns[c];
    const std::string cell = rows.text(c, row);
    if (cell.empty()) continue;
    if (is_floating(column.type))
      text += xes_number(column.name, cell);
    else if (column.names.empty())
      text += xes_whole(column.name, rows.whole(column.name, row));
    else
      text += xes_text(column.name, cell);
  }
  return text;
}

}  // namespace cxsim
