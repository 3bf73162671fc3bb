//===- main.cpp - the CPU's kernels against naive loops ---------------------------------===//
// For every case and every number of live rows:
//   near the reference; equal to the bit when tiles are run one by one, or in random ranges and
//   order; equal to the bit when all that is dead is NaN.
// Then the functions of f32 against libm (Accuracy.cpp), unless cases are named.
// --bench times instead, --dump prints IR and assembly, --cpu=NAME compiles for another processor.
#include "Cases.h"
#include "Program.h"
#include "ir/schedule/Dialect.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/InitAllDialects.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include <cmath>
#include <cstdio>
#include <cstring>
#include <ctime>

using Ranges = std::vector<std::pair<std::int64_t, std::int64_t>>;

static void run(const Compiled &compiled, dlc_kernel_fn kernel, std::vector<Buffer> &buffers,
                std::int64_t n, const Ranges &ranges) {
  std::vector<void *> arguments;
  for (Buffer &buffer : buffers)
    arguments.push_back(buffer.data());
  arguments.push_back(reinterpret_cast<void *>(n));
  Buffer scratch(compiled.scratchBytes + 64);
  std::memset(scratch.data(), 0xff, scratch.bytes);
  for (auto [begin, end] : ranges)
    kernel(arguments.data(), begin, end, scratch.data());
}

static double valueAt(const Argument &argument, const char *data, std::size_t i) {
  if (argument.element.isF32())
    return reinterpret_cast<const float *>(data)[i];
  if (argument.element.isF64())
    return reinterpret_cast<const double *>(data)[i];
  if (argument.element.isF16() || argument.element.isBF16())
    return fromHalf(argument.element, reinterpret_cast<const std::uint16_t *>(data)[i]);
  if (argument.element.isInteger(64))
    return static_cast<double>(reinterpret_cast<const std::int64_t *>(data)[i]);
  if (argument.element.isInteger(32))
    return reinterpret_cast<const std::int32_t *>(data)[i];
  return data[i];
}

/// Live is what the reference writes. Returns the number of elements that differ.
static long differences(const Compiled &compiled, std::vector<Buffer> &before,
                        std::vector<Buffer> &reference, std::vector<Buffer> &got, bool exact,
                        long &live) {
  long wrong = 0;
  live = 0;
  for (std::size_t a = 0; a < compiled.arguments.size(); ++a) {
    const Argument &argument = compiled.arguments[a];
    const std::size_t width = argument.bytes / argument.count;
    for (std::size_t i = 0; i < argument.count; ++i) {
      const char *r = reference[a].data() + i * width, *g = got[a].data() + i * width;
      if (!std::memcmp(before[a].data() + i * width, r, width))
        continue;
      ++live;
      if (!std::memcmp(r, g, width))
        continue;
      const double x = valueAt(argument, reference[a].data(), i),
                   y = valueAt(argument, got[a].data(), i);
      const bool real = llvm::isa<mlir::FloatType>(argument.element);
      const double near = argument.element.isBF16() ? 8e-3 : argument.element.isF16() ? 1e-3 : 2e-5;
      if (exact || !real ||
          !(std::abs(x - y) <= near * std::max({1.0, std::abs(x), compiled.tolerance}))) {
        if (wrong++ < 3)
          std::printf("    argument %zu element %zu: %.9g, expected %.9g\n", a, i, y, x);
      }
    }
  }
  return wrong;
}

static bool test(mlir::MLIRContext &context, const Case &one, const dlc::cpu::Machine &machine) {
  Compiled compiled = compile(context, one.text, machine, true, false);
  if (one.text.find("reduction") !=
      std::string::npos) // sums of so many terms of size 1, fused or not
    for (const Argument &argument : compiled.arguments)
      compiled.tolerance =
          std::max(compiled.tolerance, 0.1 * std::sqrt(static_cast<double>(argument.count)));
  auto start = buffersFor(compiled), expected = buffersFor(compiled), whole = buffersFor(compiled),
       split = buffersFor(compiled);
  bool good = true;
  for (std::int64_t n : one.n) {
    const std::int64_t tiles = compiled.tileCount(n);
    Ranges all = {{0, tiles}}, single, random;
    for (std::int64_t t = tiles; t-- > 0;)
      single.push_back({t, t + 1});
    std::minstd_rand generator(static_cast<unsigned>(n));
    for (std::int64_t t = 0; t < tiles;) {
      const std::int64_t next = std::min<std::int64_t>(tiles, t + 1 + generator() % 7);
      random.push_back({t, next});
      t = next;
    }
    std::shuffle(random.begin(), random.end(), generator);
    long live = 0;
    auto check = [&](const char *what, bool exact, std::vector<Buffer> &reference,
                     std::vector<Buffer> &got) {
      if (long wrong = differences(compiled, start, reference, got, exact, live)) {
        std::printf("FAIL %s n=%ld: %s: %ld wrong of %ld\n", one.name.c_str(), static_cast<long>(n),
                    what, wrong, live);
        good = false;
      }
    };
    for (auto *buffers : {&start, &expected, &whole})
      randomise(compiled, *buffers, 17);
    run(compiled, compiled.reference, expected, n, {{0, 0}});
    run(compiled, compiled.kernel, whole, n, all);
    check("against the reference", false, expected, whole);
    if (!live) {
      std::printf("FAIL %s n=%ld: the reference wrote nothing\n", one.name.c_str(),
                  static_cast<long>(n));
      good = false;
    }
    for (auto [what, ranges, poisoned] : {std::tuple("one tile at a time", &single, false),
                                          {"random ranges", &random, false},
                                          {"dead rows are NaN", &all, true}}) {
      randomise(compiled, split, 17);
      if (poisoned)
        poison(compiled, split, n);
      run(compiled, compiled.kernel, split, n, *ranges);
      // Exactly the first run's bits, wherever the reference writes.
      long count = 0;
      for (std::size_t a = 0; a < compiled.arguments.size(); ++a) {
        const std::size_t width = compiled.arguments[a].bytes / compiled.arguments[a].count;
        for (std::size_t i = 0; i < compiled.arguments[a].bytes; i += width)
          if (std::memcmp(start[a].data() + i, expected[a].data() + i, width) &&
              std::memcmp(whole[a].data() + i, split[a].data() + i, width))
            ++count;
      }
      if (count) {
        std::printf("FAIL %s n=%ld: %s: %ld elements changed\n", one.name.c_str(),
                    static_cast<long>(n), what, count);
        good = false;
      }
    }
  }
  return good;
}

