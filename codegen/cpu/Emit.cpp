//===- Emit.cpp - LLVM for one kind of processor -----------------------------------===//
#include "codegen/cpu/Emit.h"
#include "llvm-c/Core.h"
#include "llvm/Analysis/CGSCCPassManager.h"
#include "llvm/Config/Targets.h"
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

/// Kernels are vectors and unrolled already, in straight lines inside of loops; what is scalar is
/// so because it is tiny, and a schedule is stores and calls. So there is nothing to inline or to
/// vectorise, and little control flow. Induction variables are as they should be when they come,
/// and the few loops that gain from it are unrolled once, at the end. Compiling takes a third less
/// time than with all of -O2.
static constexpr StringLiteral pipeline =
    "function<eager-inv>("
    "early-cse<memssa>,simplifycfg,instcombine<max-iterations=1;no-verify-fixpoint>,"
    "loop-mssa(loop-instsimplify,loop-simplifycfg,loop-rotate,licm<allowspeculation>),simplifycfg,"
    "loop(loop-deletion),gvn<>,loop-mssa(licm<allowspeculation>),loop-unroll<O2>,"
    "instcombine<max-iterations=1;no-verify-fixpoint>,simplifycfg"
    "),globaldce";

/// Of all targets that LLVM may have, the two that this folder is for.
static void initialiseTargets() {
  static const bool once = [] {
#if LLVM_HAS_X86_TARGET
    LLVMInitializeX86TargetInfo();
    LLVMInitializeX86Target();
    LLVMInitializeX86TargetMC();
    LLVMInitializeX86AsmPrinter();
#endif
#if LLVM_HAS_AARCH64_TARGET
    LLVMInitializeAArch64TargetInfo();
    LLVMInitializeAArch64Target();
    LLVMInitializeAArch64TargetMC();
    LLVMInitializeAArch64AsmPrinter();
#endif
    return true;
  }();
  (void)once;
}

static std::unique_ptr<TargetMachine> makeTargetMachine(const Triple &triple, StringRef cpu,
                                                        StringRef features, std::string &error) {
  initialiseTargets();
  const Target *target = TargetRegistry::lookupTarget(triple, error);
  if (!target)
    return nullptr;
  TargetOptions options;
  options.AllowFPOpFusion = FPOpFusion::Strict;
  return std::unique_ptr<TargetMachine>(target->createTargetMachine(
      triple, cpu, features, options, Reloc::PIC_, std::nullopt, CodeGenOptLevel::Default));
}

/// Asked before there is a machine, because LLVM complains on its own about a name that it does not
/// know.
static bool isProcessor(const Triple &triple, StringRef name) {
  initialiseTargets();
  std::string error;
  const Target *target = TargetRegistry::lookupTarget(triple, error);
  std::unique_ptr<MCSubtargetInfo> any(target ? target->createMCSubtargetInfo(triple, "", "")
                                              : nullptr);
  return any && any->isCPUStringValid(name);
}

/// The level's name with the one extension of ours; LLVM knows the level.
static constexpr StringLiteral withBF16 = "x86-64-v4-bf16";

std::unique_ptr<Machine> Machine::create(StringRef cpu, std::string &error, StringRef tripleName) {
  const Triple host(sys::getDefaultTargetTriple());
  const Triple triple(tripleName.empty() ? host.str() : Triple::normalize(tripleName));
  if ((!triple.isX86_64() && !triple.isAArch64()) || !triple.isOSLinux()) {
    error = "kernels are compiled for x86_64-linux-gnu and aarch64-linux-gnu";
    return nullptr;
  }
  SubtargetFeatures features;
  std::string name = cpu.str();
  if (triple.isX86() && cpu == withBF16) {
    name = cpu.drop_back(StringRef("-bf16").size()).str();
    features.AddFeature("avx512bf16");
  }
  if (cpu == "native") {
    if (triple.getArch() != host.getArch()) {
      error = "native is this machine's, which is no " + triple.getArchName().str();
      return nullptr;
    }
    name = sys::getHostCPUName().str();
    for (const auto &[feature, has] : sys::getHostCPUFeatures())
      features.AddFeature(feature, has);
  } else if (!isProcessor(triple, name)) {
    error = "there is no such processor; hint: native, " +
            std::string(triple.isX86() ? "x86-64-v3, x86-64-v4, x86-64-v4-bf16"
                                       : "generic, neoverse-v1") +
            ", or a name that clang's " + (triple.isX86() ? "-march" : "-mcpu") + " takes";
    return nullptr;
  }
  std::unique_ptr<TargetMachine> machine =
      makeTargetMachine(triple, name, features.getString(), error);
  return machine ? std::unique_ptr<Machine>(new Machine(std::move(machine))) : nullptr;
}

std::unique_ptr<Machine> Machine::clone() const {
  std::string error;
  return std::unique_ptr<Machine>(
      new Machine(makeTargetMachine(machine->getTargetTriple(), cpu(), features(), error)));
}

std::string Machine::fingerprint() const {
  unsigned major, minor, patch;
  LLVMGetVersion(&major, &minor, &patch);
  return ("LLVM " + Twine(major) + "." + Twine(minor) + "." + Twine(patch) + "\n" + triple() +
          "\n" + cpu() + "\n" + features() + "\n" + pipeline)
      .str();
}

/// A feature of x86: LLVM knows the names of one processor's at a time.
bool Machine::has(StringRef feature) const {
  return machine->getTargetTriple().isX86() &&
         machine->getMCSubtargetInfo()->checkFeatures(("+" + feature).str());
}

Facts Machine::facts() const {
  Facts facts;
  const bool x86 = machine->getTargetTriple().isX86();
  facts.convertsF16 = !x86 || has("f16c");
  facts.multipliesAndAdds = !x86 || has("fma");
  facts.multipliesPairs = has("avx512bf16");
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
  PassBuilder builder(machine.get());
  LoopAnalysisManager loops;
  FunctionAnalysisManager functions;
  CGSCCAnalysisManager graph;
  ModuleAnalysisManager modules;
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(graph);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, graph, modules);
  ModulePassManager passes;
  cantFail(builder.parsePassPipeline(passes, pipeline));
  passes.run(module, modules);
}

bool Machine::write(Module &module, CodeGenFileType type, raw_pwrite_stream &stream) const {
  legacy::PassManager passes;
  if (machine->addPassesToEmitFile(passes, stream, nullptr, type))
    return false;
  passes.run(module);
  return true;
}
} // namespace dlc::cpu
