//===- Derived.cpp - the loss of an entry, and its gradient ------------------------------===//
//   dlc.entry @f inputs ["x"] results ["y"] { ^(%x): %y = dlc.exp %x  dlc.yield %y }
// gives
//   dlc.entry @f.loss inputs ["x", "weight0"] results ["loss"] {
//     %y = dlc.exp %x   %0 = dlc.mul %y, %weight0   %loss = dlc.reduce_sum %0   dlc.yield %loss }
//   dlc.entry @f.gradient ... { ... %g = dlc.backward %loss wrt(%x)   dlc.yield %g }
//===--------------------------------------------------------------------------------===//
#include "tools/dlc-check/Derived.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

RankedTensorType check::inDouble(RankedTensorType type) {
  if (!isa<FloatType>(type.getElementType()))
    return type;
  return withElement(type, Float64Type::get(type.getContext()));
}

/// A copy of `op` that computes in f64.
static void cloneInDouble(ImplicitLocOpBuilder &b, Operation &op, IRMapping &cloned) {
  Operation *copy = b.clone(op, cloned);
  if (isa<SettingValueOp>(op)) { // its type is the setting's
    Value value = copy->getResult(0);
    if (isa<FloatType>(typeOf(value).getElementType()))
      cloned.map(op.getResult(0),
                 ConvertOp::create(b, check::inDouble(typeOf(value)), value).getResult());
    return;
  }
  copy->walk([&](Operation *inner) { // the bodies of loops, too
    for (Region &region : inner->getRegions())
      for (Value argument : region.getArguments())
        argument.setType(check::inDouble(typeOf(argument)));
    for (Value result : inner->getResults())
      result.setType(check::inDouble(typeOf(result)));
    if (auto constant = dyn_cast<ir::ConstantOp>(inner))
      if (auto numbers = dyn_cast<DenseFPElementsAttr>(constant.getValue()))
        constant.setValueAttr(numbers.mapValues(b.getF64Type(), [](APFloat number) {
          bool exact;
          number.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven, &exact);
          return number.bitcastToAPInt();
        }));
    if (auto splat = dyn_cast<SplatOp>(inner))
      if (auto number = dyn_cast<FloatAttr>(splat.getValue()))
        splat.setValueAttr(b.getF64FloatAttr(number.getValueAsDouble()));
  });
}

static bool isFloat(Value value) { return isa<FloatType>(typeOf(value).getElementType()); }

static void addEntry(EntryOp entry, StringRef suffix, bool gradient, bool doubles) {
  ImplicitLocOpBuilder b(entry.getLoc(), entry->getContext());
  b.setInsertionPointAfter(entry);
  auto derived = cast<EntryOp>(b.cloneWithoutRegions(*entry.getOperation()));
  derived.setSymName((entry.getSymName() + suffix).str());
  Block *body = &derived.getBody().emplaceBlock();
  b.setInsertionPointToEnd(body);

  IRMapping cloned;
  SmallVector<StringRef> inputs, results;
  SmallVector<Value> wrt;
  for (auto [name, input] : llvm::zip(entry.getInputs(), entry.inputArguments())) {
    inputs.push_back(cast<StringAttr>(name).getValue());
    Type type = doubles ? check::inDouble(typeOf(input)) : typeOf(input);
    Value argument = body->addArgument(type, input.getLoc());
    cloned.map(input, argument);
    if (isFloat(argument))
      wrt.push_back(argument);
  }
  for (Operation &op : entry.getBody().front().without_terminator()) {
    b.setLoc(op.getLoc());
    if (doubles)
      cloneInDouble(b, op, cloned);
    else
      b.clone(op, cloned);
  }

  b.setLoc(entry.getLoc());
  Value loss;
  std::vector<std::string> names;
  for (Value result : entry.resultValues()) {
    Value value = cloned.lookup(result);
    if (!isFloat(value))
      continue;
    Value weight = body->addArgument(value.getType(), b.getLoc());
    names.push_back("weight" + std::to_string(names.size()));
    Value weighted = MulOp::create(b, value, weight);
    SmallVector<int64_t> all = llvm::to_vector(llvm::seq<int64_t>(0, typeOf(value).getRank()));
    Value sum = all.empty() ? weighted : ReduceSumOp::create(b, weighted, all).getResult();
    if (loss && loss.getType() != sum.getType()) // an entry in both precisions
      sum = ConvertOp::create(b, loss.getType(), sum);
    loss = loss ? AddOp::create(b, loss, sum).getResult() : sum;
  }
  inputs.append(names.begin(), names.end());
  SmallVector<Value> values{loss};
  results.push_back("loss");
  if (gradient) {
    auto backward = BackwardOp::create(b, loss, wrt);
    values.assign(backward.getGrads().begin(), backward.getGrads().end());
    results.clear();
    for (auto [name, input] : llvm::zip(entry.getInputs(), entry.inputArguments()))
      if (isFloat(input))
        results.push_back(cast<StringAttr>(name).getValue());
  }
  YieldOp::create(b, values);
  derived.setInputsAttr(b.getStrArrayAttr(inputs));
  derived.setResultsAttr(b.getStrArrayAttr(results));
}

void check::addInit(ProgramOp program) {
  if (program.lookupSymbol("init"))
    return;
  ImplicitLocOpBuilder b(program.getLoc(), program->getContext());
  b.setInsertionPointToEnd(&program.getBody().front());
  SmallVector<Attribute> names;
  SmallVector<RankedTensorType> types;
  for (StateOp state : program.getBody().getOps<StateOp>()) {
    names.push_back(FlatSymbolRefAttr::get(state.getSymNameAttr()));
    types.push_back(cast<RankedTensorType>(state.getType()));
  }
  auto init = EntryOp::create(b, "init", b.getStrArrayAttr({}), b.getArrayAttr(names),
                              b.getStrArrayAttr({}));
  Block *body = &init.getBody().emplaceBlock();
  b.setInsertionPointToEnd(body);
  SmallVector<Value> zeros;
  for (RankedTensorType type : types) {
    body->addArgument(type, b.getLoc());
    auto zero = cast<TypedAttr>(b.getZeroAttr(type.getElementType()));
    zeros.push_back(SplatOp::create(b, type, zero));
  }
  YieldOp::create(b, zeros);
}

LogicalResult check::addGradientEntries(EntryOp entry) {
  if (!entry.getStates().empty())
    return entry.emitOpError("has state; check.gradient takes entries without");
  auto floats = [](auto values) { return llvm::any_of(values, isFloat); };
  if (!floats(entry.inputArguments()) || !floats(entry.resultValues()))
    return entry.emitOpError("has no input or no result of a float type to take a gradient of");
  addEntry(entry, ".gradient.as_written", /*gradient=*/true, /*doubles=*/false);
  addEntry(entry, ".gradient", /*gradient=*/true, /*doubles=*/true);
  addEntry(entry, ".loss", /*gradient=*/false, /*doubles=*/true);
  return success();
}
