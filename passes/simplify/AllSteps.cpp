//===- AllSteps.cpp - what a loop's body computes, for all steps at once ------------===//
#include "passes/simplify/AllSteps.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

static bool hasLive(Value v) {
  return llvm::any_of(liveOf(typeOf(v)), [](const LiveDim &dim) { return bool(dim.symbol); });
}

bool AllSteps::canLift(Operation *op) {
  if (auto reshape = dyn_cast<ReshapeOp>(op))
    return !hasLive(reshape.getX()) && !hasLive(reshape.getY());
  return isa<ScalarBody, BroadcastOp, PermuteOp, SliceOp, SplatOp, ContractOp>(op) &&
         op->getNumResults() == 1;
}

bool AllSteps::isFixed(Value v) {
  if (auto argument = dyn_cast<BlockArgument>(v))
    return llvm::is_contained(scan.constArguments(), v);
  if (auto known = isSame.find(v); known != isSame.end())
    return known->second;
  Operation *op = v.getDefiningOp();
  const bool same =
      (canLift(op) || isa<IotaOp, ConstantOp, SettingValueOp>(op)) &&
      llvm::all_of(op->getOperands(), [&](Value operand) { return isFixed(operand); });
  return isSame[v] = same;
}

Value AllSteps::outerOf(Value v) {
  if (Value known = fixed.lookup(v))
    return known;
  if (auto argument = dyn_cast<BlockArgument>(v))
    return scan.getConsts()[llvm::find(scan.constArguments(), v) - scan.constArguments().begin()];
  IRMapping map;
  for (Value operand : v.getDefiningOp()->getOperands())
    map.map(operand, outerOf(operand));
  return fixed[v] = b.clone(*v.getDefiningOp(), map)->getResult(0);
}

static SmallVector<int64_t> behindSteps(ArrayRef<int64_t> dims, std::optional<int64_t> steps) {
  SmallVector<int64_t> all;
  if (steps)
    all.push_back(*steps);
  for (int64_t dim : dims)
    all.push_back(dim + 1);
  return all;
}

static void addSteps(SliceOp slice, int64_t steps) {
  auto with = [](int64_t first, ArrayRef<int64_t> others) {
    SmallVector<int64_t> all{first};
    llvm::append_range(all, others);
    return all;
  };
  slice.setStarts(with(0, slice.getStarts()));
  slice.setSizes(with(steps, slice.getSizes()));
  slice.setStrides(with(1, slice.getStrides()));
}

Value AllSteps::of(Value v) {
  if (Value known = stacks.lookup(v))
    return known;
  Operation *op = v.getDefiningOp();
  const bool same = isFixed(v);
  b.setLoc(v.getLoc());
  RankedTensorType type = scan.stackedType(typeOf(v));
  Value stack;
  if (auto splat = v.getDefiningOp<SplatOp>()) {
    stack = SplatOp::create(b, type, splat.getValue());
  } else if (auto broadcast = v.getDefiningOp<BroadcastOp>(); broadcast && same) {
    Value x = outerOf(broadcast.getX());
    stack = BroadcastOp::create(b, type, x, behindSteps(broadcast.getDims(), 0));
  } else if (same) {
    Value x = outerOf(v);
    stack = BroadcastOp::create(b, type, x, ArrayRef<int64_t>{0});
  } else if (auto contract = v.getDefiningOp<ContractOp>()) {
    stack = ofContract(contract);
  } else {
    IRMapping map;
    for (Value operand : op->getOperands())
      map.map(operand, of(operand));
    Operation *all = b.clone(*op, map);
    all->getResult(0).setType(type);
    if (auto broadcast = dyn_cast<BroadcastOp>(all))
      broadcast.setDims(behindSteps(broadcast.getDims(), {}));
    else if (auto permute = dyn_cast<PermuteOp>(all))
      permute.setPerm(behindSteps(permute.getPerm(), 0));
    else if (auto slice = dyn_cast<SliceOp>(all))
      addSteps(slice, scan.getLength());
    stack = all->getResult(0);
  }
  return stacks[v] = stack;
}

Value AllSteps::ofContract(ContractOp contract) {
  auto labels = [&](Value operand, ArrayRef<int64_t> dims) {
    return behindSteps(dims, isFixed(operand) ? std::nullopt : std::optional<int64_t>(0));
  };
  auto outside = [&](Value operand) { return isFixed(operand) ? outerOf(operand) : of(operand); };
  Value lhs = outside(contract.getLhs());
  Value rhs = outside(contract.getRhs());
  b.setLoc(contract.getLoc());
  return ContractOp::create(b, lhs, rhs, labels(contract.getLhs(), contract.getLhsDims()),
                            labels(contract.getRhs(), contract.getRhsDims()),
                            behindSteps(contract.getOutDims(), 0), contract.getBf16());
}
