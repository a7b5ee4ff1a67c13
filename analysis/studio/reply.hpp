// The promise behind a Reply: one answer and no second, and an error if none was ever given.
#pragma once

#include "analysis/studio/message.hpp"

namespace cxsim {

// `deliver` is called once, on the thread that answers or that forgot to.
Reply reply_once(std::function<void(Response)> deliver);

// Calls the handler; what it throws becomes an answer.
void ask(const Handler& handler, const Request& request, const Reply& reply);

}  // namespace cxsim
