// Who may ask the studio anything: its own page, opened from its own link. Pure functions.
//
// A page elsewhere in the same browser must not reach it: not by a name that resolves to this
// machine (Host), not by a request across sites (Origin, Sec-Fetch-Site, JSON only), not by a guess
// (secret).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "analysis/studio/message.hpp"

namespace cxsim {

struct Gate {
  std::uint16_t port = 0;
  std::string secret;
};

// Cookies are shared by all ports of a machine, so the port is in the name.
std::string cookie_name(const Gate& gate);

// Nothing for who may pass; else what to answer: a refusal, or for who brings the link's token a
// cookie and the way to the page. Needs no body, so that nobody sends one in vain.
std::optional<Response> stop_at_gate(const Gate& gate, const Request& request);

}  // namespace cxsim
