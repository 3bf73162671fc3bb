//===- indexing.h - elements chosen by indices and masks ---------*- C++ -*-===//
#ifndef DLC_OPS_INDEXING_H
#define DLC_OPS_INDEXING_H
#include "dlc/tensor.h"

namespace dlc {
Tensor one_hot(const Tensor &indices, Int classes);
} // namespace dlc
#endif
