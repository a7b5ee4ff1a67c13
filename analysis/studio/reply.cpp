#include "analysis/studio/reply.hpp"

#include <atomic>
#include <exception>
#include <memory>

#include "analysis/studio/answer.hpp"

namespace cxsim {
namespace {

Response failure(const std::string& why) {
  return problems_answer(500, {{{},
                                "",
                                "the studio failed at this request",
                                why,
                                "try again; if it stays, please report it as a bug"}});
}

class OneReply {
 public:
  explicit OneReply(std::function<void(Response)> deliver) : deliver_(std::move(deliver)) {}
  OneReply(const OneReply&) = delete;
  OneReply& operator=(const OneReply&) = delete;

  ~OneReply() {
    // Nobody is left to hear of an error in telling an error.
    try {
      give(failure("its answer was forgotten"));
    } catch (...) {
    }
  }

  void give(Response response) {
    if (!is_given_.exchange(true)) deliver_(std::move(response));
  }

 private:
  std::function<void(Response)> deliver_;
  std::atomic<bool> is_given_{false};
};

}  // namespace

Reply reply_once(std::function<void(Response)> deliver) {
  auto one = std::make_shared<OneReply>(std::move(deliver));
  return [one](Response response) { one->give(std::move(response)); };
}

void ask(const Handler& handler, const Request& request, const Reply& reply) {
  try {
    handler(request, reply);
  } catch (const std::exception& error) {
    reply(failure(error.what()));
  } catch (...) {
    reply(failure("it did not say why"));
  }
}

}  // namespace cxsim
