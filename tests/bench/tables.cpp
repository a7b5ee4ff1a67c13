#include "tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reference_firm.hpp"
#include "text.hpp"

namespace cxsim::bench {
namespace {

// The rows beneath a heading, or nothing where there is none; then what the columns mean.
std::string titled(const std::vector<Row>& rows, std::size_t heading, const std::string& notes) {
  return rows.size() == heading ? "" : laid_out(rows) + "\n" + notes + "\n";
}

double nanoseconds_of(const Piece& piece, std::string_view kernels, const Results& results) {
  const std::string name = piece.with(kernels);
  return results.seconds(name) / results.median(name, "items") * 1e9;
}

double nanoseconds_a_visit(const Year& year, const Results& results) {
  return results.seconds(year.name()) / results.median(year.name(), "visits") * 1e9;
}

// How many times as fast as the other, in this run.
double gain_over(const Year& other, const Year& year, const Results& results) {
  return results.seconds(other.name()) / results.seconds(year.name());
}

std::string gains_of_threads(const Year& year, const Results& results) {
  const Year alone{year.people, year.kernels, 1};
  return year.threads == 1 ? "-" : short_number(gain_over(alone, year, results));
}

std::string gains_of_kernels(const Year& year, const Results& results) {
  const Year scalar{year.people, &scalar_kernels(), 1};
  return year.threads > 1 ? "-" : short_number(gain_over(scalar, year, results));
}

std::string growth(const Year& year, const Results& results) {
  const Year usual{100'000, year.kernels, year.threads};
  return year.people <= usual.people ? "-"
                                     : short_number(nanoseconds_a_visit(year, results) /
                                                    nanoseconds_a_visit(usual, results));
}

Row year_row(const Year& year, const Results& results) {
  const std::string name = year.name();
  const auto people = static_cast<double>(year.people);
  const auto a_second = [&](double count) {
    return short_number(count / results.seconds(name) * 1e-6);
  };
  return {fmt::format("{:>11}  {}", with_commas(year.people), year.kernels->name),
          fmt::format("{}", year.threads),
          short_number(results.median(name, "busy") / results.seconds(name)),
          short_number(results.seconds(name)),
          short_number(nanoseconds_a_visit(year, results)),
          a_second(results.median(name, "visits")),
          a_second(results.median(name, "customer_days")),
          a_second(people * days_of_year),
          short_number(results.median(name, "bytes") / people),
          gains_of_kernels(year, results),
          gains_of_threads(year, results),
          growth(year, results)};
}

}  // namespace

std::string pieces_table(const Catalogue& catalogue, const Results& results) {
  std::vector<Row> rows{{"a piece of work, ns", "for each", std::string(any_kernels)}};
  for (const Kernels* kernels : available_kernels()) rows[0].emplace_back(kernels->name);
  rows[0].emplace_back("gain");
  for (const Piece& piece : catalogue.pieces) {
    Row row{piece.says, piece.item, short_number(nanoseconds_of(piece, any_kernels, results))};
    for (const Kernels* kernels : available_kernels())
      row.push_back(short_number(nanoseconds_of(piece, kernels->name, results)));
    if (std::all_of(row.begin() + 2, row.end(), [](const auto& cell) { return cell == "-"; }))
      continue;
    row.push_back(short_number(nanoseconds_of(piece, scalar_kernels().name, results) /
                               nanoseconds_of(piece, best_kernels().name, results)));
    rows.push_back(std::move(row));
  }
  return titled(rows, 1,
                "  One thread. any: the same for all kernels. gain: scalar to the widest. Steps of "
                "a day find their\n  people in the caches; whole days and years do not.\n");
}

std::string files_table(const Catalogue& catalogue, const Results& results) {
  std::vector<Row> rows{
      {"", "", "read", "", "write", "read back", "in", "with the"},
      {"a whole run, ms", "threads", "scenario", "simulate", "HDF5", "and tell", "all", "file, %"}};
  for (const FileRun& run : catalogue.files) {
    const std::string name = run.name();
    if (!results.has(name)) continue;
    const auto milliseconds = [&](const char* phase) {
      return short_number(results.median(name, phase) * 1e3);
    };
    const double with_file = results.median(name, "writing") + results.median(name, "telling");
    rows.push_back({fmt::format("{:>9} people", with_commas(run.people)),
                    fmt::format("{}", run.threads), milliseconds("reading"), milliseconds("living"),
                    milliseconds("writing"), milliseconds("telling"), milliseconds("seconds"),
                    short_number(100 * with_file / results.seconds(name))});
  }
  return titled(rows, 2,
                fmt::format("  What `cxsim run` does: {} days of the reference firm, no burn-in, "
                            "one replication, up to 20,000\n  people recorded. The file includes "
                            "bringing it safely to the disk.\n",
                            days_of_year));
}

std::string years_table(const Catalogue& catalogue, const Results& results) {
  std::vector<Row> rows{
      {"", "", "cores", "", "ns a", "M visits", "M customer-", "M person-", "bytes a", "times",
       "times", "ns a visit,"},
      {"     people  kernels", "threads", "at work", "seconds", "visit", "a second", "days a s",
       "days a s", "person", "scalar", "1 thread", "of 100,000's"}};
  for (const Year& year : catalogue.years)
    if (results.has(year.name())) rows.push_back(year_row(year, results));
  return titled(rows, 2,
                fmt::format("  {} days of the reference firm, no burn-in, no file. ns a visit: all "
                            "of the time, over the contacts.\n  bytes a person: the peak of the "
                            "process above what it had before. times: as fast, in this run.\n",
                            days_of_year));
}

}  // namespace cxsim::bench
