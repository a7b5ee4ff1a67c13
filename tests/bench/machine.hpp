// The machine that is measured on, and what a process takes of its memory.
#pragma once

#include <string>
#include <vector>

namespace cxsim::bench {

// One line each: processor, caches, memory, system, compiler, and whether others are at work.
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

}  // namespace cxsim::bench
