//===- Plan.h - how a nest becomes vectors, register tiles and tiles -------*- C++ -*-===//
//
// Everything that is decided, nothing that is emitted. A kernel is run as
//
//   for chunk of tiles                                    only with kBlock
//     for block of the reductions                         only with kBlock
//       for tile in chunk                                 origin of each parallel loop
//         [pack the panel that this tile's vectors need]  only with packed >= 0
//         for each parallel loop of `sweep`, by register block
//           accumulators = vectors; reductions; epilogue; stores
//
// `reg[i]` iterations of loop i stand in registers at once, `block[i]` in one tile.
//
//===--------------------------------------------------------------------------------===//
#ifndef DLC_CODEGEN_CPU_PLAN_H
#define DLC_CODEGEN_CPU_PLAN_H
#include "codegen/cpu/Kernel.h"
#include "codegen/cpu/Nest.h"

namespace dlc::cpu {

struct Plan {
  int vector = -1;          // the loop that runs along the lanes; -1: scalar code
  bool rows = false;        // `vector` is a reduction: lanes are folded at the end
  bool contraction = false; // rows of the register tile share what the lanes load
  int64_t lanes = 1;        // of one vector
  int transposed = -1;      // loop along which some inputs are contiguous when `vector` is not
  int interleaved = -1;     // loop along which the results are contiguous; all of it in registers
  int packed = -1;          // main's input that is copied into panels contiguous along `vector`
  int64_t packStride = 0;
  llvm::SmallVector<int64_t> reg, block; // per loop; 1 for reductions
  llvm::SmallVector<unsigned> sweep;     // parallel loops, outermost first; also the tile axes
  bool slides = false; // windows along the lanes: neighbours share most of what they load
  int slideLoop = -1;  // the places of such windows; -1: the windows' sums stand in registers
  int64_t steps = 1;   // of the innermost reduction at once
  // Sums over images (WindowPlan.cpp, PlacePlan.cpp).
  int rowReduction = -1;    // their rows,
  int windowRows = -1;      // and the loop whose steps meet the same ones; -1: there is none
  int windowColumns = -1;   // likewise for the innermost reduction
  int64_t rowsTogether = 1; // of the reduction
  // Per sweep over the tiles: kBlock iterations of reduction number kLevel and one of each before
  // it. 0: all.
  int64_t kBlock = 0;
  unsigned kLevel = 0;
  int64_t chunk = 0;            // tiles whose accumulators the scratch holds
  int64_t accumulatorBytes = 0; // of one register tile
  bool readsAhead = false;      // a block in the order of memory, before its tiles do in theirs
  int64_t packBytes = 0, readByte = 0, scratchBytes = 0;
  // Products of bf16 (PairPlan.cpp): both operands lie in scratch, in pairs.
  int pairs = -1;                  // the last reduction: neighbours share 32 bits; -1: no such plan
  int rowInput = -1, rowLoop = -1; // main's input beside the panel, and the loop of its rows
  int64_t groupBytes = 0;          // of the panel's columns that a register tile takes
  int64_t lineBytes = 0;           // of a pair of these
  int64_t rowsAtOnce = 0;          // are copied as one group: a register tile's, or more
  int64_t rowGroupBytes = 0;       // of a group, and in it
  int64_t rowStride = 0;           // between its rows
  int64_t pairStride = 0, stepStride = 0; // between the pairs of a row, and in one that is of f32
  int64_t rowByte = 0, rowBytes = 0;      // of all of a tile's rows, in scratch
  bool multipliesPairs = false;           // by an instruction
  // Lanes that hold several places of an image (PlacePlan.cpp).
  int placeLoop = -1;          // a reduction, along the lanes beside `vector`; -1: no such plan
  int spread = -1;             // main's input that has no channels; -1: there is none
  int64_t period = 0;          // places until lanes hold the same channels again,
  int64_t periodVectors = 0;   // and as many vectors
  int64_t periodsTogether = 1; // have sums of their own
  int64_t placeByte = 0, placeBytes = 0; // of a register tile's sums, in scratch
  // Passes over rows (RowPlan.cpp).
  int64_t unroll = 1;                              // vectors along the columns at once
  llvm::DenseMap<mlir::Value, int64_t> rowBuffers; // byte in scratch of what one row keeps

