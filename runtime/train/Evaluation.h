//===- Evaluation.h - loss and accuracy over a data set ----------------*- C++ -*-===//
#ifndef DLC_RUNTIME_TRAIN_EVALUATION_H
#define DLC_RUNTIME_TRAIN_EVALUATION_H

#include "runtime/data/Loader.h"
#include "runtime/train/BoundEntry.h"

#include <optional>

namespace dlc::rt {

struct Evaluation {
  int64_t rows = 0;
  std::optional<double> loss, accuracy; // as far as the entry has outputs `loss`, `correct`

  bool betterThan(const Evaluation &other) const;
  std::string text() const; // "validation loss 0.3211, accuracy 0.8841"
};

/// Runs the entry over one epoch of the loader: `loss` is a batch's mean, `correct` its sum.
Evaluation evaluate(BoundEntry &entry, Loader &loader);

} // namespace dlc::rt

#endif
