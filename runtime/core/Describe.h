//===- Describe.h - element types, shapes and sizes, and their text -----------*- C++ -*-===//
#ifndef DLC_RUNTIME_CORE_DESCRIBE_H
#define DLC_RUNTIME_CORE_DESCRIBE_H
#include "dlc/rt/abi.h"
#include <span>
#include <string>

namespace dlc::rt {

bool knownDtype(int dtype);
size_t dtypeSize(int dtype);                                       // 0 when unknown
const char *dtypeName(int dtype);                                  // "f32"; "?" when unknown
std::string shapeText(std::span<const int64_t> shape);             // "[128, 1, 28, 28]"
std::string tensorText(int dtype, std::span<const int64_t> shape); // "f32[128, 10]"
std::string bytesText(uint64_t bytes);                             // "13.3 MiB"

inline std::span<const int64_t> shapeOf(const dlc_tensor_desc &tensor) {
  return {tensor.shape, static_cast<size_t>(tensor.rank)};
}
uint64_t elementCount(std::span<const int64_t> shape);

// How many elements of an axis are live under `dims`.
inline int64_t liveExtent(const dlc_tensor_desc &tensor, int axis, const int64_t *dims) {
  const dlc_live_desc &live = tensor.live[axis];
  if (live.dim < 0)
    return tensor.shape[axis];
  int64_t extent = live.mul * dims[live.dim] + live.add;
  return extent < 0 ? 0 : extent; // n - 2 of one row
}

} // namespace dlc::rt
#endif
