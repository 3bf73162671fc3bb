//===- Scan.cpp - the gradient of a loop is a loop ---------------------------------===//
// The adjoint of a scan runs the other way. Its body is the forward body again, followed by the
// reverse walk over it; of the first only what the second needs is kept:
//   - elementwise ops, movements and creations are computed again, from
//   - what the forward loop now stacks beside its results: its carries, and the results of
//     everything dearer. Where elementwise ops are all that wants some of these, and their results
//     take no more room than they do, those are stacked in their place.
//     With `recompute` it stacks the carries alone. (Residuals.h chooses.)
// The gradient of a weight is a sum over the steps. Where a step's share is a contraction or a
// sum of values of that step, those are stacked and contracted once, behind the loop; any other
// share is added up in a carry.
//
//   %ys, %h = dlc.scan carries(%h0) xs(%x) consts(%w) {...}
// =>
//   %ys, %hs, %h = dlc.scan carries(%h0) xs(%x) consts(%w) {...}
//   %dzs, %dx, %dh0 = dlc.scan carries(%dh) xs(%x, %hs, %dys) consts(%w) reverse {...}
//   %dw = dlc.contract %hs, %dzs         (over the steps, too)
//===--------------------------------------------------------------------------===//
#include "ir/graph/expr/Expr.h"
#include "mlir/IR/IRMapping.h"
#include "passes/autodiff/Residuals.h"
#include "passes/autodiff/ReverseWalk.h"
#include "passes/autodiff/StepSums.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

namespace {
class ScanGradient : Residuals {
public:
  ScanGradient(ScanOp scan, ReverseWalk &walk)
      : Residuals(scan.getRecompute()), scan(scan), walk(walk), b(walk.builder()),
        inside(scan.getLoc(), scan.getContext()), inner(inside, walk.whatFor()) {}

  LogicalResult run() {
    cloneForward();
    seed();
    if (failed(inner.run(path)))
      return failure();
    for (Operation *op : inner.gone) // a loop in the body has been widened: it is run again
      forward.erase(op);
    gather();
    choose();
    stackResiduals();
    build();
    distribute();
    return success();
  }

private:
  Value placeholder(Type type) { return body->addArgument(type, scan.getLoc()); }

  /// The forward body in a block of its own, whose arguments wait for their places.
  void cloneForward() {
    body = std::make_unique<Block>();
    inside.setInsertionPointToEnd(body.get());
    IRMapping map;
    for (BlockArgument argument : scan.getBody().getArguments())
      map.map(argument, placeholder(argument.getType()));
    for (Operation &op : scan.getBody().front().without_terminator()) {
      Operation *copy = inside.clone(op, map);
      for (auto [from, to] : llvm::zip(op.getResults(), copy->getResults()))
        original[to] = from;
      forward.insert(copy);
    }
    for (BlockArgument argument : scan.getBody().getArguments())
      original[map.lookup(argument)] = argument;
    auto mapped = [&](ValueRange values, SmallVectorImpl<Value> &into) {
      for (Value value : values)
        into.push_back(map.lookup(value));
    };
    mapped(scan.xArguments(), xs);
    mapped(scan.constArguments(), consts);
    mapped(scan.carryArguments(), carries);
    mapped(scan.stackedValues(), stacked);
    mapped(scan.carryValues(), nextCarries);
    index = map.lookup(scan.indexArgument());
  }

  /// Activates what depends on the outer active values; a carry also through the body.
  void findActive() {
    for (auto [inner_, outer] : llvm::concat<std::pair<Value, Value>>(
             pairs(xs, scan.getXs()), pairs(consts, scan.getConsts()),
             pairs(carries, scan.getCarries())))
      if (walk.isActive(outer) && isFloat(outer))
        inner.activate(inner_);
    for (bool changed = true; changed;) {
      changed = false;
      path = inner.findPath(body->begin(), body->end());
      for (auto [carry, next] : llvm::zip(carries, nextCarries))
        if (inner.isActive(next) && !inner.isActive(carry) && isFloat(carry)) {
          inner.activate(carry);
          changed = true;
        }
    }
  }

