#include "analysis/page/run_command.hpp"

#include <algorithm>
#include <cctype>
#include <sstream>
#include <string_view>
#include <vector>

namespace cxsim {
namespace {

constexpr std::string_view heading_begins = "# ==== ", heading_ends = " ====";
constexpr std::string_view change_begins = "# --set ";

// What a scenario says of itself as written: its first file, and what the command line changed.
struct Written {
  std::string file;
  std::vector<std::string> changes;
};

bool is_heading(const std::string& line) {
  return line.starts_with(heading_begins) && line.ends_with(heading_ends) &&
         line.size() > heading_begins.size() + heading_ends.size();
}

Written written_in(const std::string& text) {
  Written written;
  std::string heading;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (is_heading(line)) {
      heading = line.substr(heading_begins.size(),
                            line.size() - heading_begins.size() - heading_ends.size());
      if (written.file.empty()) written.file = heading;
    } else if (heading == "command line" && line.starts_with(change_begins)) {
      written.changes.push_back(line.substr(change_begins.size()));
    }
  }
  return written;
}

bool has_line(const std::string& text, const std::string& wanted) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line == wanted) return true;
  return false;
}

// A run that went on until it was narrow enough took fewer than its scenario allowed.
std::string replications_told(const NetcdfReader& reader) {
  const std::string count = std::to_string(reader.length("replication"));
  const bool told =
      has_line(reader.text("provenance/scenario_as_resolved"), "replications = " + count);
  return told ? "" : " --replications " + count;
}

bool is_plain(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0 ||
         std::string_view("_-./=,:+@%").find(letter) != std::string_view::npos;
}

}  // namespace

std::string shell_word(const std::string& word) {
  if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) return word;
  std::string quoted = "'";
  for (const char letter : word)
    quoted += letter == '\'' ? std::string("'\\''") : std::string{letter};
  return quoted + "'";
}

std::string run_command(const NetcdfReader& reader) {
  const Written written = written_in(reader.text("provenance/scenario_as_written"));
  std::string command = "cxsim run " + shell_word(written.file);
  for (const std::string& change : written.changes) command += " --set " + shell_word(change);
  return command + replications_told(reader);
}

}  // namespace cxsim
