#include "analysis/studio/event_stream.hpp"

#include <utility>

#include "analysis/studio/response_text.hpp"

namespace cxsim {

using boost::system::error_code;

EventStream::EventStream(boost::asio::ip::tcp::socket socket, std::shared_ptr<Site> site,
                         std::string_view last_event_id)
    : socket_(std::move(socket)),
      site_(std::move(site)),
      deadline_(socket_.get_executor()),
      told_(site_->events->resume_after(last_event_id)) {}

void EventStream::begin() {
  watch();
  // Whoever is cut off comes back after a second.
  send(head_text({200, "text/event-stream", "", {}}, Framing::stream, AfterThis::close) +
       "retry: 1000\n\n");
}

void EventStream::end() {
  error_code ignored;
  socket_.close(ignored);
  deadline_.lift();
  site_->guests.remove(this);
}

void EventStream::hear_events() {
  if (!socket_.is_open() || !outgoing_.is_done()) return;
  auto tidings = site_->events->after(told_);
  if (!tidings) return end();
  if (tidings->text.empty()) {
    return deadline_.set(site_->limits.keep_alive,
                         [self = shared_from_this()] { self->send(": still here\n\n"); });
  }
  told_ = tidings->newest;
  send(std::move(tidings->text));
}

void EventStream::send(std::string text) {
  outgoing_ = Outgoing(std::move(text));
  write();
}

void EventStream::write() {
  if (outgoing_.is_done()) return hear_events();
  deadline_.set(site_->limits.stall_time, [self = shared_from_this()] { self->end(); });
  socket_.async_write_some(outgoing_.left(),
                           [self = shared_from_this()](const error_code& error, std::size_t sent) {
                             if (error) return self->end();
                             self->outgoing_.pass(sent);
                             self->write();
                           });
}

// A listener has nothing more to say; that it has gone is heard here first.
void EventStream::watch() {
  socket_.async_read_some(boost::asio::buffer(ignored_),
                          [self = shared_from_this()](const error_code& error, std::size_t) {
                            if (error) return self->end();
                            self->watch();
                          });
}

}  // namespace cxsim
