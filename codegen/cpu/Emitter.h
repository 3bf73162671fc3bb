//===- Emitter.h - writes a planned kernel as scf, vector and arith --------*- C++ -*-===//
//
// Only one-dimensional vectors and flat memrefs are emitted: they lower one to one to LLVM, where
// n-dimensional ones are unrolled by patterns that cost compile time and, for sizes that are no
// power of two, scalarise. Unrolling happens here, by emitting a point after the other.
//
//   Function.cpp      the function, what is hoisted to its entry, values of loop extents
//   Tiles.cpp         tiles, blocks of the reduction, register tiles within a tile
//   RegisterBody.cpp  one register tile: accumulators, stages, stores
//   WindowBody.cpp    windows that slide over what lies along the lanes
//   Prefetch.cpp      what the machine does not foresee
//   Rows.cpp          reductions along the lanes
//   RowKernel.cpp     several passes over the same rows
//   Body.cpp          a linalg body on vectors
//   PlaceBody.cpp     sums whose lanes hold several places of an image
//   PairPanel.cpp     panels of bf16, in pairs; PairBody.cpp: register tiles that multiply these
//   Guards.cpp        what is padded in passing; PaddedLoads.cpp: its elements
//   Memory.cpp        loads and stores; Panel.cpp: transposed ones; Interleave.cpp: results of
//                     several vectors put together; Indirect.cpp: where data says
//
//===--------------------------------------------------------------------------------===//
#ifndef DLC_CODEGEN_CPU_EMITTER_H
#define DLC_CODEGEN_CPU_EMITTER_H
#include "codegen/cpu/Plan.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include <map>

namespace dlc::cpu {

/// What runs along the lanes of a load, store or body.
struct Lanes {
  int loop = -1;     // -1: scalars
  int64_t count = 1; // of one vector
  int64_t valid = 1; // the first so many are there; the others hold 0
  mlir::Value mask;  // instead of `valid`, when it is known at run time only
  bool masked() const { return mask || valid < count; }
};

/// A register tile: the origin of every loop (null: 0), and how many iterations stand in registers.
struct Tile {
  llvm::SmallVector<mlir::Value> base, origin; // origin: of the whole tile
  llvm::SmallVector<int64_t> extent;
  /// Least and greatest base of the loops that are known to keep away from an edge.
  llvm::DenseMap<unsigned, std::pair<int64_t, int64_t>> range;
  mlir::Value chunkIndex; // of the whole tile in its chunk, with kBlock
};

/// What joins with anything and leaves it as it is.
mlir::TypedAttr neutralOf(mlir::Operation *combiner, mlir::Type type, mlir::Builder &b);

/// One vector (or scalar) of a register tile.
struct Point {
  llvm::SmallVector<int64_t> delta; // from the tile's base, per loop
  int64_t valid = 1;
};

class Emitter {
public:
  Emitter(mlir::OpBuilder &builder, mlir::Location loc, const Nest &nest, const Plan &plan)
      : b(loc, builder), nest(nest), plan(plan) {}
  mlir::func::FuncOp function(llvm::StringRef name);

private:
  using Values = llvm::SmallVector<mlir::Value>;

  // Function.cpp
  void hoistKnown(const Stage &stage, llvm::DenseMap<mlir::Value, mlir::Value> &known);
  void hoistInvariants();
  mlir::Value outer(mlir::Value value);
  mlir::Value extentOf(unsigned loop); // null: the bound
  mlir::Value index(int64_t value);
  mlir::Value add(mlir::Value value, int64_t constant);
  mlir::Value evaluate(mlir::AffineExpr expr, llvm::ArrayRef<mlir::Value> dims);
  mlir::Type widened(mlir::Type scalar, int64_t lanes);
  mlir::Value constantVector(llvm::ArrayRef<int64_t> values, mlir::Type element);

