//===- Trace.cpp - run a program and collect what it traces ---------------===//
#include "frontend/trace/Trace.h"
#include "frontend/nn/ModuleTree.h"
#include "frontend/trace/Tracer.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include "llvm/Support/raw_ostream.h"
#include <dlfcn.h>

using namespace mlir;
using namespace dlc;

Tracer::Tracer(MLIRContext &context)
    : context(context), module(ModuleOp::create(UnknownLoc::get(&context))),
      b(module->getLoc(), &context), modules(std::make_unique<ModuleTree>()), states(1) {
  context.loadDialect<ir::DlcDialect>();
  b.setInsertionPointToEnd(module->getBody());
  program = ir::ProgramOp::create(b, "program", b.getDictionaryAttr({}));
  program.getBody().emplaceBlock();
  addEntry("init");
  current = this;
}

Tracer::~Tracer() { current = nullptr; }

OwningOpRef<ModuleOp> dlc::trace(MLIRContext &context, const std::string &plugin,
                                 function_ref<void(const CallStacks &, const char *)> loaded) {
  // The tracer is there before the plug-in: modules may be its static objects, made while it loads.
  // It is never destroyed, since they may be destroyed after it.
  auto *t = new Tracer(context);
  ScopedDiagnosticHandler handler(&context,
                                  [&](Diagnostic &diagnostic) { return t->handle(diagnostic); });

  void *library = dlopen(plugin.c_str(), RTLD_NOW);
  if (!library) {
    printError(nullptr, std::string("the program cannot be loaded: ") + dlerror());
    return {};
  }
  auto describe = reinterpret_cast<void (*)(detail::ProgramInfo *)>(dlsym(library, "dlcProgram"));
  if (!describe) {
    printError(nullptr, "the file has no DLC_PROGRAM(name) { ... }");
    return {};
  }
  detail::ProgramInfo info;
  describe(&info);
  if (info.version != detail::headersVersion) {
    printError(nullptr, "the program was compiled with headers of another version of dlc");
    return {};
  }
  t->stacks.setPlugin(reinterpret_cast<void *>(describe), plugin, info.header);
  loaded(t->stacks, info.header);
  t->program.setSymName(info.name);

  try {
    info.body();
    if (t->failed)
      return {};
    t->finish();
  } catch (const TraceError &) {
    return {};
  }
  if (failed(verify(*t->module)) || t->failed)
    return {};
  t->resolveLocations(FileLineColLoc::get(&context, info.file, info.line, 1));
  return std::move(t->module);
}
