//===- HostCompiler.cpp - the C++ compilers that dlc drives ---------------------------------===//
#include "tools/dlc/HostCompiler.h"
#include "tools/dlc/Process.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Path.h"

using namespace dlc::tool;

bool dlc::tool::chooseCompilers(Options &options) {
  if (options.hostCompiler.empty())
    options.hostCompiler = findProgram({"c++", "clang++", "g++", "clang++-22"});
  if (options.hostCompiler.empty())
    return printError("there is no C++ compiler on PATH (c++, clang++ or g++)",
                      "install one, or name it: --host-compiler=PATH"),
           false;
  for (const std::string *compiler : {&options.hostCompiler, &options.targetCompiler})
    if (!compiler->empty() && findProgram({*compiler}).empty())
      return printError("cannot run the compiler '" + *compiler + "'"), false;
  if (!options.targetCompiler.empty())
    return true;
  if (options.targetTriple.empty()) {
    options.targetCompiler = options.hostCompiler;
    return true;
  }
  const std::string &triple = options.targetTriple;
  options.targetCompiler = findProgram({triple + "-g++", triple + "-clang++"});
  if (!options.targetCompiler.empty() || options.compileOnly || !options.emit.empty())
    return true;
  printError("there is no compiler for " + triple + " on PATH (" + triple + "-g++)",
             "name it, --target-compiler=PATH, or stop at an object with -c");
  return false;
}

static void addPreprocessor(const Options &options, const Installation &installation,
                            std::vector<std::string> &command) {
  for (const std::string &folder : options.includes)
    command.push_back("-I" + folder);
  for (const std::string &macro : options.defines)
    command.push_back("-D" + macro);
  command.push_back("-isystem");
  command.push_back(installation.include);
}

static void addDependencies(const Options &options, const std::string &file,
                            std::vector<std::string> &command) {
  if (!file.empty())
    command.insert(command.end(), {"-MD", "-MF", file, "-MT", options.output});
}

static bool runCompiler(const Options &options, const std::vector<std::string> &command) {
  ProcessResult result = runProcess(command, Capture::nothing, options.verbose);
  if (result.status == -1)
    printError("'" + command.front() + "' did not run: " + result.errors);
  return result.status == 0;
}

bool dlc::tool::compilePlugin(const Options &options, const Installation &installation,
                              const std::string &plugin, const std::string &dependencies) {
  // Frame pointers and line tables are how an op learns its line; nothing here runs for long.
  std::vector<std::string> command = {options.hostCompiler,
                                      "-std=" + options.standard,
                                      "-O0",
                                      "-g1",
                                      "-fno-omit-frame-pointer",
                                      "-fPIC",
                                      "-shared"};
  addPreprocessor(options, installation, command);
  addDependencies(options, dependencies, command);
  command.insert(command.end(), {options.model, "-o", plugin});
  return runCompiler(options, command);
}

bool dlc::tool::compileSource(const Options &options, const Installation &installation,
                              const std::string &source, const std::string &headerFolder,
                              const std::string &object, const std::string &dependencies) {
  std::vector<std::string> command = {options.targetCompiler, "-O2",   "-ffunction-sections",
                                      "-fdata-sections",      "-fPIE", "-c",
                                      "-I" + headerFolder};
  if (llvm::sys::path::extension(source) == ".c")
    command.insert(command.end(), {"-x", "c"});
  else
    command.push_back("-std=" + options.standard);
  addPreprocessor(options, installation, command);
  addDependencies(options, dependencies, command);
  command.insert(command.end(), {source, "-o", object});
  return runCompiler(options, command);
}