  // Tiles.cpp
  void tiles(mlir::Value begin, mlir::Value end);
  void tileRange(mlir::Value begin, mlir::Value end);
  void reductionBlocks(mlir::Value begin, mlir::Value end);
  mlir::Value panelOf(const Tile &tile);
  void decode(mlir::Value tile, Tile &result);
  void sweep(size_t level, Tile &tile);
  void eachEdge(unsigned loop, Tile &tile, mlir::Value at,
                llvm::function_ref<void(mlir::Value)> emit);
  void forEach(mlir::Value lower, mlir::Value upper, int64_t step,
               llvm::function_ref<void(mlir::Value)> body);
  Values accumulate(mlir::Value lower, mlir::Value upper, int64_t step, Values init,
                    llvm::function_ref<Values(mlir::Value, Values)> body);
  void when(mlir::Value condition, llvm::function_ref<void()> then,
            llvm::function_ref<void()> otherwise = nullptr);
  Values either(mlir::Value condition, mlir::TypeRange types, llvm::function_ref<Values()> then,
                llvm::function_ref<Values()> otherwise);

  // RegisterBody.cpp
  llvm::SmallVector<Point> points(const Tile &tile) const;
  void registerTile(Tile &tile);
  Values initial(const Tile &tile, llvm::ArrayRef<Point> points);
  Values reduce(size_t level, Tile &tile, llvm::ArrayRef<Point> points, Values accumulators);
  Values step(const Tile &tile, llvm::ArrayRef<Point> points, Values accumulators,
              const Lanes *lanes);
  void finish(const Tile &tile, llvm::ArrayRef<Point> points, Values results);
  mlir::Value operand(const Stage &stage, unsigned i, const Tile &tile,
                      llvm::ArrayRef<Point> points, size_t point, const Lanes &lanes);
  mlir::Value restingPlace(const Tile &tile);
  void rest(mlir::Value place, llvm::ArrayRef<mlir::Value> values);
  Values resume(mlir::Value place, llvm::ArrayRef<mlir::Value> like);
  Lanes lanesOf(const Point &point) const;
  mlir::Value upperOf(unsigned reduction);
  mlir::Value lowerOf(unsigned reduction);

  // WindowBody.cpp
  Values reduceSteps(unsigned loop, Tile &tile, llvm::ArrayRef<Point> points, Values accumulators);
  Values reduceImageRows(Tile &tile, llvm::ArrayRef<Point> points, Values sums);
  Values stepsOfWindow(unsigned loop, const Tile &tile, llvm::ArrayRef<Point> points,
                       Values values);
  Values stepOfImage(unsigned columns, const Tile &tile, llvm::ArrayRef<Point> points, Values sums);

  // Prefetch.cpp
  void prefetch(const Access &access, mlir::Value offset, unsigned level);
  void prefetchEpilogue(const Tile &tile, llvm::ArrayRef<Point> points);
  void prefetchRows(const Tile &tile, const Point &point);
  void prefetchWindow(Tile tile, llvm::ArrayRef<Point> points);
  struct Newest {
    const Access *access;
    Point point;
    int64_t lastRow;
  };
  void addNewest(const Access &access, const Tile &anywhere, llvm::SmallVector<Newest> &found);
  void readAhead(mlir::Value begin, mlir::Value end);

  // Rows.cpp
  Values reduceRows(Tile &tile, llvm::ArrayRef<Point> points);
  Values sweepRow(size_t level, Tile &tile, llvm::ArrayRef<Point> points, Values accumulators);
  mlir::Value combine(mlir::Operation *combiner, mlir::Value lhs, mlir::Value rhs);
  Values fold(mlir::Operation *combiner, Values vectors);

  // RowKernel.cpp
  void rowTile(Tile &tile);
  void rowStage(const Stage &stage, const Tile &tile, llvm::ArrayRef<Point> points);
  void columnStage(const Stage &stage, Tile &tile, llvm::ArrayRef<Point> points);
  void hoistFromColumns(const Stage &stage, const Tile &tile, llvm::ArrayRef<Point> points);
  Values alongColumns(const Stage &stage, Tile &tile, llvm::ArrayRef<Point> rows,
                      Values accumulators);
  Values acrossColumns(const Stage &stage, size_t level, Tile &tile, llvm::ArrayRef<Point> points,
                       Values accumulators);
  Values columnStep(const Stage &stage, const Tile &tile, llvm::ArrayRef<Point> rows,
                    size_t vectors, const Lanes *along, Values accumulators);
  mlir::Value columnOperand(const Stage &stage, unsigned i, const Tile &tile, const Point &point,
                            size_t row, const Lanes &lanes);
  mlir::Value bufferByte(const Access &access, const Tile &tile, const Point &point, size_t row);
  mlir::Value bufferLoad(const Access &access, mlir::Value byte);
  void bufferStore(mlir::Value value, const Access &access, mlir::Value byte);

