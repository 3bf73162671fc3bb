//===- LowerSchedule.cpp - an entry's launches as a host function ------------------------===//
//
//   step.schedule @train_step ... {
//     %w = step.slot "state" 256 : memref<784x10xf32>
//     %y = step.slot "arena" 4096 : memref<128x10xf32>
//     step.launch @k0(%w, %y) : ...                 // tiles [(d0) -> (d0 ceildiv 8)]
//   }
// becomes
//   void dlc_mlp_entry_train_step(dlc_frame *frame) {
//     args[0] = frame->state + 256; args[1] = frame->arena + 4096; args[2] = frame->dims[0];
//     dlc_rt_launch(frame, &dlc_mlp_launch_train_step_0, args, ceildiv(frame->dims[0], 8));
//   }
// One array of arguments serves all launches of an entry: a launch is over when it returns.
// Joined launches are a function of their own, see LowerJoin.cpp.
// `step.host "print" ...` is dlc_rt_print(frame, &table, data); dlc_rt_assert and dlc_rt_index may
// end the function.
//
//===--------------------------------------------------------------------------------------===//
#include "codegen/emit/LowerSchedule.h"
#include "codegen/emit/Names.h"
#include "codegen/emit/Program.h"
#include "codegen/emit/ScheduleLowering.h"
#include "mlir/Dialect/Affine/Utils.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::emit;

Value ScheduleLowering::offsetBy(Value base, int64_t bytes) {
  // As a value: an index in the op itself has 29 bits.
  Value offset = LLVM::ConstantOp::create(b, i64, b.getI64IntegerAttr(bytes));
  return LLVM::GEPOp::create(b, pointer, b.getI8Type(), base,
                             ArrayRef<LLVM::GEPArg>{LLVM::GEPArg(offset)},
                             LLVM::GEPNoWrapFlags::inbounds);
}

void ScheduleLowering::storeArgument(Value value, int64_t index) {
  LLVM::StoreOp::create(b, value, offsetBy(arguments, 8 * index), /*alignment=*/8);
}

Value ScheduleLowering::frameField(int index, Type type) {
  return LLVM::LoadOp::create(b, type, offsetBy(frame, 8 * index));
}

void ScheduleLowering::openFunction(StringRef symbol, ArrayRef<Type> types) {
  b.setInsertionPointToEnd(module.getBody());
  auto type = LLVM::LLVMFunctionType::get(LLVM::LLVMVoidType::get(b.getContext()), types);
  auto function = LLVM::LLVMFuncOp::create(b, symbol, type);
  Block *entry = function.addEntryBlock(b);
  b.setInsertionPointToStart(entry);
  frame = entry->getArgument(0);

  size_t width = 1;
  schedule.walk([&](step::LaunchOp launch) {
    width = std::max(width, launch.getOperands().size() + program.getDims().size());
  });
  Value count = LLVM::ConstantOp::create(b, i64, b.getI64IntegerAttr(width));
  arguments = LLVM::AllocaOp::create(b, pointer, pointer, count, /*alignment=*/16);

  state = frameField(0, pointer);
  arena = frameField(1, pointer);
  Value extents = frameField(2, pointer);
  for (size_t i = 0; i < program.getDims().size(); ++i)
    dims.push_back(LLVM::LoadOp::create(b, i64, offsetBy(extents, 8 * i)));
}

Value ScheduleLowering::slotAddress(step::SlotOp slot) {
  Value address = offsetBy(slot.getSpace() == "state" ? state : arena, slot.getOffset());
  for (auto [step, stride] : llvm::zip(slot.getSteps(), slot.getStrides())) {
    Value bytes = LLVM::ConstantOp::create(b, i64, b.getI64IntegerAttr(stride));
    Value moved = LLVM::MulOp::create(b, counters.lookup(step), bytes);
    address = LLVM::GEPOp::create(b, pointer, b.getI8Type(), address,
                                  ArrayRef<LLVM::GEPArg>{LLVM::GEPArg(moved)},
                                  LLVM::GEPNoWrapFlags::inbounds);
  }
  return address;
}

