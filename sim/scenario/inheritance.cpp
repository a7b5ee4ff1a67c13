#include "scenario/inheritance.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "scenario/merging.hpp"
#include "scenario/toml_reader.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

// Where `extends` points, and where it stands.
struct Extension {
  std::string path;
  Place place;
};

// Two spellings of one file must count as one, or a circle would not be noticed.
fs::path identity_of(const std::string& path) {
  std::error_code error;
  fs::path identity = fs::weakly_canonical(path, error);
  return error ? fs::path(path).lexically_normal() : identity;
}

class Chain {
 public:
  Result<Document> read(const std::string& path) {
    std::optional<Extension> next = Extension{path, {}};
    while (next) next = read_link(*next);
    Document merged = merge();
    if (!problems_.empty()) return problems_;
    return merged;
  }

 private:
  // Reads one file and returns what it extends.
  std::optional<Extension> read_link(const Extension& link) {
    files_.push_back(link.path);
    identities_.push_back(identity_of(link.path));
    Result<Document> document = read_toml(link.path);
    if (!document) {
      note_unreadable(document.problems(), link);
      return {};
    }
    const Problems unnamed = check_names(document->root);
    problems_.insert(problems_.end(), unnamed.begin(), unnamed.end());
    const std::optional<Extension> next = take_extends(*document->root.table());
    links_.push_back(std::move(*document));
    return next && !closes_circle(*next) ? next : std::nullopt;
  }

  // A base that is not there is the fault of the line that names it.
  void note_unreadable(const Problems& problems, const Extension& link) {
    for (Problem problem : problems) {
      if (problem.place.line == 0 && link.place.line > 0) {
        problem.place = link.place;
        problem.key = "extends";
      }
      problems_.push_back(std::move(problem));
    }
  }

  // Removes `extends` from the table: the merged scenario stands by itself.
  std::optional<Extension> take_extends(Table& table) {
    const auto entry = std::find_if(table.entries.begin(), table.entries.end(),
                                    [](const Entry& each) { return each.key == "extends"; });
    if (entry == table.entries.end()) return {};
    const Node base = std::move(entry->value);
    table.entries.erase(entry);
    if (base.text() && !base.text()->empty()) {
      const fs::path path = fs::path(files_.back()).parent_path() / *base.text();
      return Extension{path.lexically_normal().string(), base.place};
    }
    problems_.push_back({base.place, "extends",
                         "expected the path of one file, found " + describe(base),
                         "the file that it names gives every value that is not written here",
                         "write extends = \"bases/broadband.toml\", or leave the line out"});
    return {};
  }

  bool closes_circle(const Extension& next) {
    const auto first = std::find(identities_.begin(), identities_.end(), identity_of(next.path));
    if (first == identities_.end()) return false;
    std::string circle;
    for (auto i = static_cast<std::size_t>(first - identities_.begin()); i < files_.size(); ++i)
      circle += files_[i] + " extends ";
    const bool itself = first + 1 == identities_.end();
    problems_.push_back({next.place, "extends",
                         itself ? "the file extends itself"
                                : "the files extend one another in a circle: " + circle + next.path,
                         "there is no first file to start from",
                         "remove extends from one of them, most likely the base"});
    return true;
  }

  Document merge() {
    if (links_.empty()) return {};
    Document merged{std::move(links_.back().root)};
    for (std::size_t i = links_.size() - 1; i-- > 0;)
      lay_over(merged.root, std::move(links_[i].root), problems_);
    for (Document& link : links_) merged.sources.push_back(std::move(link.sources.front()));
    return merged;
  }

  std::vector<std::string> files_;
  std::vector<fs::path> identities_;
  std::vector<Document> links_;
  Problems problems_;
};

}  // namespace

Result<Document> read_scenario_document(const std::string& path) { return Chain().read(path); }

}  // namespace cxsim
