//===- WinogradCode.h - what the kernels of Winograd's convolution share ----*- C++ -*-===//
// F(4x4, 3x3): 6x6 elements of the image, which overlap by two, make 4x4 results. Both are
// transformed so that in between are 36 products of matrices, [tiles, C] x [C, O], instead of the
// 144 that the windows of 4x4 results take:
//
//   y = At [(G w Gt) . (Bt x B)] A
//
// A block of tiles goes through all of it in the thread's scratch, so that nothing but x, w and y
// passes the far caches. The gradient of w is the same from the other side, with sums over tiles:
//
//   dw = Gt [(Bt x B) . (A dy At)] G
#ifndef DLC_CODEGEN_CPU_WINOGRADCODE_H
#define DLC_CODEGEN_CPU_WINOGRADCODE_H
#include "codegen/cpu/Code.h"
#include "codegen/cpu/Kernel.h"
#include "ir/schedule/Dialect.h"

namespace dlc::cpu {
/// How the image is cut, transforms, and products.
class WinogradCode : protected Code {
protected:
  static constexpr int64_t lanes = 16, taps = 3, results = 4, window = 6, products = 36;
  static constexpr int64_t floatBytes = 4;

  /// [N,H,W,C] in memory.
  struct Image {
    mlir::Value memory;
    int64_t height, width, channels;
  };
  /// A tile: its image, and where its 4x4 results begin.
  struct Place {
    mlir::Value image, row, column;
  };
  /// 36 matrices in scratch, the places of a window: element (i, j) of matrix k is number
  /// k * stride + i * row + j.
  struct Matrices {
    mlir::Value memory;
    int64_t row, stride;
    static int64_t strideOf(int64_t rows, int64_t columns) { return rows * columns + lanes; }
  };
  using Values = llvm::SmallVector<mlir::Value>;
  using Line = Values (WinogradCode::*)(llvm::ArrayRef<mlir::Value>);
  using Load = llvm::function_ref<mlir::Value(int64_t, int64_t)>;
  using Store = llvm::function_ref<void(int64_t, int64_t, mlir::Value)>;

  /// `x`, the other operand and the result as in the ops.
  WinogradCode(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x, mlir::Value dy,
               llvm::ArrayRef<int64_t> low, const Facts &facts);

  /// The sandwich of a square between a matrix and its transpose, by lines.
  void transform(int64_t size, Load load, Line line, Store store);
  // A line through each of the matrices: Bt, At, G, A, Gt.
  Values ofImage(llvm::ArrayRef<mlir::Value> x);
  Values ofProducts(llvm::ArrayRef<mlir::Value> m);
  Values ofWeight(llvm::ArrayRef<mlir::Value> w);
  Values ofResults(llvm::ArrayRef<mlir::Value> y);
  Values ofSums(llvm::ArrayRef<mlir::Value> s);

  Place placeOf(mlir::Value tile);
  /// Where the window begins that the results at a place come of; before 0 among the zeros.
  Place windowOf(Place results);
  /// The largest whole number of vectors up to `most` that divides `channels`.
  static int64_t divisorOf(int64_t channels, int64_t most);
  /// Transforms `channels` channels of a square of `image`, what is outside being zero, and puts
  /// them from column `at` of row `row` on.
  void transformSquare(const Image &image, const Place &corner, int64_t size, bool inside,
                       mlir::Value channel, int64_t channels, Line line, const Matrices &to,
                       mlir::Value at);
  /// sums += left x right for one register tile, k from 0 on. `leftRow` is the distance of the rows
  /// of the result in `left`, `leftStep` and `rightStep` the distances of neighbours along k.
  Values multiply(mlir::Value left, mlir::Value at, int64_t leftRow, int64_t leftStep,
                  mlir::Value right, mlir::Value from, int64_t rightStep, mlir::Value depth,
                  Values sums);

  mlir::Type vectorType() { return mlir::VectorType::get({lanes}, b.getF32Type()); }
  mlir::Value load(mlir::Value memory, mlir::Value at);
  void store(mlir::Value value, mlir::Value memory, mlir::Value at);
  mlir::Value constant(double value);
  mlir::Value fma(double factor, mlir::Value x, mlir::Value y);
  mlir::Value weighted(double factor, mlir::Value x);
  Values zeros(int64_t count);

  Image x, y;
  int64_t batch, low[2], tileRows, tileColumns; // of one image
  int64_t rows, vectors;                        // of a register tile
  bool insideX, insideY;                        // no square reaches over the edge
};
} // namespace dlc::cpu
#endif
