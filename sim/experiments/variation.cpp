#include "experiments/variation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <charconv>
#include <cmath>
#include <optional>

#include "scenario/override.hpp"
#include "scenario/reference.hpp"
#include "scenario/toml_lines.hpp"
#include "scenario/toml_tokens.hpp"

namespace cxsim {
namespace {

constexpr double most_levels = 1e6;
constexpr std::string_view form =
    "write key=lo:hi, key=lo:hi:n for n levels, key=lo:hi:log, key=lo:hi:int, key=a,b,c, or the "
    "key "
    "alone where the scenario's [uncertainty] gives it a distribution";

Problem refused(std::string_view key, std::string what) {
  return {{},
          std::string(key),
          std::move(what),
          "the sweep takes its values from there",
          std::string(form)};
}

// Parts between separators outside quotes and brackets.
std::vector<std::string_view> split_at(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  char quote = '\0';
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if (c == ']' || c == '}') {
      --depth;
    } else if (c == separator && depth == 0) {
      parts.push_back(text.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  parts.push_back(text.substr(begin));
  for (std::string_view& part : parts) part = trimmed(part);
  return parts;
}

Result<Variation> listed_variation(std::string_view key, std::string_view values) {
  Variation variation{canonical_key(key), {DistributionKind::listed, {}, {}}};
  for (const std::string_view value : split_at(values, ',')) {
    if (value.empty()) return refused(key, "a value of the list is empty");
    variation.distribution.values.push_back(spelling_of(value));
  }
  put_in_order(variation.distribution.values);
  variation.levels = variation.distribution.values.size();
  variation.has_levels = true;
  return variation;
}

std::optional<DistributionKind> scale_named(std::string_view word) {
  if (word == "linear") return DistributionKind::uniform;
  if (word == "log") return DistributionKind::log_uniform;
  if (word == "int") return DistributionKind::integer;
  return {};
}

// lo:hi and what may follow.
Result<Variation> ranged_variation(std::string_view key,
                                   const std::vector<std::string_view>& parts) {
  const auto low = number_in(parts[0]), high = number_in(parts[1]);
  if (!low || !high) return refused(key, "one of its ends is not a number");
  Variation variation{canonical_key(key), {DistributionKind::uniform, {*low, *high, 0}, {}}};
  bool has_scale = false;
  for (const std::string_view part : std::vector(parts.begin() + 2, parts.end())) {
    const auto levels = number_in(part);
    const auto scale = scale_named(part);
    if (scale && !has_scale) {
      variation.distribution.kind = *scale;
      has_scale = true;
    } else if (levels && !variation.has_levels && *levels >= 1 && *levels <= most_levels &&
               std::floor(*levels) == *levels) {
      variation.levels = static_cast<std::size_t>(*levels);
      variation.has_levels = true;
    } else {
      return refused(key, fmt::format("\"{}\" is neither a number of levels nor a scale, or it "
                                      "comes a second time",
                                      part));
    }
  }
  if (const auto fault = fault_of(variation.distribution)) return refused(key, *fault);
  const double steps = *high - *low + 1;
  if (steps > most_levels && variation.distribution.kind == DistributionKind::integer)
    return refused(key, fmt::format("it has more than {:.0f} whole numbers", most_levels));
  if (variation.distribution.kind == DistributionKind::integer && !variation.has_levels) {
    variation.levels = static_cast<std::size_t>(steps);
    variation.has_levels = true;
  }
  return variation;
}

Result<Variation> known_variation(std::string_view key, const Scenario& base) {
  for (const UncertainSetting& one : uncertain_settings(base))
    if (one.key == canonical_key(key)) return variation_of(one);
  return refused(key, "nothing says how it varies");
}

double rounded(double value) {
  const std::string text = fmt::format("{:.6g}", value);
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// The ends as they were given, and no value beyond them.
double between(double low, double high, double u, double value) {
  if (u == 0) return low;
  if (u == 1) return high;
  return std::clamp(rounded(value), low, high);
}

double normal_quantile(double u) {
  return boost::math::quantile(boost::math::normal_distribution<double>(), u);
}

double triangular_quantile(double low, double mode, double high, double u) {
  const double at_mode = (mode - low) / (high - low);
  if (u < at_mode) return low + std::sqrt(u * (high - low) * (mode - low));
  return high - std::sqrt((1 - u) * (high - low) * (high - mode));
}

double step_at(double first, double count, double u) {
  return first + std::min(std::floor(u * count), count - 1);
}

}  // namespace

std::optional<double> number_in(std::string_view text) {
  double number = 0;
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole_text = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return is_whole_text && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::string spelling_of(std::string_view written) {
  const std::string_view digits = written.starts_with('+') ? written.substr(1) : written;
  std::int64_t whole = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), whole);
  if (read.ec == std::errc() && read.ptr == digits.data() + digits.size())
    return std::to_string(whole);
  const auto number = number_in(written);
  return number ? plain_number(*number) : std::string(written);
}

void put_in_order(std::vector<std::string>& values) {
  const bool are_numbers = std::all_of(values.begin(), values.end(), [](const std::string& value) {
    return number_in(value).has_value();
  });
  if (!are_numbers) return;
  std::sort(values.begin(), values.end(), [](const std::string& a, const std::string& b) {
    return *number_in(a) < *number_in(b);
  });
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

Variation variation_of(const UncertainSetting& setting) {
  Variation variation{setting.key, setting.distribution};
  if (setting.distribution.kind == DistributionKind::listed) {
    put_in_order(variation.distribution.values);
    variation.levels = variation.distribution.values.size();
  }
  return variation;
}

void describe(Variation& variation, const Scenario& base) {
  const auto row = find_reference_row(variation.key, base);
  if (!row) return;
  variation.unit = row->unit;
  variation.meaning = row->meaning;
  if (const auto number = number_in(row->fallback)) variation.fallback = *number;
}

Result<Variation> read_variation(std::string_view vary, const Scenario& base) {
  if (!has_value(vary)) return known_variation(vary, base);
  const auto assignment = split_assignment(vary);
  if (!assignment) return assignment.problems();
  const std::vector<std::string_view> parts = split_at(assignment->value, ':');
  auto variation = parts.size() > 1 ? ranged_variation(assignment->key, parts)
                                    : listed_variation(assignment->key, assignment->value);
  return variation;
}

double value_at(const Distribution& d, double u, Placing placing) {
  if (placing == Placing::on_lattice && !is_bounded(d)) u = .025 + .95 * u;
  const auto [a, b, c] = d.at;
  switch (d.kind) {
    case DistributionKind::uniform:
      return between(a, b, u, a + u * (b - a));
    case DistributionKind::log_uniform:
      return between(a, b, u, a * std::pow(b / a, u));
    case DistributionKind::integer:
      return step_at(a, b - a + 1, u);
    case DistributionKind::triangular:
      return between(a, c, u, triangular_quantile(a, b, c, u));
    case DistributionKind::normal:
      return rounded(a + b * normal_quantile(u));
    case DistributionKind::lognormal:
      return rounded(a * std::exp(b * normal_quantile(u)));
    case DistributionKind::listed:
      return step_at(0, static_cast<double>(d.values.size()), u);
    case DistributionKind::none:
      break;
  }
  return u;
}

std::string spelling_of(const Distribution& d, double value) {
  if (d.kind == DistributionKind::listed) return d.values[static_cast<std::size_t>(value)];
  return plain_number(value);
}

bool lists_numbers(const Distribution& d) {
  return std::all_of(d.values.begin(), d.values.end(),
                     [](const std::string& value) { return number_in(value).has_value(); });
}

}  // namespace cxsim
