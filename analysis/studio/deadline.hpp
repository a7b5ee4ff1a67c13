// A time by which something must have happened.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <utility>

namespace cxsim {

class Deadline {
 public:
  template <class Executor>
  explicit Deadline(const Executor& executor) : timer_(executor) {}

  // Instead of the deadline there was. `late` must keep alive what it uses, this included.
  template <class Late>
  void set(std::chrono::milliseconds time, Late late) {
    timer_.expires_after(time);
    timer_.async_wait([this, late = std::move(late)](const boost::system::error_code& error) {
      // One that had expired when another was set comes here all the same, without an error.
      if (!error && timer_.expiry() <= std::chrono::steady_clock::now()) late();
    });
  }

  void lift() { timer_.expires_at(boost::asio::steady_timer::time_point::max()); }

 private:
  boost::asio::steady_timer timer_;
};

}  // namespace cxsim
