#include "analysis/studio/connection.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <string_view>
#include <utility>

#include "analysis/studio/answer.hpp"
#include "analysis/studio/event_stream.hpp"
#include "analysis/studio/reply.hpp"

namespace cxsim {

namespace asio = boost::asio;
using boost::system::error_code;

Connection::Connection(asio::ip::tcp::socket socket, std::shared_ptr<Site> site)
    : socket_(std::move(socket)),
      site_(std::move(site)),
      deadline_(socket_.get_executor()),
      intake_(site_->limits) {}

void Connection::begin() { await_request(); }

void Connection::send_away() {
  answer(refusal(503, "",
                 {{},
                  "",
                  "Too many connections",
                  "The studio serves one person with a few tabs.",
                  "Close some tabs and load the page again."}),
         AfterThis::close);
}

void Connection::end() {
  error_code ignored;
  socket_.close(ignored);
  deadline_.lift();
  site_->guests.remove(this);
}

void Connection::await_request() {
  phase_ = intake_.is_empty() ? Phase::idle : Phase::receiving;
  const Limits& limits = site_->limits;
  deadline_.set(phase_ == Phase::idle ? limits.idle_time : limits.request_time,
                [self = shared_from_this()] { self->note_late(); });
  go_on(intake_.take({}));
}

void Connection::read() {
  socket_.async_read_some(
      asio::buffer(chunk_), [self = shared_from_this()](const error_code& error, std::size_t size) {
        if (self->phase_ != Phase::idle && self->phase_ != Phase::receiving) return;
        if (error) return self->end();
        if (self->phase_ == Phase::idle) {
          self->phase_ = Phase::receiving;
          self->deadline_.set(self->site_->limits.request_time, [self] { self->note_late(); });
        }
        self->go_on(self->intake_.take(std::string_view(self->chunk_.data(), size)));
      });
}

void Connection::go_on(Intake::Stage stage) {
  switch (stage) {
    case Intake::Stage::more:
      return read();
    case Intake::Stage::head:
      return check_head();
    case Intake::Stage::whole:
      return serve();
    case Intake::Stage::refused:
      return answer(intake_.refusal(), AfterThis::close);
  }
}

void Connection::check_head() {
  const RequestHead& head = intake_.head();
  is_head_only_ = head.request.method == "HEAD";
  if (auto stop = stop_at_gate(site_->gate, head.request)) {
    const bool can_go_on = stop->status < 400 && head.body_bytes == 0 && head.keep_alive;
    if (can_go_on) intake_.hand_on();
    return answer(std::move(*stop), can_go_on ? AfterThis::next_request : AfterThis::close);
  }
  const bool waits = head.expects_continue && head.body_bytes > 0 && !intake_.has_body_begun();
  if (waits) return say_continue();
  go_on(intake_.take({}));
}

void Connection::say_continue() {
  static constexpr std::string_view go_ahead = "HTTP/1.1 100 Continue\r\n\r\n";
  asio::async_write(socket_, asio::buffer(go_ahead),
                    [self = shared_from_this()](const error_code& error, std::size_t) {
                      if (self->phase_ != Phase::receiving) return;
                      if (error) return self->end();
                      self->read();
                    });
}

void Connection::serve() {
  const RequestHead head = intake_.hand_on();
  const Request& request = head.request;
  phase_ = Phase::working;
  deadline_.lift();
  after_ = head.keep_alive ? AfterThis::next_request : AfterThis::close;
  if (request.path == "/api/events") return stream(request);
  if (is_api(request.path)) return hand_over(request);
  answer(file_answer(site_->files, request.path), after_);
}

void Connection::stream(const Request& request) {
  auto listener =
      std::make_shared<EventStream>(std::move(socket_), site_, field_of(request, "last-event-id"));
  site_->guests.add(listener);
  site_->guests.remove(this);
  listener->begin();
}

// The answer may come from another thread, long after this connection or the whole server has gone.
void Connection::hand_over(const Request& request) {
  auto deliver = [weak = weak_from_this(), context = site_->context](Response response) {
    const auto here = context.lock();
    if (!here) return;
    asio::post(*here, [weak, response = std::move(response)]() mutable {
      if (const auto self = weak.lock()) self->answer(std::move(response), self->after_);
    });
  };
  ask(site_->handler, request, reply_once(std::move(deliver)));
}

void Connection::answer(Response response, AfterThis after) {
  if (!socket_.is_open()) return;
  phase_ = Phase::answering;
  after_ = after;
  std::string head = head_text(response, Framing::length, after);
  outgoing_ = Outgoing(std::move(head), is_head_only_ ? "" : std::move(response.body));
  write();
}

void Connection::write() {
  deadline_.set(site_->limits.stall_time, [self = shared_from_this()] { self->note_late(); });
  socket_.async_write_some(outgoing_.left(),
                           [self = shared_from_this()](const error_code& error, std::size_t sent) {
                             if (error) return self->end();
                             self->outgoing_.pass(sent);
                             if (!self->outgoing_.is_done()) return self->write();
                             self->outgoing_ = Outgoing();
                             if (self->after_ == AfterThis::close) return self->leave();
                             self->await_request();
                           });
}

// Closed at once, with bytes of the client unread, the connection would be reset, and the answer
// lost.
void Connection::leave() {
  phase_ = Phase::leaving;
  error_code ignored;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  deadline_.set(site_->limits.linger_time, [self = shared_from_this()] { self->note_late(); });
  discard();
}

void Connection::discard() {
  socket_.async_read_some(asio::buffer(chunk_),
                          [self = shared_from_this()](const error_code& error, std::size_t) {
                            if (error) return self->end();
                            self->discard();
                          });
}

void Connection::note_late() {
  if (phase_ != Phase::receiving) return end();
  answer(refusal(408, "",
                 {{},
                  "",
                  "This request took too long",
                  "It did not arrive as a whole.",
                  "Load the page again."}),
         AfterThis::close);
}

}  // namespace cxsim
