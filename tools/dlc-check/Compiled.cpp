//===- Compiled.cpp - a program compiled and loaded in this process ----------------------===//
#include "tools/dlc-check/Compiled.h"
#include "codegen/emit/KernelCache.h"
#include "codegen/emit/Object.h"
#include "mlir/IR/OwningOpRef.h"
#include "mlir/Pass/PassManager.h"
#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::check;

static void complain(llvm::Error error) {
  llvm::errs() << "error: " << llvm::toString(std::move(error)) << "\n";
}

/// Only where DLC_CACHE names one: a test leaves nothing in people's folders.
static const emit::KernelCache *cache() {
  static const std::optional<emit::KernelCache> wanted =
      getenv("DLC_CACHE") && !emit::cacheFolder().empty()
          ? std::optional<emit::KernelCache>(emit::cacheFolder())
          : std::nullopt;
  return wanted ? &*wanted : nullptr;
}

static FailureOr<emit::Objects> emitObjects(ir::ProgramOp program, Target &target,
                                            const PipelineOptions &options) {
  OwningOpRef<ModuleOp> module = ModuleOp::create(program.getLoc());
  module->push_back(program->clone());
  PassManager pm(program.getContext());
  for (const Phase &phase : phases()) {
    phase.build(pm, options);
    if (phase.ask)
      phase.ask(pm, target, options);
  }
  pm.addPass(emit::createLowerProgramPass(target));
  if (failed(pm.run(*module)))
    return failure();
  return emit::emitObjects(emit::Version{*module, &target}, cache());
}

std::unique_ptr<Compiled> Compiled::compile(ir::ProgramOp program, Target &target,
                                            const PipelineOptions &options) {
  FailureOr<emit::Objects> objects = emitObjects(program, target, options);
  if (failed(objects))
    return nullptr;

  std::unique_ptr<Compiled> compiled(new Compiled);
  auto jit = llvm::orc::LLJITBuilder().create();
  if (!jit)
    return complain(jit.takeError()), nullptr;
  compiled->jit = std::move(*jit);
  // The runtime is linked in but not exported; libm comes from the process.
  llvm::orc::SymbolMap symbols;
  auto define = [&](const char *name, auto *function) {
    symbols[compiled->jit->mangleAndIntern(name)] = {llvm::orc::ExecutorAddr::fromPtr(function),
                                                     llvm::JITSymbolFlags::Exported};
  };
  define("dlc_rt_launch", &dlc_rt_launch);
  define("dlc_rt_join", &dlc_rt_join);
  define("dlc_rt_run_part", &dlc_rt_run_part);
  define("dlc_rt_print", &dlc_rt_print);
  define("dlc_rt_write", &dlc_rt_write);
  define("dlc_rt_assert", &dlc_rt_assert);
  define("dlc_rt_index", &dlc_rt_index);
  llvm::Error failed = compiled->jit->getMainJITDylib().define(llvm::orc::absoluteSymbols(symbols));
  for (const std::string &part : objects->parts)
    if (!failed)
      failed = compiled->jit->addObjectFile(llvm::MemoryBuffer::getMemBufferCopy(part, "object"));
  if (failed)
    return complain(std::move(failed)), nullptr;
  auto table = compiled->jit->lookup(("dlc_program_" + program.getSymName()).str());
  if (!table)
    return complain(table.takeError()), nullptr;
  compiled->description = table->toPtr<const dlc_program_desc *>();
  return compiled;
}

Compiled::~Compiled() = default;

Instance::Instance(const Compiled &compiled, int threads, uint32_t flags) {
  dlc_context_options contextOptions{sizeof(dlc_context_options), threads, 0, 0, 0};
  dlc_instance_options options{sizeof(dlc_instance_options), 1, flags, 0};
  if (dlc_context_create(&contextOptions, &context) == DLC_OK &&
      dlc_instance_create(context, &compiled.program(), &options, &instance) == DLC_OK)
    return;
  llvm::errs() << "error: no instance: " << dlc_context_error(context) << "\n";
}

Instance::~Instance() {
  dlc_instance_destroy(instance);
  dlc_context_destroy(context);
}

std::optional<std::vector<check::Tensor>> Instance::run(StringRef entry, ArrayRef<Tensor> inputs,
                                                        ArrayRef<RankedTensorType> results,
                                                        const Extents &extents, int times) {
  if (!instance)
    return std::nullopt;
  std::vector<const void *> in;
  for (const Tensor &input : inputs)
    in.push_back(input.bytes.data());
  std::vector<Tensor> outputs;
  for (RankedTensorType type : results)
    outputs.push_back(zeros(type, extents));
  std::vector<void *> out;
  for (Tensor &output : outputs)
    out.push_back(output.bytes.data());
  std::vector<int64_t> dims = extents.values();
  int index = dlc_find_entry(instance, entry.str().c_str()),
      status = dlc_init(instance, /*seed=*/1);
  for (int i = 0; i < times && status == DLC_OK; ++i)
    status = dlc_run(instance, index, in.data(), out.data(), dims.data());
  if (status == DLC_OK)
    return outputs;
  llvm::errs() << "error: running @" << entry << extents.text() << ": " << dlc_error(instance)
               << "\n";
  return std::nullopt;
}
