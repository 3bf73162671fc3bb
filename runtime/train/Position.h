//===- Position.h - where a training run stands ------------------------*- C++ -*-===//
//
// What a checkpoint holds besides tensors, as strings in its metadata. Only what the next
// step depends on, so that equal runs give equal files: no times, no paths, no host.
//
//===------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_TRAIN_POSITION_H
#define DLC_RUNTIME_TRAIN_POSITION_H

#include "runtime/core/Instance.h"
#include "runtime/io/Safetensors.h"
#include "runtime/train/Evaluation.h"

namespace dlc::rt {

struct Position {
  uint64_t seed = 0;
  int64_t batchSize = 0, samples = 0;          // samples: of the training split
  int64_t epoch = 0, step = 0, globalStep = 0; // all count what is done
  double lossSum = 0;                          // of this epoch's rows so far
  int64_t rows = 0;
  int64_t bestEpoch = 0; // counted from 1; 0: none yet
  Evaluation best;

  double meanLoss() const { return rows ? lossSum / double(rows) : 0; }

  /// The settings go with it: a resumed run keeps its learning rate.
  Metadata write(const Instance &instance) const;
  /// Throws Error naming `path` when the metadata is not a training run's. Settings the
  /// program has are set.
  static Position read(const Metadata &metadata, const std::string &path, Instance &instance);
};

} // namespace dlc::rt

#endif
