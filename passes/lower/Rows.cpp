//===- Rows.cpp - reductions over the same rows, and what stands between them --------===//
// A row is what the reductions of the kernel fold into one element each. The kernel goes over a
// row several times; each pass is one linalg.generic over rows and columns that folds sums,
// writes results, or both, and behind it stands one over rows alone for what the sums give.
//
//   softmax:   pass 0   m = max x
//              pass 1   e = exp(x - m), kept; s = sum e
//              pass 2   y = e / s
//
// What a later pass needs again is kept in an alloca of the shape of the whole, of which code
// generation holds one row, where computing it again would cost more than a load; results that
// were written are read back. `dlc.rows` on each generic says how many of its loops are rows.
//===--------------------------------------------------------------------------------===//
#include "ir/graph/Precision.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "passes/lower/KernelLowering.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

namespace {
class RowsLowering {
public:
  RowsLowering(ImplicitLocOpBuilder &b, ProgramOp program, KernelArguments &arguments,
               ArrayRef<int64_t> dims, RankedTensorType space, ArrayRef<int64_t> order)
      : b(b), program(program), arguments(arguments) {
    SmallVector<LiveDim> live = liveOf(space);
    whole.resize(space.getRank());
    for (bool column : {false, true})
      for (int64_t axis : order) {
        if (llvm::is_contained(dims, axis) != column)
          continue;
        whole[axis] = b.getAffineDimExpr(loops.size());
        loops.push_back({space.getDimSize(axis), live[axis], column});
        rows += !column;
      }
    for (int64_t axis = 0; axis < space.getRank(); ++axis)
      if (!llvm::is_contained(dims, axis))
        kept.push_back(whole[axis]);
    wholeRank = space.getRank();
  }

  void run(Block &old, ValueRange values, ArrayRef<Value> memrefs, ArrayRef<Layout> layouts) {
    for (auto [value, memref, layout] : llvm::zip(values, memrefs, layouts))
      outputs.push_back({value, memref, layout});
    findPasses(old);
    for (unsigned pass = 0; pass <= lastPass; ++pass) {
      emitPass(old, pass);
      emitKept(old, pass + 1);
    }
  }

private:
  struct Output {
    Value value, memref;
    Layout layout;
  };

  bool isWhole(Value value) const { return unsigned(typeOf(value).getRank()) == wholeRank; }
  bool isReduction(Operation &op) const { return isa<Structured>(op); }

  /// The pass before which a value cannot be computed.
  void findPasses(Block &old) {
    for (Operation &op : old.without_terminator())
      for (Value result : op.getResults()) {
        unsigned pass = 0;
        for (Value operand : op.getOperands())
          pass = std::max(pass, passOf.lookup(operand));
        passOf[result] = pass + isReduction(op);
        if (isReduction(op))
          lastPass = std::max(lastPass, pass);
      }
    for (const Output &output : outputs)
      if (isWhole(output.value))
        lastPass = std::max(lastPass, passOf.lookup(output.value));
    for (Operation &op : llvm::reverse(old.without_terminator()))
      if (isReduction(op))
        markUses(op.getOperand(0), passOf.lookup(op.getOperand(0)));
    for (const Output &output : outputs)
      if (isWhole(output.value))
        markUses(output.value, passOf.lookup(output.value));
  }

  /// Notes that `value`, of the shape of the whole, is computed from in `pass`.
  void markUses(Value value, unsigned pass) {
    Operation *op = value.getDefiningOp();
    if (!op || !isWhole(value) || !isa<ScalarBody>(op))
      return;
    if (!marked.insert({value, pass}).second)
      return;
    bool stored = llvm::any_of(outputs, [&](auto &output) { return output.value == value; });
    if (passOf.lookup(value) < pass && (stored || isDear(value))) {
      carried.insert(value);
      pass = passOf.lookup(value); // where it is computed, once
    }
    for (Value operand : op->getOperands())
      markUses(operand, pass);
  }

  /// Whether computing the value again costs more than keeping it.
  bool isDear(Value value) {
    auto [it, isNew] = cost.try_emplace(value, 0);
    if (isNew) {
      int sum = costOf(value);
      cost[value] = sum;
    }
    return cost[value] > 3;
  }

  int costOf(Value value) {
    Operation *op = value.getDefiningOp();
    if (!op || !isWhole(value))
      return 0;
    if (isa<Creation>(op))
      return isa<SplatOp, IotaOp>(op) ? 0 : 8;
    if (!isa<ScalarBody>(op))
      return isa<Lookup>(op) ? 8 : 0;
    bool cheap = isa<AddOp, SubOp, MulOp, NegOp, SelectOp, ConvertOp, CopyOp>(op) ||
                 typeOf(value).getElementType().isInteger(1);
    int sum = cheap ? 1 : 8;
    for (Value operand : op->getOperands())
      sum += costOf(operand);
    return std::min(sum, 100);
  }

