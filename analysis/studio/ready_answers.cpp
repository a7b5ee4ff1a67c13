#include "analysis/studio/ready_answers.hpp"

#include <utility>

namespace cxsim {

Response json_text_answer(std::string text) {
  return {200, "application/json", std::move(text), {}};
}

Response download(std::string type, const std::string& name, std::string content) {
  return {200,
          std::move(type),
          std::move(content),
          {{"Content-Disposition", "attachment; filename=\"" + name + "\""}}};
}

}  // namespace cxsim
