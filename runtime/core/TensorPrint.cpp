//===- TensorPrint.cpp - what PyTorch's print makes of a tensor -----------------------===//
//
// The rules of PyTorch 1.13, with its default options: four digits; all numbers of a tensor in one
// width; without a fraction where every number is whole; in scientific notation where they differ
// by more than three orders of magnitude, or are larger than 1e8 or smaller than 1e-4. Of more than
// 1000 elements the first and the last three along each dimension.
//
//===----------------------------------------------------------------------------------===//
#include "runtime/core/Elements.h"
#include <cmath>
#include <cstdio>
#include <fmt/format.h>

namespace dlc::rt {
namespace {

constexpr int64_t edgeItems = 3, threshold = 1000, lineWidth = 80;

/// How one number is written: decided by all numbers that are shown.
class Format {
public:
  explicit Format(bool isFloat) : isFloat(isFloat) {}

  void see(Scalar number) {
    if (!isFloat) {
      width_ = std::max(width_, plain(number).size());
      return;
    }
    double value = number.to<double>();
    if (!std::isfinite(value) || value == 0)
      return;
    smallest = std::min(smallest, std::abs(value));
    largest = std::max(largest, std::abs(value));
    whole &= value == std::ceil(value);
    widest[Whole] = std::max(widest[Whole], fmt::format("{:.0f}", value).size() + 1); // and a dot
    widest[Fixed] = std::max(widest[Fixed], fmt::format("{:.4f}", value).size());
    widest[Scientific] = std::max(widest[Scientific], fmt::format("{:.4e}", value).size());
  }

  /// When all numbers were seen.
  void decide() {
    if (largest == 0) // nothing that counts was seen
      return;
    bool wide = largest / smallest > 1000 || largest > 1e8 || (!whole && smallest < 1e-4);
    style = wide ? Scientific : whole ? Whole : Fixed;
    width_ = std::max(width_, widest[style]);
  }

  int64_t width() const { return int64_t(width_); }

  std::string text(Scalar number) const {
    std::string digits = isFloat ? real(number.to<double>()) : plain(number);
    return fmt::format("{:>{}}", digits, width_);
  }

private:
  enum Style { Whole, Fixed, Scientific };

  static std::string plain(Scalar number) {
    if (number.kind() == Scalar::Boolean)
      return number.to<bool>() ? "True" : "False";
    return fmt::format("{}", number.to<int64_t>());
  }

  std::string real(double value) const {
    if (std::isnan(value)) // without a sign
      return "nan";
    if (style == Scientific)
      return fmt::format("{:.4e}", value);
    if (style == Fixed)
      return fmt::format("{:.4f}", value);
    return fmt::format("{:.0f}{}", value, std::isinf(value) ? "" : ".");
  }

  bool isFloat, whole = true;
  double smallest = INFINITY, largest = 0;
  size_t widest[3] = {}, width_ = 1;
  Style style = Whole;
};

class Printer {
public:
  explicit Printer(const Tensor &x)
      : x(x), summarize(x.numel() > threshold), format(isFloat(x.dtype())) {
    see(0, 0);
    format.decide();
  }

  std::string text(int64_t dim, int64_t at, int64_t indent) const {
    if (dim == x.dim())
      return format.text(numberAt(x, at));
    if (dim == x.dim() - 1)
      return row(at, indent);
    std::string result = "[";
    for (int64_t position : shown(dim)) {
      if (result.size() > 1)
        result += "," + std::string(size_t(x.dim() - dim - 1), '\n') +
                  std::string(size_t(indent + 1), ' ');
      result +=
          position == gap ? "..." : text(dim + 1, at + position * x.strides()[dim], indent + 1);
    }
    return result + "]";
  }

private:
  static constexpr int64_t gap = -1;

  /// The positions along `dim` that are shown, and a gap for those that are not.
  std::vector<int64_t> shown(int64_t dim) const {
    int64_t size = x.shape()[dim];
    std::vector<int64_t> positions;
    for (int64_t i = 0; i < size; ++i) {
      if (summarize && size > 2 * edgeItems && i == edgeItems) {
        positions.push_back(gap);
        i = size - edgeItems;
      }
      positions.push_back(i);
    }
    return positions;
  }

  void see(int64_t dim, int64_t at) {
    if (dim == x.dim()) {
      format.see(numberAt(x, at));
      return;
    }
    for (int64_t position : shown(dim))
      if (position != gap)
        see(dim + 1, at + position * x.strides()[dim]);
  }

  /// One row, broken into lines.
  std::string row(int64_t at, int64_t indent) const {
    int64_t perLine = std::max<int64_t>(1, (lineWidth - indent) / (format.width() + 2));
    std::string result = "[";
    int64_t written = 0;
    for (int64_t position : shown(x.dim() - 1)) {
      if (written && written % perLine == 0)
        result += ",\n" + std::string(size_t(indent + 1), ' ');
      else if (written)
        result += ", ";
      result +=
          position == gap ? " ..." : format.text(numberAt(x, at + position * x.strides().back()));
      ++written;
    }
    return result + "]";
  }

  const Tensor &x;
  bool summarize;
  Format format;
};

const char *torchName(DType dtype) {
  static constexpr const char *names[] = {"float64", "float32", "float16", "bfloat16",
                                          "int64",   "int32",   "uint8",   "bool"};
  return names[dtype];
}

} // namespace

std::string Tensor::str() const {
  std::string result = "tensor(", size, dtype = fmt::format("dtype=torch.{}", torchName(dtype_));
  std::vector<std::string> suffixes;
  if (numel() == 0) {
    // Without elements neither the shape nor the element type can be seen.
    if (dim_ != 1)
      suffixes.push_back(fmt::format("size=({})", fmt::join(shape_, ", ")));
    if (dtype_ != f32)
      suffixes.push_back(dtype);
    result += "[]";
  } else {
    if (dtype_ != f32 && dtype_ != i64 && dtype_ != boolean)
      suffixes.push_back(dtype);
    result += Printer(*this).text(0, 0, int64_t(result.size()));
  }
  size_t lastLine = result.size() - (result.rfind('\n') + 1) + 2;
  for (const std::string &suffix : suffixes) {
    if (lastLine + suffix.size() + 2 > size_t(lineWidth)) {
      result += ",\n       " + suffix;
      lastLine = 7 + suffix.size();
    } else {
      result += ", " + suffix;
      lastLine += suffix.size() + 2;
    }
  }
  return result + ")";
}

void print(const Tensor &x) { std::printf("%s\n", x.str().c_str()); }
void print(const char *label, const Tensor &x) { std::printf("%s %s\n", label, x.str().c_str()); }

} // namespace dlc::rt
