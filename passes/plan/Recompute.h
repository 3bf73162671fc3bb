//===- Recompute.h - a schedule that fits into an arena ------------------*- C++ -*-===//
#ifndef DLC_PASSES_PLAN_RECOMPUTE_H
#define DLC_PASSES_PLAN_RECOMPUTE_H
#include "passes/plan/Relaunch.h"

namespace dlc {
class Recomputer {
public:
  Recomputer(step::ScheduleOp schedule, const mlir::SymbolTable &symbols)
      : schedule(schedule), symbols(symbols), body(schedule.getBody().front()) {}

  /// Launches again what it takes for the arena to have at most `bytes`, the least added time
  /// first. The bytes that the arena has then; if they are more, they are the least that there is.
  int64_t fit(int64_t bytes);

private:
  struct Candidate {
    llvm::SmallVector<mlir::Operation *> ops; // in the order of the schedule
    mlir::Operation *place;
    double time;
    double promise; // bytes at the fullest moment per time
    size_t number;  // in the order found
  };

  void look();
  bool improve(int64_t target);
  int64_t fitTo(int64_t bytes);
  int64_t descend(int64_t bytes);
  void undoTo(size_t count);
  int64_t packed() const;
  int64_t excess(int64_t target) const;
  llvm::SmallVector<Candidate> candidates();
  void addChains(mlir::Value value, llvm::SmallVectorImpl<Candidate> &found);
  bool addBelow(llvm::SmallVectorImpl<mlir::Operation *> &ops, mlir::Operation *op,
                mlir::Operation *place);
  bool mayRunAt(mlir::Operation *op, mlir::Operation *place);
  mlir::Operation *missing(llvm::ArrayRef<mlir::Operation *> ops, mlir::Operation *place,
                           int64_t least);
  double promiseOf(const Candidate &candidate);
  double timeOf(mlir::Operation *op);
  struct Reading {
    mlir::Operation *reader;
    int64_t from, to; // moments
  };
  llvm::ArrayRef<Reading> readings(mlir::Value value);
  int64_t lastReading(mlir::Value value);
  bool isLargeInArena(mlir::Value value, int64_t least);
  mlir::Operation *firstReaderBehind(mlir::Value value);

  step::ScheduleOp schedule;
  const mlir::SymbolTable &symbols;
  mlir::Block &body;
  std::vector<Relaunch> done;
  // Of the schedule as it is now:
  Homes homes;
  std::vector<int64_t> live;
  int64_t fullest = 0; // moment
  llvm::DenseMap<mlir::Value, std::vector<Reading>> known;
  llvm::DenseMap<mlir::Operation *, double> times;
};
} // namespace dlc
#endif
