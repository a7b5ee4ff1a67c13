// Reads positions back out of a plot's SVG.
#pragma once

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "analysis/map/xml_reading.hpp"

namespace cxsim {

inline std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++found;
  return found;
}

struct ReadBox {
  double x, y, width, height;
};

// Of a style's boxes, in the order in which they are drawn.
inline std::vector<ReadBox> boxes_of(const std::string& svg, const std::string& kind) {
  const std::regex box("<rect class=\"" + kind +
                       "\" x=\"([-0-9.]+)\" y=\"([-0-9.]+)\" width=\"([-0-9.]+)\" "
                       "height=\"([-0-9.]+)\"");
  std::vector<ReadBox> boxes;
  for (std::sregex_iterator at(svg.begin(), svg.end(), box), end; at != end; ++at)
    boxes.push_back(
        {std::stod((*at)[1]), std::stod((*at)[2]), std::stod((*at)[3]), std::stod((*at)[4])});
  return boxes;
}

// The x at which upright lines of a style stand.
inline std::vector<double> uprights_of(const std::string& svg, const std::string& kind) {
  const std::regex line("<line class=\"" + kind + "\" x1=\"([-0-9.]+)\"[^>]* x2=\"([-0-9.]+)\"");
  std::vector<double> places;
  for (std::sregex_iterator at(svg.begin(), svg.end(), line), end; at != end; ++at)
    if ((*at)[1] == (*at)[2]) places.push_back(std::stod((*at)[1]));
  return places;
}

// Well formed, standalone, and with words for who hears it.
inline std::string problem_of_page(const std::string& svg) {
  const XmlReading page = read_xml(svg);
  if (!page.problem.empty()) return page.problem;
  if (svg.find("xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"") == std::string::npos)
    return "no image";
  if (page.titles.empty() || svg.find("<desc>") == std::string::npos) return "no title or desc";
  for (const std::string part : {"\"nan", "nan\"", "\"-nan", "inf\"", " nan", "Mnan"})
    if (svg.find(part) != std::string::npos) return "a position is no number: " + part;
  return "";
}

}  // namespace cxsim
