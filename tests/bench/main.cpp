// cxsim_bench: measures, and prints what a reader wants to know in the end.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "machine.hpp"
#include "progress.hpp"
#include "tables.hpp"

namespace {

using namespace cxsim::bench;

constexpr const char* help =
    "Usage: ./dev bench [--large] [OPTION...]\n\n"
    "Measures the engine on the reference firm and prints tables, in about four minutes.\n\n"
    "  --large                      also 10,000,000 people, and 100,000,000 where 20 GiB of\n"
    "                               memory are free; about a quarter of an hour more\n"
    "  --benchmark_filter=REGEX     only what matches: visit, year/100000/, file/\n"
    "  --benchmark_repetitions=N    5 otherwise; the tables have medians\n"
    "  --benchmark_list_tests=true  what there is\n"
    "  --benchmark_out=FILE         every repetition, as JSON\n\n"
    "Repetitions come in random order, so that a machine that slows down slows all alike. Nothing\n"
    "else should be at work on it.\n";

// Takes the word out of the command line if it is there.
bool take(std::vector<char*>& words, std::string_view word) {
  const auto end = std::remove(words.begin() + 1, words.end(), word);
  const bool found = end != words.end();
  words.erase(end, words.end());
  return found;
}

// The library's options as we want them, before those of the user.
std::vector<char*> with_our_usage(std::vector<char*> words) {
  static std::string repetitions = "--benchmark_repetitions=5";
  static std::string mixed = "--benchmark_enable_random_interleaving=true";
  words.insert(words.begin() + 1, {repetitions.data(), mixed.data()});
  return words;
}

std::string told(const OtherWork& other_work) {
  constexpr double little = .05;
  const double taken = other_work.cores_taken();
  return fmt::format("others     took {:.2f} of the {} cores meanwhile{}", taken, cores(),
                     taken < little ? "" : ": measure again when all is quiet");
}

void print_tables(const Catalogue& catalogue, const Results& results,
                  const std::vector<std::string>& machine) {
  end_progress();
  fmt::print("{}{}{}", pieces_table(catalogue, results), files_table(catalogue, results),
             years_table(catalogue, results));
  for (const std::string& line : catalogue.left_out) fmt::print("  {}\n\n", line);
  for (const std::string& line : machine) fmt::print("  {}\n", line);
  fmt::print("  measured   medians of {} repetitions or fewer, in random order\n",
             results.repetitions());
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<char*> words(arguments, arguments + count);
  if (take(words, "--help") || take(words, "-h")) {
    fmt::print("{}", help);
    return 0;
  }
  const Size size = take(words, "--large") ? Size::large : Size::usual;
  words = with_our_usage(words);
  auto left = static_cast<int>(words.size());
  benchmark::Initialize(&left, words.data());
  if (benchmark::ReportUnrecognizedArguments(left, words.data())) return 2;

  std::vector<std::string> machine = machine_in_words();
  const Catalogue catalogue = every_benchmark(size);
  for (const std::string& line : catalogue.left_out) fmt::print(stderr, "{}\n", line);
  Results results;
  const OtherWork other_work;
  if (benchmark::RunSpecifiedBenchmarks(&results) == 0) return 2;
  machine.push_back(told(other_work));
  if (!results.empty()) print_tables(catalogue, results, machine);
  return 0;
}
