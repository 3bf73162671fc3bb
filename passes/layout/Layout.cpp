//===- Layout.cpp - storage order of a tensor -------------------------------------===//
#include "passes/layout/Layout.h"
#include "ir/graph/Reshape.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

Layout dlc::rowMajor(int64_t rank) { return llvm::to_vector(llvm::seq<int64_t>(0, rank)); }

bool dlc::isRowMajor(ArrayRef<int64_t> layout) {
  return llvm::all_of(llvm::enumerate(layout),
                      [](auto axis) { return int64_t(axis.index()) == axis.value(); });
}

Value dlc::outerOf(BlockArgument argument) {
  Operation *parent = argument.getOwner()->getParentOp();
  unsigned place = argument.getArgNumber();
  if (auto scan = dyn_cast<ScanOp>(parent)) {
    unsigned first = 1 + scan.getXs().size();
    bool constant = place >= first && place < first + scan.getConsts().size();
    return constant ? scan.getConsts()[place - first] : Value();
  }
  if (auto cond = dyn_cast<CondOp>(parent))
    return cond.getInputs()[place];
  return {};
}

Layout dlc::layoutOf(Value value) {
  int64_t rank = typeOf(value).getRank();
  if (auto result = dyn_cast<OpResult>(value)) {
    auto layouts = result.getOwner()->getAttrOfType<ArrayAttr>("dlc.layouts");
    if (!layouts)
      return rowMajor(rank);
    return Layout(cast<DenseI64ArrayAttr>(layouts[result.getResultNumber()]).asArrayRef());
  }
  Operation *parent = value.getParentBlock()->getParentOp();
  unsigned place = cast<BlockArgument>(value).getArgNumber();
  if (Value outer = outerOf(cast<BlockArgument>(value)))
    return layoutOf(outer);
  auto entry = dyn_cast<EntryOp>(parent);
  if (!entry || place < entry.getInputs().size())
    return rowMajor(rank);
  auto program = entry->getParentOfType<ProgramOp>();
  auto ref = cast<FlatSymbolRefAttr>(entry.getStates()[place - entry.getInputs().size()]);
  auto perm = program.lookupSymbol(ref.getAttr())->getAttrOfType<DenseI64ArrayAttr>("perm");
  return perm ? Layout(perm.asArrayRef()) : rowMajor(rank);
}

void dlc::setLayout(OpResult value, ArrayRef<int64_t> layout) {
  Operation *op = value.getOwner();
  Builder b(op->getContext());
  SmallVector<Attribute> layouts;
  for (OpResult result : op->getResults())
    layouts.push_back(b.getDenseI64ArrayAttr(result == value ? Layout(layout) : layoutOf(result)));
  op->setAttr("dlc.layouts", b.getArrayAttr(layouts));
}

AffineMap dlc::storageMap(ArrayRef<int64_t> layout, MLIRContext *context) {
  return AffineMap::getPermutationMap(layout, context);
}

SmallVector<int64_t> dlc::storageShape(RankedTensorType type, ArrayRef<int64_t> layout) {
  SmallVector<int64_t> shape;
  for (int64_t axis : layout)
    shape.push_back(type.getDimSize(axis));
  return shape;
}

/// Axes of size 1 may stand anywhere: outermost, unless row-major is the same.
static Layout canonical(RankedTensorType type, ArrayRef<int64_t> layout) {
  auto isOne = [&](int64_t axis) { return type.getDimSize(axis) == 1; };
  Layout order(llvm::make_filter_range(layout, [&](int64_t axis) { return !isOne(axis); }));
  if (llvm::is_sorted(order))
    return rowMajor(type.getRank());
  Layout ones(llvm::make_filter_range(rowMajor(type.getRank()), isOne));
  ones.append(order);
  return ones;
}

std::optional<Layout> dlc::layoutThrough(RankedTensorType from, ArrayRef<int64_t> layout,
                                         RankedTensorType to) {
  SmallVector<ReshapeGroup> groups = reshapeGroups(from.getShape(), to.getShape());
  Layout result;
  Layout order(
      llvm::make_filter_range(layout, [&](int64_t axis) { return from.getDimSize(axis) != 1; }));
  size_t next = 0;
  while (next < order.size()) { // a whole group, its axes in order
    const ReshapeGroup *group = llvm::find_if(groups, [&](const ReshapeGroup &g) {
      return order[next] >= g.fromBegin && order[next] < g.fromEnd;
    });
    for (int64_t axis = group->fromBegin; axis < group->fromEnd; ++axis)
      if (from.getDimSize(axis) != 1 && (next == order.size() || order[next++] != axis))
        return std::nullopt;
    for (int64_t axis = group->toBegin; axis < group->toEnd; ++axis)
      if (to.getDimSize(axis) != 1)
        result.push_back(axis);
  }
  for (auto [axis, size] : llvm::enumerate(to.getShape()))
    if (size == 1)
      result.push_back(axis);
  return canonical(to, result);
}

bool dlc::keepsStorage(RankedTensorType from, ArrayRef<int64_t> fromLayout, RankedTensorType to,
                       ArrayRef<int64_t> toLayout) {
  std::optional<Layout> kept = layoutThrough(from, fromLayout, to);
  return kept && *kept == canonical(to, toLayout);
}

Layout Part::layoutIn(ArrayRef<int64_t> layout) const {
  return llvm::map_to_vector(layout, [&](int64_t axis) { return axes[axis]; });
}

std::optional<Part> dlc::partOf(Value value, llvm::function_ref<bool(Value)> isBuffer) {
  Part part{value, rowMajor(typeOf(value).getRank()), {}};
  part.starts.assign(part.axes.size(), 0);
  for (; !isBuffer(part.base); part.base = part.base.getDefiningOp()->getOperand(0)) {
    Operation *op = part.base.getDefiningOp();
    if (auto slice = dyn_cast<SliceOp>(op)) {
      if (!llvm::all_of(slice.getStrides(), [](int64_t step) { return step == 1; }))
        return std::nullopt;
      for (auto [start, more] : llvm::zip(part.starts, slice.getStarts()))
        start += more;
    } else if (auto permute = dyn_cast<PermuteOp>(op)) {
      SmallVector<int64_t> axes = part.axes, starts = part.starts;
      for (auto [above, below] : llvm::enumerate(permute.getPerm())) {
        part.axes[below] = axes[above];
        part.starts[below] = starts[above];
      }
    } else {
      return std::nullopt;
    }
  }
  return part;
}
