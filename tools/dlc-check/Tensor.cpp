//===- Tensor.cpp - numbers on the host ------------------------------------------------===//
#include "tools/dlc-check/Tensor.h"
#include "ir/graph/Types.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <random>

using namespace mlir;
using namespace dlc;
using namespace dlc::check;

static size_t bytesOf(Type element) {
  return element.isInteger(1) ? 1 : element.getIntOrFloatBitWidth() / 8;
}

int64_t check::Tensor::size() const {
  return std::accumulate(shape.begin(), shape.end(), int64_t(1), std::multiplies<>());
}

template <class T> static double read(const char *at) {
  T value;
  memcpy(&value, at, sizeof(T));
  return double(value);
}

template <class T> static void write(char *at, double number) {
  T value = T(number);
  memcpy(at, &value, sizeof(T));
}

static bool isHalf(Type element) { return element.isF16() || element.isBF16(); }

double check::Tensor::get(int64_t i) const {
  const char *at = bytes.data() + i * bytesOf(element);
  if (isHalf(element)) {
    uint16_t bits;
    memcpy(&bits, at, 2);
    return APFloat(cast<FloatType>(element).getFloatSemantics(), APInt(16, bits)).convertToDouble();
  }
  if (element.isF64())
    return read<double>(at);
  if (element.isF32())
    return read<float>(at);
  if (element.isInteger(64))
    return read<int64_t>(at);
  return element.isInteger(32) ? read<int32_t>(at) : read<uint8_t>(at);
}

void check::Tensor::set(int64_t i, double value) {
  char *at = bytes.data() + i * bytesOf(element);
  if (isHalf(element)) {
    APFloat number(value);
    bool exact;
    number.convert(cast<FloatType>(element).getFloatSemantics(), APFloat::rmNearestTiesToEven,
                   &exact);
    write<uint16_t>(at, double(number.bitcastToAPInt().getZExtValue()));
  } else if (element.isF64())
    write<double>(at, value);
  else if (element.isF32())
    write<float>(at, value);
  else if (element.isInteger(64))
    write<int64_t>(at, value);
  else if (element.isInteger(32))
    write<int32_t>(at, value);
  else
    write<uint8_t>(at, value);
}

std::string check::Tensor::place(int64_t i) const {
  std::vector<int64_t> index(shape.size());
  for (size_t axis = shape.size(); axis-- > 0; i /= shape[axis])
    index[axis] = i % shape[axis];
  std::string text;
  llvm::raw_string_ostream out(text);
  out << "[";
  llvm::interleaveComma(index, out);
  out << "]";
  return text;
}

std::vector<int64_t> Extents::values() const {
  std::vector<int64_t> values;
  for (auto &[name, value] : dims)
    values.push_back(value);
  return values;
}

std::string Extents::text() const {
  std::string text;
  for (auto &[name, value] : dims)
    text += (text.empty() ? " at " : ", ") + name.str() + " = " + std::to_string(value);
  return text;
}

check::Tensor check::zeros(RankedTensorType type, const Extents &extents) {
  Tensor tensor{type.getElementType(), type.getShape().vec(), {}};
  for (auto [size, live] : llvm::zip(tensor.shape, ir::liveOf(type)))
    for (auto &[name, value] : extents.dims)
      if (name == live.symbol)
        size = live.mul * value + live.add;
  tensor.bytes.resize(tensor.size() * bytesOf(tensor.element));
  return tensor;
}

check::Tensor check::tensorOf(DenseElementsAttr attr) {
  Tensor tensor = zeros(cast<RankedTensorType>(attr.getType()), {});
  auto setAll = [&](auto &&values) {
    for (auto [i, value] : llvm::enumerate(values))
      tensor.set(i, double(value));
  };
  if (tensor.element.isF64())
    setAll(attr.getValues<double>());
  else if (tensor.element.isF32())
    setAll(attr.getValues<float>());
  else if (isHalf(tensor.element))
    for (auto [i, value] : llvm::enumerate(attr.getValues<APFloat>()))
      tensor.set(i, value.convertToDouble());
  else if (tensor.element.isInteger(64)) // as bits: not every i64 is a double
    for (auto [i, value] : llvm::enumerate(attr.getValues<int64_t>()))
      memcpy(tensor.bytes.data() + 8 * i, &value, 8);
  else if (tensor.element.isInteger(32))
    setAll(attr.getValues<int32_t>());
  else if (tensor.element.isInteger(8))
    setAll(attr.getValues<uint8_t>());
  else
    setAll(attr.getValues<bool>());
  return tensor;
}

check::Tensor check::randomTensor(RankedTensorType type, const Extents &extents, Range range,
                                  unsigned input) {
  Tensor tensor = zeros(type, extents);
  std::mt19937_64 generator(1000 + input);
  int64_t size = tensor.size();
  if (!isa<FloatType>(tensor.element)) {
    uint64_t values = uint64_t(range.high) - uint64_t(range.low) + 1;
    for (int64_t i = 0; i < size; ++i)
      tensor.set(i, range.low + double(generator() % values));
    return tensor;
  }
  std::vector<int64_t> order(size);
  std::iota(order.begin(), order.end(), 0);
  for (int64_t i = size - 1; i > 0; --i) // std::shuffle differs from library to library
    std::swap(order[i], order[generator() % (i + 1)]);
  double offset = std::fmod(0.31 + 0.29 * input, 1.0);
  for (int64_t i = 0; i < size; ++i)
    tensor.set(i,
               range.low + (range.high - range.low) * (double(order[i]) + offset) / double(size));
  return tensor;
}

int64_t check::firstDifferentBits(const Tensor &lhs, const Tensor &rhs) {
  size_t step = bytesOf(lhs.element);
  for (int64_t i = 0; i < lhs.size(); ++i) {
    bool equal = !memcmp(lhs.bytes.data() + i * step, rhs.bytes.data() + i * step, step);
    if (!equal && !(std::isnan(lhs.get(i)) && std::isnan(rhs.get(i))))
      return i;
  }
  return -1;
}

int64_t check::firstFar(const Tensor &value, const Tensor &expected, double tolerance) {
  for (int64_t i = 0; i < value.size(); ++i) {
    double is = value.get(i), should = expected.get(i);
    if (std::isnan(is) != std::isnan(should))
      return i;
    if (std::isnan(should) || is == should)
      continue;
    if (!(std::abs(is - should) <= tolerance * std::max(1.0, std::abs(should))))
      return i;
  }
  return -1;
}
