#include "scenario/syntax_problem.hpp"

#include <optional>
#include <string>

#include "scenario/toml_lines.hpp"
#include "scenario/toml_scan.hpp"

namespace cxsim {
namespace {

constexpr std::string_view why_syntax_matters =
    "a file that is not TOML cannot be read, and guessing could change the answer";

// Used where the parser was at `where` and said something that contains `said`; first match wins.
struct Advice {
  std::string_view where;
  std::string_view said;
  std::string_view what;
  std::string_view cure;
};

constexpr Advice advice_list[] = {
    {"", "maximum nested value depth", "lists or tables lie too deep inside one another",
     "no scenario needs so many brackets; look for one that is never closed"},
    {"floating-point", "saw '.'", "the number has a point where a digit must stand",
     "write one point with a digit on each side, as in 0.5"},
    {"floating-point", "could not be interpreted", "the number is too large to be held",
     "write a number below 1e308"},
    {"floating-point", "", "the number is not finished",
     "write a digit on each side of the point, as in 1.0, and a whole exponent, as in 1e5"},
    {"integer", "leading zeroes", "the number starts with a zero that it does not need",
     "write 7 rather than 007, or put it in quotes if it is a text"},
    {"integer", "not representable", "the whole number is too large to be held",
     "write a number below 9.2e18"},
    {"integer", "underscores", "an underscore stands where no digit is beside it",
     "write 1_000 or 1000"},
    {"integer", "saw '%'", "a percent sign stands where only a number can",
     "write shares of one: 0.1 for 10%"},
    {"integer", "", "something in the number is not a digit",
     "write digits only, or put the value in double quotes if it is a text"},
    {"string", "escape sequence", "a backslash is followed by a letter that means nothing here",
     "write \\\\ for a backslash, or put the text in single quotes"},
    {"string", "", "a text is not closed",
     "end it on its line with the quote it began with; a text of several lines begins and ends "
     "with three"},
    {"boolean", "", "the value is not one that TOML knows",
     "write true or false in small letters, or put the value in double quotes if it is a text"},
    {"parsing value", "", "the value is not one that TOML knows",
     "put text in double quotes; numbers, dates, true and false stand without"},
    {"key-value pair", "saw ','", "a comma follows the value",
     "write decimals with a point, as in 1.5, and several values in brackets, as in [1, 5]"},
    {"key-value pair", "expected a comment", "something follows the value on its line",
     "write one key on each line, and put text in double quotes"},
    {"key-value pair", "expected value", "no value follows the equals sign",
     "write a value on the same line, or remove the line for the default"},
    {"key-value pair", "", "the line is not a key, an equals sign and a value",
     "write key = value; a key with other than the letters a to z, digits, - and _ goes in quotes"},
    {"parsing date", "", "the value begins like a date but is none",
     "write a day as 2026-01-31, or put the value in double quotes if it is a text"},
    {"parsing time", "", "the value begins like a time but is none",
     "write a time as 07:30:00, or put the value in double quotes if it is a text"},
    {"parsing key", "", "a key or header has no name where one must stand",
     "write a name of the letters a to z, digits, - and _, or put it in quotes"},
    {"array", "", "two values of a list have no comma between them, or the list is not closed",
     "put a comma between the values and ] after the last"},
    {"inline table", "'\\n'", "a table in braces goes on beyond its line",
     "write it on one line, or as a table of its own under a [header]"},
    {"inline table", "", "a table in braces is not well formed",
     "write it as { key = value, key = value } on one line"},
    {"table header", "inline table", "the header adds to a table that was written in braces",
     "write that table's keys under the header, or all of them in the braces"},
    {"table header", "", "the header is not a name in brackets",
     "write [name] for a table, [[name]] for one of several"},
    {"root table", "", "the line is neither a key with a value, nor a header, nor a comment",
     "write key = value, [name], or # before a comment"},
};

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// The parser names the line after a header that it refuses; go back to the header itself.
int header_line(std::string_view text, int line) {
  int found = line;
  for_each_line(text, [&](int at, std::string_view each) {
    if (at <= line && is_header(each)) found = at;
    return at < line;
  });
  return found;
}

// What a line defines: its header, or the key before the equals sign.
std::string_view subject_of(std::string_view line) {
  if (is_header(line)) return trimmed(line.substr(0, line.rfind(']') + 1));
  return trimmed(line.substr(0, line.find('=')));
}

// Where a repeated key or header stood first; 0 if it was not spelled the same way.
int first_line_like(std::string_view text, int line) {
  const std::string_view subject = subject_of(line_of(text, line));
  const bool header = is_header(subject);
  int found = 0;
  for_each_line(text, [&](int at, std::string_view each) {
    if (at >= line) return false;
    if (!header && is_header(each)) found = 0;
    const bool whole = contains(each, header ? "]" : "=");
    if (found == 0 && whole && subject_of(each) == subject) found = at;
    return true;
  });
  return found;
}

Problem repetition(std::string_view text, Place place) {
  const std::string subject(subject_of(line_of(text, place.line)));
  const int first = first_line_like(text, place.line);
  const std::string before = first > 0 ? ", first on line " + std::to_string(first) : std::string();
  if (is_header(subject))
    return {std::move(place), "", subject + " opens a table that is there already" + before,
            "only one of them would count, and a silent choice could change the answer",
            "write the keys under one header; [[name]] opens one more of several"};
  return {std::move(place), subject, "the key is given twice" + before,
          "only one of them would count, and a silent choice could change the answer",
          "keep the one you mean"};
}

Problem mixed_brackets(std::string_view text, Place place) {
  const std::string subject(subject_of(line_of(text, place.line)));
  return {std::move(place), "", subject + " has other brackets than the same name has above",
          "[name] is one table and [[name]] one of several: a name cannot be both",
          "write the same brackets in both places; things with a name of their own, such as "
          "touchpoints, take [[ ]]"};
}

// A table where a value stands, or the other way round.
Problem value_and_table(std::string_view text, Place place) {
  const std::string subject(subject_of(line_of(text, place.line)));
  const bool header = is_header(subject);
  return {std::move(place), header ? "" : subject,
          (header ? subject : std::string("the key")) +
              " is a value in one place and a table in another",
          "a key is one value, or a table of several keys: only one of them would count",
          "rename one of them, or put the value into the table under a key of its own"};
}

Problem redefinition(std::string_view text, Place place, std::string_view description) {
  const bool table = contains(description, "existing table");
  const bool array = contains(description, "existing array");
  const bool as_array = contains(description, "' as array-of-tables");
  const bool as_table = contains(description, "' as table");
  if ((array && as_table) || (table && as_array)) return mixed_brackets(text, std::move(place));
  const bool header = contains(description, "table header");
  const bool dotted = contains(description, "as dotted");
  if (header != table || dotted) return value_and_table(text, std::move(place));
  return repetition(text, std::move(place));
}

// The list began further up, and the parser came to something that cannot be part of it.
std::optional<Problem> unclosed_list(std::string_view text, const Place& place,
                                     std::string_view said) {
  const int opened = line_of_open_bracket(text, place.line);
  const std::string_view line = line_of(text, place.line);
  const bool beyond_the_list =
      stands_alone(line) || looks_like_header(line) || contains(said, "end-of-file");
  if (opened == 0 || !beyond_the_list) return {};
  return Problem{{place.file, opened},
                 std::string(subject_of(line_of(text, opened))),
                 "a list is not closed",
                 std::string(why_syntax_matters),
                 "put ] after its last value; everything up to line " + std::to_string(place.line) +
                     " was taken to belong to it"};
}

std::optional<Problem> invisible_character(std::string_view text, const Place& place) {
  for (const char c : line_of(text, place.line))
    if (c != '\t' && (static_cast<unsigned char>(c) < 0x20 || c == 0x7F))
      return Problem{place, "", "the line holds a character that cannot be seen",
                     std::string(why_syntax_matters),
                     "delete it or type the line anew; it may have come with text from elsewhere"};
  return {};
}

std::optional<Problem> character_beyond_ascii(std::string_view text, const Place& place) {
  const std::string_view line = line_of(text, place.line);
  const auto at = bare_character_beyond_ascii(line);
  if (!at) return {};
  std::size_t end = *at + 1;
  while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) ++end;
  return Problem{
      place, "",
      "the character \"" + std::string(line.substr(*at, end - *at)) + "\" stands outside quotes",
      std::string(why_syntax_matters),
      "put keys and texts with such characters in straight double quotes, and use "
      "ordinary spaces"};
}

// The parser's own words, for what the list does not know.
Problem in_other_words(Place place, std::string_view description) {
  constexpr std::string_view opening = "Error while parsing ";
  if (description.substr(0, opening.size()) == opening) description.remove_prefix(opening.size());
  return {std::move(place), "", "this is not TOML: in a " + std::string(description),
          std::string(why_syntax_matters), "correct the line; the tour shows how a scenario looks"};
}

}  // namespace

Problem syntax_problem(std::string_view text, Place place, std::string_view description) {
  const std::string_view where = description.substr(0, description.find(": "));
  const std::string_view said = description.substr(where.size());
  if (contains(where, "table header")) place.line = header_line(text, place.line);
  if (auto problem = invisible_character(text, place)) return std::move(*problem);
  if (auto problem = character_beyond_ascii(text, place)) return std::move(*problem);
  if (auto problem = unclosed_list(text, place, said)) return std::move(*problem);
  if (contains(said, "cannot redefine")) return redefinition(text, std::move(place), description);
  for (const Advice& advice : advice_list) {
    if (!contains(where, advice.where) || !contains(said, advice.said)) continue;
    const std::string_view line = line_of(text, place.line);
    const bool has_key = contains(line, "=") && !is_header(line);
    return {std::move(place), has_key ? std::string(subject_of(line)) : std::string(),
            std::string(advice.what), std::string(why_syntax_matters), std::string(advice.cure)};
  }
  return in_other_words(std::move(place), description);
}

}  // namespace cxsim
