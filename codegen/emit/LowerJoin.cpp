//===- LowerJoin.cpp - launches that every thread runs a part of --------------------------===//
//   step.join units 4 { step.launch @k0(%x, %y) {per_unit = 2} }
// becomes
//   if (!dlc_rt_join(frame, dlc_mlp_entry_step_part_0, steps, ceildiv(tiles(k0), 2))) { ... }
//   void dlc_mlp_entry_step_part_0(dlc_frame *frame, const dlc_part *part, const int64_t *steps) {
//     args[0] = ...;
//     dlc_rt_run_part(part, &dlc_mlp_launch_step_0, args, outer, tiles, inner, 2);
//   }
// where { ... } are the same launches as they are elsewhere, for pools whose threads would get
// unequal parts.
//===--------------------------------------------------------------------------------------===//
#include "codegen/emit/Names.h"
#include "codegen/emit/Program.h"
#include "codegen/emit/ScheduleLowering.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::emit;

static step::KernelOp kernelOf(step::LaunchOp launch) {
  return SymbolTable::lookupNearestSymbolFrom<step::KernelOp>(launch, launch.getKernelAttr());
}

/// The most that one of the launches has, at the run-time dimensions.
Value ScheduleLowering::unitCount(step::JoinOp join) {
  Value most;
  join.walk([&](step::LaunchOp launch) {
    step::KernelOp kernel = kernelOf(launch);
    Value tiles = tileCount(kernel.getTilesAttr()[(*kernel.getCut())[0]]);
    Value perUnit = LLVM::ConstantOp::create(b, i64, b.getI64IntegerAttr(*launch.getPerUnit()));
    Value units = arith::CeilDivSIOp::create(b, tiles, perUnit);
    most = most ? arith::MaxSIOp::create(b, most, units).getResult() : units;
  });
  return most;
}

void ScheduleLowering::runPart(step::LaunchOp launch, step::KernelOp kernel, Value table) {
  const size_t axis = (*kernel.getCut())[0];
  ArrayRef<Attribute> tiles = kernel.getTilesAttr().getValue();
  Value outer = tileCount(tiles.take_front(axis));
  Value along = tileCount(tiles[axis]);
  Value inner = tileCount(tiles.drop_front(axis + 1));
  Value perUnit = LLVM::ConstantOp::create(b, i64, b.getI64IntegerAttr(*launch.getPerUnit()));
  LLVM::CallOp::create(b, TypeRange(), FlatSymbolRefAttr::get(b.getContext(), "dlc_rt_run_part"),
                       ValueRange{part, table, arguments, outer, along, inner, perUnit});
}

/// The function. `around` are the loops that the join stands in, outermost first.
LogicalResult ScheduleLowering::lowerPart(step::JoinOp join, StringRef symbol,
                                          ArrayRef<Value> around) {
  OpBuilder::InsertionGuard guard(b);
  ScheduleLowering inside(schedule, target, module);
  inside.b.setLoc(join.getLoc());
  inside.launches = launches;
  inside.openFunction(symbol, {pointer, pointer, pointer});
  ValueRange given = inside.b.getBlock()->getArguments();
  inside.part = given[1];
  for (auto [i, step] : llvm::enumerate(around))
    inside.counters[step] = LLVM::LoadOp::create(inside.b, i64, inside.offsetBy(given[2], 8 * i));
  // What stands before the join and is read in it has its place here too.
  SmallVector<Operation *> places;
  std::function<void(Operation *)> need = [&](Operation *place) {
    if (!place || join->isProperAncestor(place) || llvm::is_contained(places, place))
      return;
    if (auto view = dyn_cast<step::ViewOp>(place))
      need(view.getX().getDefiningOp());
    places.push_back(place);
  };
  join.walk([&](Operation *op) {
    for (Value operand : op->getOperands())
      need(operand.getDefiningOp());
  });
  for (Operation *place : places)
    inside.lowerPlace(place);
  if (failed(inside.lowerBlock(join.getBody().front())))
    return failure();
  LLVM::ReturnOp::create(inside.b, ValueRange());
  return success();
}

LogicalResult ScheduleLowering::lowerJoin(step::JoinOp join) {
  SmallVector<Value> around;
  for (auto loop = join->getParentOfType<step::ForOp>(); loop;
       loop = loop->getParentOfType<step::ForOp>())
    around.insert(around.begin(), loop.getBody().getArgument(0));
  const std::string symbol = scheduleSymbol(program.getSymName(), schedule.getSymName()) +
                             "_part_" + std::to_string(joins++);
  Type i32 = b.getI32Type();
  declare("dlc_rt_join", i32, {pointer, pointer, pointer, i64});
  declare("dlc_rt_run_part", LLVM::LLVMVoidType::get(b.getContext()),
          {pointer, pointer, pointer, i64, i64, i64, i64});
  if (failed(lowerPart(join, symbol, around)))
    return failure();

  Value steps = LLVM::ZeroOp::create(b, pointer);
  if (!around.empty()) {
    {
      // Where the function begins: each step of a loop would take more of the stack.
      OpBuilder::InsertionGuard guard(b);
      b.setInsertionPointAfter(arguments.getDefiningOp());
      Value count = LLVM::ConstantOp::create(b, i64, b.getI64IntegerAttr(around.size()));
      steps = LLVM::AllocaOp::create(b, pointer, i64, count, /*alignment=*/8);
    }
    for (auto [i, step] : llvm::enumerate(around))
      LLVM::StoreOp::create(b, counters.lookup(step), offsetBy(steps, 8 * i));
  }
  Value run = LLVM::AddressOfOp::create(b, pointer, symbol);
  Value units = unitCount(join);
  auto call =
      LLVM::CallOp::create(b, TypeRange(i32), FlatSymbolRefAttr::get(b.getContext(), "dlc_rt_join"),
                           ValueRange{frame, run, steps, units});
  Value zero = LLVM::ConstantOp::create(b, i32, b.getI32IntegerAttr(0));
  Value ran = LLVM::ICmpOp::create(b, LLVM::ICmpPredicate::ne, call.getResult(), zero);
  Block *alone = newBlock(), *after = newBlock();
  LLVM::CondBrOp::create(b, ran, after, alone);
  b.setInsertionPointToEnd(alone);
  if (failed(lowerBlock(join.getBody().front())))
    return failure();
  b.setLoc(join.getLoc());
  LLVM::BrOp::create(b, ValueRange(), after);
  b.setInsertionPointToEnd(after);
  return success();
}
