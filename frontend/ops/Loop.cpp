//===- Loop.cpp - scans, while loops, branches ----------------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Regions.h"

using namespace mlir;

namespace dlc {
/// The length that all of `xs` agree on.
static Dim lengthOf(const Tensors &xs, Dim length) {
  for (const Tensor &x : xs) {
    if (x.dim() == 0)
      fail("`scan` over a tensor of rank 0; it runs along dim 0");
    Dim size = x.size(0);
    if (length == Dim(0))
      length = size;
    else if (!(length == size))
      fail("`scan` over " + ir::describe(typeOf(xs[0])) + " and " + ir::describe(typeOf(x)) +
           "; dim 0 of all, and a given length, must be equal");
  }
  if (length == Dim(0))
    fail("`scan` over no tensor and of no length; hint: {.length = n}");
  return length;
}

static ir::LiveAttr liveAttr(Dim length) {
  ir::LiveDim live = tracer().liveOf(length);
  return live.symbol ? ir::LiveAttr::get(tracer().b.getContext(), live) : ir::LiveAttr();
}

/// The number of a step among the steps of all loops around.
static Value iterationOf(Value step, Int length) {
  Tracer &t = tracer();
  auto outer = llvm::find_if(llvm::drop_begin(llvm::reverse(t.regions)),
                             [](RegionTrace *region) { return bool(region->iteration); });
  if (outer == llvm::drop_begin(llvm::reverse(t.regions)).end())
    return step;
  Value before = t.import((*outer)->iteration);
  Value count = splat(double(length), ir::typeOf(step));
  Value scaled = make<ir::MulOp>(step.getType(), before, count);
  return make<ir::AddOp>(step.getType(), scaled, step);
}

static void checkCarries(const Tensors &init, const Tensors &after) {
  if (init.size() != after.size())
    fail("a loop carries " + Twine(init.size()) + " tensors and its body gives " +
         Twine(after.size()) + "; a step hands on what it takes");
  for (int i = 0; i < init.size(); ++i)
    if (typeOf(init[i]) != typeOf(after[i]))
      fail("a loop carries " + ir::describe(typeOf(init[i])) + " as its tensor " + Twine(i) +
           " and its body gives " + ir::describe(typeOf(after[i])) +
           "; a carry keeps its shape and dtype, hint: start with that shape, or `.to(dtype)`");
}

namespace {
struct Loop {
  Dim length;
  bool reverse = false, exits = false, recompute = false;
};
} // namespace

static ScanResult traceScan(const Tensors &init, const Tensors &xs, detail::ScanBody body,
                            Loop loop) {
  Tracer &t = tracer();
  SmallVector<Value> carries = valuesOf(init), slices = valuesOf(xs), yielded;
  OpenRegion region;
  auto scalar = RankedTensorType::get({}, t.b.getI64Type());
  Value step = region.trace.block->addArgument(scalar, t.here());
  Tensors x, carry;
  for (Value value : slices) {
    RankedTensorType type = ir::typeOf(value);
    x.append(region.argument(ir::tensorOf(type.getShape().drop_front(),
                                          ArrayRef(ir::liveOf(type)).drop_front(),
                                          type.getElementType())));
  }
  region.trace.firstCapture = 1 + xs.size();
  for (Value value : carries)
    carry.append(region.argument(value.getType()));
  region.trace.iteration = iterationOf(step, loop.length.bound());

  Step given = body.call(body.context, carry, x);
  checkCarries(carry, given.carry);
  llvm::append_range(yielded, valuesOf(given.out));
  llvm::append_range(yielded, valuesOf(given.carry));
  next(yielded);
  SmallVector<Value> captured = region.trace.captured;
  std::unique_ptr<Block> block = region.close();

  SmallVector<Type> types;
  SmallVector<int64_t> shape;
  for (const Tensor &out : given.out) {
    RankedTensorType type = ir::typeOf(yielded[types.size()]);
    SmallVector<ir::LiveDim> live = ir::liveOf(type);
    shape.assign(type.getShape().begin(), type.getShape().end());
    shape.insert(shape.begin(), loop.length.bound());
    live.insert(live.begin(), t.liveOf(loop.length));
    types.push_back(ir::tensorOf(shape, live, type.getElementType()));
    (void)out;
  }
  llvm::append_range(types, ValueRange(carries).getTypes());
  OpBuilder::InsertionGuard guard(t.b);
  if (t.regions.empty())
    t.b.setInsertionPointToEnd(&t.entry().op.getBody().front());
  else
    t.b.setInsertionPointToEnd(t.regions.back()->block);
  t.b.setLoc(t.here());
  auto unit = [&](bool set) { return set ? t.b.getUnitAttr() : UnitAttr(); };
  auto scan = ir::ScanOp::create(t.b, types, carries, slices, captured,
                                 t.b.getI64IntegerAttr(loop.length.bound()), liveAttr(loop.length),
                                 unit(loop.reverse), unit(loop.exits), unit(loop.recompute));
  scan.getBody().push_back(block.release());
  return {tensorsOf(scan.getResults().drop_front(given.out.size())),
          tensorsOf(scan.getResults().take_front(given.out.size()))};
}

/// Two loops: the outer one keeps its carries alone, and the gradient runs the inner one again.
static ScanResult scanInSegments(const Tensors &init, const Tensors &xs, detail::ScanBody body,
                                 Loop loop, Int segment) {
  if (loop.length.isDynamic() || segment < 1 || loop.length.value() % segment)
    fail("`scan` of " + Twine(loop.length.bound()) + " steps in segments of " + Twine(segment) +
         "; a segment divides a static length");
  Int segments = loop.length.value() / segment;
  auto regroup = [](const Tensor &x, std::initializer_list<Int> lead, int dropped) {
    Shape shape;
    for (Int size : lead)
      shape.append(size);
    for (int i = dropped; i < x.dim(); ++i)
      shape.append(x.size(i));
    return reshape(x, shape);
  };
  Tensors grouped;
  for (const Tensor &x : xs)
    grouped.append(regroup(x, {segments, segment}, 1));
  auto inner = [&](const Tensors &carry, const Tensors &x) {
    ScanResult part = traceScan(carry, x, body, {Dim(segment), loop.reverse});
    return Step{part.carry, part.out};
  };
  auto call = [](void *context, const Tensors &carry, const Tensors &x) {
    return (*static_cast<decltype(inner) *>(context))(carry, x);
  };
  ScanResult outer = traceScan(init, grouped, {call, &inner},
                               {Dim(segments), loop.reverse, false, /*recompute=*/true});
  ScanResult result{outer.carry, {}};
  for (const Tensor &out : outer.out)
    result.out.append(regroup(out, {loop.length.value()}, 2));
  return result;
}

ScanResult detail::scan(const Tensors &init, const Tensors &xs, ScanBody body,
                        ScanOptions options) {
  Dim length = lengthOf(xs, options.length);
  if (options.segment)
    return scanInSegments(init, xs, body, {length, options.reverse}, options.segment);
  return traceScan(init, xs, body, {length, options.reverse});
}

static void checkFlag(StringRef op, const Tensor &flag) {
  if (flag.dim() != 0 || !(flag.dtype() == boolean))
    fail("`" + op + "` with a condition of " + ir::describe(typeOf(flag)) +
         "; a condition is a bool of rank 0, hint: `(x > 0).all()`");
}

Tensors detail::whileLoop(RegionBody cond, RegionBody body, const Tensors &init, Dim maxSteps) {
  Tensor first = only("condition", cond.call(cond.context, init));
  checkFlag("while_loop", first);
  Tensors carries(first);
  for (const Tensor &tensor : init)
    carries.append(tensor);
  // With `exits` the flag holds in every step that is run. A gradient runs all of them.
  auto step = [&](const Tensors &all) {
    Tensors carry;
    for (const Tensor &tensor : llvm::drop_begin(all))
      carry.append(tensor);
    tracer().regions.back()->goesOn = valueOf(all[0]);
    Tensors after = body.call(body.context, carry), kept;
    tracer().regions.back()->goesOn = Value();
    checkCarries(carry, after);
    for (int i = 0; i < carry.size(); ++i)
      kept.append(where(all[0], after[i], carry[i]));
    Tensor goesOn = only("condition", cond.call(cond.context, kept));
    checkFlag("while_loop", goesOn);
    Tensors next(all[0] & goesOn);
    for (const Tensor &tensor : kept)
      next.append(tensor);
    return Step{next, {}};
  };
  auto call = [](void *context, const Tensors &carry, const Tensors &) {
    return (*static_cast<decltype(step) *>(context))(carry);
  };
  ScanResult result = traceScan(carries, {}, {call, &step}, {maxSteps, false, /*exits=*/true});
  Tensors last;
  for (const Tensor &tensor : llvm::drop_begin(result.carry))
    last.append(tensor);
  return last;
}

Tensors detail::branch(const Tensor &pred, RegionBody then, RegionBody otherwise) {
  Tracer &t = tracer();
  checkFlag("cond", pred);
  Value flag = valueOf(pred);
  std::unique_ptr<Block> blocks[2];
  SmallVector<Value> captured[2];
  SmallVector<Type> types[2];
  for (int i : {0, 1}) {
    RegionBody body = i ? otherwise : then;
    OpenRegion region;
    region.inheritIteration();
    SmallVector<Value> values = valuesOf(body.call(body.context, {}));
    next(values);
    llvm::append_range(types[i], ValueRange(values).getTypes());
    captured[i] = region.trace.captured;
    blocks[i] = region.close();
  }
  if (types[0].size() != types[1].size())
    fail("`cond` gives " + Twine(types[0].size()) + " tensors in one branch and " +
         Twine(types[1].size()) + " in the other");
  for (auto [one, other] : llvm::zip(types[0], types[1]))
    if (one != other)
      fail("`cond` gives " + ir::describe(cast<RankedTensorType>(one)) + " in one branch and " +
           ir::describe(cast<RankedTensorType>(other)) +
           " in the other; shapes and dtypes must be equal");
  // Each branch takes what both have captured: its own at its place, the other's beside it.
  SmallVector<Value> inputs(captured[0]);
  llvm::append_range(inputs, captured[1]);
  for (Value value : captured[1])
    blocks[0]->addArgument(value.getType(), value.getLoc());
  for (auto [i, value] : llvm::enumerate(captured[0]))
    blocks[1]->insertArgument(unsigned(i), value.getType(), value.getLoc());
  t.b.setLoc(t.here());
  auto cond = ir::CondOp::create(t.b, types[0], flag, inputs);
  cond.getTaken().push_back(blocks[0].release());
  cond.getOtherwise().push_back(blocks[1].release());
  return tensorsOf(cond.getResults());
}
} // namespace dlc
