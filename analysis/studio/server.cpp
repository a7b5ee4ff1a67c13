#include "analysis/studio/server.hpp"

#include <fcntl.h>

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <utility>

#include "analysis/studio/connection.hpp"
#include "analysis/studio/secret.hpp"
#include "analysis/studio/site.hpp"

namespace cxsim {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

// More than the limit, to say that the house is full; beyond these the line is cut without a word.
constexpr std::size_t at_the_door = 32;
constexpr std::chrono::milliseconds breath{100};

Problem cannot_listen(std::uint16_t port, const error_code& error) {
  const std::string name = std::to_string(port);
  if (error == asio::error::address_in_use)
    return {{},
            "--port",
            "port " + name + " is in use",
            "another program, or another studio, listens there",
            "leave --port out to have any free one, or end the other program"};
  return {{},
          "--port",
          "cannot listen at port " + name + ": " + error.message(),
          "the studio needs a port of this machine",
          "leave --port out to have any free one"};
}

// A browser that the studio opens must not inherit the port.
void close_on_exec(int descriptor) { fcntl(descriptor, F_SETFD, FD_CLOEXEC); }

}  // namespace

class Server::Core {
 public:
  Core(ServerPlan plan)
      : context_(std::make_shared<asio::io_context>(1)),
        acceptor_(*context_),
        pause_(context_->get_executor()),
        site_(std::make_shared<Site>()) {
    site_->gate.secret = plan.token.empty() ? new_secret() : std::move(plan.token);
    site_->files = std::move(plan.files);
    site_->handler = std::move(plan.handler);
    site_->events = std::move(plan.events);
    site_->limits = plan.limits;
    site_->context = context_;
    site_->events->listen([this] { note_event(); });
  }

  Core(const Core&) = delete;
  Core& operator=(const Core&) = delete;

  ~Core() {
    site_->events->listen({});
    close();
  }

  error_code listen(std::uint16_t port) {
    const tcp::endpoint here(asio::ip::address_v4::loopback(), port);
    error_code error;
    acceptor_.open(here.protocol(), error);
    if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(here, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error) return error;
    close_on_exec(acceptor_.native_handle());
    site_->gate.port = acceptor_.local_endpoint(error).port();
    return error;
  }

  std::string address() const {
    return "http://127.0.0.1:" + std::to_string(site_->gate.port) + "/?token=" + site_->gate.secret;
  }

  Events& events() { return *site_->events; }

  int run() {
    int ended_by = 0;
    signals_.async_wait([this, &ended_by](const error_code& error, int signal) {
      if (error) return;
      ended_by = signal;
      end();
    });
    accept();
    context_->run();
    return ended_by;
  }

  void stop() {
    asio::post(*context_, [this] { end(); });
  }

 private:
  void end() {
    close();
    context_->stop();
  }

  void close() {
    error_code ignored;
    acceptor_.close(ignored);
    site_->guests.end_all();
  }

  void accept() {
    acceptor_.async_accept([this](const error_code& error, tcp::socket socket) {
      if (!acceptor_.is_open()) return;
      // Most likely there are too many open files: that takes a while to pass.
      if (error) return pause_.set(breath, [this] { accept(); });
      greet(std::move(socket));
      accept();
    });
  }

  void greet(tcp::socket socket) {
    const std::size_t most = site_->limits.connections;
    const std::size_t here = site_->guests.size();
    if (here >= most + at_the_door) return;
    close_on_exec(socket.native_handle());
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    auto guest = std::make_shared<Connection>(std::move(socket), site_);
    site_->guests.add(guest);
    if (here < most)
      guest->begin();
    else
      guest->send_away();
  }

  // However many events come at once, the listeners are told once.
  void note_event() {
    if (is_telling_.exchange(true)) return;
    asio::post(*context_, [this] {
      is_telling_ = false;
      site_->guests.hear_events();
    });
  }

  std::shared_ptr<asio::io_context> context_;
  tcp::acceptor acceptor_;
  Deadline pause_;
  asio::signal_set signals_{*context_, SIGINT, SIGTERM};  // waiting for run() to hear of them
  std::shared_ptr<Site> site_;
  std::atomic<bool> is_telling_{false};
};

Server::Server(std::unique_ptr<Core> core) : core_(std::move(core)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

Result<Server> Server::open(ServerPlan plan) {
  const std::uint16_t port = plan.port;
  auto core = std::make_unique<Core>(std::move(plan));
  if (const error_code error = core->listen(port)) return cannot_listen(port, error);
  return Server(std::move(core));
}

std::string Server::address() const { return core_->address(); }
Events& Server::events() { return core_->events(); }
int Server::run() { return core_->run(); }
void Server::stop() { core_->stop(); }

}  // namespace cxsim
