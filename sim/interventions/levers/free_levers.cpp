// A bundle of one's own: any levers of the firm, moved together.
#include "interventions/catalogue.hpp"
#include "interventions/intervention.hpp"

namespace cxsim {
namespace {

constexpr std::size_t stage_rows = settings_of<StageLevers>.size();
constexpr std::size_t policy_rows = settings_of<PolicyLevers>.size();

template <class Section>
constexpr Handle handle_of(const Setting<Section>& row) {
  return {row.key,        lever(*std::get_if<float Section::*>(&row.member)),
          Operation::add, untouched,
          row.unit,       row.meaning,
          row.source,     row.tag};
}

constexpr auto handles = [] {
  std::array<Handle, stage_rows + policy_rows> all{};
  std::size_t h = 0;
  for (const auto& row : settings_of<StageLevers>) all[h++] = handle_of(row);
  for (const auto& row : settings_of<PolicyLevers>) all[h++] = handle_of(row);
  return all;
}();

constexpr std::array<std::string_view, 2> leans_on{"company.concert.alignment_exponent",
                                                   "company.outer_loop.entropy"};

}  // namespace

const Kind kinds::free_levers{
    .name = "levers",
    .title = "A bundle of levers",
    .meaning =
        "moves any levers of the firm together, such as a transformation programme of "
        "one's own",
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
