// Answers whose text is there already: JSON that was kept, and files to be saved.
#pragma once

#include <string>

#include "analysis/report/json_values.hpp"
#include "analysis/studio/message.hpp"

namespace cxsim {

// What is not UTF-8 in it is replaced.
std::string json_text(const Json& value);

Response json_text_answer(std::string text);

// Of the name, letters, digits, dots and dashes are kept.
Response download(std::string type, const std::string& name, std::string content);

}  // namespace cxsim