  static Plan make(const Nest &nest, const Facts &facts);

  bool sumsOverImages() const { return slides && rowReduction >= 0; }
  int64_t vectorsPerTile() const { return vector < 0 || rows ? 1 : reg[vector] / lanes; }
  int64_t registerTiles(const Nest &nest) const;            // in one tile
  llvm::SmallVector<unsigned> axes(const Nest &nest) const; // of `sweep`, those with several tiles
};

/// Whether input `i` of the stage is read, from memory.
bool isRead(const Stage &stage, unsigned i);

/// The op that joins two partial results of a reduction, if its body is such an op and one value
/// that does not depend on the accumulator: add, mul, min, max.
mlir::Operation *combinerOf(const Stage &stage);

/// As `cut` of step.kernel; empty: there is none. See Cut.cpp.
llvm::SmallVector<int64_t> cutOf(const Nest &nest, const Plan &plan);

/// Panels and blocks of the reductions: see Blocks.cpp.
void choosePanel(const Nest &nest, const Facts &facts, Plan &plan);
void chooseReductionBlock(const Nest &nest, const Facts &facts, Plan &plan);
/// Room for the accumulators of as many tiles as leave enough of the private cache.
void restAccumulators(const Nest &nest, const Facts &facts, Plan &plan);

/// Windows along the lanes, several places or all sums of which stand in registers: see
/// WindowPlan.cpp.
bool slideWindow(const Nest &nest, const Facts &facts, Plan &plan);
bool slideOverImage(const Nest &nest, const Facts &facts, Plan &plan);
void slideOverPlaces(const Nest &nest, Plan &plan);
void chooseRowsOfImage(const Nest &nest, const Facts &facts, Plan &plan);
/// The parallel loop whose steps lead to the same elements as those of `reduction`; -1: there is
/// none.
int overlapping(const Nest &nest, const Plan &plan, unsigned reduction);

/// Whether the contraction whose register tile has rows along loop `rows` multiplies bf16, and how
/// its tiles and reductions are cut: see PairPlan.cpp.
void choosePairs(const Nest &nest, const Facts &facts, unsigned rows, Plan &plan);
void choosePairTiles(const Nest &nest, Plan &plan);
void choosePairBlocks(const Nest &nest, const Facts &facts, Plan &plan);
/// Pairs in `iterations` of the reduction number `level` and all of those inside of it.
int64_t pairsBelow(const Nest &nest, unsigned level, int64_t iterations);

/// The same for output `output` of several.
mlir::Operation *combinerOf(const Stage &stage, unsigned output);

/// Lanes of the virtual vector: as many as fit of the widest type that varies.
int64_t lanesOf(const Nest &nest);

/// For a nest of several passes over rows.
Plan planRows(const Nest &nest, const Facts &facts);

/// See VectorLoop.cpp.
void chooseVectorLoop(const Nest &nest, Plan &plan);

/// The small loop beside `loop` in memory, of a result with few channels: all of its steps stand in
/// registers, and what lies together is put together there (Interleave.cpp). -1: there is none, or
/// `loop` is no better along the lanes for it.
int interleavedWith(const Nest &nest, unsigned loop);

/// Lanes over places and channels where channels alone would leave many idle: see PlacePlan.cpp.
void choosePlaces(const Nest &nest, const Facts &facts, Plan &plan);

/// The number of vectors and rows of the register tile: see RegisterTile.cpp.
void chooseRegisterTile(const Nest &nest, const Facts &facts, Plan &plan);
} // namespace dlc::cpu
#endif
