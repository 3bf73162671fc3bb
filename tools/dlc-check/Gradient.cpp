//===- Gradient.cpp - derivatives against finite differences -------------------------------===//
#include "tools/dlc-check/Checker.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>

using namespace mlir;
using namespace dlc;
using namespace dlc::check;

static Tensor toElement(const Tensor &from, RankedTensorType type, const Extents &extents) {
  Tensor to = zeros(type, extents);
  if (to.element == from.element)
    return from;
  for (int64_t i = 0; i < from.size(); ++i)
    to.set(i, from.get(i));
  return to;
}

static double largest(const Tensor &tensor) {
  double largest = 0;
  for (int64_t i = 0; i < tensor.size(); ++i)
    largest = std::max(largest, std::abs(tensor.get(i)));
  return largest;
}

/// Elements to look at: all of a small tensor, else 64 spread over it.
static std::vector<int64_t> sample(int64_t size) {
  std::vector<int64_t> places;
  for (int64_t i = 0, count = std::min<int64_t>(size, 64); i < count; ++i)
    places.push_back(i * size / count);
  return places;
}

void Checker::checkGradient(StringRef entry, std::vector<Tensor> inputs, double tolerance,
                            const Extents &extents) {
  std::string lossName = (entry + ".loss").str(), gradientName = (entry + ".gradient").str();
  const Signature &derived = signatures[lossName],
                  &written = signatures[gradientName + ".as_written"];
  const std::string ops = signatures[entry.str()].ops;

  std::vector<Tensor> asWritten = inputs;
  for (size_t i = inputs.size(); i < derived.inputs.size(); ++i) {
    Tensor weights = randomTensor(written.inputs[i], extents, {-1, 1}, 40 + i);
    asWritten.push_back(weights);
    inputs.push_back(weights);
  }
  for (auto [input, type] : llvm::zip_equal(inputs, derived.inputs))
    input = toElement(input, type, extents);
  auto all = runAllWays(gradientName, inputs, extents);
  auto allInOwnTypes = runAllWays(gradientName + ".as_written", asWritten, extents);
  if (!all || !allInOwnTypes)
    return;
  const std::vector<Tensor> &gradients = *all, &inOwnTypes = *allInOwnTypes;

  auto lossAt = [&](Tensor &input, int64_t place, double value) {
    double before = input.get(place);
    input.set(place, value);
    auto loss = one->run(lossName, inputs, derived.results, extents);
    input.set(place, before);
    return loss ? (*loss)[0].get(0) : NAN;
  };
  // A few roundings, of cancelling terms too, in the coarsest type that took part.
  double rounding = 1e-4;
  for (RankedTensorType type : written.inputs)
    rounding = std::max(rounding, type.getElementType().isBF16()  ? 8e-2
                                  : type.getElementType().isF16() ? 1e-2
                                                                  : 0.0);
  size_t number = 0;
  for (size_t i = 0; i < signatures[entry.str()].inputs.size(); ++i) {
    if (!isa<FloatType>(derived.inputs[i].getElementType()))
      continue;
    Tensor &input = inputs[i];
    const Tensor &gradient = gradients[number], &own = inOwnTypes[number];
    ++number;
    double scale = largest(gradient);
    for (int64_t place : sample(input.size())) {
      // Four points: the error is of the step's fourth power.
      double x = input.get(place), h = 1e-3;
      double near = lossAt(input, place, x + h) - lossAt(input, place, x - h);
      double far = lossAt(input, place, x + 2 * h) - lossAt(input, place, x - 2 * h);
      double numeric = (8 * near - far) / (12 * h), exact = gradient.get(place);
      double allowed = tolerance * std::max({std::abs(numeric), 0.01 * scale, 1e-4});
      if (!(std::abs(exact - numeric) <= allowed)) {
        fail(entry) << " (" << ops << ")" << extents.text() << ": gradient of '"
                    << derived.inputNames[i] << "' " << input.place(place)
                    << llvm::format(
                           " is %.12g, finite differences say %.12g (x = %.12g, tolerance %g)\n",
                           exact, numeric, x, tolerance);
        break;
      }
    }
    for (int64_t place = 0; place < own.size(); ++place)
      if (!(std::abs(own.get(place) - gradient.get(place)) <= rounding * std::max(scale, 1e-3))) {
        // untested: nothing but a bug makes the two precisions differ
        fail(entry) << " (" << ops << ")" << extents.text() << ": gradient of '"
                    << derived.inputNames[i] << "' " << own.place(place) << " in its own types"
                    << llvm::format(" is %.9g, in f64 %.9g\n", own.get(place), gradient.get(place));
        break;
      }
  }
}
