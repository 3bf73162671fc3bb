#include "work.h"
#include <cctype>
#include <vector>

namespace {
using bench::Limit;

/// The numbers at the end of "nn_large_64_128_784", and what stands before them.
std::vector<double> takeNumbers(std::string &name) {
  std::vector<double> numbers;
  for (size_t at; (at = name.rfind('_')) != std::string::npos; name.resize(at)) {
    const std::string last = name.substr(at + 1);
    if (last.empty() || last.find_first_not_of("0123456789") != std::string::npos)
      break;
    numbers.insert(numbers.begin(), std::stod(last));
  }
  return numbers;
}

bench::Work contraction(const std::string &kind, const std::vector<double> &n) {
  const bool large = kind == "nn_large" || (kind == "tn" && n[2] >= 1024);
  const double bar = large               ? 0.88
                     : kind == "nt"      ? 0.80
                     : kind == "head"    ? 0.70
                     : kind == "head_dw" ? 0.70
                     : kind == "head_dx" ? 0.55
                     : kind == "narrow"  ? 0.75 * 10 / 16 // ten of sixteen lanes
                                         : 0.93;
  const double elements = n[0] * n[2] + n[2] * n[1] + n[0] * n[1];
  return {Limit::flops, 2 * n[0] * n[1] * n[2], 4 * elements, elements, bar};
}

bench::Work convolution(const std::string &kind, const std::vector<double> &n) {
  const double kernel = kind.find("1x1") != std::string::npos ? 1 : 9;
  const double stride = kind.find("s2") != std::string::npos ? 2 : 1;
  const bool depthwise = kind.starts_with("depthwise"), forward = kind.ends_with("fwd");
  const double size = n[2] / stride, images = n[0] * n[1] * n[2] * n[2],
               results = n[0] * n[3] * size * size;
  const double flops = 2 * results * kernel * (depthwise ? 1 : n[1]);
  double bar = forward ? 0.90 : 0.85;
  if (kind.find("4x4") != std::string::npos)
    bar = 0.78;
  if (stride == 2 || kernel == 1)
    bar = 0.75;
  if (depthwise)
    bar = 0.80;
  // Winograd's, which takes 0.3 to 0.5 of the time that the products of a plain one would.
  if (kernel == 9 && stride == 1 && !depthwise && n[1] >= 16)
    bar = n[1] < 32 ? 1.3 : 1.6;
  const double elements = images + results;
  return {depthwise ? Limit::bandwidth : Limit::flops, flops, 4 * elements, elements, bar};
}

/// The product of the sizes in "512x256", "16k", "large"; 0 for another text.
double elementsOf(const std::string &size) {
  if (size == "large")
    return 50331648; // 192 MB, beyond the caches
  double product = 1;
  for (size_t at = 0; at < size.size();) {
    size_t length = 0;
    if (!std::isdigit(static_cast<unsigned char>(size[at])))
      return 0;
    product *= std::stod(size.substr(at), &length);
    at += length;
    if (at < size.size() && size[at] == 'k') {
      product *= 1024;
      ++at;
    }
    if (at < size.size() && size[at++] != 'x')
      return 0;
  }
  return size.empty() ? 0 : product;
}

bench::Work pass(const std::string &kind, const std::string &size) {
  const double elements = elementsOf(size),
               operands = kind == "adam"                                    ? 7
                          : kind == "add" || kind == "mul" || kind == "sgd" ? 3
                                                                            : 2;
  if (size == "large")
    return {Limit::bandwidth, 0, 4 * operands * elements, elements, 0.85};
  const double bar = kind == "exp"                   ? 0.15
                     : kind == "tanh"                ? 0.13
                     : kind == "gelu"                ? 0.30
                     : kind == "softmax"             ? 0.30
                     : kind == "layer_norm"          ? 0.12
                     : kind == "layer_norm_backward" ? 0.25
                                                     : 0;
  return {Limit::elements, 0, 4 * operands * elements, elements, bar};
}

} // namespace

bench::Work bench::workOf(const std::string &entry) {
  std::string kind = entry;
  const std::vector<double> numbers = takeNumbers(kind);
  if (numbers.size() == 3)
    return contraction(kind, numbers);
  if (numbers.size() == 4)
    return convolution(kind, numbers);
  const size_t at = entry.rfind('_');
  return at == std::string::npos ? Work() : pass(entry.substr(0, at), entry.substr(at + 1));
}
