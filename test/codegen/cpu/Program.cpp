//===- Program.cpp - a kernel compiled twice, and its buffers ----------------------===//
#include "Program.h"
#include "mlir/Conversion/Passes.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SmallVectorMemoryBuffer.h"
#include "llvm/Transforms/Utils/Cloning.h"
#include <chrono>
#include <cstring>
#include <sys/mman.h>

using namespace mlir;
using Clock = std::chrono::steady_clock;

static double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}
[[noreturn]] static void die(const std::string &why) {
  llvm::errs() << "kernel test: " << why << "\n";
  std::exit(1);
}

Buffer::Buffer(std::size_t size) : bytes(size) {
  const std::size_t page = 4096, used = (size + 63) / 64 * 64,
                    room = (used + page - 1) / page * page;
  mapped = room + page;
  mapping = static_cast<char *>(
      mmap(nullptr, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  mprotect(mapping + room, page, PROT_NONE);
  begin = mapping + room - used;
}
Buffer::Buffer(Buffer &&other)
    : bytes(other.bytes), mapping(other.mapping), begin(other.begin), mapped(other.mapped) {
  other.mapping = nullptr;
}
Buffer::~Buffer() {
  if (mapping)
    munmap(mapping, mapped);
}

double fromHalf(Type element, std::uint16_t bits) {
  const llvm::fltSemantics &semantics = cast<FloatType>(element).getFloatSemantics();
  return APFloat(semantics, APInt(16, bits)).convertToDouble();
}
std::uint16_t toHalf(Type element, double value) {
  APFloat number(value);
  bool exact;
  number.convert(cast<FloatType>(element).getFloatSemantics(), APFloat::rmNearestTiesToEven,
                 &exact);
  return number.bitcastToAPInt().getZExtValue();
}

std::int64_t Compiled::tileCount(std::int64_t n) const {
  std::int64_t count = 1;
  Builder b(jit ? arguments[0].element.getContext() : nullptr);
  for (AffineMap map : tiles) {
    SmallVector<Attribute> results;
    if (failed(map.constantFold({b.getIndexAttr(n)}, results)))
      die("tile map does not fold");
    count *= cast<IntegerAttr>(results[0]).getInt();
  }
  return count;
}

static std::unique_ptr<llvm::Module> translate(ModuleOp module, llvm::LLVMContext &context,
                                               const dlc::cpu::Machine &machine) {
  auto result = translateModuleToLLVMIR(module, context);
  if (!result)
    die("no LLVM IR");
  machine.optimise(*result);
  return result;
}

static void add(llvm::orc::LLJIT &jit, llvm::Module &module, const dlc::cpu::Machine &machine) {
  llvm::SmallVector<char> object;
  llvm::raw_svector_ostream stream(object);
  if (!machine.write(module, llvm::CodeGenFileType::ObjectFile, stream))
    die("no object");
  llvm::cantFail(
      jit.addObjectFile(std::make_unique<llvm::SmallVectorMemoryBuffer>(std::move(object), false)));
}

Compiled compile(MLIRContext &context, const std::string &text, const dlc::cpu::Machine &machine,
                 bool reference, bool listing) {
  Compiled result;
  auto module = parseSourceString<ModuleOp>(text, &context);
  if (!module)
    die("cannot parse\n" + text);
  auto kernel = *module->getOps<func::FuncOp>().begin();
  unsigned memrefs = 0, dims = 0;
  for (BlockArgument argument : kernel.getArguments()) {
    auto type = dyn_cast<MemRefType>(argument.getType());
    if (!type) {
      ++dims;
      continue;
    }
    ++memrefs;
    const std::size_t count = type.getNumElements(),
                      width = (type.getElementTypeBitWidth() + 7) / 8;
    auto rows = kernel.getArgAttrOfType<AffineMapAttr>(argument.getArgNumber(), "dlc.rows");
    result.arguments.push_back({type.getElementType(), count, count * width,
                                rows ? rows.getValue() : AffineMap(),
                                type.getRank() ? type.getDimSize(0) : 1});
  }
  llvm::LLVMContext llvmContext;
  result.jit = llvm::cantFail(llvm::orc::LLJITBuilder().create());
  result.jit->getMainJITDylib().addGenerator(
      llvm::cantFail(llvm::orc::DynamicLibrarySearchGenerator::GetForCurrentProcess(
          result.jit->getDataLayout().getGlobalPrefix())));

  auto start = Clock::now();
  auto shape = dlc::cpu::shapeKernel(kernel.getBody().front(), machine.facts());
  auto lowered =
      dlc::cpu::lowerToModule(kernel.getBody().front(), kernel.getLoc(), "tiled", machine.facts());
  if (failed(shape) || failed(lowered))
    die("cannot lower\n" + text);
  result.tiles = shape->tiles;
  result.scratchBytes = shape->scratchBytes;
  result.lowerMs = since(start);
  start = Clock::now();
  auto fast = translate(lowered->get(), llvmContext, machine);
  if (listing) {
    llvm::raw_string_ostream vectors(result.vectors);
    fast->print(vectors, nullptr);
    llvm::SmallVector<char> assembly;
    llvm::raw_svector_ostream stream(assembly);
    machine.write(*llvm::CloneModule(*fast), llvm::CodeGenFileType::AssemblyFile, stream);
    result.assembly.assign(assembly.begin(), assembly.end());
  }
  add(*result.jit, *fast, machine);
  result.llvmMs = since(start);
  result.kernel = llvm::cantFail(result.jit->lookup("tiled")).toPtr<dlc_kernel_fn>();
  if (!reference)
    return result;

  naive(kernel);
  // The tile range of a dlc_kernel_fn, which the loops ignore.
  Type index = IndexType::get(&context);
  for (int i = 0; i < 2; ++i)
    if (failed(kernel.insertArgument(kernel.getNumArguments(), index, {}, kernel.getLoc())))
      die("cannot add an argument");
  for (unsigned i = 0; i < kernel.getNumArguments(); ++i)
    kernel.removeArgAttr(i, "dlc.rows");
  PassManager passes(&context);
  passes.addPass(createLowerAffinePass());
  dlc::cpu::buildLowerToLLVM(passes, machine.facts());
  // In the reference any two arguments may overlap: nothing is promised to LLVM.
  dlc::cpu::Signature overlap{llvm::SmallVector<bool>(memrefs, true)};
  if (failed(passes.run(*module)) ||
      failed(dlc::cpu::emitTrampoline(*module, "kernel", "naive", memrefs, dims, overlap)))
    die("cannot lower the reference\n" + text);
  auto slow = translate(*module, llvmContext, machine);
  slow->getFunction("kernel")->setName("naive.loops");
  add(*result.jit, *slow, machine);
  result.reference = llvm::cantFail(result.jit->lookup("naive")).toPtr<dlc_kernel_fn>();
  return result;
}

std::vector<Buffer> buffersFor(const Compiled &compiled) {
  std::vector<Buffer> buffers;
  for (const Argument &argument : compiled.arguments)
    buffers.emplace_back(argument.bytes);
  return buffers;
}

void randomise(const Compiled &compiled, std::vector<Buffer> &buffers, unsigned seed) {
  std::minstd_rand random(seed + 1);
  for (auto [argument, buffer] : llvm::zip(compiled.arguments, buffers))
    for (std::size_t i = 0; i < argument.count; ++i) {
      const double value = static_cast<double>(random() % 20001) / 10000.0 - 1.0;
      if (argument.element.isF32())
        reinterpret_cast<float *>(buffer.data())[i] = static_cast<float>(value);
      else if (argument.element.isF64())
        reinterpret_cast<double *>(buffer.data())[i] = value;
      else if (argument.element.isF16() || argument.element.isBF16())
        reinterpret_cast<std::uint16_t *>(buffer.data())[i] = toHalf(argument.element, value);
      else if (argument.element.isInteger(64))
        reinterpret_cast<std::int64_t *>(buffer.data())[i] = random() % 10;
      else if (argument.element.isInteger(32))
        reinterpret_cast<std::int32_t *>(buffer.data())[i] = random() % 10;
      else if (argument.element.isInteger(8))
        buffer.data()[i] = random() % 256;
      else
        buffer.data()[i] = random() % 2;
    }
}

void poison(const Compiled &compiled, std::vector<Buffer> &buffers, std::int64_t n) {
  for (auto [argument, buffer] : llvm::zip(compiled.arguments, buffers)) {
    if (!argument.rows)
      continue;
    SmallVector<Attribute> live;
    if (failed(argument.rows.constantFold({Builder(argument.element.getContext()).getIndexAttr(n)},
                                          live)))
      die("live rows do not fold");
    const std::size_t row = argument.bytes / argument.firstAxis,
                      from = row * cast<IntegerAttr>(live[0]).getInt();
    // 0xff..ff is a NaN; a bool has to stay one.
    std::memset(buffer.data() + from, argument.element.isInteger(1) ? 1 : 0xff,
                argument.bytes - from);
  }
}
