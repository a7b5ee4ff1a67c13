// What the studio tells its pages as it happens: numbered events, the last of them kept to resume
// from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace cxsim {

// May be used from any thread.
class Events {
 public:
  explicit Events(std::size_t kept = 256) : kept_(kept) {}

  void publish(std::string_view event, const nlohmann::ordered_json& data);

  // The number after which a client goes on that last saw `last_event_id`: its own, as far back as
  // events are kept; for a new client, or a number never given out, the newest.
  std::uint64_t resume_after(std::string_view last_event_id) const;

  struct Tidings {
    std::string text;      // as text/event-stream
    std::uint64_t newest;  // the number of the last one in it
  };
  // All after `id`; nothing if some of them are no longer kept.
  std::optional<Tidings> after(std::uint64_t id) const;

  // Called after each event, on the thread that published it. An empty one ends that.
  void listen(std::function<void()> listener);

 private:
  std::uint64_t oldest() const { return newest_ + 1 - texts_.size(); }

  mutable std::mutex mutex_;
  std::size_t kept_;
  std::deque<std::string> texts_;
  std::uint64_t newest_ = 0;
  std::function<void()> listener_;
};

}  // namespace cxsim
