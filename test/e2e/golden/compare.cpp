// Runs a compiled model from the golden start values and compares it with PyTorch's numbers.
//
//   compare GOLDEN.json OPTIMIZER LOSS_TOLERANCE GRADIENT_TOLERANCE
//
// Compiled with -DPROGRAM=dlc_program_<name> -DELEMENT=float|double and linked with the model's
// object. The model has two entries: gradients(x, y) with one result per parameter in the
// parameters' order, and train_step(x, y). Tolerances of gradients are fractions of each tensor's
// largest element.
#include "golden.h"

#include "dlc/rt/model.hpp"
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

extern "C" const dlc_program_desc PROGRAM;

namespace {

int failures = 0;

void expectNear(const std::string &what, double got, double wanted, double tolerance) {
  // The negated form also catches NaN.
  if (std::abs(got - wanted) <= tolerance)
    return;
  if (++failures <= 20)
    std::printf("%s: %.12g, PyTorch has %.12g, off by %.3g, allowed %.3g\n", what.c_str(), got,
                wanted, std::abs(got - wanted), tolerance);
}

void compareGradient(const std::string &name, const ELEMENT *got, int64_t count,
                     const golden::Gradient &wanted, double fraction) {
  double maxAbs = 0, sum = 0, squares = 0;
  for (int64_t i = 0; i < count; ++i) {
    maxAbs = std::max(maxAbs, std::abs(static_cast<double>(got[i])));
    sum += got[i];
    squares += static_cast<double>(got[i]) * got[i];
  }
  double allowed = fraction * wanted.maxAbs;
  expectNear("max |grad " + name + "|", maxAbs, wanted.maxAbs, allowed);
  // Rounding errors of single elements add up like a random walk.
  expectNear("sum of grad " + name, sum, wanted.sum, allowed * std::sqrt(count));
  expectNear("norm of grad " + name, std::sqrt(squares), wanted.l2, allowed * std::sqrt(count));
  int64_t kept = wanted.elements.size();
  for (int64_t j = 0; j < kept; ++j) {
    int64_t at = golden::position(j, kept, count);
    expectNear("grad " + name + "[" + std::to_string(at) + "]", got[at], wanted.elements[j],
               allowed);
  }
}

void writeStart(dlc::rt::Model &model, const golden::Model &golden) {
  for (const golden::Parameter &p : golden.parameters)
    model.write(p.name, golden::parameter<ELEMENT>(p.name, p.count(), p.bound));
}

void checkGradients(dlc::rt::Model &model, const golden::Model &golden, double fraction) {
  int entry = dlc_find_entry(model.get(), "gradients");
  if (entry < 0)
    throw std::runtime_error("the model has no entry 'gradients'");
  auto x = golden::inputs<ELEMENT>(0, golden.batch, golden.rowElements);
  auto y = golden::labels(0, golden.batch);
  const void *inputs[] = {x.data(), y.data()};
  int64_t dims[] = {golden.batch};
  if (dlc_run(model.get(), entry, inputs, nullptr, dims))
    throw std::runtime_error(dlc_error(model.get()));
  for (size_t i = 0; i < golden.parameters.size(); ++i) {
    const golden::Parameter &p = golden.parameters[i];
    compareGradient(p.name, model.output<ELEMENT>(entry, static_cast<int>(i)), p.count(),
                    golden.gradients.at(p.name), fraction);
  }
}

void checkLosses(dlc::rt::Model &model, const golden::Model &golden, const golden::Run &run,
                 double tolerance) {
  for (size_t step = 0; step < run.losses.size(); ++step) {
    auto x = golden::inputs<ELEMENT>(static_cast<int>(step), golden.batch, golden.rowElements);
    auto y = golden::labels(static_cast<int>(step), golden.batch);
    ELEMENT loss = 0;
    model.run("train_step", {x.data(), y.data()}, {&loss}, {golden.batch});
    expectNear("loss of step " + std::to_string(step), loss, run.losses[step], tolerance);
  }
  for (const golden::Parameter &p : golden.parameters) {
    auto values = model.read<ELEMENT>(p.name);
    const std::vector<double> &wanted = run.parametersAfter.at(p.name);
    for (size_t j = 0; j < wanted.size(); ++j) {
      int64_t at = golden::position(j, wanted.size(), p.count());
      // Updates are of the losses' size or below, so the losses' tolerance fits them.
      expectNear(p.name + "[" + std::to_string(at) + "] after training", values[at], wanted[j],
                 tolerance);
    }
  }
}

} // namespace

int main(int argc, char **argv) try {
  if (argc != 5) {
    std::fprintf(stderr,
                 "usage: compare GOLDEN.json OPTIMIZER LOSS_TOLERANCE GRADIENT_TOLERANCE\n");
    return 2;
  }
  golden::Model golden = golden::load(argv[1]);
  dlc::rt::Context context;
  dlc::rt::Model model(context, PROGRAM);
  writeStart(model, golden);
  checkGradients(model, golden, std::atof(argv[4]));
  checkLosses(model, golden, golden.runs.at(argv[2]), std::atof(argv[3]));
  std::printf("%s %s: %s (%d differences)\n", argv[1], argv[2], failures ? "DIFFERS" : "agrees",
              failures);
  return failures != 0;
} catch (const std::exception &error) {
  std::fprintf(stderr, "compare: %s\n", error.what());
  return 1;
}
