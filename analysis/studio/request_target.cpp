#include "analysis/studio/request_target.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "scenario/source_text.hpp"

namespace cxsim {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

// The parts between the marks; empty ones too.
std::vector<std::string_view> parts_of(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(mark);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool is_readable(std::string_view text) {
  return std::none_of(text.begin(), text.end(), is_control) && is_utf8(text);
}

// Judged part by part, so that an encoded slash cannot pass for a part's end.
bool is_plain_part(std::string_view part) {
  return part != "." && part != ".." && part.find_first_of("/\\") == std::string_view::npos &&
         is_readable(part);
}

std::optional<std::string> read_path(std::string_view text) {
  if (!text.starts_with('/')) return std::nullopt;
  std::string path;
  for (const std::string_view part : parts_of(text.substr(1), '/')) {
    const auto decoded = percent_decoded(part);
    if (!decoded || !is_plain_part(*decoded)) return std::nullopt;
    path += "/" + *decoded;
  }
  return path;
}

// As forms write it: a plus sign is a blank.
std::optional<std::string> read_query_word(std::string_view text) {
  std::string word(text);
  std::replace(word.begin(), word.end(), '+', ' ');
  auto decoded = percent_decoded(word);
  if (decoded && !is_readable(*decoded)) return std::nullopt;
  return decoded;
}

struct QueryPart {
  std::optional<std::string> name, value;
};

QueryPart read_query_part(std::string_view part) {
  const std::size_t equals = std::min(part.find('='), part.size());
  return {read_query_word(part.substr(0, equals)),
          read_query_word(part.substr(std::min(part.size(), equals + 1)))};
}

// The query of a target, without its question mark.
std::string_view query_of(std::string_view target) {
  const std::size_t mark = target.find('?');
  return mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1);
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t k = 0; k < text.size(); ++k) {
    if (text[k] != '%') {
      decoded += text[k];
      continue;
    }
    if (k + 2 >= text.size()) return std::nullopt;
    const int high = hex_value(text[k + 1]), low = hex_value(text[k + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    decoded += static_cast<char>(high * 16 + low);
    k += 2;
  }
  return decoded;
}

std::optional<RequestTarget> read_target(std::string_view text) {
  if (text.find('#') != std::string_view::npos) return std::nullopt;
  auto path = read_path(text.substr(0, text.find('?')));
  if (!path) return std::nullopt;
  RequestTarget target{std::move(*path), {}};
  for (const std::string_view part : parts_of(query_of(text), '&')) {
    if (part.empty()) continue;
    QueryPart read = read_query_part(part);
    if (!read.name || !read.value) return std::nullopt;
    target.query.emplace(std::move(*read.name), std::move(*read.value));
  }
  return target;
}

std::string query_without(std::string_view target, std::string_view name) {
  std::string query;
  for (const std::string_view part : parts_of(query_of(target), '&')) {
    if (part.empty() || read_query_part(part).name == name) continue;
    query += query.empty() ? "?" : "&";
    query += part;
  }
  return query;
}

}  // namespace cxsim
