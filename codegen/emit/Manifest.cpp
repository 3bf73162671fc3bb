//===- Manifest.cpp - the tables of dlc/rt/abi.h as constants ----------------------------===//
//
// Every struct literal below has the fields of its namesake in abi.h, in order, padding spelt
// out where abi.h does. test/codegen/emit reads them back from C.
//===--------------------------------------------------------------------------------------===//
#include "codegen/emit/Manifest.h"
#include "codegen/emit/Names.h"
#include "passes/Target.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Module.h"

using namespace llvm;
using namespace dlc;
using namespace dlc::emit;

static constexpr uint32_t abiVersion = 3;     // DLC_ABI_VERSION
static constexpr uint32_t productsOfBF16 = 1; // DLC_PRODUCTS_OF_BF16

namespace {
class ManifestBuilder {
public:
  ManifestBuilder(Module &module, const Program &program, const ManifestNames &names)
      : module(module), context(module.getContext()), program(program), names(names),
        pointer(PointerType::getUnqual(context)) {}

  GlobalVariable *build();

private:
  Constant *i32(int64_t value) { return ConstantInt::getSigned(Type::getInt32Ty(context), value); }
  Constant *i64(int64_t value) { return ConstantInt::getSigned(Type::getInt64Ty(context), value); }
  Constant *f64(double value) { return ConstantFP::get(Type::getDoubleTy(context), value); }
  Constant *null() { return ConstantPointerNull::get(pointer); }
  Constant *record(ArrayRef<Constant *> fields) { return ConstantStruct::getAnon(context, fields); }

  GlobalVariable *constant(Constant *value, const Twine &name = "dlc_table") {
    auto *global = new GlobalVariable(module, value->getType(), /*isConstant=*/true,
                                      GlobalValue::PrivateLinkage, value, name);
    return global;
  }
  Constant *text(StringRef value) {
    Constant *&known = texts[value];
    if (!known) {
      GlobalVariable *global = constant(ConstantDataArray::getString(context, value), "dlc_text");
      global->setUnnamedAddr(GlobalValue::UnnamedAddr::Global);
      known = global;
    }
    return known;
  }
  /// A pointer to `elements`, which are all of one type; null for none.
  Constant *array(ArrayRef<Constant *> elements) {
    if (elements.empty())
      return null();
    auto *type = ArrayType::get(elements.front()->getType(), elements.size());
    return constant(ConstantArray::get(type, elements));
  }
  template <class Range, class Make> Constant *arrayOf(const Range &range, Make make) {
    SmallVector<Constant *> elements;
    for (const auto &element : range)
      elements.push_back(make(element));
    return array(elements);
  }
  Constant *function(const Twine &name) {
    Function *found = module.getFunction(name.str());
    assert(found && "lowering and manifest disagree about a symbol");
    return found;
  }

  /// Of another part of the same object.
  template <class Value> Constant *hidden(Value *value) {
    value->setVisibility(GlobalValue::HiddenVisibility);
    return value;
  }
  Constant *kernel(StringRef name);

  Constant *tensor(const Tensor &tensor);
  Constant *state(const State &state);
  Constant *value(const Slot &value);
  Constant *entry(const Entry &entry);
  Constant *fit();
  Constant *others();
  void defineLaunches(const Entry &entry);
  void defineHostActs(const Entry &entry);

  Module &module;
  LLVMContext &context;
  const Program &program;
  const ManifestNames &names;
  PointerType *pointer;
  StringMap<Constant *> texts;
};
} // namespace

Constant *ManifestBuilder::tensor(const Tensor &t) {
  auto live = [&](const Live &axis) {
    return record({i32(axis.dim), i32(0), i64(axis.mul), i64(axis.add)});
  };
  return record({text(t.name), i32(int32_t(t.dtype)), i32(t.shape.size()),
                 arrayOf(t.shape, [&](int64_t extent) { return i64(extent); }),
                 arrayOf(t.live, live)});
}

Constant *ManifestBuilder::state(const State &s) {
  return record({tensor(s.tensor), i32(int32_t(s.role)), i32(s.view.size()),
                 arrayOf(s.view, [&](int64_t extent) { return i64(extent); }),
                 arrayOf(s.perm, [&](int32_t axis) { return i32(axis); }), i64(s.offset),
                 i64(s.bytes)});
}

Constant *ManifestBuilder::value(const Slot &v) {
  return record({tensor(v.tensor), i64(v.offset)});
}

