//===- KernelLayouts.cpp - storage orders that kernels are made for ---------------===//
#include "passes/layout/KernelLayouts.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

Layout dlc::withInnermost(Layout layout, int64_t axis) {
  layout.erase(llvm::find(layout, axis));
  layout.push_back(axis);
  return layout;
}

std::pair<Layout, Layout> dlc::convLayouts(ConvOp conv) {
  ArrayRef<int64_t> w = typeOf(conv.getW()).getShape();
  int64_t rank = w.size(), first = rank - conv.getStrides().size();
  bool grouped = conv.isGrouped();
  bool small = grouped && w[first - 2] < 8 && w[first - 1] < 8;
  Layout image{0}, kernel;
  if (grouped && !small)
    kernel.push_back(0);
  for (int64_t dim = first; dim < rank; ++dim) {
    image.push_back(dim);
    kernel.push_back(dim);
  }
  if (grouped && !small)
    image.push_back(1);
  image.push_back(first - 1);
  kernel.append({first - 1, first - 2});
  if (small) {
    image.push_back(1);
    kernel.push_back(0);
  }
  return {image, kernel};
}

Layout dlc::sumsOfImages(int64_t rank, int64_t spatial) {
  const int64_t outputs = rank - spatial - 1;
  Layout layout{1};
  llvm::append_range(layout, llvm::seq<int64_t>(outputs + 1, rank));
  layout.append({0, outputs});
  llvm::append_range(layout, llvm::seq<int64_t>(2, outputs)); // small groups, as above
  return layout;
}
