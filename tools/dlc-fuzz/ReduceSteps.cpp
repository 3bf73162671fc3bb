//===- ReduceSteps.cpp - what may be taken from a program ----------------------------------===//
#include "tools/dlc-fuzz/ReduceSteps.h"
#include "ir/graph/expr/Expr.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

static ArrayAttr without(ArrayAttr list, size_t at) {
  SmallVector<Attribute> kept(list.getValue());
  if (at < kept.size())
    kept.erase(kept.begin() + at);
  return ArrayAttr::get(list.getContext(), kept);
}

SmallVector<Operation *> fuzz::opsOf(EntryOp entry) {
  SmallVector<Operation *> ops;
  entry.getBody().walk([&](Operation *op) {
    if (!op->hasTrait<OpTrait::IsTerminator>())
      ops.push_back(op);
  });
  return ops;
}

/// A dlc.backward without the gradients that nobody reads.
static void narrow(BackwardOp backward) {
  SmallVector<Value> wrt, grads;
  for (auto [x, grad] : llvm::zip(backward.getWrt(), backward.getGrads()))
    if (!grad.use_empty()) {
      wrt.push_back(x);
      grads.push_back(grad);
    }
  if (wrt.empty() || wrt.size() == backward.getWrt().size())
    return;
  ImplicitLocOpBuilder b(backward.getLoc(), backward);
  auto fewer = BackwardOp::create(b, backward.getLoss(), wrt);
  for (auto [grad, other] : llvm::zip(grads, fewer.getGrads()))
    grad.replaceAllUsesWith(other);
  backward.erase();
}

void fuzz::sweep(EntryOp entry) {
  for (bool changed = true; changed;) {
    changed = false;
    SmallVector<Operation *> ops = opsOf(entry);
    for (Operation *op : llvm::reverse(ops))
      if (op->use_empty()) {
        op->erase();
        changed = true;
        break;
      } else if (auto backward = dyn_cast<BackwardOp>(op)) {
        narrow(backward);
      }
  }
  Block &body = entry.getBody().front();
  for (size_t i = entry.getInputs().size(); i-- > 0;)
    if (body.getArgument(i).use_empty()) {
      body.eraseArgument(i);
      entry.setInputsAttr(without(entry.getInputs(), i));
      if (auto ranges = entry->getAttrOfType<ArrayAttr>("check.ranges"))
        entry->setAttr("check.ranges", without(ranges, i));
    }
}

bool fuzz::dropResult(EntryOp entry, size_t at) {
  if (at >= entry.getResults().size() || entry.getResults().size() == 1)
    return false;
  entry.terminator()->eraseOperand(at);
  entry.setResultsAttr(without(entry.getResults(), at));
  return true;
}

bool fuzz::giveOperand(EntryOp entry, size_t result, size_t operand) {
  OpOperand &use = entry.terminator()->getOpOperand(result);
  Operation *op = use.get().getDefiningOp();
  if (!op || operand >= op->getNumOperands() || isa<BlockArgument>(op->getOperand(operand)))
    return false;
  use.set(op->getOperand(operand));
  return true;
}

static Value newInput(EntryOp entry, Type type) {
  Builder b(entry.getContext());
  SmallVector<Attribute> names(entry.getInputs().getValue()), ranges;
  // A name that no other input has, since they are taken away in any order.
  for (size_t number = names.size();; ++number) {
    auto name = b.getStringAttr("x" + Twine(number));
    if (!llvm::is_contained(names, name)) {
      names.push_back(name);
      break;
    }
  }
  if (auto old = entry->getAttrOfType<ArrayAttr>("check.ranges"))
    ranges.append(old.begin(), old.end());
  bool isFloat = isa<FloatType>(cast<RankedTensorType>(type).getElementType());
  bool isMask = cast<RankedTensorType>(type).getElementType().isInteger(1);
  ranges.push_back(b.getF64ArrayAttr({isFloat ? -2.0 : 0.0, isMask ? 1.0 : 2.0}));
  entry.setInputsAttr(b.getArrayAttr(names));
  entry->setAttr("check.ranges", b.getArrayAttr(ranges));
  Block &body = entry.getBody().front();
  return body.insertArgument(unsigned(names.size() - 1), type, entry.getLoc()); // before the states
}

