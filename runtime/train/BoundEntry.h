//===- BoundEntry.h - an entry fed by a data set -----------------------*- C++ -*-===//
//
// Input k of the entry takes field k of the samples, with the batch in front. Fields that
// the entry does not take (the label, when predicting) are the last ones.
//
//===------------------------------------------------------------------------------===//
#ifndef DLC_RUNTIME_TRAIN_BOUND_ENTRY_H
#define DLC_RUNTIME_TRAIN_BOUND_ENTRY_H

#include "runtime/core/Instance.h"
#include "runtime/data/OpenedDataset.h"

namespace dlc::rt {

/// How many rows an entry takes at a time.
class EntryShape {
public:
  /// Throws Error unless all inputs have one batch axis in front. `role` is for the message
  /// that the program has no such entry.
  EntryShape(const dlc_program_desc &program, int entry, const char *role);

  const dlc_entry_desc &desc() const { return *table; }
  int index() const { return entry; }
  int batchDim() const { return dim; } // -1: exactly maxRows() rows, always
  int64_t maxRows() const { return bound; }

  /// Throws Error unless batches of `batchSize` can be run.
  void checkBatchSize(int64_t batchSize) const;
  /// Throws Error unless the samples fit and the last batch can be run.
  void checkData(const OpenedDataset &data, int64_t batchSize) const;

  int findOutput(std::string_view name) const; // -1: none
  const dlc_tensor_desc &input(int k) const { return table->inputs[k].tensor; }
  const dlc_tensor_desc &output(int k) const { return table->outputs[k].tensor; }
  int64_t rowElements(const dlc_tensor_desc &tensor) const; // without the batch axis

private:
  const dlc_entry_desc *table = nullptr;
  int entry, dim = -1;
  int64_t bound = 0;
};

class BoundEntry {
public:
  BoundEntry(Instance &instance, const EntryShape &shape);

  const EntryShape &shape() const { return entry; }
  /// `fields` are dense; outputs stay in their slots. Allocates nothing.
  void run(const void *const *fields, int64_t rows);
  double scalar(int output) const; // an output of one element
  const void *output(int k) const { return instance.output(entry.index(), k); }

private:
  Instance &instance;
  EntryShape entry;
  std::vector<int64_t> dims;
};

} // namespace dlc::rt

#endif
