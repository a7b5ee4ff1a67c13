#include "scenario/document.hpp"

#include <algorithm>

#include "scenario/toml_tokens.hpp"

namespace cxsim {
namespace {

constexpr std::size_t longest_quote = 60;

std::string shortened(const std::string& text) {
  if (text.size() <= longest_quote) return text;
  std::size_t end = longest_quote;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

const Entry* Table::entry(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [key](const Entry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

Entry* Table::entry(std::string_view key) {
  return const_cast<Entry*>(static_cast<const Table*>(this)->entry(key));
}

const Node* Table::find(std::string_view key) const {
  const Entry* found = entry(key);
  return found ? &found->value : nullptr;
}

Node* Table::find(std::string_view key) {
  Entry* found = entry(key);
  return found ? &found->value : nullptr;
}

Node& Table::set(std::string_view key, Node value, Place key_place) {
  if (Entry* found = entry(key)) {
    found->value = std::move(value);
    found->place = std::move(key_place);
    return found->value;
  }
  entries.push_back({std::string(key), std::move(key_place), std::move(value)});
  return entries.back().value;
}

const Node* Node::find(std::string_view key) const {
  const Table* here = table();
  return here ? here->find(key) : nullptr;
}

int depth_of(const Node& node) {
  int deepest = 0;
  if (const Table* table = node.table()) {
    for (const Entry& entry : table->entries) deepest = std::max(deepest, depth_of(entry.value));
    return deepest + 1;
  }
  if (const Array* array = node.array()) {
    for (const Node& element : *array) deepest = std::max(deepest, depth_of(element));
    return deepest + 1;
  }
  return 0;
}

std::string describe(const Node& node) {
  switch (node.kind()) {
    case NodeKind::table:
      return "a table";
    case NodeKind::array:
      return is_list_of_tables(node) ? "a list of tables" : "a list";
    case NodeKind::integer:
      return "the whole number " + std::to_string(*node.integer());
    case NodeKind::number:
      return "the number " + plain_number(*node.number());
    case NodeKind::text:
      return "the text " + text_token(shortened(*node.text()));
    case NodeKind::flag:
      return *node.flag() ? "true" : "false";
    case NodeKind::date:
      return "the date " + node.date()->text;
  }
  return {};
}

bool is_list_of_tables(const Node& node) {
  const Array* array = node.array();
  return array && !array->empty() &&
         std::all_of(array->begin(), array->end(), [](const Node& each) { return each.table(); });
}

const std::string* name_in(const Node& table) {
  const Node* name = table.find("name");
  return name ? name->text() : nullptr;
}

}  // namespace cxsim
