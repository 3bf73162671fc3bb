//===- FoldState.cpp - state that nothing needs ----------------------------------===//
// `opt.zero_grad()` makes every `.grad` state a value that no entry reads before it is
// overwritten. Such a gradient goes, and with it the stores; so does a gradient that every
// entry leaves at zero. Then each entry drops the states it neither reads nor writes.
//
//   dlc.state @dlc.grad.w {role = "grad"}
//   dlc.entry @train_step states [@w, @dlc.grad.w] { ^(%w, %g): ... dlc.yield %w2, %g2 }
// =>
//   dlc.entry @train_step states [@w] { ^(%w): ... dlc.yield %w2 }
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/expr/Expr.h"
#include "mlir/IR/Matchers.h"
#include "passes/Passes.h"

using namespace mlir;
using namespace dlc::ir;

namespace dlc {
#define GEN_PASS_DEF_FOLDSTATEPASS
#include "passes/Passes.h.inc"
} // namespace dlc

/// Place of `state` among the entry's states, or -1.
static int64_t placeOf(EntryOp entry, StringRef state) {
  for (auto [i, ref] : llvm::enumerate(entry.getStates()))
    if (cast<FlatSymbolRefAttr>(ref).getValue() == state)
      return i;
  return -1;
}

static void dropState(EntryOp entry, int64_t place) {
  SmallVector<Attribute> states(entry.getStates().getValue());
  states.erase(states.begin() + place);
  entry.setStatesAttr(ArrayAttr::get(entry.getContext(), states));
  entry.terminator()->eraseOperand(entry.getResults().size() + place);
  entry.getBody().eraseArgument(entry.getInputs().size() + place);
}

static bool isZero(Value value) {
  auto splat = value.getDefiningOp<SplatOp>();
  if (!splat)
    return false;
  if (auto number = dyn_cast<FloatAttr>(splat.getValue()))
    return number.getValue().isZero();
  return cast<IntegerAttr>(splat.getValue()).getValue().isZero();
}

/// The state is read if an entry uses it for more than handing it on.
static bool isRead(EntryOp entry, int64_t place) {
  Value before = entry.stateArguments()[place];
  return llvm::any_of(before.getUses(), [&](OpOperand &use) {
    return use.getOwner() != entry.terminator() ||
           use.getOperandNumber() != entry.getResults().size() + place;
  });
}

static bool staysZero(EntryOp entry, int64_t place) {
  return isZero(entry.stateValues()[place]) ||
         entry.stateValues()[place] == entry.stateArguments()[place];
}

namespace {
struct FoldStatePass : dlc::impl::FoldStatePassBase<FoldStatePass> {
  void runOnOperation() override {
    getOperation()->walk([&](ProgramOp program) { fold(program); });
  }

  void fold(ProgramOp program) {
    SmallVector<EntryOp> entries(program.getBody().getOps<EntryOp>());
    for (StateOp state : llvm::make_early_inc_range(program.getBody().getOps<StateOp>())) {
      if (state.getRole() != "grad")
        continue;
      SmallVector<std::pair<EntryOp, int64_t>> users;
      for (EntryOp entry : entries)
        if (int64_t place = placeOf(entry, state.getSymName()); place >= 0)
          users.push_back({entry, place});
      auto read = [](auto &user) { return isRead(user.first, user.second); };
      auto zero = [](auto &user) { return staysZero(user.first, user.second); };
      if (llvm::all_of(users, zero))
        for (auto [entry, place] : users) {
          Value before = entry.stateArguments()[place];
          ImplicitLocOpBuilder b(state.getLoc(), program.getContext());
          b.setInsertionPointToStart(&entry.getBody().front());
          Value number = emitNumber(b, 0, before.getType());
          before.replaceAllUsesWith(number);
          entry.terminator()->setOperand(entry.getResults().size() + place, before);
        }
      else if (llvm::any_of(users, read))
        continue;
      for (auto [entry, place] : users)
        dropState(entry, place);
      state.erase();
    }
    for (EntryOp entry : entries)
      for (int64_t place = entry.getStates().size() - 1; place >= 0; --place)
        if (!isRead(entry, place) && entry.stateValues()[place] == entry.stateArguments()[place])
          dropState(entry, place);
  }
};
} // namespace
