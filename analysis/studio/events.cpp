#include "analysis/studio/events.hpp"

#include <algorithm>
#include <charconv>

#include "analysis/report/json_values.hpp"

namespace cxsim {
namespace {

// JSON on one line needs no more than one data: line.
std::string text_of(std::uint64_t id, std::string_view event, const nlohmann::ordered_json& data) {
  std::string text = "id: " + std::to_string(id) + "\nevent: ";
  text += event.substr(0, event.find_first_of("\r\n"));
  return text + "\ndata: " + json_text(data) + "\n\n";
}

}  // namespace

void Events::publish(std::string_view event, const nlohmann::ordered_json& data) {
  const std::lock_guard lock(mutex_);
  ++newest_;
  texts_.push_back(text_of(newest_, event, data));
  if (texts_.size() > kept_) texts_.pop_front();
  // Within the lock: once listen({}) has returned, the old listener is not called any more.
  if (listener_) listener_();
}

std::uint64_t Events::resume_after(std::string_view last_event_id) const {
  const std::lock_guard lock(mutex_);
  std::uint64_t id = 0;
  const char* const end = last_event_id.data() + last_event_id.size();
  const auto [stop, error] = std::from_chars(last_event_id.data(), end, id);
  if (last_event_id.empty() || error != std::errc{} || stop != end || id > newest_) return newest_;
  return std::max(id, oldest() - 1);
}

std::optional<Events::Tidings> Events::after(std::uint64_t id) const {
  const std::lock_guard lock(mutex_);
  if (id + 1 < oldest()) return std::nullopt;
  Tidings tidings{{}, newest_};
  for (std::uint64_t next = id + 1; next <= newest_; ++next)
    tidings.text += texts_[static_cast<std::size_t>(next - oldest())];
  return tidings;
}

void Events::listen(std::function<void()> listener) {
  const std::lock_guard lock(mutex_);
  listener_ = std::move(listener);
}

}  // namespace cxsim
