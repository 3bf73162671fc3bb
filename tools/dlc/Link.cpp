//===- Link.cpp - from objects to a program ------------------------------------------------===//
#include "tools/dlc/Link.h"
#include "tools/dlc/HostCompiler.h"
#include "tools/dlc/Process.h"
#include "llvm/Object/Archive.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace dlc;
using namespace dlc::tool;

//===- main -------------------------------------------------------------------===//

static bool definesMain(const llvm::object::ObjectFile &object) {
  for (const llvm::object::SymbolRef &symbol : object.symbols()) {
    llvm::Expected<llvm::StringRef> name = symbol.getName();
    llvm::Expected<uint32_t> flags = symbol.getFlags();
    bool found =
        name && flags && *name == "main" && !(*flags & llvm::object::SymbolRef::SF_Undefined);
    if (!name)
      llvm::consumeError(name.takeError());
    if (!flags)
      llvm::consumeError(flags.takeError());
    if (found)
      return true;
  }
  return false;
}

/// What cannot be read here is left for the linker to complain about.
static bool definesMain(const std::string &path) {
  auto binary = llvm::object::createBinary(path);
  if (!binary) {
    llvm::consumeError(binary.takeError());
    return false;
  }
  if (auto *object = llvm::dyn_cast<llvm::object::ObjectFile>(binary->getBinary()))
    return definesMain(*object);
  auto *archive = llvm::dyn_cast<llvm::object::Archive>(binary->getBinary());
  if (!archive)
    return false;
  llvm::Error error = llvm::Error::success();
  bool found = false;
  for (const llvm::object::Archive::Child &child : archive->children(error)) {
    auto member = child.getAsBinary();
    if (!member)
      llvm::consumeError(member.takeError());
    else if (auto *object = llvm::dyn_cast<llvm::object::ObjectFile>(member->get()))
      found |= definesMain(*object);
  }
  llvm::consumeError(std::move(error));
  return found;
}

/// The entry that a program without `fit` is a program of: `main`, which takes nothing.
static bool hasMainEntry(const emit::Program &program) {
  return llvm::any_of(program.entries, [](const emit::Entry &entry) {
    return entry.name == "main" && entry.inputs.empty();
  });
}

/// A main that hands over to the runtime, as an object: to its commands, or to what runs the entry
/// `main`. "" after an error.
static std::string makeMain(const Options &options, const Installation &installation,
                            const emit::Program &program, const TemporaryFolder &folder) {
  std::string source = folder.file("dlc_main.c"), object = folder.file("dlc_main.o");
  const char *function = program.fit ? "dlc_main" : "dlc_run_main";
  {
    std::error_code error;
    llvm::raw_fd_ostream stream(source, error);
    stream << "#include \"dlc/rt/abi.h\"\n"
           << "extern const dlc_program_desc dlc_program_" << program.name << ";\n"
           << "int " << function << "(const dlc_program_desc *program, int argc, char **argv);\n"
           << "int main(int argc, char **argv) {\n"
           << "  return " << function << "(&dlc_program_" << program.name << ", argc, argv);\n}\n";
  }
  Options plain = options;
  plain.includes.clear();
  plain.defines.clear();
  return compileSource(plain, installation, source, folder.path(), object, "") ? object : "";
}

//===- Linking ----------------------------------------------------------------===//

/// The static library if the compiler has one, so that the program asks for none at run time.
static std::string staticLibrary(const Options &options, const std::string &name) {
  ProcessResult result = runProcess({options.targetCompiler, "-print-file-name=lib" + name + ".a"},
                                    Capture::all, false);
  std::string path = llvm::StringRef(result.output).trim().str();
  return result.status == 0 && llvm::sys::path::is_absolute(path) ? path : "-l" + name;
}

/// The data set whose reader the linker misses; "" when that is not what is wrong.
static std::string missingDataset(llvm::StringRef messages, const emit::Program &program) {
  if (!program.fit || !messages.contains(program.fit->data) || !messages.contains("undefined"))
    return "";
  llvm::StringRef name = program.fit->data;
  name.consume_front("dlc_dataset_");
  return name.str();
}

static void reportLinkErrors(const ProcessResult &result, const emit::Program &program) {
  if (std::string dataset = missingDataset(result.errors, program); !dataset.empty()) {
    printError("nothing reads the data set '" + dataset + "' that the model names in fit",
               "`data::custom(\"" + dataset + "\")` needs `DLC_DATASET(" + dataset +
                   ", ...)` in a further source: dlc model.cpp " + dataset + ".cpp -o app");
    return;
  }
  llvm::errs() << result.errors;
  printError("linking failed", "-v shows the command");
}

bool dlc::tool::linkProgram(const Options &options, const Installation &installation,
                            const emit::Program &program, const std::vector<std::string> &objects,
                            const TemporaryFolder &folder, const std::string &executable) {
  std::vector<std::string> command = {options.targetCompiler, "-o", executable};
  command.insert(command.end(), objects.begin(), objects.end());
  auto hasMain = [](const std::string &path) { return definesMain(path); };
  if (!std::any_of(objects.begin() + 1, objects.end(), hasMain)) {
    if (!program.fit && !hasMainEntry(program))
      return printError("the program '" + program.name +
                            "' has no fit(...) and no entry `main` without inputs, and no other "
                            "source has a main",
                        "call fit({...}) at the end of DLC_PROGRAM, write entry(\"main\", {}, "
                        "[&] { ... }), add a source with main, or stop at an object with -c"),
             false;
    std::string main = makeMain(options, installation, program, folder);
    if (main.empty())
      return false;
    command.push_back(main);
  }
  const std::string &runtime =
      options.runtimeLibrary.empty() ? installation.runtimeLibrary : options.runtimeLibrary;
  if (options.runtimeLibrary.empty() && !options.targetTriple.empty())
    return printError("the runtime beside dlc is not for " + options.targetTriple,
                      "build runtime/ with your compiler (docs/compiling.md) and name it: "
                      "--runtime-library=FILE"),
           false;
  if (!llvm::sys::fs::exists(runtime))
    return printError("the runtime is not where it should be: '" + runtime + "'",
                      options.runtimeLibrary.empty()
                          ? "build or install dlc whole (target dlc_rt)"
                          : "--runtime-library names the target's libdlc_rt.a"),
           false;
  command.push_back(runtime);
  command.insert(command.end(), options.linkerOptions.begin(), options.linkerOptions.end());
  // libpng wants zlib: the order matters.
  for (const char *name : {"png16", "z"})
    if (std::string library = staticLibrary(options, name); library.front() == '/')
      command.push_back(library);
  command.insert(command.end(), {"-static-libstdc++", "-static-libgcc", "-pthread", "-lm",
                                 "-Wl,--gc-sections", "-Wl,--as-needed"});
  if (options.strip)
    command.push_back("-s");

  ProcessResult result = runProcess(command, Capture::errors, options.verbose);
  if (result.status != 0)
    reportLinkErrors(result, program);
  else
    llvm::errs() << result.errors;
  return result.status == 0;
}
