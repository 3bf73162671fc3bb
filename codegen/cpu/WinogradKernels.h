//===- WinogradKernels.h - convolution and gradient of its weight -----------*- C++ -*-===//
#ifndef DLC_CODEGEN_CPU_WINOGRADKERNELS_H
#define DLC_CODEGEN_CPU_WINOGRADKERNELS_H
#include "codegen/cpu/WinogradCode.h"

namespace dlc::cpu {
/// Winograd.cpp
class Convolution : WinogradCode {
public:
  Convolution(mlir::OpBuilder &builder, mlir::Location loc, step::WinogradOp op,
              const Facts &facts);
  KernelShape shape();
  mlir::func::FuncOp function(llvm::StringRef name);

private:
  int64_t panelWidth() const { return vectors * lanes; }
  void transformImage(mlir::Value first, mlir::Value count);
  void transformWeight(mlir::Value chunk, mlir::Value panel);
  void addProducts(mlir::Value chunk, mlir::Value panel, mlir::Value count, bool isFirst);
  void transformProducts(mlir::Value first, mlir::Value count, mlir::Value panel);

  step::WinogradOp op;
  int64_t block, depth, chunks, panels;
  int64_t imageSize, weightSize, productSize; // of 36 matrices in scratch
  Matrices image, weight, product;
  mlir::Value w;
};

/// WinogradWeight.cpp
class WeightGradient : WinogradCode {
public:
  WeightGradient(mlir::OpBuilder &builder, mlir::Location loc, step::WinogradWeightOp op,
                 const Facts &facts);
  KernelShape shape();
  mlir::func::FuncOp function(llvm::StringRef name);

private:
  void transformTiles(mlir::Value first, mlir::Value count, mlir::Value channel,
                      mlir::Value output);
  void addProducts(mlir::Value count, mlir::Value isFirst);
  void transformSums(mlir::Value part, mlir::Value channel, mlir::Value output);

  step::WinogradWeightOp op;
  int64_t parts, imagesPerPart;
  int64_t block, channels, outputs; // of tiles; of a launch's tile
  Matrices image, result, sum;
  mlir::Value dw;
};
} // namespace dlc::cpu
#endif
