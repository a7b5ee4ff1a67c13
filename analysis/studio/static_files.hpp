// The built page, held in memory: a name that is not in this map is not there.
#pragma once

#include <map>
#include <string>

#include "analysis/studio/message.hpp"

namespace cxsim {

struct StaticFile {
  std::string type;
  std::string body;
};

using StaticFiles = std::map<std::string, StaticFile, std::less<>>;  // by path: "/page.js"

StaticFiles page_files(std::string html, std::string script, std::string style);

Response file_answer(const StaticFiles& files, const std::string& path);

}  // namespace cxsim
