// What elementwise kernels, softmax and layer norm compute.
#include "cases.h"

#include <algorithm>
#include <cmath>

namespace {

// Relative: a few roundings of f32, and one rounding to bf16.
constexpr double SingleTolerance = 1e-5, BfloatTolerance = 5e-3, Epsilon = 1e-5;

struct RowCase : Case {
  RowCase(const Entry &entry, std::vector<Operand> operands)
      : Case(entry, std::move(operands)), rows(entry.number("rows")),
        columns(entry.number("columns")) {}

  static size_t size(const Entry &entry) {
    return static_cast<size_t>(entry.number("rows")) * entry.number("columns");
  }

  const size_t rows, columns;
};

struct BiasRelu : RowCase {
  explicit BiasRelu(const Entry &e)
      : RowCase(e, {{"x", Operand::Input, Type::BF16, size(e)},
                    {"bias", Operand::Input, Type::BF16, static_cast<size_t>(e.number("columns"))},
                    {"y", Operand::Output, Type::BF16, size(e)}}) {}

  std::vector<Result> results() override {
    return {result(operands[2], columns, BfloatTolerance, static_cast<double>(columns),
                   [this](size_t row, double *y) {
                     for (size_t i = 0; i < columns; ++i)
                       y[i] =
                           std::max(0.0, static_cast<double>(operands[0].value(row * columns + i)) +
                                             operands[1].value(i));
                   })};
  }
};

struct Softmax : RowCase {
  explicit Softmax(const Entry &e)
      : RowCase(e, {{"x", Operand::Input, Type::F32, size(e), 3},
                    {"y", Operand::Output, Type::F32, size(e)}}) {}

  std::vector<Result> results() override {
    return {result(operands[1], columns, SingleTolerance, 20.0 * columns,
                   [this](size_t row, double *y) {
                     double largest = -INFINITY, sum = 0;
                     for (size_t i = 0; i < columns; ++i)
                       largest = std::max<double>(largest, operands[0].value(row * columns + i));
                     for (size_t i = 0; i < columns; ++i)
                       sum += y[i] = std::exp(operands[0].value(row * columns + i) - largest);
                     for (size_t i = 0; i < columns; ++i)
                       y[i] /= sum;
                   })};
  }
};

struct Moments {
  double mean = 0, deviation = 0; // the inverse of it

  Moments(const Operand &x, size_t row, size_t columns) {
    double squares = 0;
    for (size_t i = 0; i < columns; ++i)
      mean += x.value(row * columns + i);
    mean /= static_cast<double>(columns);
    for (size_t i = 0; i < columns; ++i)
      squares += std::pow(x.value(row * columns + i) - mean, 2);
    deviation = 1 / std::sqrt(squares / static_cast<double>(columns) + Epsilon);
  }
};

struct LayerNormForward : RowCase {
  explicit LayerNormForward(const Entry &e)
      : RowCase(
            e, {{"x", Operand::Input, Type::BF16, size(e), 1, 0.5},
                {"gamma", Operand::Input, Type::BF16, static_cast<size_t>(e.number("columns")), 0.1,
                 1},
                {"beta", Operand::Input, Type::BF16, static_cast<size_t>(e.number("columns")), 0.1},
                {"y", Operand::Output, Type::BF16, size(e)},
                {"mean", Operand::Output, Type::F32, static_cast<size_t>(e.number("rows"))},
                {"deviation", Operand::Output, Type::F32, static_cast<size_t>(e.number("rows"))}}) {
  }

  std::vector<Result> results() override {
    double cost = 4.0 * columns;
    return {result(operands[3], columns, BfloatTolerance, cost,
                   [this](size_t row, double *y) {
                     Moments m(operands[0], row, columns);
                     for (size_t i = 0; i < columns; ++i)
                       y[i] = (operands[0].value(row * columns + i) - m.mean) * m.deviation *
                                  operands[1].value(i) +
                              operands[2].value(i);
                   }),
            result(operands[4], 1, SingleTolerance, cost,
                   [this](size_t row, double *y) { *y = Moments(operands[0], row, columns).mean; }),
            result(operands[5], 1, SingleTolerance, cost, [this](size_t row, double *y) {
              *y = Moments(operands[0], row, columns).deviation;
            })};
  }
};

struct LayerNormBackward : RowCase {
  enum { X, Dy, Gamma, Mean, Deviation, Dx, Parts };