  // Body.cpp
  Values body(const Stage &stage, llvm::ArrayRef<mlir::Value> arguments, const Tile &tile,
              const Point &point, const Lanes &lanes);
  mlir::Value splat(mlir::Value value, int64_t lanes);
  mlir::Value loopIndex(int loop, const Tile &tile, const Point &point, const Lanes &lanes);

  // Guards.cpp
  enum class Known { inside, outside, nothing };
  Known whereIs(const Guard &guard, const Tile &tile, const Point &point, const Lanes &lanes);
  bool isInside(const Guard &guard, const Tile &tile, llvm::ArrayRef<Point> points);
  bool isOutside(const Tile &tile, const Point &point, const Lanes &lanes);
  bool leadsOverEdge(unsigned loop) const;
  bool meetsEdge(unsigned loop) const;
  bool crossesEdge(unsigned loop, const Tile &tile, llvm::ArrayRef<Point> points);
  llvm::SmallVector<const Guard *> clip(llvm::ArrayRef<unsigned> loops, const Tile &tile,
                                        llvm::ArrayRef<Point> points, mlir::Value &lower,
                                        mlir::Value &upper);
  Values withinImage(llvm::ArrayRef<unsigned> loops, const Tile &tile, llvm::ArrayRef<Point> points,
                     Values accumulators, llvm::function_ref<Values(Values)> emitStep);
  Values reduceClipped(llvm::ArrayRef<unsigned> loops, Tile &tile, llvm::ArrayRef<Point> points,
                       Values accumulators, llvm::function_ref<Values(Values)> emitStep);

  // PaddedLoads.cpp
  mlir::Value inside(const Access &access, const Tile &tile, const Point &point,
                     const Lanes &lanes);
  mlir::Value loadInside(mlir::Value within, const Access &access, const Tile &tile,
                         const Point &point, const Lanes &lanes);

  // Memory.cpp
  mlir::Value offsetOf(const Access &access, const Tile &tile, const Point &point);
  mlir::Value laneOffsets(const Access &access, const Tile &tile, const Point &point,
                          const Lanes &lanes);
  /// Stores the lanes that are there, one behind the other.
  void storeRow(mlir::Value value, mlir::Value memory, mlir::Value offset, const Lanes &lanes);
  mlir::Value maskOf(const Lanes &lanes);
  mlir::Value loadStored(const Access &access, const Tile &tile, const Point &point,
                         const Lanes &lanes);
  std::optional<int64_t> distanceOf(mlir::AffineExpr expr, const Point &point) const;
  mlir::Value load(const Access &access, const Tile &tile, const Point &point, const Lanes &lanes);
  void store(mlir::Value value, const Access &access, const Tile &tile, const Point &point,
             const Lanes &lanes);
  mlir::Value fromStored(mlir::Value value, const Access &access);
  void storeInterleaved(Values values, const Access &access, const Tile &tile, const Point &point);
  mlir::Value scratchLoad(mlir::Value byte, mlir::Type type);
  void scratchStore(mlir::Value value, mlir::Value byte);

  // Indirect.cpp
  using Lookup = llvm::function_ref<mlir::Value(mlir::Value)>;
  /// Where the lanes of a load or store lie: `offset`, and from lane to lane `stride` further; or
  /// each at its own of `offsets`.
  struct Spot {
    mlir::Value offset, offsets;
    int64_t stride = 0;
  };
  bool evenly(const Stage &stage, mlir::Value index, const Tile &tile, const Point &point,
              const Lanes &lanes, Lookup lookup, Spot &spot);
  Spot spotOf(const Stage &stage, mlir::Value memref, mlir::ValueRange indices, const Tile &tile,
              const Point &point, const Lanes &lanes, Lookup lookup);
  mlir::Value loadAt(mlir::Value memref, const Spot &spot, const Lanes &lanes);
  void storeAt(mlir::Value value, mlir::Value memref, const Spot &spot, const Lanes &lanes,
               mlir::Value condition);
  bool emitIndirect(mlir::Operation &op, const Stage &stage, const Tile &tile, const Point &point,
                    const Lanes &lanes, Lookup lookup, mlir::Value &result);

