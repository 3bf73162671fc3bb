//===- GenerateControl.cpp - loops and branches over small random bodies ------------------===//
#include "tools/dlc-fuzz/Generator.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;
using namespace dlc::fuzz;

bool Generator::addScan() {
  if (!isEntry)
    return false;
  auto x =
      pick([](const Node &node) { return isFloat(node) && node.rank() > 0 && node.rank() < 4; });
  if (!x)
    return false;
  LiveDim live = liveOf(x->type())[0];
  if (live.symbol && (live.mul != 1 || live.add != 0))
    return false;
  RankedTensorType slice = tensorOf(x->type().getShape().drop_front(),
                                    ArrayRef(liveOf(x->type())).drop_front(), x->element());
  Node carry = partner(slice);
  SmallVector<Value> consts;
  if (auto node = pickFloat(); node && node->element() == x->element() && random.percent(60))
    consts.push_back(node->value);

  // First with the carry alone: what else it gives is known when its body is.
  int64_t length = x->type().getDimSize(0);
  LiveAttr liveAttr = live.symbol ? LiveAttr::get(b.getContext(), live) : LiveAttr();
  bool reverse = random.percent(30), recompute = random.percent(25);
  auto draft = ScanOp::create(b, TypeRange{slice}, ValueRange{carry.value}, ValueRange{x->value},
                              consts, length, liveAttr, reverse, /*exits=*/false, recompute);
  Block *body = &draft.getBody().emplaceBlock();
  SmallVector<Type> types{RankedTensorType::get({}, b.getI64Type()), slice};
  for (Value value : consts)
    types.push_back(value.getType());
  types.push_back(slice);
  for (Type type : types)
    body->addArgument(type, b.getLoc());

  Generator inside(random, body, axes, /*isEntry=*/false);
  for (BlockArgument argument : body->getArguments().drop_front())
    inside.addArgument(argument, 2);
  for (Node &node : inside.nodes)
    node.exact = false;
  inside.grow(random.between(1, 4));

  // The next carry reads the carry and the slice; the stacked result is whatever is left.
  Value sum = inside.create("add", {body->getArguments().back(), body->getArgument(1)}, slice);
  auto unread = inside.unread();
  for (const Node &node : unread)
    if (node.type() == slice)
      sum = inside.create("add", {sum, node.value}, slice);
  Value next = inside.create("tanh", sum, slice);
  SmallVector<Value> values;
  SmallVector<Type> results;
  for (const Node &node : unread)
    if (values.size() < 2 && node.rank() < 4 && node.type() != slice &&
        node.type().getNumElements() * length < 1500) {
      values.push_back(node.value);
      results.push_back(draft.stackedType(node.type()));
    }
  std::vector<double> bounds(values.size(), 40);
  values.push_back(next);
  results.push_back(slice);
  bounds.push_back(1);
  inside.b.setInsertionPointToEnd(body);
  NextOp::create(inside.b, values);

  auto scan = ScanOp::create(b, results, ValueRange{carry.value}, ValueRange{x->value}, consts,
                             length, liveAttr, reverse, /*exits=*/false, recompute);
  scan.getBody().takeBody(draft.getBody());
  draft.erase();
  for (auto [result, bound] : llvm::zip(scan.getResults(), bounds))
    keep(result, bound, false);
  return true;
}

bool Generator::addCond() {
  auto x = pickFloat();
  auto mask = pick([](const Node &node) { return isMask(node) && node.exact; });
  auto other = pickFloat();
  if (!isEntry || !x || !mask)
    return false;
  Value pred = mask->value;
  if (mask->rank()) {
    Value count = ConvertOp::create(b, withElement(mask->type(), b.getI64Type()), pred);
    auto dims = llvm::to_vector(llvm::seq<int64_t>(0, mask->rank()));
    Value sum = ReduceSumOp::create(b, count, dims);
    pred = create("greater", {sum, number(3, typeOf(sum))}, maskOf(sum.getType()));
  }
  Value inputs[] = {x->value, other->value};
  auto cond = CondOp::create(b, TypeRange{x->type()}, pred, inputs);
  for (Region *region : {&cond.getTaken(), &cond.getOtherwise()}) {
    Block *body = &region->emplaceBlock();
    for (Value input : inputs)
      body->addArgument(input.getType(), b.getLoc());
    Generator inside(random, body, axes, /*isEntry=*/false);
    inside.nodes = {{body->getArgument(0), x->bound, false},
                    {body->getArgument(1), other->bound, false}};
    inside.grow(random.between(1, 3));
    Value y = body->getArgument(0);
    for (const Node &node : inside.unread())
      if (node.type() == x->type())
        y = inside.create("add", {y, node.value}, x->type());
    y = inside.create("sin", y, x->type());
    NextOp::create(inside.b, y);
  }
  return keep(cond.getResult(0), 1, false);
}
