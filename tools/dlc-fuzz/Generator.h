//===- Generator.h - random small programs -----------------------------------*- C++ -*-===//
#ifndef DLC_TOOLS_FUZZ_GENERATOR_H
#define DLC_TOOLS_FUZZ_GENERATOR_H
#include "ir/graph/Dialect.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/OwningOpRef.h"
#include "tools/dlc-check/Tensor.h"
#include "tools/dlc-fuzz/Random.h"
#include <optional>

namespace dlc::fuzz {
/// The program of a seed: one entry @f over dynamic and static dims.
mlir::OwningOpRef<mlir::ModuleOp> randomProgram(mlir::MLIRContext *context, uint64_t seed);

/// A value, and what is known of its numbers.
struct Node {
  mlir::Value value;
  double bound; // of the absolute value, about
  bool exact;   // no rounding on the way: what jumps between neighbouring numbers may look at it
  mlir::RankedTensorType type() const { return ir::typeOf(value); }
  mlir::Type element() const { return type().getElementType(); }
  int64_t rank() const { return type().getRank(); }
};

struct Axis {
  int64_t size;
  ir::LiveDim live;
};

/// What a random number is drawn from; the iteration is of the loop around, if there is one.
struct Stream {
  mlir::Value seed, call, iteration;
};

/// A block that grows op by op: an entry's, or the body of a loop. Each family of ops adds one of
/// its own, or nothing and false where no value so far suits it.
class Generator {
public:
  /// `depth`: 0 for an entry, 1 for a region in it, and so on.
  Generator(Random &random, mlir::Block *block, llvm::ArrayRef<Axis> axes, int depth = 0);

  /// Adds the first inputs.
  void start();
  /// Adds `count` ops.
  void grow(int count);
  void addArgument(mlir::Value value, double bound, bool exact = true);
  /// From here on random numbers may be drawn.
  void open(Stream stream) { this->stream = stream; }
  /// What an entry leaves in a state that it found at `before`.
  mlir::Value nextState(mlir::Value before);
  /// The last gradient with respect to `x`, or null.
  mlir::Value gradientOf(mlir::Value x) const;
  std::vector<check::Range> ranges; // of the entry's inputs
  /// Values that nobody reads yet, the last ones first.
  std::vector<Node> unread() const;
  /// Gradients of a sum of squares with respect to inputs and, sometimes, a value between.
  bool addBackward();

private:
  // Elementwise: GenerateElementwise.cpp
  bool addUnary(), addGuarded(), addBinary(), addInteger(), addCompare(), addSelect(), addConvert();
  // Elements moved: GenerateMovement.cpp
  bool addPermute(), addReshape(), addBroadcast(), addSlice(), addPad(), addReverse(), addConcat(),
      addWindows();
  // Many elements become one, or go where data says: GenerateStructured.cpp
  bool addReduce(), addArgmax(), addCumulate(), addContract(), addConv(), addMaxPool(), addGather(),
      addScatter();
  // A loop, a branch: GenerateControl.cpp
  bool addScan(), addWhile(), addCond();
  // Loops as models have them: GenerateRecurrence.cpp
  bool addRecurrence();
  // Pieces with a gradient of their own: GenerateRegions.cpp
  bool addCheckpoint(), addCustomGradient();
  // Numbers from nothing: GenerateSources.cpp
  bool addRandom(), addDropout(), addConstant(), addIota();

  std::optional<Node> pick(llvm::function_ref<bool(const Node &)> suits);
  std::optional<Node> pickFloat();
  /// Another value of this type, made where there is none.
  Node partner(mlir::RankedTensorType type);
  Node splat(mlir::RankedTensorType type);
  /// A new input of the entry; none in a body.
  std::optional<Node> input(mlir::RankedTensorType type, check::Range range);
  /// Keeps the value unless it is large; a number that may be is brought back by a tanh.
  bool keep(mlir::Value value, double bound, bool exact);
  mlir::Value create(llvm::StringRef name, mlir::ValueRange operands, mlir::Type type);
  mlir::Value number(double value, mlir::RankedTensorType type);
  /// The stream's values among the operands of a region now and then: how many. A loop counts its
  /// own iterations.
  unsigned handStream(llvm::SmallVectorImpl<mlir::Value> &operands, bool isLoop = false);
  /// A generator inside of a region with these of its arguments to compute with; `streams` are none
  /// or those of a stream.
  Generator inside(mlir::Block *body, mlir::ValueRange values, mlir::ValueRange streams);
  /// `through` of the value and all that is unread of its type.
  mlir::Value joined(mlir::Value value, llvm::StringRef through);
  /// A random tensor of the stream.
  mlir::Value draw(mlir::RankedTensorType type);
  struct Steps {
    int64_t length;
    ir::LiveAttr live;
    mlir::RankedTensorType slice;
  };
  std::optional<Steps> stepsOf(const Node &x);
  mlir::RankedTensorType randomType(mlir::Type element, int64_t maxRank);
  mlir::Type randomFloat();
  check::Range indexRange(int64_t size);

  Random &random;
  mlir::ImplicitLocOpBuilder b;
  mlir::Block *block;
  std::vector<Axis> axes;
  int depth;
  std::optional<Stream> stream;
  std::vector<Node> nodes;
  std::vector<std::pair<mlir::Value, mlir::Value>> gradients; // of what, and it
};

inline bool isFloat(mlir::Type element) { return mlir::isa<mlir::FloatType>(element); }
inline bool isFloat(const Node &node) { return isFloat(node.element()); }
inline bool isInt(const Node &node) { return !isFloat(node) && !node.element().isInteger(1); }
inline bool isMask(const Node &node) { return node.element().isInteger(1); }
inline bool isHalf(mlir::Type element) { return element.isF16() || element.isBF16(); }
inline bool isNumber(const Node &node) { return !isMask(node) && node.rank() > 0; }
inline bool isStatic(const Node &node, int64_t dim) { return !ir::liveOf(node.type())[dim].symbol; }
} // namespace dlc::fuzz
#endif