/// Entries share equal constants, since attributes are unique: one global, named by its number.
Value ScheduleLowering::constantAddress(step::ConstantOp constant) {
  auto numbers = cast<DenseElementsAttr>(constant.getValue());
  if (numbers.getElementType().isInteger(1)) // a byte each in memory
    numbers = cast<DenseIntElementsAttr>(numbers).mapValues(
        b.getI8Type(), [](const APInt &bit) { return bit.zext(8); });
  Type type = LLVM::LLVMArrayType::get(numbers.getElementType(), numbers.getNumElements());
  auto flat = RankedTensorType::get({numbers.getNumElements()}, numbers.getElementType());
  numbers = numbers.reshape(flat);
  size_t count = 0;
  for (auto global : module.getOps<LLVM::GlobalOp>()) {
    if (global.getValueAttr() == numbers)
      return LLVM::AddressOfOp::create(b, global);
    count += bool(global.getValueAttr());
  }
  OpBuilder globals(module.getBody(), module.getBody()->begin());
  auto global =
      LLVM::GlobalOp::create(globals, b.getLoc(), type, /*isConstant=*/true, LLVM::Linkage::Private,
                             "dlc_constant_" + std::to_string(count), numbers,
                             /*alignment=*/64);
  return LLVM::AddressOfOp::create(b, global);
}

/// The product of the map's results at the run-time dimensions.
Value ScheduleLowering::evaluate(AffineMap map) {
  SmallVector<Value> extents;
  for (Value dim : dims)
    extents.push_back(arith::IndexCastOp::create(b, b.getIndexType(), dim));
  Value product = arith::ConstantIndexOp::create(b, 1);
  for (AffineExpr result : map.getResults()) {
    Value extent = affine::expandAffineExpr(b, b.getLoc(), result, extents, {});
    product = arith::MulIOp::create(b, product, extent);
  }
  return arith::IndexCastOp::create(b, i64, product);
}

/// The product of tile maps.
Value ScheduleLowering::tileCount(ArrayRef<Attribute> tiles) {
  Value count = LLVM::ConstantOp::create(b, i64, b.getI64IntegerAttr(1));
  for (Attribute attribute : tiles) {
    Value extent = evaluate(cast<AffineMapAttr>(attribute).getValue());
    count = LLVM::MulOp::create(b, count, extent);
  }
  return count;
}

/// The address of a table that the manifest defines.
Value ScheduleLowering::tableAddress(StringRef symbol) {
  // Six words, as dlc_launch_desc has; only its address matters here. Joined launches are in two
  // functions.
  OpBuilder globals(module.getBody(), module.getBody()->begin());
  auto global = module.lookupSymbol<LLVM::GlobalOp>(symbol);
  if (!global)
    global =
        LLVM::GlobalOp::create(globals, b.getLoc(), LLVM::LLVMArrayType::get(i64, 6),
                               /*isConstant=*/true, LLVM::Linkage::External, symbol, Attribute());
  return LLVM::AddressOfOp::create(b, global);
}

LogicalResult ScheduleLowering::lowerLaunch(step::LaunchOp launch) {
  auto kernel =
      SymbolTable::lookupNearestSymbolFrom<step::KernelOp>(launch, launch.getKernelAttr());
  if (!kernel.getTilesAttr())
    return launch.emitOpError("launches @")
           << launch.getKernel() << ", which has no tiles (hint: phase 'shape')";
  for (Attribute attribute : kernel.getTilesAttr())
    if (auto map = dyn_cast<AffineMapAttr>(attribute);
        !map || map.getValue().getNumDims() != dims.size() || map.getValue().getNumSymbols())
      return kernel.emitOpError("has the tiles ")
             << attribute << ", which is no map of the program's " << dims.size() << " dimensions";

  b.setLoc(launch.getLoc());
  int64_t index = 0;
  for (Value operand : launch.getOperands()) {
    Value address = addresses.lookup(operand);
    if (!address)
      return launch.emitOpError("operand ")
             << index << " has no place in memory (hint: phase 'plan')";
    storeArgument(address, index++);
  }
  for (Value dim : dims)
    storeArgument(dim, index++);

  Value table =
      tableAddress(launchTableSymbol(program.getSymName(), schedule.getSymName(), launches++));
  if (part) {
    runPart(launch, kernel, table);
    return success();
  }
  Value tiles = tileCount(kernel.getTilesAttr().getValue());
  StringRef symbol = target.launchSymbol();
  LLVM::CallOp::create(b, TypeRange(), FlatSymbolRefAttr::get(b.getContext(), symbol),
                       ValueRange{frame, table, arguments, tiles});
  return success();
}

