#include "recording/swept_run.hpp"

#include <zlib.h>

#include <algorithm>
#include <cstring>

#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

constexpr int fastest_level = 1;

[[noreturn]] void refuse(const std::string& what) {
  throw RecordingError({{},
                        "",
                        what,
                        "the results of the sweep would be wrong",
                        "remove the folder's runs and sweep again; if it stays, please report it"});
}

NumberType swept_type(const Measure& measure) {
  return measure.type == NumberType::float32 ? NumberType::float32 : NumberType::float64;
}

class Packer {
 public:
  template <class T>
  void put(T value) {
    const auto* first = reinterpret_cast<const std::byte*>(&value);
    bytes_.insert(bytes_.end(), first, first + sizeof value);
  }
  const std::vector<std::byte>& bytes() const { return bytes_; }

 private:
  std::vector<std::byte> bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::span<const std::byte> bytes) : bytes_(bytes) {}

  template <class T>
  T take() {
    T value;
    if (bytes_.size() < sizeof value) refuse("a run that was kept ends early");
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_ = bytes_.subspan(sizeof value);
    return value;
  }
  bool is_empty() const { return bytes_.empty(); }

 private:
  std::span<const std::byte> bytes_;
};

// The plain size stands before the compressed bytes.
std::vector<std::byte> compressed(const std::vector<std::byte>& plain) {
  const auto size = static_cast<std::uint64_t>(plain.size());
  uLongf room = compressBound(plain.size());
  std::vector<std::byte> out(sizeof size + room);
  std::memcpy(out.data(), &size, sizeof size);
  const int status =
      compress2(reinterpret_cast<Bytef*>(out.data() + sizeof size), &room,
                reinterpret_cast<const Bytef*>(plain.data()), plain.size(), fastest_level);
  if (status != Z_OK) refuse("a run could not be compressed");
  out.resize(sizeof size + room);
  return out;
}

std::vector<std::byte> expanded(std::span<const std::byte> bytes) {
  constexpr std::uint64_t largest = std::uint64_t{1} << 40U;
  const auto size = Unpacker(bytes).take<std::uint64_t>();
  if (size > largest) refuse("a run that was kept claims an impossible size");
  std::vector<std::byte> plain(size);
  uLongf room = plain.size();
  const std::span<const std::byte> rest = bytes.subspan(sizeof size);
  const int status = uncompress(reinterpret_cast<Bytef*>(plain.data()), &room,
                                reinterpret_cast<const Bytef*>(rest.data()), rest.size());
  if (status != Z_OK || room != plain.size()) refuse("a run that was kept cannot be expanded");
  return plain;
}

}  // namespace

SweptMeasures::SweptMeasures(const std::vector<std::string>& names, const TallyShape& shape)
    : shape_(shape) {
  for (const Measure& measure : measures()) {
    if (!names.empty() && std::find(names.begin(), names.end(), measure.name) == names.end())
      continue;
    const std::size_t cells = cells_along(measure.axis, shape).size();
    columns_.push_back({&measure, cells, cells_, swept_type(measure)});
    cells_ += cells;
  }
}

SweptRun swept(const SweptMeasures& measures, std::span<const RunResult> arms) {
  SweptRun run;
  run.months = static_cast<std::int32_t>(arms.front().months.size());
  run.values.reserve(arms.size() * arms.front().months.size() * measures.cells());
  for (const RunResult& arm : arms)
    for (const SweptMeasures::Column& column : measures.columns()) {
      const std::vector<double> values = values_of(*column.measure, arm.months, measures.shape());
      run.values.insert(run.values.end(), values.begin(), values.end());
    }
  return run;
}

std::vector<std::byte> packed(const SweptMeasures& measures, const SweptRun& run) {
  Packer packer;
  packer.put(run.discount_rate);
  packer.put(run.months);
  for (const std::int32_t day : run.action_days) packer.put(day);
  std::size_t next = 0;
  for (std::size_t arm = 0; arm < run.action_days.size(); ++arm)
    for (const SweptMeasures::Column& column : measures.columns())
      for (std::size_t k = 0; k < column.cells * static_cast<std::size_t>(run.months); ++k) {
        const double value = run.values[next++];
        if (column.type == NumberType::float32)
          packer.put(static_cast<float>(value));
        else
          packer.put(value);
      }
  return compressed(packer.bytes());
}

SweptRun unpacked(const SweptMeasures& measures, std::span<const std::byte> bytes,
                  std::size_t arms) {
  const std::vector<std::byte> plain = expanded(bytes);
  Unpacker unpacker(plain);
  SweptRun run;
  run.discount_rate = unpacker.take<double>();
  run.months = unpacker.take<std::int32_t>();
  for (std::size_t arm = 0; arm < arms; ++arm)
    run.action_days.push_back(unpacker.take<std::int32_t>());
  for (std::size_t arm = 0; arm < arms; ++arm)
    for (const SweptMeasures::Column& column : measures.columns())
      for (std::size_t k = 0; k < column.cells * static_cast<std::size_t>(run.months); ++k)
        run.values.push_back(column.type == NumberType::float32
                                 ? static_cast<double>(unpacker.take<float>())
                                 : unpacker.take<double>());
  if (!unpacker.is_empty()) refuse("a run that was kept is longer than it should be");
  return run;
}

}  // namespace cxsim
