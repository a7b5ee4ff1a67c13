// The machine that is measured on, and what a process takes of its memory.
#pragma once

#include <string>
#include <vector>

namespace cxsim::bench {

// One line each: processor, caches, kernels, memory, system, compiler.
std::vector<std::string> machine_in_words();

int cores();

// What this process may still take, also inside a container with a limit.
double free_bytes();

// Gives back to the system what is not in use, and forgets how much memory this process ever had.
// False where the system does not count anew.
bool forget_peak_memory();
double memory_now();   // bytes
double peak_memory();  // since forgotten

double busy_seconds();  // of all threads of this process

// What else the cores were busy with from here on; on a virtual machine, also what others took.
class OtherWork {
 public:
  OtherWork();
  double cores_taken() const;

 private:
  double wall_, system_, own_;  // seconds at the beginning
};

}  // namespace cxsim::bench