bool fuzz::dropState(EntryOp entry, size_t at) {
  auto program = entry->getParentOfType<ProgramOp>();
  StringRef name = cast<FlatSymbolRefAttr>(entry.getStates()[at]).getValue();
  Value argument = entry.stateArguments()[at];
  argument.replaceAllUsesWith(newInput(entry, argument.getType()));
  entry.getBody().front().eraseArgument(entry.getInputs().size() + at);
  entry.terminator()->eraseOperand(entry.getResults().size() + at);
  entry.setStatesAttr(without(entry.getStates(), at));
  program.lookupSymbol(name)->erase();
  return true;
}

bool fuzz::keepState(EntryOp entry, size_t at) {
  OpOperand &left = entry.terminator()->getOpOperand(unsigned(entry.getResults().size() + at));
  if (left.get() == entry.stateArguments()[at])
    return false;
  left.set(entry.stateArguments()[at]);
  return true;
}

bool fuzz::callOnce(EntryOp entry) { return bool(entry->removeAttr("check.times")); }

bool fuzz::replace(EntryOp entry, size_t opNumber, unsigned result, unsigned way) {
  SmallVector<Operation *> ops = opsOf(entry);
  Operation *op = ops[opNumber];
  Value old = op->getResult(result), value;
  if (old.use_empty())
    return false;
  if (way == 0) {
    if (op->getParentOp() != entry)
      return false;
    value = newInput(entry, old.getType());
  } else if (way == 1) {
    if (isa<SplatOp>(op))
      return false;
    ImplicitLocOpBuilder b(op->getLoc(), op);
    value = emitNumber(b, 1, old.getType());
  } else {
    value = op->getOperand(way - 2);
    if (value.getType() != old.getType())
      return false;
  }
  old.replaceAllUsesWith(value);
  return true;
}

/// Every axis of every type, and what attributes say of them, through `change`.
static void retype(EntryOp entry, function_ref<void(int64_t &, LiveDim &)> change) {
  auto changed = [&](Value value) {
    RankedTensorType type = typeOf(value);
    SmallVector<int64_t> shape(type.getShape());
    SmallVector<LiveDim> live = liveOf(type);
    for (auto [size, extent] : llvm::zip(shape, live))
      change(size, extent);
    return tensorOf(shape, live, type.getElementType());
  };
  entry.walk([&](Operation *op) {
    if (auto slice = dyn_cast<SliceOp>(op)) { // whole along an axis before and after
      SmallVector<int64_t> sizes(slice.getSizes());
      RankedTensorType to = changed(slice.getX());
      for (auto [dim, size] : llvm::enumerate(sizes))
        if (size == typeOf(slice.getX()).getDimSize(dim))
          size = to.getDimSize(dim);
      slice.setSizes(sizes);
    }
    if (auto scan = dyn_cast<ScanOp>(op)) {
      int64_t length = scan.getLength();
      LiveDim live = scan.extent();
      change(length, live);
      scan.setLength(length);
      scan.setLiveAttr(live.symbol ? LiveAttr::get(op->getContext(), live) : LiveAttr());
    }
  });
  SmallVector<Value> values;
  entry.walk([&](Operation *op) {
    for (Region &region : op->getRegions())
      values.append(region.getArguments().begin(), region.getArguments().end());
    if (op != entry.getOperation())
      values.append(op->result_begin(), op->result_end());
  });
  SmallVector<RankedTensorType> types = llvm::map_to_vector(values, changed);
  for (auto [value, type] : llvm::zip(values, types))
    value.setType(type);
  auto program = entry->getParentOfType<ProgramOp>();
  for (auto [name, argument] : llvm::zip(entry.getStates(), entry.stateArguments()))
    program.lookupSymbol<StateOp>(cast<FlatSymbolRefAttr>(name).getValue())
        .setType(argument.getType());
}

bool fuzz::shrinkDim(EntryOp entry, StringAttr name, int64_t to) {
  auto program = entry->getParentOfType<ProgramOp>();
  SmallVector<NamedAttribute> dims;
  for (NamedAttribute dim : program.getDims())
    if (dim.getName() != name)
      dims.push_back(dim);
    else if (to)
      dims.push_back({name, Builder(entry.getContext()).getI64IntegerAttr(to)});
  program.setDimsAttr(DictionaryAttr::get(entry.getContext(), dims));
  retype(entry, [&](int64_t &size, LiveDim &live) {
    if (live.symbol != name)
      return;
    if (to)
      size = live.mul * to + live.add;
    else
      live = LiveDim();
  });
  return true;
}

void fuzz::shrinkSize(EntryOp entry, int64_t from, int64_t to) {
  retype(entry, [&](int64_t &size, LiveDim &live) {
    if (!live.symbol && size == from)
      size = to;
  });
}
