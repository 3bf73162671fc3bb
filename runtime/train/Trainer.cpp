//===- Trainer.cpp - the epoch loop ------------------------------------*- C++ -*-===//
//
// An epoch is training, then validation, then a checkpoint at the start of the next epoch.
// A stop inside an epoch saves at that step and leaves validation to whoever resumes, so a
// run's files do not depend on where it was interrupted.
//
//===------------------------------------------------------------------------------===//
#include "runtime/train/Trainer.h"

#include "runtime/core/Describe.h"

#include <cmath>
#include <fmt/format.h>

namespace dlc::rt {

/// `loss`, or the first output that is one number.
static int findLoss(const EntryShape &entry) {
  int found = entry.findOutput("loss");
  for (int k = 0; found < 0 && k < entry.desc().num_outputs; ++k)
    if (elementCount(shapeOf(entry.output(k))) == 1)
      found = k;
  return found;
}

Trainer::Trainer(Instance &instance, BoundEntry &train, Loader &batches, BoundEntry *eval,
                 Loader *test, const OutputFolder &folder, Progress &progress,
                 const Interrupt &interrupt, Position &position)
    : instance(instance), train(train), batches(batches), eval(eval), test(test), folder(folder),
      progress(progress), interrupt(interrupt), position(position),
      lossOutput(findLoss(train.shape())), saved(position.globalStep > 0) {}

Trainer::End Trainer::run(int64_t epochs, int64_t maxSteps) {
  while (position.epoch < epochs && position.globalStep < maxSteps) {
    progress.beginEpoch(position.epoch + 1, epochs, position.step, batches.batchesPerEpoch());
    if (!trainEpoch(maxSteps)) {
      save();
      break;
    }
    finishEpoch(epochs);
    if (mustStop(maxSteps))
      break;
  }
  if (position.epoch >= epochs)
    return End::done;
  return interrupt.signal() ? End::signal : End::maxSteps;
}

/// A step that the model itself ends has written nothing: which one it was, and what there is.
void Trainer::step(const Batch &batch) {
  try {
    train.run(batch.fields, batch.rows);
  } catch (const Error &e) {
    if (e.status() != DLC_ERR_ASSERT && e.status() != DLC_ERR_INDEX)
      throw;
    throw Error(e.status(),
                fmt::format("{}\n  in step {} (epoch {}, step {} of {}), which wrote nothing{}",
                            e.what(), position.globalStep + 1, position.epoch + 1,
                            position.step + 1, batches.batchesPerEpoch(),
                            saved ? "; the last checkpoint is " + folder.last() : ""));
  }
}

/// False: stopped before the last step.
bool Trainer::trainEpoch(int64_t maxSteps) {
  while (const Batch *batch = batches.next()) {
    step(*batch);
    ++position.step;
    ++position.globalStep;
    position.rows += batch->rows;
    if (lossOutput >= 0) {
      double loss = train.scalar(lossOutput);
      position.lossSum += loss * double(batch->rows);
      if (!std::isfinite(loss) && !warned) {
        warned = true;
        progress.line(fmt::format("the loss of step {} is {}\n  hint: a smaller --lr",
                                  position.globalStep, loss));
      }
    }
    progress.step(position.step, batch->rows, position.meanLoss(), lossOutput >= 0);
    if (mustStop(maxSteps) && position.step < batches.batchesPerEpoch())
      return false;
  }
  return true;
}

void Trainer::finishEpoch(int64_t epochs) {
  std::string text = fmt::format("epoch {}/{}", position.epoch + 1, epochs);
  if (lossOutput >= 0)
    text += fmt::format("  loss {:.4f}", position.meanLoss());
  std::string rate = progress.rate();
  bool improved = false;
  if (eval) {
    Evaluation result = evaluate(*eval, *test);
    improved = result.betterThan(position.best);
    if (improved) {
      position.best = result;
      position.bestEpoch = position.epoch + 1;
      write(folder.best(), StateSet::weights, {});
    }
    if (std::string numbers = result.text(); !numbers.empty())
      text += fmt::format("  validation {}", numbers);
  }
  ++position.epoch;
  position.step = 0;
  position.rows = 0;
  position.lossSum = 0;
  save();
  progress.line(
      fmt::format("{}  {}  {}{}", text, rate, progress.elapsed(), improved ? "  best" : ""));
}

void Trainer::save() {
  write(folder.last(), StateSet::all, position.write(instance));
  saved = true;
}

void Trainer::write(const std::string &path, StateSet set, const Metadata &metadata) const {
  try {
    saveStates(instance, path, set, metadata);
  } catch (const Error &e) {
    if (!saved || !folder.holdsRun())
      throw;
    throw Error(e.status(),
                fmt::format("{}\n  the checkpoint before this one is whole; make room and "
                            "go on with --resume {}",
                            e.what(), folder.last()));
  }
}

} // namespace dlc::rt
