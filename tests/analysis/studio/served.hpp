// A server that runs beside a test, and a client of plain sockets.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "analysis/studio/server.hpp"

namespace cxsim {

constexpr const char* test_token = "0123456789abcdef0123456789abcdef";

inline std::uint16_t port_of(const Server& server) {
  const std::string address = server.address();
  return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
}

class Served {
 public:
  explicit Served(Handler handler, Limits limits = {}) {
    ServerPlan plan;
    plan.token = test_token;
    plan.files = page_files("page", "script", "style");
    plan.handler = std::move(handler);
    plan.limits = limits;
    auto server = Server::open(std::move(plan));
    if (!server) throw std::runtime_error(to_text(server.problems()[0]));
    server_.emplace(std::move(*server));
    thread_ = std::thread([this] { server_->run(); });
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;
  ~Served() { stop(); }

  Server& operator*() { return *server_; }
  Server* operator->() { return &*server_; }
  std::uint16_t port() const { return port_of(*server_); }

  // Returns once run() has.
  void stop() {
    if (!thread_.joinable()) return;
    server_->stop();
    thread_.join();
    server_.reset();
  }

 private:
  std::optional<Server> server_;
  std::thread thread_;
};

class Client {
 public:
  explicit Client(std::uint16_t port, int receive_buffer = 0) : port_(port) {
    socket_ = socket(AF_INET, SOCK_STREAM, 0);
    const timeval patience{20, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (receive_buffer > 0)
      setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to), 0);
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { close(socket_); }

  void ask(const std::string& path, const std::string& more = "") {
    const std::string port = std::to_string(port_);
    send_all("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: cxsim_studio_" +
             port + "=" + test_token + "\r\n" + more + "\r\n");
  }

  void send_all(std::string_view text) {
    while (!text.empty()) {
      const ssize_t sent = send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      text.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  // All that comes, up to and with `end`, or until the server closes.
  std::string read_until(std::string_view end) {
    std::string text;
    std::array<char, 4096> bytes{};
    std::size_t searched = 0;
    while (text.find(end, searched) == std::string::npos) {
      searched = text.size() - std::min(text.size(), end.size());
      const ssize_t read = recv(socket_, bytes.data(), bytes.size(), 0);
      if (read <= 0) break;
      text.append(bytes.data(), static_cast<std::size_t>(read));
    }
    return text;
  }

  std::string read_to_end() { return read_until("\nno text holds this\n"); }

 private:
  std::uint16_t port_;
  int socket_;
};

// The whole answer to one request on a connection of its own.
inline std::string answer_from(std::uint16_t port, const std::string& path) {
  Client client(port);
  client.ask(path, "Connection: close\r\n");
  return client.read_to_end();
}

}  // namespace cxsim
