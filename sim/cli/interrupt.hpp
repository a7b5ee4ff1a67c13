// Ctrl-C, once: the run ends cleanly; twice: at once.
#pragma once

namespace cxsim {

void listen_for_interrupt();
bool is_interrupted();

}  // namespace cxsim
