//===- TensorCreate.cpp - tensors made from nothing, numbers or memory ----------------===//
#include "runtime/core/Describe.h"
#include "runtime/core/Elements.h"
#include <cmath>
#include <fmt/format.h>

namespace dlc::rt {

Tensor empty(const Shape &shape, DType dtype) {
  int64_t count = countOf(shape, dtype);
  return Tensor(Storage(size_t(count) * dtypeSize(dtype)), dtype, shape, rowMajorStrides(shape), 0);
}

Tensor full(const Shape &shape, Scalar value, DType dtype) {
  Tensor result = empty(shape, dtype);
  result.fill_(value);
  return result;
}
Tensor full(const Shape &shape, Scalar value) { return full(shape, value, value.dtype()); }
Tensor zeros(const Shape &shape, DType dtype) { return full(shape, 0, dtype); }
Tensor ones(const Shape &shape, DType dtype) { return full(shape, 1, dtype); }

Tensor empty_like(const Tensor &x) { return empty(x.shape(), x.dtype()); }
Tensor full_like(const Tensor &x, Scalar value) { return full(x.shape(), value, x.dtype()); }
Tensor zeros_like(const Tensor &x) { return full_like(x, 0); }
Tensor ones_like(const Tensor &x) { return full_like(x, 1); }

/// Calls `number(i)` for each element of a new vector.
template <class Number> static Tensor generate(int64_t count, DType dtype, Number number) {
  Tensor result = empty({count}, dtype);
  withType(dtype, [&](auto type) {
    using T = decltype(type);
    for (int64_t i = 0; i < count; ++i)
      result.data<T>()[i] = convertNumber<T>(number(i));
  });
  return result;
}

static void checkRange(Scalar start, Scalar end, Scalar step) {
  double from = start.to<double>(), to = end.to<double>(), by = step.to<double>();
  if (by == 0 || !std::isfinite(by) || !std::isfinite(from) || !std::isfinite(to) ||
      (to - from) / by < 0)
    throw Error(DLC_ERR_ARGUMENT, fmt::format("`arange` from {} to {} by {}; the step leads from "
                                              "the start to the end",
                                              from, to, by));
}

Tensor arange(Scalar start, Scalar end, Scalar step, DType dtype) {
  checkRange(start, end, step);
  bool whole =
      start.kind() != Scalar::Real && end.kind() != Scalar::Real && step.kind() != Scalar::Real;
  if (whole) {
    int64_t from = start.to<int64_t>(), to = end.to<int64_t>(), by = step.to<int64_t>();
    int64_t count = (to - from + by - (by > 0 ? 1 : -1)) / by;
    return generate(count, dtype, [&](int64_t i) { return from + i * by; });
  }
  double from = start.to<double>(), by = step.to<double>();
  double count = std::ceil((end.to<double>() - from) / by);
  return generate(int64_t(count), dtype, [&](int64_t i) { return from + double(i) * by; });
}
Tensor arange(Scalar start, Scalar end, Scalar step) {
  bool whole =
      start.kind() != Scalar::Real && end.kind() != Scalar::Real && step.kind() != Scalar::Real;
  return arange(start, end, step, whole ? i64 : f32);
}
Tensor arange(Scalar end) { return arange(0, end); }

Tensor linspace(Scalar start, Scalar end, int64_t steps, DType dtype) {
  if (steps < 0)
    throw Error(DLC_ERR_ARGUMENT,
                fmt::format("`linspace` of {} numbers; the number is not negative", steps));
  return withType(dtype, [&](auto type) {
    // In the precision of the result, and from both ends, so that both are exact.
    using T = std::conditional_t<std::is_same_v<decltype(type), float>, float, double>;
    T from = start.to<T>(), to = end.to<T>();
    T step = steps > 1 ? (to - from) / T(steps - 1) : T(0);
    return generate(steps, dtype, [=](int64_t i) {
      return i < steps / 2 || steps == 1 ? from + step * T(i) : to - step * T(steps - 1 - i);
    });
  });
}

Tensor eye(int64_t rows, int64_t columns, DType dtype) {
  Tensor result = zeros({rows, columns}, dtype);
  result.diagonal().fill_(1);
  return result;
}
Tensor eye(int64_t rows, DType dtype) { return eye(rows, rows, dtype); }

//===- Nested braces ----------------------------------------------------------===//

namespace {
struct Reading {
  Shape shape;
  std::vector<Scalar> numbers;
  bool anyReal = false, allBool = true;

  void read(const Nested &part, size_t depth) {
    if (part.isNumber != (depth == shape.size()))
      throw Error(DLC_ERR_ARGUMENT, "`tensor` of numbers and braces side by side; all numbers "
                                    "stand equally deep");
    if (part.isNumber) {
      numbers.push_back(part.number);
      anyReal |= part.number.kind() == Scalar::Real;
      allBool &= part.number.kind() == Scalar::Boolean;
      return;
    }
    if (int64_t(part.parts.size()) != shape[depth])
      throw Error(DLC_ERR_ARGUMENT,
                  fmt::format("`tensor` of {} and of {} parts in dimension {}; the parts of a "
                              "dimension are equally many",
                              shape[depth], part.parts.size(), depth));
    for (const Nested &inner : part.parts)
      read(inner, depth + 1);
  }
};
} // namespace

static Reading readNested(const Nested &numbers) {
  Reading reading;
  for (const Nested *part = &numbers; !part->isNumber; part = &part->parts.front()) {
    reading.shape.push_back(int64_t(part->parts.size()));
    if (part->parts.empty())
      break;
  }
  reading.read(numbers, 0);
  return reading;
}

static Tensor fromReading(const Reading &reading, DType dtype) {
  auto next = reading.numbers.begin();
  Tensor flat = withType(dtype, [&](auto type) {
    using T = decltype(type);
    return generate(int64_t(reading.numbers.size()), dtype,
                    [&](int64_t) { return (next++)->template to<T>(); });
  });
  return flat.view(reading.shape);
}

Tensor tensor(const Nested &numbers, DType dtype) {
  return fromReading(readNested(numbers), dtype);
}
Tensor tensor(const Nested &numbers) {
  Reading reading = readNested(numbers);
  bool isBool = reading.allBool && !reading.numbers.empty();
  bool isReal = reading.anyReal || reading.numbers.empty();
  return fromReading(reading, isReal ? f32 : isBool ? boolean : i64);
}

//===- Memory of others -------------------------------------------------------===//

Tensor from_blob(void *data, const Shape &shape, const Shape &strides, DType dtype,
                 std::function<void(void *)> release) {
  int64_t elements = countOf(shape, dtype) ? 1 : 0;
  for (size_t dim = 0; elements && dim < std::min(shape.size(), strides.size()); ++dim)
    elements += (shape[dim] - 1) * strides[dim];
  size_t bytes = size_t(std::max<int64_t>(elements, 0)) * dtypeSize(dtype);
  return Tensor(Storage(data, bytes, std::move(release)), dtype, shape, strides, 0);
}

Tensor from_blob(void *data, const Shape &shape, DType dtype, std::function<void(void *)> release) {
  countOf(shape, dtype); // before strides are made of it
  return from_blob(data, shape, rowMajorStrides(shape), dtype, std::move(release));
}

} // namespace dlc::rt
