//===- CpuTarget.cpp - processors that run tiles on a pool of threads --------------------===//
#include "codegen/cpu/CpuTarget.h"
#include "codegen/cpu/Emit.h"
#include "codegen/cpu/Kernel.h"
#include "codegen/cpu/Lower.h"
#include "ir/schedule/Init.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/TargetParser/Triple.h"
#include <numeric>

using namespace mlir;
using namespace dlc;
using namespace dlc::cpu;

namespace {
class CpuTarget final : public Target {
public:
  CpuTarget(std::unique_ptr<Machine> machine, const CpuOptions &options);

  StringRef name() const override { return level; }
  const TargetFacts &facts() const override { return general; }
  void registerDialects(DialectRegistry &registry) const override {
    cpu::registerDialects(registry);
  }
  LogicalResult shape(step::KernelOp kernel) const override;
  FailureOr<OwningOpRef<ModuleOp>> lower(step::KernelOp kernel) const override;
  LogicalResult emit(llvm::Module &module, Output output,
                     llvm::raw_pwrite_stream &stream) const override;
  StringRef emission() const override { return fingerprint; }
  bool runs(const Target &other) const override;

private:
  Facts kernelFacts() const;

  std::unique_ptr<Machine> machine;
  bool optimize, small;
  TargetFacts general;
  std::string level, fingerprint;
};
} // namespace

/// The highest of the psABI's levels that this processor reaches; above the last, whether it
/// multiplies bf16.
static std::string levelOf(const Machine &machine) {
  llvm::Triple triple(machine.triple());
  if (!triple.isX86())
    return triple.getArchName().str();
  std::string error;
  const llvm::Target *target = llvm::TargetRegistry::lookupTarget(triple, error);
  std::unique_ptr<llvm::MCSubtargetInfo> cpu(
      target->createMCSubtargetInfo(triple, machine.cpu(), machine.features()));
  if (cpu->checkFeatures("+avx512f,+avx512bw,+avx512cd,+avx512dq,+avx512vl"))
    return cpu->checkFeatures("+avx512bf16") ? "x86-64-v4-bf16" : "x86-64-v4";
  if (cpu->checkFeatures("+avx2,+fma,+bmi,+bmi2,+f16c,+lzcnt,+movbe"))
    return "x86-64-v3";
  if (cpu->checkFeatures("+sse4.2,+popcnt,+ssse3"))
    return "x86-64-v2";
  return "x86-64";
}

CpuTarget::CpuTarget(std::unique_ptr<Machine> from, const CpuOptions &options)
    : machine(std::move(from)), optimize(options.optimize), small(options.small),
      level(levelOf(*machine)),
      fingerprint(machine->fingerprint() + (optimize ? "" : "\nnot optimised")) {
  general.triple = machine->triple();
  general.cpu = machine->cpu().str();
  general.features = machine->features().str();
  general.vectorBytes = StringRef(level).starts_with("x86-64-v4") ? 64
                        : level == "x86-64-v3"                    ? 32
                                                                  : 16;
}

/// With small tiles, and caches that hold little, a test of a few hundred numbers has what a model
/// has: kernels of many tiles, launches that are joined, accumulators that rest in scratch. None of
/// it may change a bit.
Facts CpuTarget::kernelFacts() const {
  Facts facts = machine->facts();
  if (small) {
    facts.tileWork = 64;
    facts.l1Bytes = 512;
    facts.l2Bytes = 4096;
  }
  return facts;
}

LogicalResult CpuTarget::shape(step::KernelOp kernel) const {
  FailureOr<KernelShape> shape = shapeKernel(kernel.getBody().front(), kernelFacts());
  if (failed(shape))
    return failure();
  Builder b(kernel.getContext());
  kernel.setTilesAttr(b.getAffineMapArrayAttr(shape->tiles));
  if (!shape->cut.empty())
    kernel.setCut(shape->cut);
  kernel.setScratch(shape->scratchBytes);
  return success();
}

