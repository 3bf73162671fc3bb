//===- Loss.h - what losses are made of -------------------------*- C++ -*-===//
#ifndef DLC_FRONTEND_OPS_LOSS_H
#define DLC_FRONTEND_OPS_LOSS_H
#include "frontend/ops/Reduce.h"

namespace dlc {
/// The losses of single elements, reduced.
Tensor reduced(llvm::StringRef op, const Tensor &losses, Reduction reduction);

/// An error where the shapes differ, or `x` is of no floats.
void checkSameShape(llvm::StringRef op, const Tensor &x, const Tensor &target);

/// A loss of f16 or bf16 is computed in f32 and rounded at the end. Weights follow by promotion.
template <class Function> Tensor lossOf(const Tensor &x, const Tensor &target, Function function) {
  DType dtype = result_type(x, target);
  if (!dtype.isHalf())
    return function(x, target);
  return function(x.to(f32), target.dtype().isHalf() ? target.to(f32) : target).to(dtype);
}

/// At least `low`, where the gradient still flows.
Tensor atLeast(const Tensor &x, double low);

/// Numbers of the classes in the shape of `x`, along `dim`.
Tensor classesOf(const Tensor &x, const Tensor &target, int dim);

/// The weights of classes as dims of `x`; an error unless there is one for each.
Tensor classWeights(llvm::StringRef op, const Tensor &weight, const Tensor &x, int dim);
} // namespace dlc
#endif
