#include "machine.hpp"

#include <fmt/format.h>
#include <malloc.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <thread>

#include "engine/kernels.hpp"

namespace cxsim::bench {
namespace {

constexpr double kib = 1024, gib = 1024.0 * 1024.0 * 1024.0;

std::string first_line(const std::string& path) {
  std::string line;
  std::getline(std::ifstream(path), line);
  return line;
}

// What stands behind "key:" or "key   :" in a file of such lines.
std::string value_of(const std::string& key, const std::string& path) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos || line.compare(0, key.size(), key) != 0) continue;
    if (line.find_first_not_of(" \t", key.size()) != colon) continue;
    const std::size_t begin = line.find_first_not_of(" \t", colon + 1);
    return begin == std::string::npos ? "" : line.substr(begin);
  }
  return "";
}

double kilobytes_of(const std::string& key, const std::string& path) {
  return std::strtod(value_of(key, path).c_str(), nullptr) * kib;
}

std::string processor() {
  const std::string model = value_of("model name", "/proc/cpuinfo");
  return fmt::format("{}, {} cores", model.empty() ? "unknown processor" : model, cores());
}

std::string caches() {
  namespace fs = std::filesystem;
  std::vector<std::string> found;
  for (int index = 0; index < 8; ++index) {
    const std::string cache = fmt::format("/sys/devices/system/cpu/cpu0/cache/index{}/", index);
    if (!fs::exists(cache)) break;
    const std::string type = first_line(cache + "type");
    if (type == "Instruction") continue;
    found.push_back(fmt::format("L{} {}", first_line(cache + "level"), first_line(cache + "size")));
  }
  return found.empty() ? "unknown" : fmt::format("{}", fmt::join(found, ", "));
}

std::string memory() {
  const std::string pages = first_line("/sys/kernel/mm/transparent_hugepage/enabled");
  return fmt::format("{:.1f} GiB, {:.1f} free; huge pages {}",
                     kilobytes_of("MemTotal", "/proc/meminfo") / gib, free_bytes() / gib,
                     pages.empty() ? "none" : pages);
}

std::string system_name() {
  utsname name{};
  uname(&name);
  return fmt::format("{} {} {}", name.sysname, name.release, name.machine);
}

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Of all cores together.
double system_seconds() {
  std::ifstream file("/proc/stat");
  std::string cpu;
  double user = 0, nice = 0, system = 0, idle = 0, waiting = 0, interrupts = 0, soft = 0,
         stolen = 0;
  file >> cpu >> user >> nice >> system >> idle >> waiting >> interrupts >> soft >> stolen;
  return (user + nice + system + interrupts + soft + stolen) /
         static_cast<double>(sysconf(_SC_CLK_TCK));
}

std::string kernels() {
  std::vector<std::string_view> names;
  for (const Kernels* one : available_kernels()) names.push_back(one->name);
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

int cores() { return static_cast<int>(std::max(1u, std::thread::hardware_concurrency())); }

std::vector<std::string> machine_in_words() {
  return {"processor  " + processor(),   "caches     " + caches() + " (of the first core)",
          "kernels    " + kernels(),     "memory     " + memory(),
          "system     " + system_name(), "compiler   " CXSIM_BUILD};
}

double free_bytes() {
  const double available = kilobytes_of("MemAvailable", "/proc/meminfo");
  const std::string limit = first_line("/sys/fs/cgroup/memory.max");
  const std::string used = first_line("/sys/fs/cgroup/memory.current");
  if (limit.empty() || limit == "max") return available;
  return std::min(available,
                  std::strtod(limit.c_str(), nullptr) - std::strtod(used.c_str(), nullptr));
}

bool forget_peak_memory() {
  malloc_trim(0);
  std::ofstream file("/proc/self/clear_refs");
  file << "5" << std::flush;
  return file.good();
}

double memory_now() { return kilobytes_of("VmRSS", "/proc/self/status"); }
double peak_memory() { return kilobytes_of("VmHWM", "/proc/self/status"); }

double busy_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

OtherWork::OtherWork() : wall_(wall_seconds()), system_(system_seconds()), own_(busy_seconds()) {}

double OtherWork::cores_taken() const {
  const double others = (system_seconds() - system_) - (busy_seconds() - own_);
  return std::max(0.0, others / (wall_seconds() - wall_));
}

}  // namespace cxsim::bench
