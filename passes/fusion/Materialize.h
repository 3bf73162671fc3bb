//===- Materialize.h - which values need a buffer of their own ----------*- C++ -*-===//
#ifndef DLC_PASSES_FUSION_MATERIALIZE_H
#define DLC_PASSES_FUSION_MATERIALIZE_H
#include "ir/graph/Dialect.h"

namespace dlc {
/// Makes copies, in the entry and in the bodies of its loops, until every value that leaves a
/// block, enters a loop or is renamed by a view is made by a launch, in the storage order it is
/// wanted in.
void materialize(ir::EntryOp entry);
} // namespace dlc
#endif
