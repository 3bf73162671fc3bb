//===- TensorBytes.h - elements that come from outside ------------------------*- C++ -*-===//
#ifndef DLC_RUNTIME_IO_TENSORBYTES_H
#define DLC_RUNTIME_IO_TENSORBYTES_H
#include "dlc/rt/tensor.hpp"

namespace dlc::rt {

// A bool of C++ is 0 or 1; a byte of a file may be anything.
inline void cleanBools(const Tensor &dense) {
  if (dense.dtype() != boolean)
    return;
  auto *bytes = static_cast<uint8_t *>(dense.data_ptr());
  for (int64_t i = 0; i < dense.numel(); ++i)
    bytes[i] = bytes[i] != 0;
}

} // namespace dlc::rt
#endif
