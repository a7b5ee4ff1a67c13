#include "scenario/source_text.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include "scenario/spelling.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> toml_files_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator file(folder, error), end; !error && file != end;
       file.increment(error))
    if (file->path().extension() == ".toml") names.push_back(file->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

Problem missing_file(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::error_code error;
  Problem problem{{path.string(), 0},
                  "",
                  "there is no file " + path.string(),
                  "without it there is no scenario to read",
                  ""};
  if (!fs::is_directory(folder, error)) {
    problem.cure = "check the folder: " + folder.string() + " does not exist";
    return problem;
  }
  const std::vector<std::string> names = toml_files_in(folder);
  problem.cure = names.empty() ? "check the path: no file in " + folder.string() + " ends in .toml"
                               : spelling_cure(path.filename().string(), names,
                                               "scenarios in " + folder.string());
  return problem;
}

// The length of the UTF-8 character that starts here; 0 if none does.
std::size_t character_length(std::string_view text) {
  const auto byte = [text](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto follows = [&byte](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  const unsigned second = byte(1);
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return follows(1) ? 2 : 0;
  if (first < 0xF0) {
    const bool overlong = first == 0xE0 && second < 0xA0;
    const bool surrogate = first == 0xED && second >= 0xA0;
    return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (first > 0xF4) return 0;
  const bool overlong = first == 0xF0 && second < 0x90;
  const bool beyond_unicode = first == 0xF4 && second >= 0x90;
  return follows(1) && follows(2) && follows(3) && !overlong && !beyond_unicode ? 4 : 0;
}

// Where the text stops being UTF-8; its size if it never does.
std::size_t valid_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = character_length(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return at;
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return missing_file(path);
  if (fs::is_directory(status))
    return Problem{{path, 0},
                   "",
                   path + " is a folder",
                   "a scenario is one file; which one in the folder is meant cannot be guessed",
                   "name a file in it, such as " + (fs::path(path) / "scenario.toml").string()};
  std::ifstream file(path, std::ios::binary);
  std::string text(largest_text + 1, '\0');
  if (file) file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file && !file.eof())
    return Problem{{path, 0},
                   "",
                   path + " cannot be read",
                   "without it there is no scenario to read",
                   "check that you may read the file"};
  text.resize(static_cast<std::size_t>(file.gcount()));
  text.shrink_to_fit();
  return text;
}

Problems check_text(std::string_view text, const std::string& file) {
  if (text.size() > largest_text)
    return {{{file, 0},
             "",
             "the file is larger than 4 MiB",
             "a scenario is a few pages of text, so this is most likely another kind of file",
             "name the scenario's .toml file; a result file ends in .h5"}};
  const std::size_t valid = valid_length(text);
  if (valid == text.size()) return {};
  const std::string_view before = text.substr(0, valid);
  const int line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  return {{{file, line},
           "",
           "the text is not UTF-8",
           "names would be garbled in results and reports, and TOML allows nothing else",
           "save the file as UTF-8 in your editor"}};
}

bool is_utf8(std::string_view text) { return valid_length(text) == text.size(); }

}  // namespace cxsim
