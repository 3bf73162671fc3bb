//===- Object.cpp - phase `emit`: one host module, the manifest, an object ---------------===//
#include "codegen/emit/Object.h"
#include "codegen/emit/Manifest.h"
#include "codegen/emit/Program.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Linker/Linker.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::emit;

/// Everything but the program's table becomes this object's own, so that two models link into
/// one process and what nothing refers to is dropped.
static void hideAllBut(llvm::Module &module, ArrayRef<llvm::GlobalVariable *> tables) {
  for (llvm::GlobalValue &value : module.global_values())
    if (!value.isDeclaration() && !value.hasLocalLinkage() && !value.hasAppendingLinkage() &&
        !llvm::is_contained(tables, &value))
      value.setLinkage(llvm::GlobalValue::InternalLinkage);
}

/// The last line against our own bugs: LLVM would crash on what this finds.
static LogicalResult verifyHost(llvm::Module &host, ModuleOp module) {
  std::string message;
  llvm::raw_string_ostream stream(message);
  if (llvm::verifyModule(host, &stream))
    // untested: translation verified each part, so only our linking or manifest can be wrong
    return module.emitError("bug in dlc: the host module is not valid: ") << message;
  return success();
}

LogicalResult dlc::emit::emitProgram(ModuleOp lowered, const Target &target, Output output,
                                     llvm::raw_pwrite_stream &stream) {
  std::vector<Program> programs;
  for (auto op : lowered.getOps<ir::ProgramOp>()) {
    FailureOr<Program> program = readProgram(op);
    if (failed(program))
      return failure();
    programs.push_back(std::move(*program));
  }
  if (programs.empty())
    // untested: dlc says so itself as soon as it has read the module
    return lowered.emitError("there is no dlc.program to emit");

  llvm::LLVMContext context;
  llvm::Module host("dlc_" + programs.front().name, context);
  llvm::Linker linker(host);
  bool any = false;
  for (auto part : lowered.getOps<ModuleOp>()) {
    std::unique_ptr<llvm::Module> translated = translateModuleToLLVMIR(part, context);
    if (!translated || linker.linkInModule(std::move(translated)))
      return part.emitError("bug in dlc: the lowered module could not be translated and linked");
    any = true;
  }
  if (!any)
    return lowered.emitError("the program is not lowered (hint: phase 'lower')");

  SmallVector<llvm::GlobalVariable *> tables;
  for (const Program &program : programs)
    tables.push_back(addManifest(host, program, target.name()));
  hideAllBut(host, tables);
  if (failed(verifyHost(host, lowered)))
    return failure();
  return target.emit(host, output, stream);
}

void dlc::emit::registerTranslations(DialectRegistry &registry) {
  registerBuiltinDialectTranslation(registry);
  registerLLVMDialectTranslation(registry);
}
