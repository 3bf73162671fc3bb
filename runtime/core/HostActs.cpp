//===- HostActs.cpp - what a schedule asks of the host --------------------------------===//
#include "dlc/rt/tensor.hpp"
#include "runtime/core/Describe.h"
#include "runtime/core/Elements.h"
#include "runtime/core/Instance.h"
#include <cstdio>
#include <fmt/format.h>

using namespace dlc::rt;

/// The live part of what lies in the arena or the state block, without a copy.
static Tensor liveTensor(const dlc_frame &frame, const dlc_tensor_desc &desc, const void *data) {
  Shape bounds(desc.shape, desc.shape + desc.rank), shape;
  for (int axis = 0; axis < desc.rank; ++axis)
    shape.push_back(liveExtent(desc, axis, frame.dims));
  Storage storage(const_cast<void *>(data), elementCount(bounds) * dtypeSize(desc.dtype), nullptr);
  return Tensor(storage, DType(desc.dtype), shape, rowMajorStrides(bounds), 0);
}

// No exception may pass through the schedule, which has no tables for unwinding.
static void write(const dlc_frame &frame, const dlc_tensor_desc &desc, const void *data, char end) {
  try {
    std::string numbers = data ? liveTensor(frame, desc, data).str() : std::string();
    const char *between = *desc.name && data ? " " : "";
    std::printf("%s%s%s%c", desc.name, between, numbers.c_str(), end);
  } catch (const std::exception &e) {
    std::printf("%s (not printed: %s)%c", desc.name, e.what(), end);
  }
}

void dlc_rt_print(dlc_frame *frame, const dlc_tensor_desc *desc, const void *data) {
  write(*frame, *desc, data, '\n');
}
void dlc_rt_write(dlc_frame *frame, const dlc_tensor_desc *desc, const void *data) {
  write(*frame, *desc, data, ' ');
}

int dlc_rt_assert(dlc_frame *frame, const dlc_tensor_desc *desc, const void *data) {
  auto *instance = static_cast<Instance *>(frame->instance);
  try {
    Tensor mask = liveTensor(*frame, *desc, data);
    auto *elements = static_cast<const uint8_t *>(mask.data_ptr());
    int64_t wrong = 0;
    Shape first;
    walk(mask.shape(), mask.strides(), mask.strides(), [&](int64_t at, int64_t) {
      if (!elements[at] && wrong++ == 0)
        for (int64_t stride : mask.strides()) {
          first.push_back(at / stride);
          at %= stride;
        }
      return true;
    });
    if (wrong == 0)
      return 1;
    std::string where = fmt::format("; {} of {} elements are false, the first at {}", wrong,
                                    mask.numel(), shapeText(first));
    instance->stop(DLC_ERR_ASSERT, desc->name + (mask.dim() ? where : std::string()));
  } catch (const std::exception &e) {
    instance->stop(DLC_ERR_ASSERT, e.what());
  }
  return 0;
}
