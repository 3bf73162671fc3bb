//===- Emit.h - one op of the dialect, checked before it is made -*- C++ -*-===//
#ifndef DLC_FRONTEND_OPS_EMIT_H
#define DLC_FRONTEND_OPS_EMIT_H
#include "frontend/trace/Tracer.h"

namespace dlc {
/// An op whose result type follows from its operands. Inference comes first: `OpT::create` aborts
/// the process when it fails.
template <class OpT>
OpT infer(mlir::ValueRange operands, typename OpT::Properties properties = {}) {
  mlir::ImplicitLocOpBuilder &b = tracer().b;
  b.setLoc(tracer().here());
  mlir::OperationState state(b.getLoc(), OpT::getOperationName(), operands, {}, {});
  if (failed(OpT::inferReturnTypes(b.getContext(), b.getLoc(), operands, mlir::DictionaryAttr(),
                                   mlir::OpaqueProperties(&properties), mlir::RegionRange(),
                                   state.types)))
    throw TraceError();
  state.getOrAddProperties<typename OpT::Properties>() = properties;
  return mlir::cast<OpT>(b.create(state));
}

/// An op whose result type is given.
template <class OpT, class... Args> mlir::Value make(mlir::Type type, Args &&...args) {
  mlir::ImplicitLocOpBuilder &b = tracer().b;
  b.setLoc(tracer().here());
  return OpT::create(b, type, std::forward<Args>(args)...).getY();
}

inline mlir::Value valueOf(const Tensor &tensor) { return tracer().valueOf(tensor); }
inline mlir::RankedTensorType typeOf(const Tensor &tensor) { return tracer().typeOf(tensor); }
inline Tensor tensorOf(mlir::Value value) { return tracer().tensorOf(value); }
inline mlir::DenseI64ArrayAttr ints(llvm::ArrayRef<int64_t> values) {
  return tracer().b.getDenseI64ArrayAttr(values);
}
/// What PyTorch computes as one op: of f16 and bf16 in f32, rounded once at the end, where a chain
/// of primitives rounds after each.
template <class Function> Tensor roundedOnce(const Tensor &x, Function function) {
  return x.dtype().isHalf() ? function(x.to(f32)).to(x.dtype()) : function(x);
}
/// "add" of dlc.add, for messages.
template <class OpT> std::string nameOf() { return OpT::getOperationName().drop_front(4).str(); }

/// `x` repeated to `to`; its dims stand at the end and are equal or 1.
mlir::Value broadcastTo(mlir::Value x, mlir::RankedTensorType to);
mlir::Value convertTo(mlir::Value x, mlir::Type element);
mlir::Value splat(double number, mlir::RankedTensorType type);
mlir::Value reshapeTo(mlir::Value x, llvm::ArrayRef<int64_t> shape);

/// The type that all of `types` broadcast to.
mlir::RankedTensorType commonShape(llvm::StringRef op, llvm::ArrayRef<mlir::RankedTensorType> types,
                                   mlir::Type element);

/// PyTorch's result dtype of tensors and numbers.
DType promote(llvm::ArrayRef<const Operand *> operands);

/// `operand` as a tensor of the type, which its shape broadcasts to.
mlir::Value materialize(const Operand &operand, mlir::RankedTensorType type);

/// A dimension number between 0 and rank - 1, from one that may count from the end.
int64_t checkDim(llvm::StringRef op, int64_t dim, int64_t rank);
/// The same for a list; an empty one means all.
llvm::SmallVector<int64_t> checkDims(llvm::StringRef op, const Dims &dims, int64_t rank);
} // namespace dlc
#endif
