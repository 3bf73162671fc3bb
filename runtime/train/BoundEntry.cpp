//===- BoundEntry.cpp - an entry fed by a data set ---------------------*- C++ -*-===//
#include "runtime/train/BoundEntry.h"

#include "runtime/core/Describe.h"
#include "runtime/core/Elements.h"

#include <fmt/format.h>

namespace dlc::rt {
namespace {

template <class... Args>
[[noreturn]] void mismatch(fmt::format_string<Args...> text, Args &&...args) {
  throw Error(DLC_ERR_MISMATCH, fmt::format(text, std::forward<Args>(args)...));
}

std::string inputText(const dlc_tensor_desc &tensor) {
  return tensorText(tensor.dtype, shapeOf(tensor));
}

} // namespace

EntryShape::EntryShape(const dlc_program_desc &program, int entry, const char *role)
    : entry(entry) {
  if (entry < 0 || entry >= program.num_entries)
    throw Error(DLC_ERR_NAME,
                fmt::format("{} has no entry to {} with\n  hint: give fit one: fit({{.{} = ...}})",
                            program.name, role, role));
  table = &program.entries[entry];
  if (table->num_inputs < 1)
    mismatch("{} takes no input: the samples cannot reach it", table->name);
  for (int k = 0; k < table->num_inputs; ++k) {
    const dlc_tensor_desc &tensor = input(k);
    if (tensor.rank < 1)
      mismatch("{}: input `{}` is a scalar; the first axis must be the batch", table->name,
               tensor.name);
    const dlc_live_desc &live = tensor.live[0];
    if (live.dim >= 0 && (live.mul != 1 || live.add != 0))
      mismatch("{}: the first axis of input `{}` is {}*{}{:+}; it must be the batch itself",
               table->name, tensor.name, live.mul, program.dims[live.dim].name, live.add);
    int thisDim = live.dim < 0 ? -1 : live.dim;
    if (k == 0) {
      dim = thisDim;
      bound = tensor.shape[0];
    } else if (thisDim != dim || tensor.shape[0] != bound) {
      mismatch("{}: inputs `{}` {} and `{}` {} differ in their first axis, the batch", table->name,
               input(0).name, inputText(input(0)), tensor.name, inputText(tensor));
    }
  }
}

void EntryShape::checkBatchSize(int64_t batchSize) const {
  if (dim < 0 && batchSize != bound)
    mismatch("{} takes exactly {} rows; the batch size is {}\n"
             "  hint: give the model a dynamic dimension: dim(\"batch\", {})",
             table->name, bound, batchSize, bound);
  if (batchSize < 1 || batchSize > bound)
    mismatch("{} takes 1 to {} rows; the batch size is {}\n"
             "  hint: --batch-size {}, or a larger bound in the model's dim(...)",
             table->name, bound, batchSize, bound);
}

int64_t EntryShape::rowElements(const dlc_tensor_desc &tensor) const {
  return int64_t(elementCount(shapeOf(tensor).subspan(1)));
}

void EntryShape::checkData(const OpenedDataset &data, int64_t batchSize) const {
  if (table->num_inputs > data.numFields())
    mismatch("{} takes {} inputs; a sample of {} has {} fields", table->name, table->num_inputs,
             data.desc().name, data.numFields());
  for (int k = 0; k < table->num_inputs; ++k) {
    // Element counts, not shapes: a model may take its images flat.
    if (input(k).dtype != data.field(k).dtype ||
        rowElements(input(k)) != int64_t(elementCount(shapeOf(data.field(k)))))
      mismatch("{}: input `{}` is {}, so a sample of it is {}; {} gives `{}` as {}", table->name,
               input(k).name, inputText(input(k)),
               tensorText(input(k).dtype, shapeOf(input(k)).subspan(1)), data.desc().name,
               data.field(k).name, inputText(data.field(k)));
  }
  if (dim < 0 && data.size() % batchSize)
    mismatch("{} takes exactly {} rows, but {} samples leave a last batch of {}\n"
             "  hint: give the model a dynamic dimension: dim(\"batch\", {})",
             table->name, bound, data.size(), data.size() % batchSize, bound);
}

int EntryShape::findOutput(std::string_view name) const {
  for (int k = 0; k < table->num_outputs; ++k)
    if (name == output(k).name && elementCount(shapeOf(output(k))) == 1)
      return k;
  return -1;
}

BoundEntry::BoundEntry(Instance &instance, const EntryShape &shape)
    : instance(instance), entry(shape) {
  const dlc_program_desc &program = instance.program();
  for (int d = 0; d < program.num_dims; ++d)
    dims.push_back(program.dims[d].bound);
}

void BoundEntry::run(const void *const *fields, int64_t rows) {
  if (entry.batchDim() >= 0)
    dims[size_t(entry.batchDim())] = rows;
  instance.run(entry.index(), fields, nullptr, dims.data());
}

double BoundEntry::scalar(int k) const {
  const void *at = output(k);
  return withType(DType(entry.output(k).dtype),
                  [&](auto type) { return double(*static_cast<const decltype(type) *>(at)); });
}

} // namespace dlc::rt
