//===- Creation.cpp - tensors made from nothing ---------------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Emit.h"
#include <cmath>

using namespace mlir;

namespace dlc {
Tensor full(const Shape &shape, const Operand &value, DType dtype) {
  return tensorOf(materialize(value, tracer().typeOf(shape, dtype)));
}
Tensor full(const Shape &shape, const Operand &value) {
  return full(shape, value, promote({&value}));
}
Tensor zeros(const Shape &shape, DType dtype) { return full(shape, 0, dtype); }
Tensor zeros(const Shape &shape) { return zeros(shape, get_default_dtype()); }
Tensor ones(const Shape &shape, DType dtype) { return full(shape, 1, dtype); }
Tensor ones(const Shape &shape) { return ones(shape, get_default_dtype()); }
Tensor empty(const Shape &shape, DType dtype) { return zeros(shape, dtype); }
Tensor empty(const Shape &shape) { return zeros(shape); }

Tensor full_like(const Tensor &x, const Operand &value, DType dtype) {
  return full(x.shape(), value, dtype);
}
Tensor full_like(const Tensor &x, const Operand &value) { return full_like(x, value, x.dtype()); }
Tensor zeros_like(const Tensor &x, DType dtype) { return full_like(x, 0, dtype); }
Tensor zeros_like(const Tensor &x) { return full_like(x, 0); }
Tensor ones_like(const Tensor &x, DType dtype) { return full_like(x, 1, dtype); }
Tensor ones_like(const Tensor &x) { return full_like(x, 1); }
Tensor empty_like(const Tensor &x, DType dtype) { return zeros_like(x, dtype); }
Tensor empty_like(const Tensor &x) { return zeros_like(x); }

//===- Ranges -------------------------------------------------------------===//

/// 0, 1, 2, ... along `dim`.
static Tensor iota(const Shape &shape, int dim, DType dtype) {
  RankedTensorType type = tracer().typeOf(shape, dtype);
  return tensorOf(make<ir::IotaOp>(type, tracer().b.getI64IntegerAttr(dim)));
}

static double realOf(const Operand &number) {
  return number.kind == Operand::Real     ? number.real
         : number.kind == Operand::Extent ? double(number.extent.value())
                                          : double(number.integer);
}

static Dim dimOf(const Operand &number) {
  return number.kind == Operand::Extent ? number.extent : Dim(number.integer);
}

[[noreturn]] static void failStep(const Twine &start, const Twine &end, const Twine &step) {
  fail("`arange` from " + start + " to " + end + " by " + step +
       "; the step leads from the start to the end");
}

/// Computed in f64: rounded to the dtype once.
static Tensor rangeOfReals(double start, double end, double step, DType dtype) {
  double count = std::ceil((end - start) / step);
  if (!(step != 0 && count >= 0 && count < 1e18))
    failStep(std::to_string(start), std::to_string(end), std::to_string(step));
  return (iota({Int(count)}, 0, f64) * step + start).to(dtype);
}

static Tensor rangeOfInts(Int start, Int end, Int step, DType dtype) {
  if (step == 0 || (end - start) / step < 0)
    failStep(Twine(start), Twine(end), Twine(step));
  Int count = (end - start + step - (step > 0 ? 1 : -1)) / step;
  if (start == 0 && step == 1)
    return iota({count}, 0, dtype);
  return (iota({count}, 0, i64) * step + start).to(dtype);
}

Tensor arange(const Operand &start, const Operand &end, const Operand &step, DType dtype) {
  if (dtype == boolean)
    fail("`arange` of bool; it counts in ints or floats");
  bool reals = false, dynamic = false;
  for (const Operand *number : {&start, &end, &step}) {
    if (number->kind == Operand::Value)
      fail("`arange` with a tensor; a size is known at compile time, hint: a number, or x.size(i)");
    reals |= number->kind == Operand::Real;
    dynamic |= number->kind == Operand::Extent && number->extent.isDynamic();
  }
  if (reals)
    return rangeOfReals(realOf(start), realOf(end), realOf(step), dtype);
  if (!dynamic)
    return rangeOfInts(dimOf(start).value(), dimOf(end).value(), dimOf(step).value(), dtype);
  if (!(dimOf(step) == 1))
    fail("`arange` over a dynamic dim by another step than 1; hint: `arange(n) * step`");
  Tensor counted = iota({dimOf(end) - dimOf(start)}, 0, dtype);
  return dimOf(start) == 0 ? counted : counted + start;
}

Tensor arange(const Operand &start, const Operand &end, const Operand &step) {
  bool reals = llvm::is_contained({start.kind, end.kind, step.kind}, Operand::Real);
  return arange(start, end, step, reals ? get_default_dtype() : i64);
}
Tensor arange(const Operand &end, DType dtype) { return arange(0, end, 1, dtype); }
Tensor arange(const Operand &end) { return arange(0, end); }

// From both ends, so that the last number is the end itself.
Tensor linspace(double start, double end, Int steps, DType dtype) {
  if (steps < 0)
    fail("`linspace` with " + Twine(steps) + " steps; it makes at least 0 numbers");
  if (steps < 2)
    return full({steps}, start, dtype);
  double step = (end - start) / double(steps - 1);
  Tensor index = iota({steps}, 0, f64);
  Tensor fromStart = start + step * index, fromEnd = end - step * (double(steps - 1) - index);
  return where(index < double(steps / 2), fromStart, fromEnd).to(dtype);
}
Tensor linspace(double start, double end, Int steps) {
  return linspace(start, end, steps, get_default_dtype());
}

Tensor logspace(double start, double end, Int steps, double base, DType dtype) {
  return pow(base, linspace(start, end, steps, f64)).to(dtype);
}
Tensor logspace(double start, double end, Int steps, double base) {
  return logspace(start, end, steps, base, get_default_dtype());
}

Tensor eye(Dim n, Dim m, DType dtype) {
  Tensor row = iota({n, m}, 0, i64), column = iota({n, m}, 1, i64);
  return (row == column).to(dtype);
}
Tensor eye(Dim n, Dim m) { return eye(n, m, get_default_dtype()); }
Tensor eye(Dim n) { return eye(n, n); }
} // namespace dlc