  void emitPass(Block &old, unsigned pass) {
    KernelBody body(b, program, loops, whole, arguments);
    SmallVector<std::pair<Value, std::pair<Value, Layout>>> made;
    for (Operation &op : old.without_terminator()) {
      if (!isReduction(op) || passOf.lookup(op.getOperand(0)) != pass)
        continue;
      auto structured = cast<Structured>(op);
      Value result = op.getResult(0);
      Layout layout = rowMajor(typeOf(result).getRank());
      Type element = computeType(typeOf(result).getElementType());
      Value target =
          memref::AllocaOp::create(b, MemRefType::get(typeOf(result).getShape(), element));
      Value init = arith::ConstantOp::create(b, widen(structured.inits()[0]));
      linalg::FillOp::create(b, init, target);
      Value arg = body.widenedValueOf(op.getOperand(0), whole);
      SmallVector<Value> args{arg};
      Value acc = body.accumulator(target, storageMap(layout, b.getContext()), kept);
      body.yield(structured.emitCombine(body.builder(), args, acc)[0]);
      made.push_back({result, {target, layout}});
    }
    for (const Output &output : outputs) {
      if (!isWhole(output.value) || passOf.lookup(output.value) != pass)
        continue;
      body.store(body.valueOf(output.value, whole), output.memref,
                 storageMap(output.layout, b.getContext()), whole);
      made.push_back({output.value, {output.memref, output.layout}});
    }
    for (Value value : carried) {
      if (passOf.lookup(value) != pass ||
          llvm::any_of(made, [&](auto &one) { return one.first == value; }))
        continue;
      RankedTensorType type = typeOf(value);
      Layout layout = rowMajor(type.getRank());
      Value target =
          memref::AllocaOp::create(b, MemRefType::get(type.getShape(), type.getElementType()));
      body.store(body.valueOf(value, whole), target, storageMap(layout, b.getContext()), whole);
      made.push_back({value, {target, layout}});
    }
    mark(body.finish());
    for (auto &[value, place] : made) {
      arguments.memrefs[value] = place.first;
      arguments.layouts[value] = place.second;
    }
  }

  /// What is computed once a row, for the passes behind and for results.
  void emitKept(Block &old, unsigned pass) {
    SmallVector<Value> wanted;
    for (Operation &op : old.without_terminator()) {
      if (!isa<ScalarBody, Lookup>(op) || isWhole(op.getResult(0)) ||
          passOf.lookup(op.getResult(0)) != pass)
        continue;
      bool spreads = llvm::any_of(op.getUsers(), [&](Operation *user) {
        return !isa<ScalarBody>(user) || passOf.lookup(user->getResult(0)) > pass;
      });
      if (spreads)
        wanted.push_back(op.getResult(0));
    }
    bool results = llvm::any_of(outputs, [&](const Output &output) {
      return !isWhole(output.value) && passOf.lookup(output.value) == pass;
    });
    if (wanted.empty() && !results)
      return;
    SmallVector<Loop> parallel(ArrayRef(loops).take_front(rows));
    KernelBody body(b, program, parallel, kept, arguments);
    SmallVector<std::pair<Value, Value>> made;
    for (Value value : wanted) {
      RankedTensorType type = typeOf(value);
      Value target =
          memref::AllocaOp::create(b, MemRefType::get(type.getShape(), type.getElementType()));
      body.store(body.valueOf(value, kept), target,
                 storageMap(rowMajor(type.getRank()), b.getContext()), kept);
      made.push_back({value, target});
    }
    for (const Output &output : outputs)
      if (!isWhole(output.value) && passOf.lookup(output.value) == pass)
        body.store(body.valueOf(output.value, kept), output.memref,
                   storageMap(output.layout, b.getContext()), kept);
    mark(body.finish());
    for (auto &[value, target] : made) {
      arguments.memrefs[value] = target;
      arguments.layouts[value] = rowMajor(typeOf(value).getRank());
    }
  }

  void mark(linalg::GenericOp op) { op->setAttr("dlc.rows", b.getI64IntegerAttr(rows)); }

  ImplicitLocOpBuilder &b;
  ProgramOp program;
  KernelArguments &arguments;
  SmallVector<Loop> loops; // rows, then columns
  SmallVector<AffineExpr> whole, kept;
  unsigned rows = 0, wholeRank = 0, lastPass = 0;
  SmallVector<Output> outputs;
  DenseMap<Value, unsigned> passOf;
  DenseSet<std::pair<Value, unsigned>> marked;
  llvm::SetVector<Value> carried; // from one pass to later ones
  DenseMap<Value, int> cost;
};
} // namespace

void KernelLowering::lowerRows(ImplicitLocOpBuilder &b, KernelArguments &arguments) {
  Block &old = kernel.getBody().front();
  Structured first;
  for (Operation &op : old)
    if (!first)
      first = dyn_cast<Structured>(op);
  Value operand = first->getOperand(0);
  RankedTensorType space = typeOf(operand);
  SmallVector<int64_t> dims(kernel->getAttrOfType<DenseI64ArrayAttr>("rows").asArrayRef());
  kernel->removeAttr("rows");

  // Storage order of something of the whole shape that lies in memory.
  Layout order;
  for (auto [i, value] : llvm::enumerate(returned.getValues()))
    if (order.empty() && typeOf(value).getRank() == space.getRank())
      order = resultLayout(i);
  for (auto [i, input] : llvm::enumerate(old.getArguments()))
    if (order.empty() && typeOf(input).getShape() == space.getShape())
      order = layouts[i];
  if (order.empty())
    order = rowMajor(space.getRank());
  SmallVector<Layout> resultLayouts;
  for (unsigned i = 0; i < results.size(); ++i)
    resultLayouts.push_back(resultLayout(i));
  RowsLowering(b, program, arguments, dims, space, order)
      .run(old, returned.getValues(), results, resultLayouts);
}