  // Panel.cpp
  void pack(const Tile &tile, int64_t rows);
  void packAlong(const Tile &tile, int contiguous, int64_t columns, int64_t rows);
  mlir::Value panelByte(const Tile &tile, const Point &point);
  Values transpose(Values rows);
  mlir::Value transposedOperand(const Access &access, const Tile &tile, const Point &point,
                                const Lanes &lanes);

  // PlaceBody.cpp
  bool staysInside(const Access &access, const Tile &tile, const Point &point, int64_t count) const;
  mlir::Value loadPlaces(const Access &access, const Tile &tile, const Point &point,
                         int64_t skipped, int64_t count, int64_t lanes, bool zeros);
  mlir::Value spreadPlaces(const Tile &tile, Point point, int64_t number, int64_t valid,
                           bool zeros);
  void addPlaces(const Tile &tile, llvm::ArrayRef<Point> points, int64_t number, int64_t rows,
                 int64_t places, llvm::MutableArrayRef<mlir::Value> sums);
  Values alongPlaces(Tile &tile, llvm::ArrayRef<Point> points, int64_t first, int64_t count,
                     int64_t rows, Values sums);
  Values overPlaces(size_t level, Tile &tile, llvm::ArrayRef<Point> points, int64_t first,
                    int64_t count, Values sums);
  Values foldPlaces(llvm::ArrayRef<mlir::Value> starts);
  Values reducePlaces(Tile &tile, llvm::ArrayRef<Point> points);

  // PairPanel.cpp
  /// A part of the steps from somewhere on: so many of them, or `left`, which is fewer than a whole
  /// part and known at run time only.
  struct Part {
    int64_t valid;
    mlir::Value left;
  };
  void inParts(mlir::Value lower, mlir::Value upper, std::optional<int64_t> count, int64_t size,
               llvm::function_ref<void(mlir::Value, const Part &)> body);
  std::optional<int64_t> stepsAtOnce(unsigned reduction) const;
  void overPairs(Tile &at, int64_t size, llvm::function_ref<void(const Part &)> body);
  mlir::Value pairAt(const Tile &tile);
  Values rounded(mlir::Value low, mlir::Value high, bool interleave);
  Values stepsOf(const Access &access, const Tile &tile, Point point, const Part &part);
  Values lanesOfTwo(const Access &access, const Tile &tile, const Point &point, const Lanes &lanes,
                    bool both);
  mlir::Value groupByte(const Tile &tile);
  void packPairs(const Tile &tile, int64_t columns);
  void packGroup(Tile &at, int64_t columns);
  void packColumns(const Tile &at, int64_t columns, mlir::Value byte, const Part &part);

  // PairBody.cpp
  mlir::Value rowTileByte(const Tile &tile);
  void packRows(Tile &tile);
  void packRowTile(const Tile &tile);
  Values reducePairs(const Tile &tile, llvm::ArrayRef<Point> points, Values accumulators);
  mlir::Value addFactors(mlir::Value sum, mlir::Value x, mlir::Value y);
  mlir::Value loadFactor(mlir::Value byte, bool broadcast);

  /// Values are reused within a block only; whoever opens or leaves a block forgets them.
  void forget();

  mlir::ImplicitLocOpBuilder b;
  const Nest &nest;
  const Plan &plan;
  mlir::Block *entry = nullptr;
  mlir::Value scratch, kFirst, kLast, chunkBegin;
  bool packingRows = false; // the loops inside of a tile are emitted for its rows to be copied
  llvm::SmallVector<std::pair<mlir::Value, mlir::Value>> kRange; // of the first reductions
  llvm::DenseMap<mlir::Value, mlir::Value> flat, outerValues, invariants;
  llvm::DenseMap<mlir::Value, Values> registers; // allocas between stages, per point
  std::vector<llvm::DenseMap<mlir::Value, mlir::Value>> rowValues; // invariants of each point
  llvm::SmallVector<mlir::Value> extents;                          // per loop; null: static
  llvm::DenseMap<mlir::Value, mlir::Value> splats;
  std::map<const Access *, mlir::Value> bases;
  std::map<std::pair<const Access *, llvm::SmallVector<int64_t, 4>>, mlir::Value> loads;
  llvm::DenseSet<const Guard *> settled; // hold in all of the loops around
  std::map<std::pair<const Access *, int64_t>, Values> transposedLoads;
};
} // namespace dlc::cpu
#endif
