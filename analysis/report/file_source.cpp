#include "analysis/report/file_source.hpp"

#include <sstream>

#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

double discount_rate_of(const NetcdfReader& reader) {
  const auto rate = reader.number_attribute("", "discount_rate");
  if (rate && !rate->empty()) return rate->front();
  throw RecordingError({{reader.path(), 0},
                        "discount_rate",
                        "the file has no discount rate",
                        "money of later years cannot be brought to one day",
                        "make the file again with cxsim run"});
}

// One line each; readers of older files find none.
std::vector<std::string> titles_of(const NetcdfReader& reader) {
  std::vector<std::string> titles;
  std::istringstream lines(reader.text_attribute("arm", "titles").value_or(""));
  for (std::string line; std::getline(lines, line);) titles.push_back(line);
  return titles;
}

std::vector<ArmFacts> arms_of(const NetcdfReader& reader) {
  const std::vector<std::string> names = reader.labels("arm");
  const std::vector<std::string> titles = titles_of(reader);
  std::vector<std::int32_t> days(names.size(), -1);
  if (reader.has_variable("action_day")) days = reader.read<std::int32_t>("action_day").values;
  std::vector<ArmFacts> arms;
  for (std::size_t arm = 0; arm < names.size(); ++arm)
    arms.push_back({names[arm], arm < titles.size() ? titles[arm] : names[arm], days[arm]});
  return arms;
}

ResultFacts facts_of(const NetcdfReader& reader) {
  ResultFacts facts;
  facts.title = reader.text_attribute("", "title").value_or("");
  facts.currency = reader.text_attribute("", "currency").value_or("currency");
  facts.discount_rate = discount_rate_of(reader);
  facts.arms = arms_of(reader);
  facts.replications = static_cast<std::size_t>(reader.length("replication"));
  facts.months = static_cast<std::size_t>(reader.length("month"));
  return facts;
}

}  // namespace

FileSource::FileSource(const NetcdfReader& reader) : reader_(reader), facts_(facts_of(reader)) {}

std::vector<std::string> FileSource::labels(const std::string& dimension) const {
  return reader_.labels(dimension);
}

Values<double> FileSource::read(const std::string& measure) const {
  return reader_.read<double>(measure);
}

}  // namespace cxsim
