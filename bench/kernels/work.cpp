#include "work.h"
#include <vector>

namespace {

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
  const double bar = kind == "nn_large"  ? 0.88
                     : kind == "nt"      ? 0.80
                     : kind == "head"    ? 0.70
                     : kind == "head_dw" ? 0.70
                     : kind == "head_dx" ? 0.55
                     : kind == "narrow"  ? 0.75 * 10 / 16 // ten of sixteen lanes
                                         : 0.93;
  return {2 * n[0] * n[1] * n[2], 4 * (n[0] * n[2] + n[2] * n[1] + n[0] * n[1]), bar, false};
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
  return {flops, 4 * (images + results), bar, depthwise};
}

} // namespace

bench::Work bench::workOf(const std::string &entry) {
  std::string kind = entry;
  const std::vector<double> numbers = takeNumbers(kind);
  if (numbers.size() == 3)
    return contraction(kind, numbers);
  if (numbers.size() == 4)
    return convolution(kind, numbers);
  return {};
}
