//===- Emit.cpp - LLVM for one kind of processor -----------------------------------===//
#include "codegen/cpu/Emit.h"
#include "llvm/Analysis/CGSCCPassManager.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/SubtargetFeature.h"

using namespace llvm;
namespace dlc::cpu {

std::unique_ptr<Machine> Machine::create(StringRef cpu, std::string &error,
                                         StringRef extraFeatures) {
  static const bool once = [] {
    InitializeNativeTarget();
    InitializeNativeTargetAsmPrinter();
    return true;
  }();
  (void)once;
  Triple triple(sys::getDefaultTargetTriple());
  const Target *target = TargetRegistry::lookupTarget(triple, error);
  if (!target)
    return nullptr;
  SubtargetFeatures features;
  std::string name = cpu.str();
  if (cpu == "native" || cpu.empty()) {
    name = sys::getHostCPUName().str();
    for (const auto &[feature, has] : sys::getHostCPUFeatures())
      features.AddFeature(feature, has);
  }
  for (auto extra : split(extraFeatures, ','))
    if (!extra.empty())
      features.AddFeature(extra);
  TargetOptions options;
  options.AllowFPOpFusion = FPOpFusion::Strict;
  auto machine = std::make_unique<Machine>();
  machine->machine.reset(target->createTargetMachine(triple, name, features.getString(), options,
                                                     Reloc::PIC_, std::nullopt,
                                                     CodeGenOptLevel::Default));
  if (!machine->machine || !machine->machine->getMCSubtargetInfo()->isCPUStringValid(name)) {
    error = "unknown processor '" + name +
            "' (hint: native, x86-64-v3, x86-64-v4, or a name that clang's -march takes)";
    return nullptr;
  }
  return machine;
}

bool Machine::has(StringRef feature) const {
  return machine->getMCSubtargetInfo()->checkFeatures(("+" + feature).str());
}

Facts Machine::facts() const {
  Facts facts;
  const bool x86 = machine->getTargetTriple().isX86();
  facts.convertsF16 = !x86 || has("f16c");
  if (has("avx512f"))
    return facts;
  // 16 registers of half a virtual vector: 6 x 1 of these are 12 accumulators, 2 loads, 1
  // broadcast.
  facts.registers = 9;
  if (!has("avx2") && x86)
    facts.registers = 5;
  return facts;
}

void Machine::prepare(Module &module) const {
  module.setTargetTriple(machine->getTargetTriple());
  module.setDataLayout(machine->createDataLayout());
  for (Function &function : module) {
    if (function.isDeclaration())
      continue;
    function.addFnAttr("target-cpu", cpu());
    function.addFnAttr("target-features", features());
    if (has("avx512f"))
      function.addFnAttr("prefer-vector-width", "512");
    function.addFnAttr(Attribute::NoUnwind);
  }
}

void Machine::optimise(Module &module) const {
  prepare(module);
  PipelineTuningOptions tuning;
  // Kernels are vectors and unrolled already; what is scalar is so because it is tiny.
  tuning.LoopVectorization = false;
  tuning.SLPVectorization = false;
  tuning.LoopInterleaving = false;
  PassBuilder builder(machine.get(), tuning);
  LoopAnalysisManager loops;
  FunctionAnalysisManager functions;
  CGSCCAnalysisManager graph;
  ModuleAnalysisManager modules;
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(graph);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, graph, modules);
  builder.buildPerModuleDefaultPipeline(OptimizationLevel::O2).run(module, modules);
}

bool Machine::write(Module &module, CodeGenFileType type, raw_pwrite_stream &stream) const {
  legacy::PassManager passes;
  if (machine->addPassesToEmitFile(passes, stream, nullptr, type))
    return false;
  passes.run(module);
  return true;
}
} // namespace dlc::cpu