  static SmallVector<std::pair<Value, Value>> pairs(ArrayRef<Value> inner, OperandRange outer) {
    SmallVector<std::pair<Value, Value>> both;
    for (auto [one, other] : llvm::zip_equal(inner, outer))
      both.push_back({one, other});
    return both;
  }

  void seed() {
    findActive();
    for (Value c : consts)
      if (inner.isActive(c))
        inner.keepApart(c);
    unsigned numStacked = stacked.size();
    for (auto [i, y] : llvm::enumerate(stacked))
      if (Value outer = walk.cotangent(scan.getResult(i)); outer && inner.isActive(y)) {
        Value dy = placeholder(y.getType());
        inputs.push_back({dy, outer});
        inner.accumulate(y, dy);
      }
    for (auto [k, carry] : llvm::enumerate(carries)) {
      if (!inner.isActive(carry))
        continue;
      Value last = walk.cotangent(scan.getResult(numStacked + k));
      if (!last)
        last = emitNumber(b, 0, carry.getType());
      Value dCarry = placeholder(carry.getType());
      adjoints.push_back({dCarry, last});
      adjointOf.push_back(k);
      inner.accumulate(nextCarries[k], dCarry);
    }
  }

  /// What the adjoint's body gives: cotangents of carries, of consts that are added up, of xs,
  /// and what the sums over steps want stacked.
  void gather() {
    auto orZero = [&](Value dx, Value like) {
      return dx ? dx : emitNumber(inside, 0, like.getType());
    };
    for (unsigned k : adjointOf)
      given.push_back(orZero(inner.cotangent(carries[k]), carries[k]));
    for (auto [i, c] : llvm::enumerate(consts)) {
      Value kept;
      for (Value share : inner.contributions(c)) {
        if (sums.canHoist(share, [&](Value v) { return varies(v); })) {
          hoisted.push_back({i, share});
          continue;
        }
        kept = kept ? Value(Expr(inside, kept) + Expr(inside, share)) : share;
      }
      if (!kept)
        continue;
      Value before = placeholder(c.getType());
      adjoints.push_back({before, emitNumber(b, 0, c.getType())});
      accumulated.push_back(i);
      given.push_back(Expr(inside, before) + Expr(inside, kept));
    }
    auto stack = [&](Value v) { (isInput(v) ? wantedOutside : stackedOut).insert(v); };
    for (auto [i, x] : llvm::enumerate(xs))
      if (Value dx = inner.cotangent(x)) {
        stack(dx);
        dxs.push_back({i, dx});
      }
    for (auto &[i, share] : hoisted)
      for (Value v : sums.wanted(share))
        stack(v);
  }

  /// The forward loop once more, with the residuals among its stacked results.
  void stackResiduals() {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPoint(scan);
    SmallVector<Value> yielded(scan.stackedValues());
    for (Value v : residuals)
      yielded.push_back(original.lookup(v));
    unsigned numStacked = scan.numStacked();
    SmallVector<Type> types;
    for (Value v : yielded)
      types.push_back(scan.stackedType(typeOf(v)));
    llvm::append_range(types, scan.getCarries().getTypes());
    llvm::append_range(yielded, scan.carryValues());
    // Steps that a `while` leaves out would leave their residuals undefined.
    UnitAttr exits = residuals.empty() ? scan.getExitsAttr() : UnitAttr();
    auto wider = ScanOp::create(b, types, scan.getCarries(), scan.getXs(), scan.getConsts(),
                                scan.getLengthAttr(), scan.getLiveAttr(), scan.getReverseAttr(),
                                exits, scan.getRecomputeAttr());
    wider->setLoc(scan.getLoc());
    wider.getBody().takeBody(scan.getBody());
    wider.terminator()->setOperands(yielded);
    unsigned added = residuals.size();
    IRMapping replaced; // a cotangent may be a result of this very loop
    for (auto [i, result] : llvm::enumerate(scan.getResults())) {
      Value replacement = wider.getResult(i < numStacked ? i : i + added);
      walk.replace(result, replacement);
      replaced.map(result, replacement);
      result.replaceAllUsesWith(replacement);
    }
    for (Input &input : llvm::concat<Input>(inputs, adjoints))
      input.outer = replaced.lookupOrDefault(input.outer);
    for (auto [i, v] : llvm::enumerate(residuals))
      outerOf[v] = wider.getResult(numStacked + i);
    walk.gone.push_back(scan);
    scan.erase();
    scan = wider;
    for (auto [v, outer] : llvm::zip(xs, scan.getXs()))
      outerOf[v] = outer;
    for (const Input &input : inputs)
      outerOf[input.placeholder] = input.outer;
  }

