//===- KernelLayouts.h - storage orders that kernels are made for ------*- C++ -*-===//
#ifndef DLC_PASSES_LAYOUT_KERNELLAYOUTS_H
#define DLC_PASSES_LAYOUT_KERNELLAYOUTS_H
#include "passes/layout/Layout.h"

namespace dlc {
/// Storage order with `axis` moved innermost.
Layout withInnermost(Layout layout, int64_t axis);

/// Of x and y, and of w. Vectors run along output channels, or along groups that are small.
std::pair<Layout, Layout> convLayouts(ir::ConvOp conv);

/// [N,kernel..,C,O,G] of [C,N,G,O,kernel..]: of each image, what a weight is (HWIO).
Layout sumsOfImages(int64_t rank, int64_t spatial);

// The only storage orders that Winograd's convolution knows.
inline Layout winogradImage() { return {0, 2, 3, 1}; }   // [N,H,W,C]
inline Layout winogradWeight() { return {2, 3, 1, 0}; }  // [3,3,C,O]
inline Layout winogradSums() { return {0, 3, 4, 1, 2}; } // [P,3,3,C,O] of [P,C,O,3,3]
} // namespace dlc
#endif
