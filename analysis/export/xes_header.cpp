#include "analysis/export/xes_header.hpp"

#include <fmt/format.h>

#include <array>

#include "analysis/export/journey_ends.hpp"
#include "analysis/export/xes_attribute.hpp"

namespace cxsim {
namespace {

struct Extension {
  std::string_view name, prefix;
};

// Of the standard's own, at the addresses it gives them.
constexpr std::array<Extension, 4> extensions{{
    {"Concept", "concept"},
    {"Lifecycle", "lifecycle"},
    {"Time", "time"},
    {"Organizational", "org"},
}};

std::string extension_lines() {
  std::string text;
  for (const Extension& one : extensions)
    text += fmt::format(
        "  <extension name=\"{}\" prefix=\"{}\" uri=\"http://www.xes-standard.org/{}.xesext\"/>\n",
        one.name, one.prefix, one.prefix);
  return text;
}

std::string global_traces() {
  std::string text = "  <global scope=\"trace\">\n";
  for (const std::string& attribute :
       {xes_text("concept:name", "unknown"), xes_text("journey", "unknown"),
        xes_whole("journey_number", 0), xes_whole("person", 0), xes_text("arm", "unknown"),
        xes_whole("replication", 0), xes_text("ended", unknown_end)})
    text += "    " + attribute + "\n";
  return text + "  </global>\n";
}

constexpr const char* classifiers =
    "  <classifier name=\"Touchpoint\" scope=\"event\" keys=\"concept:name\"/>\n"
    "  <classifier name=\"Touchpoint_and_outcome\" scope=\"event\" keys=\"concept:name "
    "outcome\"/>\n"
    "  <classifier name=\"Journey\" scope=\"trace\" keys=\"journey\"/>\n";

}  // namespace

std::string xes_header(const NetcdfReader& reader, const std::string& events) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<log xes.version=\"1849.2016\" xes.features=\"\">\n";
  text += extension_lines() + global_traces();
  text += "  <global scope=\"event\">\n" + events + "  </global>\n" + classifiers;
  for (const std::string& attribute :
       {xes_text("concept:name", reader.text_attribute("", "title").value_or("cxsim")),
        xes_text("source", reader.text_attribute("", "source").value_or("cxsim")),
        xes_text("lifecycle:model", "standard"),
        xes_text("time_of_day",
                 "made up: the model has whole days; a person's contacts of a day are a minute "
                 "apart, the first at 9:00")})
    text += "  " + attribute + "\n";
  return text;
}

}  // namespace cxsim
