//===- ScheduleLowering.h - an entry's host function while it is made --------*- C++ -*-===//
#ifndef DLC_CODEGEN_EMIT_SCHEDULELOWERING_H
#define DLC_CODEGEN_EMIT_SCHEDULELOWERING_H
#include "ir/graph/Program.h"
#include "ir/schedule/Dialect.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "passes/Target.h"

namespace dlc::emit {
/// The builder of one function, and what it knows so far.
class ScheduleLowering {
public:
  ScheduleLowering(step::ScheduleOp schedule, const Target &target, mlir::ModuleOp module)
      : schedule(schedule), program(schedule->getParentOfType<ir::ProgramOp>()), target(target),
        module(module), b(schedule.getLoc(), schedule.getContext()),
        pointer(mlir::LLVM::LLVMPointerType::get(schedule.getContext())), i64(b.getI64Type()) {}

  mlir::LogicalResult run();

private:
  // LowerSchedule.cpp
  void openFunction(llvm::StringRef symbol, llvm::ArrayRef<mlir::Type> arguments);
  mlir::LogicalResult lowerBlock(mlir::Block &block);
  mlir::Value frameField(int index, mlir::Type type);
  mlir::Value slotAddress(step::SlotOp slot);
  mlir::Value constantAddress(step::ConstantOp constant);
  mlir::LogicalResult lowerLaunch(step::LaunchOp launch);
  mlir::LogicalResult lowerHost(step::HostOp host);
  void lowerPlace(mlir::Operation *place);
  void declare(llvm::StringRef symbol, mlir::Type result, llvm::ArrayRef<mlir::Type> arguments);
  mlir::Value evaluate(mlir::AffineMap map);
  mlir::Value tileCount(llvm::ArrayRef<mlir::Attribute> tiles);
  mlir::Value tableAddress(llvm::StringRef symbol);
  mlir::Value offsetBy(mlir::Value base, int64_t bytes);
  void storeArgument(mlir::Value value, int64_t index);
  // LowerControl.cpp
  mlir::LogicalResult lowerFor(step::ForOp loop);
  mlir::LogicalResult lowerIf(step::IfOp branch);
  mlir::Value isTrue(mlir::Value flag);
  // LowerJoin.cpp
  mlir::LogicalResult lowerJoin(step::JoinOp join);
  mlir::LogicalResult lowerPart(step::JoinOp join, llvm::StringRef symbol,
                                llvm::ArrayRef<mlir::Value> steps);
  mlir::Value unitCount(step::JoinOp join);
  void runPart(step::LaunchOp launch, step::KernelOp kernel, mlir::Value table);
  mlir::Block *newBlock(llvm::ArrayRef<mlir::Type> arguments = {});

  step::ScheduleOp schedule;
  ir::ProgramOp program;
  const Target &target;
  mlir::ModuleOp module;
  mlir::ImplicitLocOpBuilder b;
  mlir::LLVM::LLVMPointerType pointer;
  mlir::Type i64;

  mlir::Value frame, state, arena, arguments;
  mlir::Value part;                                   // the function runs a part of joined launches
  llvm::SmallVector<mlir::Value> dims;                // i64
  llvm::DenseMap<mlir::Value, mlir::Value> counters;  // of loops, i64
  llvm::DenseMap<mlir::Value, mlir::Value> addresses; // of the schedule's buffers
  size_t launches = 0, hostActs = 0, joins = 0;
};
} // namespace dlc::emit
#endif
