//===- Describe.cpp --------------------------------------------------------------------===//
#include "runtime/core/Describe.h"
#include <fmt/format.h>
#include <iterator>

using namespace dlc::rt;

namespace {
struct Dtype {
  const char *name;
  size_t size;
};
constexpr Dtype dtypes[] = {{"f64", 8}, {"f32", 4}, {"f16", 2}, {"bf16", 2},
                            {"i64", 8}, {"i32", 4}, {"u8", 1},  {"bool", 1}};
} // namespace

bool dlc::rt::knownDtype(int dtype) {
  return dtype >= 0 && dtype < static_cast<int>(std::size(dtypes));
}
size_t dlc::rt::dtypeSize(int dtype) { return knownDtype(dtype) ? dtypes[dtype].size : 0; }
const char *dlc::rt::dtypeName(int dtype) { return knownDtype(dtype) ? dtypes[dtype].name : "?"; }

std::string dlc::rt::shapeText(std::span<const int64_t> shape) {
  std::string text = "[";
  for (size_t i = 0; i < shape.size(); ++i)
    text += fmt::format("{}{}", i ? ", " : "", shape[i]);
  return text + "]";
}

std::string dlc::rt::tensorText(int dtype, std::span<const int64_t> shape) {
  return dtypeName(dtype) + shapeText(shape);
}

std::string dlc::rt::bytesText(uint64_t bytes) {
  if (bytes < 1024)
    return fmt::format("{} bytes", bytes);
  const char *const units[] = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  double value = static_cast<double>(bytes) / 1024;
  size_t unit = 0;
  for (; value >= 1024 && unit + 1 < std::size(units); ++unit)
    value /= 1024;
  return fmt::format("{:.1f} {}", value, units[unit]);
}

uint64_t dlc::rt::elementCount(std::span<const int64_t> shape) {
  uint64_t count = 1;
  for (int64_t extent : shape)
    count *= static_cast<uint64_t>(extent);
  return count;
}
