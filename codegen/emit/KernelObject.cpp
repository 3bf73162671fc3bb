//===- KernelObject.cpp - one kernel to machine code, once for all -----------------------===//
#include "codegen/emit/KernelObject.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Bitcode/BitcodeWriter.h"
#include "llvm/Support/BLAKE3.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::emit;

static constexpr llvm::StringLiteral anonymous = "dlc_kernel";

/// The kernel and the functions that are its own begin with its name.
static void rename(llvm::Module &module, StringRef from, StringRef to) {
  for (llvm::Function &function : module)
    if (StringRef rest = function.getName(); !function.isDeclaration() && rest.consume_front(from))
      function.setName((to + rest).str());
}

static std::string hashOf(const llvm::Module &module, const Target &target) {
  SmallString<0> bitcode;
  llvm::raw_svector_ostream stream(bitcode);
  llvm::WriteBitcodeToFile(module, stream);
  llvm::BLAKE3 hasher;
  hasher.update(target.emission());
  hasher.update(llvm::arrayRefFromStringRef(bitcode));
  return llvm::toHex(hasher.final<16>(), /*LowerCase=*/true);
}

LogicalResult KernelObject::translate(ModuleOp lowered, StringRef name, const Target &target) {
  context = std::make_unique<llvm::LLVMContext>();
  module = translateModuleToLLVMIR(lowered, *context, anonymous);
  if (!module || !module->getFunction(name))
    return lowered.emitError("bug in dlc: the lowered module could not be translated");
  module->setSourceFileName(anonymous);
  for (llvm::GlobalValue &value : module->global_values())
    if (!value.isDeclaration() && value.getName() != name)
      value.setLinkage(llvm::GlobalValue::InternalLinkage);
  module->getFunction(name)->setVisibility(llvm::GlobalValue::HiddenVisibility);
  rename(*module, name, anonymous);
  key = hashOf(*module, target);
  finalName = (anonymous + "_" + key).str();
  rename(*module, anonymous, finalName);
  instructions = module->getInstructionCount();
  return success();
}

LogicalResult KernelObject::compile(const Target &target, const KernelCache *cache) {
  if (std::optional<std::string> known = cache ? cache->find(key) : std::nullopt) {
    bytes = std::move(*known);
    cached = true;
  } else {
    SmallString<0> object;
    llvm::raw_svector_ostream stream(object);
    if (failed(target.emit(*module, Output::object, stream)))
      return failure();
    if (cache)
      cache->store(key, object);
    bytes = object.str().str();
  }
  module.reset();
  context.reset();
  return success();
}
