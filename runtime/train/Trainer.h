//===- Trainer.h - the epoch loop --------------------------------------*- C++ -*-===//
#ifndef DLC_RUNTIME_TRAIN_TRAINER_H
#define DLC_RUNTIME_TRAIN_TRAINER_H

#include "runtime/io/Checkpoint.h"
#include "runtime/train/Interrupt.h"
#include "runtime/train/OutputFolder.h"
#include "runtime/train/Position.h"
#include "runtime/train/Progress.h"

namespace dlc::rt {

class Trainer {
public:
  /// Why run() came back.
  enum class End { done, maxSteps, signal };

  /// `eval` and `test` are both null when there is nothing to validate with. Everything must
  /// outlive the trainer; `position` is kept up to date.
  Trainer(Instance &instance, BoundEntry &train, Loader &batches, BoundEntry *eval, Loader *test,
          const OutputFolder &folder, Progress &progress, const Interrupt &interrupt,
          Position &position);

  /// Stops after `epochs` epochs or `maxSteps` steps in all, whichever is first, or after
  /// the step during which a signal came; last.safetensors then holds the position.
  End run(int64_t epochs, int64_t maxSteps);

private:
  void step(const Batch &batch);
  bool trainEpoch(int64_t maxSteps);
  void finishEpoch(int64_t epochs);
  bool mustStop(int64_t maxSteps) const {
    return interrupt.signal() || position.globalStep >= maxSteps;
  }
  void save();
  void write(const std::string &path, StateSet set, const Metadata &metadata) const;

  Instance &instance;
  BoundEntry &train;
  Loader &batches;
  BoundEntry *const eval;
  Loader *const test;
  const OutputFolder &folder;
  Progress &progress;
  const Interrupt &interrupt;
  Position &position;
  const int lossOutput;
  bool saved; // this run has a checkpoint; what else lies in the folder is of another
  bool warned = false;
};

} // namespace dlc::rt

#endif
