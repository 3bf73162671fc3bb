//===- OpenedDataset.h - a data set behind its C table -----------------*- C++ -*-===//
#ifndef DLC_RUNTIME_DATA_OPENED_DATASET_H
#define DLC_RUNTIME_DATA_OPENED_DATASET_H

#include "dlc/rt/dataset.h"
#include "dlc/rt/error.hpp"

namespace dlc::rt {

class OpenedDataset {
public:
  /// `dir` empty: where the data set usually is. Throws Error with what the reader said.
  OpenedDataset(const dlc_dataset_desc &desc, const std::string &dir, Split split);
  OpenedDataset(const OpenedDataset &) = delete;
  ~OpenedDataset();

  const dlc_dataset_desc &desc() const { return table; }
  const std::string &dir() const { return folder; }
  int64_t size() const { return opened.size; }
  int numFields() const { return opened.num_fields; }
  const dlc_tensor_desc &field(int index) const { return opened.fields[index]; }
  int64_t fieldBytes(int index) const { return bytes[size_t(index)]; } // of one sample

  /// Returns 0, or not 0 with the reader's message in `error`. Allocates nothing itself.
  int get(int64_t i, void *const *places, char *error, size_t errorBytes) const {
    return table.get(opened.self, i, places, error, errorBytes);
  }

private:
  const dlc_dataset_desc &table;
  std::string folder;
  dlc_dataset opened{};
  std::vector<int64_t> bytes;
};

} // namespace dlc::rt

#endif
