// Contacts as events of an XES log.
#pragma once

#include <chrono>

#include "analysis/export/xes_log.hpp"

namespace cxsim {

// The contact log as columns, a part of it at a time.
class ContactRows {
 public:
  // Throws RecordingError where the file has no contacts, or too few columns of them.
  explicit ContactRows(const NetcdfReader& reader);

  const ExportTable& table() const { return table_; }
  void read(const NetcdfReader& reader, unsigned long long first, unsigned long long count);

  std::int32_t whole(std::string_view column, std::size_t row) const;
  std::string text(std::size_t column, std::size_t row) const;
  std::string text(std::string_view column, std::size_t row) const;

 private:
  std::size_t place_of(std::string_view column) const;

  ExportTable table_;
  std::vector<ColumnValues> values_;
};

class XesEvents {
 public:
  // Throws RecordingError where the file has no start date.
  XesEvents(const NetcdfReader& reader, const ExportTable& contacts,
            std::vector<TouchpointPlace> places);

  // The attributes that every event has, with values that stand for none.
  std::string globals() const;

  // `nth` contact of that person on that day, from 0.
  std::string event(const ContactRows& rows, std::size_t row, std::int64_t nth) const;

 private:
  std::string more(const ContactRows& rows, std::size_t row) const;

  std::chrono::sys_days start_;
  std::vector<TouchpointPlace> places_;
  std::vector<std::size_t> others_;  // columns told under their own name
  const ExportTable& contacts_;
};

}  // namespace cxsim
