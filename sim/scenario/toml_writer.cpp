#include "scenario/toml_writer.hpp"

#include "scenario/toml_tokens.hpp"

namespace cxsim {
namespace {

std::string inline_token(const Node& node);

std::string inline_table(const Table& table) {
  std::string token = "{";
  for (const Entry& entry : table.entries)
    token +=
        (token.size() > 1 ? ", " : " ") + key_token(entry.key) + " = " + inline_token(entry.value);
  return token + (table.entries.empty() ? "}" : " }");
}

std::string inline_array(const Array& array) {
  std::string token = "[";
  for (const Node& element : array) token += (token.size() > 1 ? ", " : "") + inline_token(element);
  return token + "]";
}

// A value on one line.
std::string inline_token(const Node& node) {
  switch (node.kind()) {
    case NodeKind::table:
      return inline_table(*node.table());
    case NodeKind::array:
      return inline_array(*node.array());
    case NodeKind::integer:
      return std::to_string(*node.integer());
    case NodeKind::number:
      return number_token(*node.number());
    case NodeKind::text:
      return text_token(*node.text());
    case NodeKind::flag:
      return *node.flag() ? "true" : "false";
    case NodeKind::date:
      return node.date()->text;
  }
  return {};
}

bool has_header(const Node& node) { return node.table() || is_list_of_tables(node); }

class Writer {
 public:
  std::string write(const Table& root) {
    write_table(root, "");
    return std::move(text_);
  }

 private:
  void write_table(const Table& table, const std::string& path) {
    for (const Entry& entry : table.entries)
      if (!has_header(entry.value))
        text_ += key_token(entry.key) + " = " + inline_token(entry.value) + "\n";
    for (const Entry& entry : table.entries)
      if (has_header(entry.value)) write_below(entry.value, join_key(path, entry.key));
  }

  void write_below(const Node& node, const std::string& path) {
    if (const Table* table = node.table()) {
      open("[" + path + "]");
      return write_table(*table, path);
    }
    for (const Node& element : *node.array()) {
      open("[[" + path + "]]");
      write_table(*element.table(), path);
    }
  }

  void open(const std::string& header) {
    if (!text_.empty()) text_ += "\n";
    text_ += header + "\n";
  }

  std::string text_;
};

}  // namespace

std::string to_toml(const Node& root) {
  return root.table() ? Writer().write(*root.table()) : std::string();
}

}  // namespace cxsim
