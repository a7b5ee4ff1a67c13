#include "analysis/studio/request_body.hpp"

#include <algorithm>
#include <utility>

#include "scenario/spelling.hpp"

namespace cxsim {
RequestBody::RequestBody(const std::string& text) : json_(Json::parse(text, nullptr, false)) {
  if (json_.is_object()) return;
  complain("",
           json_.is_discarded() ? "the body of the request is not JSON"
                                : "the body of the request is not a JSON object",
           "send an object, such as {\"scenario\": \"01_first_run\"}");
  json_ = Json();
}

std::string RequestBody::text(std::string_view name) {
  if (json_.is_object() && !json_.contains(name))
    complain(name, "it is missing", "add it, as a text");
  return text_if_any(name);
}

std::string RequestBody::text_if_any(std::string_view name) {
  const Json* found = member(name);
  if (found == nullptr) return {};
  if (found->is_string()) return found->get<std::string>();
  complain(name, "it is not a text", "write it in quotes");
  return {};
}

std::vector<std::string> RequestBody::texts_if_any(std::string_view name) {
  const Json* found = member(name);
  if (found == nullptr) return {};
  std::vector<std::string> texts;
  const bool fits = found->is_array() && std::all_of(found->begin(), found->end(), [&](auto& one) {
                      if (one.is_string()) texts.push_back(one.template get<std::string>());
                      return one.is_string();
                    });
  if (fits) return texts;
  complain(name, "it is not a list of texts", "write it as [\"company.maturity_stage=4\"]");
  return {};
}

Problems RequestBody::problems() {
  if (json_.is_object())
    for (const auto& [name, value] : json_.items())
      if (std::find(known_.begin(), known_.end(), name) == known_.end())
        complain(name, "there is no such member",
                 known_.empty() ? "send {}" : spelling_cure(name, known_, "members"));
  return std::move(problems_);
}

const Json* RequestBody::member(std::string_view name) {
  known_.emplace_back(name);
  if (!json_.is_object()) return nullptr;
  const auto found = json_.find(name);
  return found == json_.end() ? nullptr : &*found;
}

void RequestBody::complain(std::string_view name, std::string what, std::string cure) {
  problems_.push_back({{}, std::string(name), std::move(what), why_refused, std::move(cure)});
}

}  // namespace cxsim
