//===- TraceParent.cpp - starts the child, reads what it traced -----------===//
#include "frontend/trace/UserLines.h"
#include "ir/graph/Dialect.h"
#include "mlir/Parser/Parser.h"
#include "tools/dlc/Trace.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>
#include <cstring>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace mlir;
using namespace dlc;

extern char **environ;

/// The account of a crash, at the user's lines.
static void reportCrash(StringRef account, const std::string &plugin) {
  auto [header, rest] = account.drop_front().split('\n');
  auto [message, stack] = rest.split('\n');
  SmallVector<uint64_t> offsets;
  SmallVector<StringRef> fields;
  stack.split(fields, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef field : fields)
    if (uint64_t offset; !field.getAsInteger(16, offset))
      offsets.push_back(offset);
  std::vector<UserLine> lines;
  if (!offsets.empty())
    lines = UserLines(plugin, header).at(offsets);
  printError(lines.empty() ? nullptr : &lines.front(), message);
  constexpr size_t shown = 12; // a runaway recursion has thousands
  for (size_t i = 1; i < std::min(lines.size(), shown); ++i)
    llvm::errs() << "note: called from " << lines[i].file << ":" << lines[i].line << "\n";
}

OwningOpRef<ModuleOp> dlc::tool::traceProgram(MLIRContext &context, const std::string &plugin,
                                              unsigned timeout) {
  auto failed = [](const std::string &message) {
    printError(nullptr, message);
    return OwningOpRef<ModuleOp>();
  };
  int file = memfd_create("trace", 0);
  if (file < 0) // untested: needs a system without memory files
    return failed(std::string("no memory file for the trace: ") + strerror(errno));
  std::string fd = std::to_string(file), limit = std::to_string(timeout);
  std::string flag = traceChildFlag, name = "dlc", path = plugin;
  char *arguments[] = {name.data(), flag.data(), path.data(), fd.data(), limit.data(), nullptr};
  pid_t child = 0;
  llvm::outs().flush();
  if (int error = posix_spawn(&child, "/proc/self/exe", nullptr, nullptr, arguments, environ)) {
    close(file);
    // untested: needs a system that starts no process
    return failed(std::string("cannot start the process that traces: ") + strerror(error));
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR)
    ;
  off_t size = lseek(file, 0, SEEK_END);
  auto contents =
      llvm::MemoryBuffer::getOpenFile(file, "trace", size, /*RequiresNullTerminator=*/false);
  close(file);
  StringRef bytes = contents ? (*contents)->getBuffer() : StringRef();
  if (bytes.starts_with(StringRef(&crashMark, 1))) {
    reportCrash(bytes, plugin);
    return {};
  }
  if (WIFSIGNALED(status))
    return failed(std::string("the process that traces was killed: ") +
                  strsignal(WTERMSIG(status)));
  if (WEXITSTATUS(status) != 0)
    return {};
  if (bytes.empty())
    return failed("the program ended the process (exit) before its trace was complete");
  context.loadDialect<ir::DlcDialect>();
  return parseSourceString<ModuleOp>(bytes, &context, "trace");
}
