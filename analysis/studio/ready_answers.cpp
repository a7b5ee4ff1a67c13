#include "analysis/studio/ready_answers.hpp"

#include <cctype>
#include <utility>

namespace cxsim {
namespace {

std::string plain_name(const std::string& name) {
  std::string plain;
  for (const char letter : name) {
    const bool kept =
        std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '.' || letter == '-';
    plain += kept ? letter : '_';
  }
  return plain;
}

}  // namespace

std::string json_text(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Response json_text_answer(std::string text) {
  return {200, "application/json", std::move(text), {}};
}

Response download(std::string type, const std::string& name, std::string content) {
  return {200,
          std::move(type),
          std::move(content),
          {{"Content-Disposition", "attachment; filename=\"" + plain_name(name) + "\""}}};
}

}  // namespace cxsim
