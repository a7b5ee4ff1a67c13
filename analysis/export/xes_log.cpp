#include "analysis/export/xes_log.hpp"

#include <algorithm>
#include <optional>

#include "analysis/export/journey_ends.hpp"
#include "analysis/export/logged_runs.hpp"
#include "analysis/export/xes_attribute.hpp"
#include "analysis/export/xes_event.hpp"
#include "analysis/export/xes_header.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

constexpr unsigned long long rows_at_once = 1 << 14;

// The segments of the recorded people of one run; empty where the file has none.
class Segments {
 public:
  Segments(const NetcdfReader& reader, const LoggedRun& run) {
    if (!reader.has_variable("people/segment")) return;
    names_ = reader.labels("segment");
    people_ = reader.read<std::int32_t>("people/person").values;
    places_ = reader
                  .read_slab<std::int16_t>("people/segment", {run.arm, run.replication, 0},
                                           {1, 1, people_.size()})
                  .values;
  }

  std::string of(std::int32_t person) const {
    const auto found = std::lower_bound(people_.begin(), people_.end(), person);
    if (found == people_.end() || *found != person) return "";
    return names_[static_cast<std::size_t>(
        places_[static_cast<std::size_t>(found - people_.begin())])];
  }

 private:
  std::vector<std::string> names_;
  std::vector<std::int32_t> people_;
  std::vector<std::int16_t> places_;
};

// The journey that is being read.
struct Case {
  std::int32_t person = -1, last_day = 0;
  std::int64_t number = 0;     // of this person's journeys, from 1
  std::int64_t nth_today = 0;  // of this person's contacts of the last day, from 0
  std::string journey, events;
};

// Writes the traces of one run.
class RunTraces {
 public:
  // `lives`: the runs of the life events.
  RunTraces(const NetcdfReader& reader, const LoggedRun& run, const std::vector<LoggedRun>& lives,
            const XesEvents& events, OutputFile& file, XesCount& count)
      : reader_(reader),
        run_(run),
        segments_(reader, run),
        events_(events),
        file_(file),
        count_(count),
        arm_(reader.labels("arm")[run.arm]) {
    for (const LoggedRun& one : lives)
      if (one.arm == run.arm && one.replication == run.replication) ends_.emplace(reader, one);
  }

  bool write(ContactRows& rows, const std::function<bool()>& cancelled) {
    for (unsigned long long first = run_.first; first < run_.last; first += rows_at_once) {
      const unsigned long long count = std::min(rows_at_once, run_.last - first);
      rows.read(reader_, first, count);
      for (std::size_t row = 0; row < count; ++row) add(rows, row);
      if (cancelled()) return false;
    }
    close();
    return true;
  }

 private:
  void add(const ContactRows& rows, std::size_t row) {
    const std::int32_t person = rows.whole("person", row), day = rows.whole("day", row);
    const bool same_person = person == case_.person;
    const bool same_day = same_person && day == case_.last_day;
    if (!same_person || rows.whole("number_in_journey", row) == 1) {
      close();
      case_.number = same_person ? case_.number + 1 : 1;
      case_.journey = rows.text("journey", row);
    }
    case_.nth_today = same_day ? case_.nth_today + 1 : 0;
    case_.person = person;
    case_.last_day = day;
    case_.events += events_.event(rows, row, case_.nth_today);
    ++count_.contacts;
  }

  void close() {
    if (case_.events.empty()) return;
    file_.write("  <trace>\n    " + attributes() + "\n" + case_.events + "  </trace>\n");
    case_.events.clear();
    ++count_.journeys;
  }

  std::string attributes() {
    const std::string_view ended =
        ends_ ? ends_->end_of(case_.person, case_.last_day) : unknown_end;
    const std::string segment = segments_.of(case_.person);
    const auto replication = static_cast<std::int64_t>(run_.replication);
    return xes_text("concept:name", std::to_string(replication) + "-" +
                                        std::to_string(case_.person) + "-" +
                                        std::to_string(case_.number)) +
           xes_text("journey", case_.journey) + xes_whole("journey_number", case_.number) +
           xes_whole("person", case_.person) +
           (segment.empty() ? "" : xes_text("segment", segment)) + xes_text("arm", arm_) +
           xes_whole("replication", replication) + xes_text("ended", ended);
  }

  const NetcdfReader& reader_;
  LoggedRun run_;
  Segments segments_;
  std::optional<JourneyEnds> ends_;
  const XesEvents& events_;
  OutputFile& file_;
  XesCount& count_;
  std::string arm_;
  Case case_;
};

}  // namespace

void require_contacts(const NetcdfReader& reader) {
  if (reader.has_variable("contacts/person")) return;
  throw RecordingError({{reader.path(), 0},
                        "",
                        "the file has no log of contacts",
                        "an event log is made of the contacts of a sample of people",
                        "add contacts = 1000 to [record] and run again, or run with --set "
                        "record.contacts=1000"});
}

XesCount write_xes(const NetcdfReader& reader, const XesPlan& plan, OutputFile& file) {
  ContactRows rows(reader);
  const XesEvents events(reader, rows.table(), plan.places);
  file.write(xes_header(reader, events.globals()));
  XesCount count;
  const std::vector<LoggedRun> lives = logged_runs(reader, "life_events");
  for (const LoggedRun& run : logged_runs(reader, "contacts")) {
    if (run.arm != plan.arm || run.replication != plan.replication.value_or(run.replication))
      continue;
    count.complete = RunTraces(reader, run, lives, events, file, count).write(rows, plan.cancelled);
    if (!count.complete) return count;
  }
  file.write(xes_footer);
  return count;
}

}  // namespace cxsim
