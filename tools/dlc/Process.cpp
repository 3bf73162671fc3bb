//===- Process.cpp - running other programs ------------------------------------------------===//
#include "tools/dlc/Process.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

using namespace dlc::tool;

static std::string readAndRemove(llvm::StringRef path) {
  if (path.empty())
    return "";
  auto text = llvm::MemoryBuffer::getFile(path);
  llvm::sys::fs::remove(path);
  return text ? (*text)->getBuffer().str() : "";
}

std::string dlc::tool::findProgram(const std::vector<std::string> &names) {
  for (const std::string &name : names)
    if (auto path = llvm::sys::findProgramByName(name))
      return *path;
  return "";
}

ProcessResult dlc::tool::runProcess(const std::vector<std::string> &arguments, Capture capture,
                                    bool verbose) {
  if (verbose) {
    for (const std::string &argument : arguments)
      llvm::errs() << argument << ' ';
    llvm::errs() << '\n';
  }
  std::string program = findProgram({arguments.front()});
  if (program.empty())
    return {-1, "cannot find '" + arguments.front() + "' on PATH", ""};

  llvm::SmallString<128> errors, output;
  if (capture != Capture::nothing)
    llvm::sys::fs::createTemporaryFile("dlc-stderr", "txt", errors);
  if (capture == Capture::all)
    llvm::sys::fs::createTemporaryFile("dlc-stdout", "txt", output);
  auto redirect = [](const llvm::SmallString<128> &path) {
    return path.empty() ? std::nullopt : std::optional<llvm::StringRef>(path);
  };
  llvm::SmallVector<llvm::StringRef> args(arguments.begin(), arguments.end());
  std::string failure;
  int status = llvm::sys::ExecuteAndWait(program, args, std::nullopt,
                                         {std::nullopt, redirect(output), redirect(errors)},
                                         /*SecondsToWait=*/0, /*MemoryLimit=*/0, &failure);
  ProcessResult result{status, readAndRemove(errors), readAndRemove(output)};
  if (status < 0)
    result.status = -1, result.errors += failure;
  return result;
}
