// Answers whose text is there already: JSON that was kept, and files to be saved.
#pragma once

#include <string>

#include "analysis/studio/message.hpp"

namespace cxsim {

Response json_text_answer(std::string text);

// The name is one that saved_name gives, and an ending.
Response download(std::string type, const std::string& name, std::string content);

}  // namespace cxsim