/// Each level of the psABI has all that the one before it has; of other processors nobody knows.
bool CpuTarget::runs(const Target &other) const {
  auto isLevel = [](const Target &target) {
    return StringRef(target.facts().cpu).starts_with("x86-64");
  };
  const Facts mine = machine->facts();
  const Facts others = static_cast<const CpuTarget &>(other).machine->facts();
  return this == &other || (isLevel(*this) && isLevel(other) && other.name() <= name() &&
                            mine.multipliesAndAdds == others.multipliesAndAdds &&
                            mine.multipliesPairs == others.multipliesPairs);
}

/// The bytes that a planned operand lies in; nothing for one that is no slot.
static std::pair<int64_t, int64_t> extentOf(step::SlotOp slot) {
  auto type = cast<MemRefType>(slot.getBuffer().getType());
  int64_t bytes = type.getNumElements() * ((type.getElementTypeBitWidth() + 7) / 8);
  return {slot.getOffset(), slot.getOffset() + bytes};
}

/// Marks outputs that the plan put over other operands in one of the kernel's launches.
static void findOverlaps(step::LaunchOp launch, unsigned numInputs, Signature &signature) {
  OperandRange operands = launch.getOperands();
  for (unsigned i = numInputs; i < operands.size(); ++i)
    for (unsigned j = 0; j < operands.size(); ++j) {
      auto one = operands[i].getDefiningOp<step::SlotOp>(),
           two = operands[j].getDefiningOp<step::SlotOp>();
      bool apart = false;
      if (one && two) {
        auto [from, to] = extentOf(one);
        auto [otherFrom, otherTo] = extentOf(two);
        apart = one.getSpace() != two.getSpace() || to <= otherFrom || otherTo <= from;
      } else if (one) {
        apart = isa_and_nonnull<step::ConstantOp>(operands[j].getDefiningOp());
      }
      if (i != j && !apart)
        signature.mayOverlap[i] = signature.mayOverlap[j] = true;
    }
}

/// Lowers each argument's alignment to what all steps of the loops around the launch keep.
static void findAlignment(step::LaunchOp launch, Signature &signature) {
  for (auto [operand, alignment] : llvm::zip(launch.getOperands(), signature.alignment))
    if (auto slot = operand.getDefiningOp<step::SlotOp>()) {
      alignment = std::gcd(alignment, int64_t(slot.getOffset()));
      for (int64_t stride : slot.getStrides())
        alignment = std::gcd(alignment, stride);
    }
}

FailureOr<OwningOpRef<ModuleOp>> CpuTarget::lower(step::KernelOp kernel) const {
  Signature signature;
  signature.once = step::runsOnce(kernel);
  signature.mayOverlap.assign(kernel.getNumInputs() + kernel.getNumOutputs(), false);
  signature.alignment.assign(kernel.getNumInputs() + kernel.getNumOutputs(), 64);
  kernel->getParentOp()->walk([&](step::LaunchOp launch) {
    if (launch.getKernel() == kernel.getSymName()) {
      findOverlaps(launch, kernel.getNumInputs(), signature);
      findAlignment(launch, signature);
    }
  });
  return lowerToModule(kernel.getBody().front(), kernel.getLoc(), kernelSymbol(kernel),
                       kernelFacts(), signature);
}

LogicalResult CpuTarget::emit(llvm::Module &module, Output output,
                              llvm::raw_pwrite_stream &stream) const {
  std::unique_ptr<Machine> own = machine->clone();
  if (optimize)
    own->optimise(module);
  else
    own->prepare(module);
  if (output == Output::llvmIR) {
    module.print(stream, nullptr);
    return success();
  }
  return success(own->write(module,
                            output == Output::object ? llvm::CodeGenFileType::ObjectFile
                                                     : llvm::CodeGenFileType::AssemblyFile,
                            stream));
}

std::unique_ptr<Target> dlc::cpu::createCpuTarget(const CpuOptions &options, std::string &error) {
  std::unique_ptr<Machine> machine = Machine::create(options.march, error, options.triple);
  return machine ? std::make_unique<CpuTarget>(std::move(machine), options) : nullptr;
}
