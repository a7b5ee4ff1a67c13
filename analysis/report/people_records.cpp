#include "analysis/report/people_records.hpp"

#include <string>

#include "recording/netcdf_error.hpp"

namespace cxsim {

PeopleRecords read_people(const NetcdfReader& reader, std::size_t arm, std::size_t replication) {
  if (!reader.has_variable("people/segment"))
    throw RecordingError({{reader.path(), 0},
                          "",
                          "the file holds no people",
                          "customers can be compared one by one only if each has a record",
                          "run again with --set record.people=all, or with a number of people"});
  const unsigned long long people = reader.length("people/person");
  const auto whole = [&](const char* name) {
    return reader
        .read_slab<std::int32_t>(std::string("people/") + name, {arm, replication, 0},
                                 {1, 1, people})
        .values;
  };
  const auto real = [&](const char* name) {
    return reader
        .read_slab<double>(std::string("people/") + name, {arm, replication, 0}, {1, 1, people})
        .values;
  };
  PeopleRecords records;
  records.acquired_day = whole("acquired_day");
  records.churn_day = whole("churn_day");
  records.times_churned = whole("times_churned");
  records.segment = whole("segment");
  records.value_tier = whole("value_tier");
  records.lifecycle = whole("lifecycle");
  records.active_at_start = whole("active_at_start");
  records.recommend_score = real("recommend_score");
  records.lifetime_profit = real("lifetime_profit");
  return records;
}

}  // namespace cxsim
