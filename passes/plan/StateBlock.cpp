//===- StateBlock.cpp - fixed places for what outlives an entry -------------------===//
#include "passes/plan/StateBlock.h"
#include "ir/schedule/Dialect.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "passes/layout/Layout.h"
#include "passes/plan/Arena.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

static int64_t bytesPerElement(Type type) { return std::max(1u, type.getIntOrFloatBitWidth() / 8); }

/// "dlc.adam.exp_avg" of "dlc.adam.exp_avg.fc1.weight": states of one kind form a region.
static std::string kindOf(StateOp state, ArrayRef<StateOp> states) {
  StringRef name = state.getSymName();
  for (StateOp parameter : states) {
    StringRef owner = parameter.getSymName();
    if (parameter.getRole() == "param" && owner != name && name.ends_with(("." + owner).str()))
      return name.drop_back(owner.size() + 1).str();
  }
  return "";
}

void dlc::placeState(ProgramOp program) {
  Builder b(program.getContext());
  int64_t end = 0;
  for (SettingOp setting : program.getBody().getOps<SettingOp>()) {
    setting->setAttr("offset", b.getI64IntegerAttr(end));
    end += alignment; // kernels take every pointer for aligned
  }
  end = alignUp(end);

  SmallVector<StateOp> states(program.getBody().getOps<StateOp>());
  SmallVector<std::pair<StringRef, std::string>> regions; // role and kind, in order of appearance
  for (StringRef role : {"param", "buffer", "grad", "optimizer", "rng"})
    for (StateOp state : states)
      if (state.getRole() == role)
        if (std::pair region(role, kindOf(state, states)); !llvm::is_contained(regions, region))
          regions.push_back(region);
  for (auto &[role, kind] : regions)
    for (StateOp state : states) {
      if (state.getRole() != role || kindOf(state, states) != kind)
        continue;
      auto type = cast<RankedTensorType>(state.getType());
      int64_t bytes = type.getNumElements() * bytesPerElement(type.getElementType());
      state->setAttr("offset", b.getI64IntegerAttr(end));
      state->setAttr("bytes", b.getI64IntegerAttr(bytes));
      state->setAttr("view", b.getDenseI64ArrayAttr(type.getShape()));
      if (!state->hasAttr("perm"))
        state->setAttr("perm", b.getDenseI64ArrayAttr(rowMajor(type.getRank())));
      end = alignUp(end + bytes);
    }
  program->setAttr("state_bytes", b.getI64IntegerAttr(end));
}

StringRef dlc::copyKernel(ProgramOp program, MemRefType type) {
  std::string name = "copy_" + std::to_string(type.getNumElements()) + "x";
  llvm::raw_string_ostream(name) << type.getElementType();
  if (auto known = program.lookupSymbol<step::KernelOp>(name))
    return known.getSymName();
  auto schedule = *program.getBody().getOps<step::ScheduleOp>().begin();
  ImplicitLocOpBuilder b(program.getLoc(), schedule);
  auto kernel = step::KernelOp::create(b, name, 1, 1, nullptr, b.getDenseI64ArrayAttr({}), nullptr,
                                       nullptr, nullptr);
  Block *body = &kernel.getBody().emplaceBlock();
  Value from = body->addArgument(type, b.getLoc()), to = body->addArgument(type, b.getLoc());
  for (size_t i = 0; i < program.getDims().size(); ++i)
    body->addArgument(b.getIndexType(), b.getLoc());
  b.setInsertionPointToEnd(body);
  AffineMap map = b.getMultiDimIdentityMap(1);
  auto copy = linalg::GenericOp::create(b, TypeRange(), from, to, ArrayRef{map, map},
                                        ArrayRef{utils::IteratorType::parallel},
                                        [](OpBuilder &nested, Location loc, ValueRange args) {
                                          linalg::YieldOp::create(nested, loc, args[0]);
                                        });
  AffineMap extent =
      AffineMap::get(program.getDims().size(), 0, b.getAffineConstantExpr(type.getNumElements()));
  copy->setAttr("dlc.extents", b.getArrayAttr({AffineMapAttr::get(extent)}));
  step::ReturnOp::create(b);
  return kernel.getSymName();
}