static void bench(mlir::MLIRContext &context, const Case &one, const dlc::cpu::Machine &machine) {
  Compiled compiled = compile(context, one.text, machine, false, false);
  auto buffers = buffersFor(compiled);
  randomise(compiled, buffers, 3);
  std::vector<void *> arguments;
  for (Buffer &buffer : buffers)
    arguments.push_back(buffer.data());
  arguments.push_back(reinterpret_cast<void *>(one.n[0]));
  Buffer scratch(compiled.scratchBytes + 64);
  const std::int64_t tiles = compiled.tileCount(one.n[0]);
  std::vector<double> times;
  double total = 0;
  // The thread's own time: other processes on the machine do not count.
  auto now = [] {
    timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec + 1e-9 * time.tv_nsec;
  };
  while (times.size() < 7 || (total < 0.3 && times.size() < 2000)) {
    const double start = now();
    compiled.kernel(arguments.data(), 0, tiles, scratch.data());
    times.push_back(now() - start);
    total += times.back();
  }
  std::sort(times.begin(), times.end());
  const double time = times[times.size() / 2];
  std::printf("%-32s %9.1f us %8.1f %s  tiles %-5ld scratch %-8zu lower %5.1f ms llvm %5.1f ms\n",
              one.name.c_str(), time * 1e6, (one.flops ? one.flops : one.bytes) / time * 1e-9,
              one.flops ? "GFLOP/s" : "GB/s   ", static_cast<long>(tiles), compiled.scratchBytes,
              compiled.lowerMs, compiled.llvmMs);
  std::fflush(stdout);
}

int main(int argc, char **argv) {
  bool timing = false, dump = false, list = false;
  std::string cpu = "native", error;
  std::vector<std::string> names;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--bench")
      timing = true;
    else if (argument == "--list")
      list = true;
    else if (argument == "--dump")
      dump = true;
    else if (argument.rfind("--cpu=", 0) == 0)
      cpu = argument.substr(6);
    else
      names.push_back(argument);
  }
  auto machine = dlc::cpu::Machine::create(cpu, error);
  if (!machine) {
    std::fprintf(stderr, "kernel test: %s\n", error.c_str());
    return 1;
  }
  mlir::DialectRegistry registry;
  dlc::cpu::registerDialects(registry);
  registry
      .insert<mlir::affine::AffineDialect, mlir::linalg::LinalgDialect, dlc::step::StepDialect>();
  mlir::registerBuiltinDialectTranslation(registry);
  mlir::registerLLVMDialectTranslation(registry);
  mlir::MLIRContext context(registry, mlir::MLIRContext::Threading::DISABLED);
  context.loadAllAvailableDialects();
  int failures = 0, count = 0;
  for (const Case &one : allCases()) {
    bool wanted = names.empty();
    for (const std::string &name : names)
      wanted |= one.name.find(name) != std::string::npos;
    if (!wanted || (timing && !one.timed))
      continue;
    ++count;
    std::fflush(stdout);
    if (list)
      std::puts(one.name.c_str());
    else if (dump) {
      Compiled compiled = compile(context, one.text, *machine, false, true);
      std::printf("%s\n%s\n%s\n", one.text.c_str(), compiled.vectors.c_str(),
                  compiled.assembly.c_str());
    } else if (timing)
      bench(context, one, *machine);
    else
      failures += !test(context, one, *machine);
  }
  if (!timing && !dump && !list && names.empty())
    failures += checkAccuracy(context, *machine);
  if (!timing && !dump)
    std::printf("%d cases, %d failed\n", count, failures);
  return failures != 0;
}
