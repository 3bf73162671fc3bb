//===- WindowPlan.cpp - windows that slide over what lies along the lanes -------------===//
// As in a depthwise convolution: neighbouring places share most of what their windows hold, so
// several stand in registers. The gradient of the weight sums over all places instead, and the
// window's own places stand in registers, several rows and columns of the image at once:
//
//   for block of rows                                       kBlock: a few
//     [read the block, a row after the other]               readsAhead
//     for vector of channels
//       for row, by rowsTogether                            edges have code of their own
//         for column, by steps                              likewise
//           sums[ky][kx] += x[row + ky][column + kx] * dy[row][column]
//
// How many at once depends on shapes alone, so that every processor adds in the same order.
//===--------------------------------------------------------------------------------===//
#include "codegen/cpu/Plan.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
namespace dlc::cpu {

/// Whether steps of both loops lead to the same elements of an input that lies along the lanes.
static bool overlap(const Nest &nest, const Plan &plan, unsigned loop, unsigned reduction) {
  const Stage &main = nest.main();
  for (unsigned i = 0; i < main.numInputs; ++i) {
    const Access &access = main.accesses[i];
    if (!main.reads(i) || !access.linear || access.inRegister() || !access.dependsOn(plan.vector))
      continue;
    // A long frame leads into the next image as well, which is no window's step.
    if (llvm::any_of(access.guards, [&](const Guard &guard) {
          return guard.linear && !guard.stride[loop] != !guard.stride[reduction];
        }))
      continue;
    const int64_t a = access.stride[loop], b = access.stride[reduction];
    auto meets = [&](int64_t wide, int64_t narrow, unsigned other) {
      return wide % narrow == 0 && wide / narrow < nest.loops[other].bound;
    };
    if (a > 0 && b > 0 && (meets(a, b, reduction) || meets(b, a, loop)))
      return true;
  }
  return false;
}

/// A window that slides over what lies along the lanes, as in a depthwise convolution: several
/// places of the window stand in registers, and a row of the window is taken at once.
bool slideWindow(const Nest &nest, const Facts &facts, Plan &plan) {
  constexpr int64_t longestWindow = 7;
  const unsigned inner = nest.reductions().back();
  const int64_t window = nest.loops[inner].bound;
  if (window > longestWindow || !nest.loops[inner].isStatic())
    return false;
  for (unsigned loop : llvm::reverse(nest.parallel())) {
    if (static_cast<int>(loop) == plan.vector || !overlap(nest, plan, loop, inner))
      continue;
    const int64_t bound = nest.loops[loop].bound;
    const int64_t vectors =
        facts.registers >= 32 && nest.loops[plan.vector].bound > plan.lanes ? 2 : 1;
    const int64_t most = std::min<int64_t>(bound, facts.registers >= 32 ? 8 / vectors : 4);
    int64_t places = most;
    while (places > most / 2 && bound % places)
      --places;
    plan.reg[plan.vector] = vectors * plan.lanes;
    plan.reg[loop] = bound % places ? most : places;
    plan.steps = window;
    plan.slides = true;
    plan.slideLoop = loop;
    return true;
  }
  return false;
}

/// Sums over all places of such a window: several places at once.
void slideOverPlaces(const Nest &nest, Plan &plan) {
  const unsigned inner = nest.reductions().back();
  for (unsigned loop : nest.parallel()) {
    if (static_cast<int>(loop) == plan.vector || plan.reg[loop] == 1 ||
        !nest.loops[inner].isStatic() || !overlap(nest, plan, loop, inner))
      continue;
    plan.slides = true;
    for (int64_t steps : {4, 3, 2})
      if (nest.loops[inner].bound % steps == 0) {
        plan.steps = steps;
        return;
      }
  }
}

int overlapping(const Nest &nest, const Plan &plan, unsigned reduction) {
  for (unsigned loop : nest.parallel())
    if (static_cast<int>(loop) != plan.vector && overlap(nest, plan, loop, reduction))
      return loop;
  return -1;
}

bool slideOverImage(const Nest &nest, const Facts &facts, Plan &plan) {
  const Stage &main = nest.main();
  auto reductions = nest.reductions();
  if (!isa_and_nonnull<arith::AddFOp>(combinerOf(main)) || reductions.size() < 2)
    return false;
  const unsigned places = reductions.back(), rows = reductions[reductions.size() - 2];
  const int columns = overlapping(nest, plan, places), height = overlapping(nest, plan, rows);
  if (columns < 0 || height < 0 || columns == height || !nest.loops[places].isStatic() ||
      !nest.loops[rows].isStatic())
    return false;
  for (unsigned i = 0; i < main.numInputs; ++i)
    if (isRead(main, i) && !main.accesses[i].linear)
      return false;
  // As many sums as leave room for what they share.
  const int64_t width = nest.loops[columns].bound;
  if (width > facts.registers / 2)
    return false;
  plan.reg[plan.vector] = plan.lanes;
  plan.reg[columns] = width;
  plan.reg[height] = std::min(nest.loops[height].bound, facts.registers / 2 / width);
  int64_t tiles = 1;
  for (unsigned loop : nest.parallel())
    tiles *= llvm::divideCeil(nest.loops[loop].bound, plan.reg[loop]);
  if (tiles < 4) // too few for the threads
    plan.reg[height] = 1;
  plan.slides = true;
  plan.rowReduction = rows;
  plan.windowRows = height;
  plan.windowColumns = columns;
  auto divisor = [](int64_t bound, std::initializer_list<int64_t> sizes) {
    for (int64_t size : sizes)
      if (bound % size == 0)
        return size;
    return int64_t(1);
  };
  plan.rowsTogether = divisor(nest.loops[rows].bound, {4, 3, 2});
  plan.steps = plan.rowsTogether > 2 ? divisor(nest.loops[places].bound, {2})
                                     : divisor(nest.loops[places].bound, {4, 3, 2});
  return true;
}

/// Sums over all places of an image, by channel: vectors of channels lie side by side, and each
/// would go through all images by itself. A few rows of an image at a time stay near until all
/// channels have been through. What other launches have driven out of the caches since it was made
/// is read in the order of memory before: each vector of channels by itself takes a line in
/// hundreds of bytes. (A kernel by itself, whose images stay in the last cache, is a quarter slower
/// by that.)
void chooseRowsOfImage(const Nest &nest, const Facts &facts, Plan &plan) {
  constexpr int64_t lineBytes = 64, large = 4 << 20;
  const Stage &main = nest.main();
  auto reductions = nest.reductions();
  if (reductions.size() < 2 || nest.loops[plan.vector].bound <= plan.reg[plan.vector])
    return;
  const unsigned level = reductions.size() - 2;
  int64_t row = 0, all = 0;
  bool lines = plan.sumsOverImages() && nest.loops[plan.vector].bound % plan.lanes == 0 &&
               plan.block[plan.vector] == plan.lanes;
  for (unsigned i = 0; i < main.numInputs; ++i) {
    const Access &access = main.accesses[i];
    if (!isRead(main, i))
      continue;
    if (!access.linear)
      return;
    row += std::abs(access.stride[reductions[level]]) * access.elementBytes();
    all += access.size * access.elementBytes();
    lines &= plan.lanes * access.elementBytes() == lineBytes && access.contiguous(plan.vector);
  }
  if (!row || all <= facts.l2Bytes / 2)
    return;
  const int64_t bound = nest.loops[reductions[level]].bound, least = plan.rowsTogether;
  plan.readsAhead = lines && all >= large && least * row <= facts.l2Bytes / 2;
  const int64_t most = std::max(facts.l2Bytes / (plan.readsAhead ? 8 : 4) / row, least);
  const int64_t rows = std::min(most / least * least, bound);
  if (rows == bound && level == 0 && !plan.readsAhead)
    return;
  plan.kBlock = llvm::divideCeil(bound, llvm::divideCeil(bound, rows)); // rather equal ones
  plan.kBlock = llvm::alignTo(plan.kBlock, least);
  plan.kLevel = level;
  restAccumulators(nest, facts, plan);
  if (plan.sumsOverImages()) // one image at a time
    plan.chunk = llvm::divideCeil(nest.loops[plan.vector].bound, plan.block[plan.vector]) *
                 llvm::divideCeil(nest.loops[plan.windowRows].bound, plan.block[plan.windowRows]);
}
} // namespace dlc::cpu