Constant *ManifestBuilder::entry(const Entry &e) {
  auto make = [&](const Slot &v) { return value(v); };
  return record({text(e.name), function(scheduleSymbol(program.name, e.name)), i32(e.inputs.size()),
                 i32(e.outputs.size()), arrayOf(e.inputs, make), arrayOf(e.outputs, make)});
}

Constant *ManifestBuilder::fit() {
  if (!program.fit)
    return null();
  const Fit &f = *program.fit;
  Constant *data = f.data.empty() ? null() : module.getOrInsertGlobal(f.data, pointer);
  return constant(record({i32(f.train), i32(f.eval), i32(f.predict), i32(f.epochs),
                          i64(f.batchSize), i64(f.seed), data}));
}

/// A kernel is in this module, or another part defines it.
Constant *ManifestBuilder::kernel(StringRef name) {
  auto symbol = names.kernels.find(name);
  if (symbol == names.kernels.end())
    return function(kernelSymbol(program.name, name));
  auto *type = FunctionType::get(Type::getVoidTy(context), /*isVarArg=*/false);
  Constant *known = module.getNamedValue(symbol->second);
  return known ? known
               : hidden(
                     Function::Create(type, GlobalValue::ExternalLinkage, symbol->second, &module));
}

/// The other versions of this program, and a null behind them.
Constant *ManifestBuilder::others() {
  if (names.others.empty())
    return null();
  SmallVector<Constant *> tables;
  for (const std::string &name : names.others)
    tables.push_back(hidden(new GlobalVariable(module, pointer, /*isConstant=*/true,
                                               GlobalValue::ExternalLinkage, nullptr, name)));
  tables.push_back(null());
  return array(tables);
}

/// The schedules refer to their launches' tables; here the tables take their place.
void ManifestBuilder::defineLaunches(const Entry &e) {
  for (auto [index, launch] : llvm::enumerate(e.launches)) {
    std::string name = launchTableSymbol(program.name, e.name, index);
    GlobalVariable *declared = module.getNamedGlobal(name);
    if (!declared)
      continue;
    GlobalVariable *table =
        constant(record({kernel(launch.kernel), text(launch.kernel), text(launch.location),
                         f64(launch.flops), f64(launch.bytes), i32(launch.numArgs), i32(0)}),
                 "dlc_launch");
    declared->replaceAllUsesWith(table);
    declared->eraseFromParent();
  }
}

void ManifestBuilder::defineHostActs(const Entry &e) {
  for (auto [index, act] : llvm::enumerate(e.hostActs)) {
    GlobalVariable *declared = module.getNamedGlobal(hostTableSymbol(program.name, e.name, index));
    if (!declared)
      continue;
    declared->replaceAllUsesWith(constant(tensor(act), "dlc_host"));
    declared->eraseFromParent();
  }
}

GlobalVariable *ManifestBuilder::build() {
  for (const Entry &e : program.entries) {
    defineLaunches(e);
    defineHostActs(e);
  }
  defineLaunches(program.init);
  defineHostActs(program.init);

  auto dim = [&](const Dim &d) { return record({text(d.name), i64(d.bound)}); };
  auto setting = [&](const Setting &s) {
    return record({text(s.name), i32(int32_t(s.dtype)), i32(0), f64(s.value), i64(s.offset)});
  };
  Constant *table = record({
      i32(abiVersion),
      i32(program.bf16 ? productsOfBF16 : 0),
      text(program.name), //
      i64(program.stateBytes),
      i64(program.arenaBytes),
      i64(program.scratchBytes), //
      i32(program.dims.size()),
      i32(program.states.size()), //
      i32(program.settings.size()),
      i32(program.entries.size()),                                        //
      arrayOf(program.dims, dim),                                         //
      arrayOf(program.states, [&](const State &s) { return state(s); }),  //
      arrayOf(program.settings, setting),                                 //
      arrayOf(program.entries, [&](const Entry &e) { return entry(e); }), //
      function(scheduleSymbol(program.name, initName)),
      fit(),
      text(names.target),
      others(),
  });
  return new GlobalVariable(module, table->getType(), /*isConstant=*/true,
                            GlobalValue::ExternalLinkage, table, names.table);
}

GlobalVariable *dlc::emit::addManifest(Module &module, const Program &program,
                                       const ManifestNames &names) {
  return ManifestBuilder(module, program, names).build();
}