void ScheduleLowering::declare(StringRef symbol, Type result, ArrayRef<Type> arguments) {
  if (module.lookupSymbol(symbol))
    return;
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(module.getBody());
  LLVM::LLVMFuncOp::create(b, symbol, LLVM::LLVMFunctionType::get(result, arguments));
}

LogicalResult ScheduleLowering::lowerHost(step::HostOp host) {
  Value data =
      host.getX() ? addresses.lookup(host.getX()) : Value(LLVM::ZeroOp::create(b, pointer));
  if (!data)
    return host.emitOpError("looks at a value that has no place in memory (hint: phase 'plan')");
  Value table =
      tableAddress(hostTableSymbol(program.getSymName(), schedule.getSymName(), hostActs++));
  std::string symbol = ("dlc_rt_" + host.getWhat()).str();
  bool mayStop = host.mayStop();
  Type i32 = b.getI32Type(), result = mayStop ? i32 : LLVM::LLVMVoidType::get(b.getContext());
  declare(symbol, result, {pointer, pointer, pointer});
  auto call = LLVM::CallOp::create(b, mayStop ? TypeRange(i32) : TypeRange(),
                                   FlatSymbolRefAttr::get(b.getContext(), symbol),
                                   ValueRange{frame, table, data});
  if (!mayStop)
    return success();
  Value zero = LLVM::ConstantOp::create(b, i32, b.getI32IntegerAttr(0));
  Value holds = LLVM::ICmpOp::create(b, LLVM::ICmpPredicate::ne, call.getResult(), zero);
  Block *exit = newBlock(), *next = newBlock();
  LLVM::CondBrOp::create(b, holds, next, exit);
  b.setInsertionPointToEnd(exit);
  LLVM::ReturnOp::create(b, ValueRange());
  b.setInsertionPointToEnd(next);
  return success();
}

/// The address of what a slot, constant or view stands for.
void ScheduleLowering::lowerPlace(Operation *place) {
  if (auto slot = dyn_cast<step::SlotOp>(place))
    addresses[slot.getBuffer()] = slotAddress(slot);
  else if (auto constant = dyn_cast<step::ConstantOp>(place))
    addresses[constant.getY()] = constantAddress(constant);
  else if (auto view = dyn_cast<step::ViewOp>(place))
    addresses[view.getY()] = addresses.lookup(view.getX());
}

LogicalResult ScheduleLowering::lowerBlock(Block &block) {
  for (Operation &op : block) {
    b.setLoc(op.getLoc());
    if (isa<step::SlotOp, step::ConstantOp, step::ViewOp>(op)) {
      lowerPlace(&op);
    } else if (auto launch = dyn_cast<step::LaunchOp>(op)) {
      if (failed(lowerLaunch(launch)))
        return failure();
    } else if (auto host = dyn_cast<step::HostOp>(op)) {
      if (failed(lowerHost(host)))
        return failure();
    } else if (auto loop = dyn_cast<step::ForOp>(op)) {
      if (failed(lowerFor(loop)))
        return failure();
    } else if (auto branch = dyn_cast<step::IfOp>(op)) {
      if (failed(lowerIf(branch)))
        return failure();
    } else if (auto join = dyn_cast<step::JoinOp>(op)) {
      if (failed(lowerJoin(join)))
        return failure();
    } else if (auto count = dyn_cast<step::CountOp>(op)) {
      LLVM::StoreOp::create(b, counters.lookup(count.getStep()), addresses.lookup(count.getTo()));
    } else if (!isa<step::DoneOp, step::NextOp>(op)) {
      return op.emitOpError("does not belong in a planned schedule (hint: phase 'plan')");
    }
  }
  return success();
}

LogicalResult ScheduleLowering::run() {
  if (!program || !schedule.getArena())
    return schedule.emitOpError("is not planned: it has no arena (hint: phase 'plan')");
  declare(target.launchSymbol(), LLVM::LLVMVoidType::get(b.getContext()),
          {pointer, pointer, pointer, i64});
  openFunction(scheduleSymbol(program.getSymName(), schedule.getSymName()), {pointer});
  if (failed(lowerBlock(schedule.getBody().front())))
    return failure();
  LLVM::ReturnOp::create(b, ValueRange());
  return success();
}

LogicalResult dlc::emit::lowerSchedule(step::ScheduleOp schedule, const Target &target,
                                       ModuleOp into) {
  return ScheduleLowering(schedule, target, into).run();
}
