// What all connections of one server share.
#pragma once

#include <boost/asio/io_context.hpp>
#include <memory>
#include <utility>

#include "analysis/studio/events.hpp"
#include "analysis/studio/gatekeeper.hpp"
#include "analysis/studio/guests.hpp"
#include "analysis/studio/limits.hpp"
#include "analysis/studio/message.hpp"
#include "analysis/studio/static_files.hpp"

namespace cxsim {

struct Site {
  Gate gate;
  StaticFiles files;
  Handler handler;
  std::shared_ptr<Events> events;
  Limits limits;
  Guests guests;
  std::weak_ptr<boost::asio::io_context> context;  // gone with the server; a Reply may outlive it
};

}  // namespace cxsim
