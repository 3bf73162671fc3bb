//===- Evaluation.cpp - loss and accuracy over a data set --------------*- C++ -*-===//
#include "runtime/train/Evaluation.h"

#include <fmt/format.h>

namespace dlc::rt {

bool Evaluation::betterThan(const Evaluation &other) const {
  if (!other.rows)
    return rows && (accuracy || loss);
  if (accuracy && other.accuracy)
    return *accuracy > *other.accuracy;
  // Not `<`: a number is better than a NaN.
  return loss && other.loss && !(*loss >= *other.loss) && *loss == *loss;
}

std::string Evaluation::text() const {
  std::string text;
  if (loss)
    text += fmt::format("loss {:.4f}", *loss);
  if (accuracy)
    text += fmt::format("{}accuracy {:.4f}", loss ? ", " : "", *accuracy);
  return text;
}

Evaluation evaluate(BoundEntry &entry, Loader &loader) {
  const int loss = entry.shape().findOutput("loss"), correct = entry.shape().findOutput("correct");
  double lossSum = 0, correctSum = 0;
  Evaluation result;
  while (const Batch *batch = loader.next()) {
    entry.run(batch->fields, batch->rows);
    result.rows += batch->rows;
    if (loss >= 0)
      lossSum += entry.scalar(loss) * double(batch->rows);
    if (correct >= 0)
      correctSum += entry.scalar(correct);
  }
  if (loss >= 0)
    result.loss = lossSum / double(result.rows);
  if (correct >= 0)
    result.accuracy = correctSum / double(result.rows);
  return result;
}

} // namespace dlc::rt