  void build() {
    SmallVector<Value> operandXs, operandConsts, operandCarries, slices, fixed, carried;
    auto take = [&](Value placeholder, Value outer, SmallVectorImpl<Value> &from,
                    SmallVectorImpl<Value> &to) {
      from.push_back(outer);
      to.push_back(placeholder);
    };
    auto takeSlice = [&](Value v) {
      if (used.contains(v))
        take(v, outerOf[v], operandXs, slices);
    };
    llvm::for_each(xs, takeSlice);
    llvm::for_each(residuals, takeSlice);
    for (const Input &input : inputs)
      takeSlice(input.placeholder);
    for (auto [c, outer] : llvm::zip(consts, scan.getConsts()))
      if (used.contains(c))
        take(c, outer, operandConsts, fixed);
    for (const Input &input : adjoints)
      take(input.placeholder, input.outer, operandCarries, carried);

    SmallVector<Type> types;
    for (Value v : stackedOut)
      types.push_back(scan.stackedType(typeOf(v)));
    llvm::append_range(types, ValueRange(operandCarries).getTypes());
    UnitAttr reverse = scan.getReverse() ? UnitAttr() : b.getUnitAttr();
    adjoint =
        ScanOp::create(b, types, operandCarries, operandXs, operandConsts, scan.getLengthAttr(),
                       scan.getLiveAttr(), reverse, UnitAttr(), scan.getRecomputeAttr());
    Block *block = &adjoint.getBody().emplaceBlock();
    IRMapping map;
    map.map(index, block->addArgument(index.getType(), scan.getLoc()));
    for (Value v : llvm::concat<Value>(slices, fixed, carried))
      map.map(v, block->addArgument(v.getType(), scan.getLoc()));
    inside.setInsertionPointToEnd(block);
    for (Operation &op : *body)
      if (kept.contains(&op))
        inside.clone(op, map);
    SmallVector<Value> results;
    for (Value v : stackedOut)
      results.push_back(map.lookup(v));
    for (Value v : given)
      results.push_back(map.lookup(v));
    NextOp::create(inside, results);
    dropEffects(adjoint);
    for (auto [i, v] : llvm::enumerate(stackedOut))
      outerOf[v] = adjoint.getResult(i);
  }

  void distribute() {
    unsigned next = stackedOut.size();
    for (unsigned k : adjointOf)
      walk.accumulate(scan.getCarries()[k], adjoint.getResult(next++));
    for (unsigned i : accumulated)
      walk.accumulate(scan.getConsts()[i], adjoint.getResult(next++));
    for (auto &[i, share] : hoisted)
      walk.accumulate(scan.getConsts()[i],
                      sums.build(b, share, [&](Value v) { return outerOf.lookup(v); }));
    for (auto &[i, dx] : dxs)
      walk.accumulate(scan.getXs()[i], outerOf.lookup(dx));
  }

  ScanOp scan, adjoint;
  ReverseWalk &walk;
  ImplicitLocOpBuilder &b, inside;
  ReverseWalk inner;
  std::unique_ptr<Block> body;
  SmallVector<Operation *> path;

  SmallVector<Value> stacked, nextCarries; // of the cloned forward body
  DenseMap<Value, Value> original;         // clone -> forward body
  DenseMap<Value, Value> outerOf;          // what a value of the body is a slice of

  SmallVector<Input> adjoints;
  SmallVector<unsigned> adjointOf, accumulated;         // carries, consts
  SmallVector<std::pair<unsigned, Value>> hoisted, dxs; // by const, by x
  StepSums sums;
};
} // namespace

LogicalResult dlc::differentiateScan(ScanOp scan, ReverseWalk &walk) {
  return ScanGradient(scan, walk).run();
}
