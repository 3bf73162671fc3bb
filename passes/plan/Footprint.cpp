//===- Footprint.cpp - what the buffers of a schedule add up to ----------------------===//
#include "passes/plan/Footprint.h"

using namespace mlir;
using namespace dlc;

/// Makes nothing but new state, as optimisers do.
static bool isUpdate(Operation *op, step::ScheduleOp schedule) {
  if (isa<step::SweepOp>(op))
    return true;
  Operation *done = schedule.getBody().front().getTerminator();
  return isa<step::LaunchOp>(op) && llvm::all_of(op->getResults(), [&](Value result) {
           return result.hasOneUse() && result.getUses().begin()->getOwner() == done &&
                  result.getUses().begin()->getOperandNumber() >= schedule.getResults().size();
         });
}

/// Nobody needs the buffer but updates and what made it.
static bool isGradient(ArrayRef<Value> values, step::ScheduleOp schedule) {
  bool updates = false;
  for (Value value : values) {
    if (!value.getDefiningOp<step::LaunchOp>() && !value.getDefiningOp<step::ViewOp>())
      return false;
    for (Operation *user : value.getUsers())
      if (isUpdate(user, schedule))
        updates = true;
      else if (!isa<step::ViewOp>(user))
        return false;
  }
  return updates;
}

/// Of what lies in the buffer at that moment.
static Location lineAt(int64_t moment, ArrayRef<Value> values, const Homes &homes) {
  Value latest = values.front();
  for (Value value : values)
    if (Operation *op = value.getDefiningOp();
        op && homes.start.lookup(op) <= moment && !isa<step::ViewOp>(op))
      latest = value;
  return latest.getLoc();
}

Footprint dlc::footprintOf(step::ScheduleOp schedule, const Homes &homes) {
  Footprint print;
  std::vector<int64_t> live = liveBytes(homes.buffers);
  auto fullest = std::max_element(live.begin(), live.end());
  print.live = *fullest;
  int64_t moment = fullest - live.begin();

  SmallVector<ArenaBuffer> rest;
  llvm::MapVector<Location, int64_t> owners;
  for (auto [buffer, values] : llvm::zip(homes.buffers, homes.inBuffer)) {
    int64_t bytes = alignUp(buffer.bytes);
    if (isGradient(values, schedule))
      print.gradients += bytes;
    else
      rest.push_back(buffer);
    if (buffer.from <= moment && moment <= buffer.to)
      owners[lineAt(moment, values, homes)] += bytes;
  }
  print.rest = peakBytes(rest);
  for (auto [line, bytes] : owners) { // of the same size, in the order of the launches
    auto place = llvm::find_if(print.owners, [&](auto &other) { return other.second < bytes; });
    print.owners.insert(place, {line, bytes});
  }
  return print;
}

DictionaryAttr dlc::describe(const Footprint &footprint, MLIRContext *context) {
  Builder b(context);
  SmallVector<Attribute> owners;
  for (auto [line, bytes] : footprint.owners)
    owners.push_back(b.getArrayAttr({LocationAttr(line), b.getI64IntegerAttr(bytes)}));
  return b.getDictionaryAttr({b.getNamedAttr("gradients", b.getI64IntegerAttr(footprint.gradients)),
                              b.getNamedAttr("live", b.getI64IntegerAttr(footprint.live)),
                              b.getNamedAttr("owners", b.getArrayAttr(owners)),
                              b.getNamedAttr("rest", b.getI64IntegerAttr(footprint.rest))});
}