  explicit LayerNormBackward(const Entry &e)
      : RowCase(e, {{"x", Operand::Input, Type::BF16, size(e), 1, 0.5},
                    {"dy", Operand::Input, Type::BF16, size(e)},
                    {"gamma", Operand::Input, Type::BF16, static_cast<size_t>(e.number("columns")),
                     0.1, 1},
                    {"mean", Operand::Input, Type::F32, static_cast<size_t>(e.number("rows"))},
                    {"deviation", Operand::Input, Type::F32, static_cast<size_t>(e.number("rows"))},
                    {"dx", Operand::Output, Type::BF16, size(e)},
                    {"parts", Operand::Output, Type::F32,
                     2ul * static_cast<size_t>(e.number("blocks")) *
                         static_cast<size_t>(e.number("columns"))}}),
        blocks(e.number("blocks")) {}

  void prepare(uint64_t seed) override {
    Case::prepare(seed);
    inParallel(rows, [this](size_t first, size_t last) {
      for (size_t row = first; row < last; ++row) {
        Moments m(operands[X], row, columns);
        encode(Type::F32, operands[Mean].data.data(), row, static_cast<float>(m.mean));
        encode(Type::F32, operands[Deviation].data.data(), row, static_cast<float>(m.deviation));
        // The two sums of a row must be large and other ones than its neighbours', or a wrong one
        // would not show.
        double mean = static_cast<double>(row % 5) - 2, slope = static_cast<double>(row % 3) - 1;
        for (size_t i = row * columns; i < (row + 1) * columns; ++i)
          encode(
              Type::BF16, operands[Dy].data.data(), i,
              static_cast<float>(operands[Dy].value(i) + mean + slope * normal(row, i % columns)));
      }
    });
  }

  double normal(size_t row, size_t i) const {
    return (static_cast<double>(operands[X].value(row * columns + i)) - operands[Mean].value(row)) *
           operands[Deviation].value(row);
  }

  std::vector<Result> results() override {
    return {result(operands[Dx], columns, BfloatTolerance, 8.0 * columns,
                   [this](size_t row, double *dx) {
                     double sum = 0, product = 0;
                     for (size_t i = 0; i < columns; ++i) {
                       double weighted =
                           static_cast<double>(operands[Dy].value(row * columns + i)) *
                           operands[Gamma].value(i);
                       sum += weighted;
                       product += weighted * normal(row, i);
                       dx[i] = weighted;
                     }
                     for (size_t i = 0; i < columns; ++i)
                       dx[i] = (dx[i] - sum / columns - normal(row, i) * product / columns) *
                               operands[Deviation].value(row);
                   }),
            // Gamma's gradient and beta's, after the sum over the blocks.
            {"gradients", 2, columns, 1e-4, 1,
             [this](size_t which, double *sums) {
               inParallel(columns, [=, this](size_t first, size_t last) {
                 std::fill(sums + first, sums + last, 0.0);
                 for (size_t row = 0; row < rows; ++row)
                   for (size_t i = first; i < last; ++i)
                     sums[i] += operands[Dy].value(row * columns + i) *
                                (which == 0 ? normal(row, i) : 1.0);
               });
             },
             [this](size_t which, size_t column) {
               double sum = 0;
               for (size_t block = 0; block < blocks; ++block)
                 sum += operands[Parts].value((which * blocks + block) * columns + column);
               return sum;
             }}};
  }

  const size_t blocks;
};

} // namespace

std::unique_ptr<Case> makeRowCase(const Entry &entry) {
  if (entry.op == "bias_relu")
    return std::make_unique<BiasRelu>(entry);
  if (entry.op == "softmax")
    return std::make_unique<Softmax>(entry);
  if (entry.op == "layernorm_forward")
    return std::make_unique<LayerNormForward>(entry);
  if (entry.op == "layernorm_backward")
    return std::make_unique<LayerNormBackward>(entry);
  return nullptr;
}
