//===- TraceChild.cpp - the process that runs the user's code -------------===//
#include "frontend/trace/Trace.h"
#include "mlir/Bytecode/BytecodeWriter.h"
#include "mlir/IR/MLIRContext.h"
#include "tools/dlc/Trace.h"
#include "llvm/Support/raw_ostream.h"
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <cxxabi.h>
#include <dlfcn.h>
#include <execinfo.h>
#include <unistd.h>

using namespace mlir;

// Only what a signal handler may touch: the stack of the last throw or fault, and where to report.
static const dlc::CallStacks *stacks = nullptr;
static const char *headerFile = "";
static int report = -1;
static unsigned timeLimit = 0;
static void *frames[64];
static int frameCount = 0;

static void noteFrames() { frameCount = backtrace(frames, 64); }

/// Writes the account of the crash; the parent finds the lines.
[[noreturn]] static void crash(const char *how, const char *what) {
  uint64_t offsets[64];
  size_t used = stacks ? stacks->offsetsOf(frames, frameCount, offsets) : 0;
  (void)!ftruncate(report, 0);
  lseek(report, 0, SEEK_SET);
  dprintf(report, "%c%s\n%s: %s\n", dlc::tool::crashMark, headerFile, how, what);
  for (size_t i = 0; i < used; ++i)
    dprintf(report, "%lx\n", static_cast<unsigned long>(offsets[i]));
  _exit(1);
}

/// The class of the exception in flight.
static std::string thrownType() {
  const char *mangled = abi::__cxa_current_exception_type()->name();
  char *name = abi::__cxa_demangle(mangled, nullptr, nullptr, nullptr);
  std::string type = name ? name : mangled;
  free(name);
  return type;
}

static void onSignal(int signal) {
  noteFrames();
  if (signal == SIGALRM) {
    char limit[64];
    snprintf(limit, sizeof limit,
             "it was stopped after %u seconds, hint: is there an endless loop?", timeLimit);
    crash("the program does not end while it is traced", limit);
  }
  crash("the program crashed while it was traced", strsignal(signal));
}

/// Shadows the C++ runtime's function: notes where an exception starts, then throws it. Under
/// another C++ name, since compilers and <cxxabi.h> declare it with different types.
extern "C" void noteThrow(void *object, void *type, void (*destroy)(void *)) asm("__cxa_throw");
void noteThrow(void *object, void *type, void (*destroy)(void *)) {
  if (stacks)
    noteFrames();
  using Throw = void (*)(void *, void *, void (*)(void *));
  static auto next = reinterpret_cast<Throw>(dlsym(RTLD_NEXT, "__cxa_throw"));
  next(object, type, destroy);
  __builtin_unreachable();
}

static void installHandlers() {
  void *warmUp[1];
  backtrace(warmUp, 1); // loads libgcc now; a handler may not
  static char stack[1 << 17];
  stack_t alternative = {};
  alternative.ss_sp = stack;
  alternative.ss_size = sizeof stack;
  sigaltstack(&alternative, nullptr);
  struct sigaction action = {};
  action.sa_handler = onSignal;
  action.sa_flags = SA_ONSTACK | static_cast<int>(SA_RESETHAND);
  for (int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGALRM})
    sigaction(signal, &action, nullptr);
}

bool dlc::tool::isTraceChild(int argc, char **argv) {
  return argc == 5 && !strcmp(argv[1], traceChildFlag);
}

int dlc::tool::runTraceChild(int, char **argv) {
  report = atoi(argv[3]);
  timeLimit = unsigned(atoi(argv[4]));
  installHandlers();
  alarm(timeLimit);
  MLIRContext context(MLIRContext::Threading::DISABLED);
  int status = 1;
  try {
    auto loaded = [](const CallStacks &known, const char *header) {
      headerFile = header;
      stacks = &known;
    };
    if (OwningOpRef<ModuleOp> module = trace(context, argv[2], loaded)) {
      llvm::raw_fd_ostream stream(report, /*shouldClose=*/false);
      status = failed(writeBytecodeToFile(*module, stream));
    }
  } catch (const std::exception &e) {
    crash(("the program threw " + thrownType()).c_str(), e.what());
  } catch (...) {
    crash("the program threw", thrownType().c_str());
  }
  fflush(nullptr);
  _exit(status); // without destructors: modules may be static objects of the plug-in
}
