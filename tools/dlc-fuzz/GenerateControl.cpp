//===- GenerateControl.cpp - loops and branches over small random bodies ------------------===//
#include "tools/dlc-fuzz/Generator.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;
using namespace dlc::fuzz;

unsigned Generator::handStream(SmallVectorImpl<Value> &operands, bool isLoop) {
  if (!stream || random.percent(70))
    return 0;
  operands.append({stream->seed, stream->call});
  if (isLoop || !stream->iteration)
    return 2;
  operands.push_back(stream->iteration);
  return 3;
}

Generator Generator::inside(Block *body, ValueRange values, ValueRange streams) {
  Generator inside(random, body, axes, depth + 1);
  for (Value value : values)
    inside.addArgument(value, 2, /*exact=*/false);
  if (!streams.empty())
    inside.open({streams[0], streams[1], streams.size() > 2 ? streams[2] : Value()});
  return inside;
}

Value Generator::joined(Value value, StringRef through) {
  for (const Node &node : unread())
    if (node.type() == value.getType())
      value = create("add", {value, node.value}, value.getType());
  return create(through, value, value.getType());
}

/// The steps of a loop along dim 0 of `x`, if they are a dimension of the program or static.
std::optional<Generator::Steps> Generator::stepsOf(const Node &x) {
  LiveDim live = liveOf(x.type())[0];
  if (live.symbol && (live.mul != 1 || live.add != 0))
    return std::nullopt;
  return Steps{x.type().getDimSize(0),
               live.symbol ? LiveAttr::get(b.getContext(), live) : LiveAttr(),
               tensorOf(x.type().getShape().drop_front(),
                        ArrayRef<LiveDim>(liveOf(x.type())).drop_front(), x.element())};
}

bool Generator::addScan() {
  if (depth > 1 || (depth == 1 && random.percent(60)))
    return false;
  auto x =
      pick([](const Node &node) { return isFloat(node) && node.rank() > 0 && node.rank() < 4; });
  auto steps = x ? stepsOf(*x) : std::nullopt;
  if (!steps)
    return false;
  RankedTensorType slice = steps->slice;
  Node carry = partner(slice);
  SmallVector<Value> consts;
  if (auto node = pickFloat(); node && node->element() == x->element() && random.percent(60))
    consts.push_back(node->value);
  unsigned streams = handStream(consts, /*isLoop=*/true);

  // First with the carry alone: what else it gives is known when its body is.
  bool reverse = random.percent(30), recompute = random.percent(25);
  auto draft =
      ScanOp::create(b, TypeRange{slice}, ValueRange{carry.value}, ValueRange{x->value}, consts,
                     steps->length, steps->live, reverse, /*exits=*/false, recompute);
  Block *body = &draft.getBody().emplaceBlock();
  SmallVector<Type> types{RankedTensorType::get({}, b.getI64Type()), slice};
  for (Value value : consts)
    types.push_back(value.getType());
  types.push_back(slice);
  for (Type type : types)
    body->addArgument(type, b.getLoc());
  Value step = body->getArgument(0), last = body->getArguments().back();
  SmallVector<Value> values{body->getArgument(1)}, drawn;
  llvm::append_range(values, draft.constArguments().drop_back(streams));
  values.push_back(last);
  llvm::append_range(drawn, draft.constArguments().take_back(streams));
  if (streams)
    drawn.push_back(step);

  Generator inside = this->inside(body, values, drawn);
  inside.grow(random.between(1, 4));

  // The next carry reads the carry and the slice; the stacked result is whatever is left.
  std::vector<Node> unread = inside.unread();
  Value sum = inside.create("add", {last, body->getArgument(1)}, slice);
  Value next = inside.joined(sum, "tanh");
  SmallVector<Value> given;
  SmallVector<Type> results;
  for (const Node &node : unread)
    if (given.size() < 2 && node.rank() < 4 && node.type() != slice &&
        node.type().getNumElements() * steps->length < 1500) {
      given.push_back(node.value);
      results.push_back(draft.stackedType(node.type()));
    }
  std::vector<double> bounds(given.size(), 40);
  given.push_back(next);
  results.push_back(slice);
  bounds.push_back(1);
  inside.b.setInsertionPointToEnd(body);
  NextOp::create(inside.b, given);

  auto scan = ScanOp::create(b, results, ValueRange{carry.value}, ValueRange{x->value}, consts,
                             steps->length, steps->live, reverse, /*exits=*/false, recompute);
  scan.getBody().takeBody(draft.getBody());
  draft.erase();
  for (auto [result, bound] : llvm::zip(scan.getResults(), bounds))
    keep(result, bound, false);
  return true;
}

