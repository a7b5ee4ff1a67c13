// What a sweep keeps of one run of all arms: the chosen measures by month, packed for the disk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/run.hpp"
#include "recording/measures.hpp"

namespace cxsim {

// The chosen measures, in the order of the table, and how many values each has in a month.
class SweptMeasures {
 public:
  // All of the table if no name is given. Names are those of measures.
  SweptMeasures(const std::vector<std::string>& names, const TallyShape& shape);

  struct Column {
    const Measure* measure;
    std::size_t cells;       // values in a month
    std::size_t first_cell;  // cells of the columns before
    NumberType type;         // float32 for levels; float64 also for counts, so that NaN can stand
  };
  const std::vector<Column>& columns() const { return columns_; }
  std::size_t cells() const { return cells_; }  // of all columns, in a month
  const TallyShape& shape() const { return shape_; }

 private:
  std::vector<Column> columns_;
  std::size_t cells_ = 0;
  TallyShape shape_;
};

// One point and replication in every arm.
struct SweptRun {
  double discount_rate = 0;  // a year
  std::int32_t months = 0;
  std::vector<std::int32_t> action_days;  // by arm; -1 for never
  std::vector<double> values;             // by (arm, column, month, cell)
};

SweptRun swept(const SweptMeasures& measures, std::span<const RunResult> arms);

// Compressed by zlib.
std::vector<std::byte> packed(const SweptMeasures& measures, const SweptRun& run);

// Throws RecordingError where the bytes are not those of such a run.
SweptRun unpacked(const SweptMeasures& measures, std::span<const std::byte> bytes,
                  std::size_t arms);

}  // namespace cxsim
