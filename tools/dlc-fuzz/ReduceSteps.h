//===- ReduceSteps.h - what may be taken from a program ---------------------*- C++ -*-===//
#ifndef DLC_TOOLS_FUZZ_REDUCESTEPS_H
#define DLC_TOOLS_FUZZ_REDUCESTEPS_H
#include "ir/graph/Dialect.h"

// Each changes the entry and its program, or says false where there is nothing to change. What
// comes out need not be valid.
namespace dlc::fuzz {
/// All that compute, in regions too.
llvm::SmallVector<mlir::Operation *> opsOf(ir::EntryOp entry);
/// Takes a result away.
bool dropResult(ir::EntryOp entry, size_t at);
/// What a result, or what is left in a state, was made of takes its place.
bool giveOperand(ir::EntryOp entry, size_t result, size_t operand);
/// A new input stands for a state.
bool dropState(ir::EntryOp entry, size_t at);
/// The entry leaves a state as it was.
bool keepState(ir::EntryOp entry, size_t at);
/// One call in place of several.
bool callOnce(ir::EntryOp entry);
/// Way 0: a new input; 1: ones; from 2 on: an operand. False where there is no such way.
bool replace(ir::EntryOp entry, size_t opNumber, unsigned result, unsigned way);
/// Bound `to` for a dimension of the program; the dimension becomes static when `to` is 0.
bool shrinkDim(ir::EntryOp entry, mlir::StringAttr name, int64_t to);
/// Every static axis of one size gets another.
void shrinkSize(ir::EntryOp entry, int64_t from, int64_t to);
/// Erases what nobody reads, inputs included.
void sweep(ir::EntryOp entry);
} // namespace dlc::fuzz
#endif