/// A loop that ends when its step reaches a number of the data, or its length.
bool Generator::addWhile() {
  auto x = pick([](const Node &node) { return isFloat(node) && node.rank() < 4; });
  auto index = RankedTensorType::get({}, b.getI64Type());
  auto mask = cast<RankedTensorType>(maskOf(index));
  auto limit = pick([&](const Node &node) { return node.type() == index && node.exact; });
  if (depth > 0 || !x)
    return false;
  if (!limit)
    limit = Node{number(random.between(0, 4), index), 4, true};
  SmallVector<Value> consts{limit->value}, xs;
  unsigned streams = handStream(consts, /*isLoop=*/true);
  int64_t length = random.between(1, 6);
  LiveAttr live;
  if (random.percent(30))
    if (auto over = pick(isNumber); over && isFloat(*over) && over->rank() < 4)
      if (auto steps = stepsOf(*over)) {
        length = steps->length;
        live = steps->live;
        xs.push_back(over->value);
      }
  Value first = create("greater", {limit->value, number(0, index)}, mask);
  auto loop = ScanOp::create(b, TypeRange{mask, x->type()}, ValueRange{first, x->value}, xs, consts,
                             length, live, /*reverse=*/false, /*exits=*/true,
                             /*recompute=*/random.percent(25));
  Block *body = &loop.getBody().emplaceBlock();
  SmallVector<Type> types{index};
  for (Value over : xs)
    types.push_back(stepsOf({over, 0, false})->slice);
  for (Value value : consts)
    types.push_back(value.getType());
  types.append({mask, x->type()});
  for (Type type : types)
    body->addArgument(type, b.getLoc());
  SmallVector<Value> values(loop.xArguments()), drawn;
  values.push_back(loop.carryArguments()[1]);
  if (streams)
    drawn = {loop.constArguments()[1], loop.constArguments()[2], loop.indexArgument()};

  Generator inside = this->inside(body, values, drawn);
  inside.grow(random.between(1, 3));
  Value next = inside.joined(values.back(), "tanh");
  Value one = inside.number(1, index);
  Value done = inside.create("add", {loop.indexArgument(), one}, index);
  Value more = inside.create("less", {done, loop.constArguments()[0]}, mask);
  NextOp::create(inside.b, ValueRange{more, next});
  return keep(loop.getResult(1), std::max(1.0, x->bound), false);
}

bool Generator::addCond() {
  auto x = pickFloat();
  auto mask = pick([](const Node &node) { return isMask(node) && node.exact; });
  auto other = pickFloat();
  if (depth > 1 || !x || !mask)
    return false;
  Value pred = mask->value;
  if (mask->rank()) {
    Value count = ConvertOp::create(b, withElement(mask->type(), b.getI64Type()), pred);
    auto dims = llvm::to_vector(llvm::seq<int64_t>(0, mask->rank()));
    Value sum = ReduceSumOp::create(b, count, dims);
    pred = create("greater", {sum, number(3, typeOf(sum))}, maskOf(sum.getType()));
  }
  SmallVector<Value> inputs{x->value, other->value};
  unsigned streams = handStream(inputs);
  auto cond = CondOp::create(b, TypeRange{x->type()}, pred, inputs);
  for (Region *region : {&cond.getTaken(), &cond.getOtherwise()}) {
    Block *body = &region->emplaceBlock();
    for (Value input : inputs)
      body->addArgument(input.getType(), b.getLoc());
    Generator inside = this->inside(body, body->getArguments().drop_back(streams),
                                    body->getArguments().take_back(streams));
    inside.grow(random.between(1, 3));
    Value y = inside.joined(body->getArgument(0), "sin");
    NextOp::create(inside.b, y);
  }
  return keep(cond.getResult(0), 1, false);
}
